"""What a gateway logs with the real LiteLLM: one JSON object per line, requests that can be found again, no prompt and no key."""

from __future__ import annotations

import json
from pathlib import Path

import httpx

from tests.door.conftest import SECRETS, WORDS, rendered, started, wait_until, wait_until_ready
from tests.routing.gateway import KEY

PROMPT = "canary-of-a-prompt"


def test_requests_can_be_found_and_nothing_is_told_of_them(python: str, tmp_path: Path) -> None:
    release = rendered(
        json_logs=True, extra_config={"guardrails": [{"guardrail_name": "words", "litellm_params": WORDS}]}
    )
    (tmp_path / "config.yaml").write_text(release.content)
    with started(python, tmp_path, {**SECRETS, **release.environment}) as (url, process):
        wait_until_ready(process, tmp_path)
        with httpx.Client(base_url=url, headers={"Authorization": f"Bearer {KEY}"}, timeout=60) as client:
            body = {"model": "hello", "messages": [{"role": "user", "content": PROMPT}]}
            answered = client.post("/v1/chat/completions", json=body)
            streamed = client.post("/v1/chat/completions", json={**body, "stream": True})
            forbidden = {**body, "messages": [{"role": "user", "content": f"{PROMPT} forbidden"}]}
            failed = client.post("/v1/chat/completions", json=forbidden)
            unknown = client.post("/v1/chat/completions", json={**body, "model": "nobody"})
            wrong = client.post(
                "/v1/chat/completions", json=body, headers={"Authorization": "Bearer sk-canary-of-a-key"}
            )
            assert [each.status_code for each in (answered, streamed, wrong)] == [200, 200, 401]
            assert failed.status_code >= 400
            assert unknown.status_code >= 400
        log = tmp_path / "log"
        wait_until(lambda: log.read_text().count('"component": "request"') >= 5, tmp_path)
    text = log.read_text()
    lines = [json.loads(line) for line in text.splitlines()]
    assert all(isinstance(line, dict) for line in lines)
    assert "canary" not in text
    assert KEY not in text
    requests = [line for line in lines if line.get("component") == "request" and "completions" in line["message"]]
    assert sum(line["status"] == 401 for line in requests) == 1
    assert not [line for line in lines if "sk-" in str(line)]
    (found,) = [line for line in requests if line.get("request_id") == answered.headers["x-litellm-call-id"]]
    assert (found["model"], found["fallback"], found["status"]) == ("hello", False, 200)
    assert found["deployment"] == answered.headers["x-litellm-model-id"]
    assert found["cost_usd"] >= 0
    assert found["duration_seconds"] > 0
    (found,) = [line for line in requests if line.get("request_id") == streamed.headers["x-litellm-call-id"]]
    assert "complete" not in found
