"""The slot's program with the real LiteLLM behind its door: what clients, the log and the metrics get."""

from __future__ import annotations

import typing as t
from pathlib import Path

import httpx
import pytest

from tests.door.conftest import HOOKS, WORDS, rendered, started, wait_until_ready
from tests.routing.gateway import KEY

WRONG = 30
BODY = {"model": "hello", "messages": [{"role": "user", "content": "hello"}]}


FEATURES = {
    "guardrails": [{"guardrail_name": "words", "litellm_params": WORDS}],
    "credential_list": [{"credential_name": "shared", "credential_values": {"api_key": "none"}, "credential_info": {}}],
    "mcp_servers": {"wiki": {"url": "http://127.0.0.1:9/mcp", "transport": "http"}},
}
"""What is declared beside models; nobody is at the address."""


class Program(t.NamedTuple):
    """One that serves."""

    url: str
    log: Path

    def client(self, key: str, agent: str = "test") -> httpx.Client:
        headers = {"Authorization": f"Bearer {key}", "User-Agent": agent}
        return httpx.Client(base_url=self.url, headers=headers, timeout=60)


@pytest.fixture(scope="module")
def program(python: str, tmp_path_factory: pytest.TempPathFactory) -> t.Iterator[Program]:
    """The program with one worker and metrics, as the role starts it."""
    folder = tmp_path_factory.mktemp("program")
    release = rendered(
        prometheus=True,
        extra_config=FEATURES,
        litellm_settings={
            "callbacks": ["hooks.handler"],
            "success_callback": ["hooks.on_success", "langsmith", "s3_v2"],
            "failure_callback": ["hooks.handler"],
        },
        general_settings={"pass_through_endpoints": [{"path": "/elsewhere", "target": "http://127.0.0.1:9"}]},
    )
    (folder / "config.yaml").write_text(release.content)
    (folder / "hooks.py").write_text(HOOKS)
    with started(python, folder) as (url, process):
        wait_until_ready(process, folder)
        yield Program(url, folder / "log")


def test_wrong_keys_leave_no_trace_but_a_line_each(program: Program) -> None:
    before = program.log.read_text().count(" 401")
    for number in range(WRONG):
        with program.client(f"sk-wrong-{number}", f"program-{number}") as client:
            answer = client.post("/v1/chat/completions", json=BODY)
            assert answer.status_code == 401
            assert answer.json()["error"]["code"] == "401"
    with program.client(KEY, "one-of-many-programs") as client:
        assert client.post("/v1/chat/completions", json=BODY).status_code == 200
        metrics = client.get("/metrics/").text
    log = program.log.read_text()
    assert log.count(" 401") == before + WRONG
    assert "Traceback" not in log
    assert "ERROR" not in log
    failures = [line for line in metrics.splitlines() if line.startswith("litellm_deployment_failure_responses_total{")]
    assert failures == [], "a refused key is no failure of a model"
    assert "hello" in metrics
    assert "program" not in metrics
    assert "client_ip" not in metrics


def test_bodies_that_are_too_big(program: Program) -> None:
    big = {**BODY, "user": "x" * 2**21}
    with program.client(KEY) as client:
        assert client.post("/v1/chat/completions", json=big).status_code == 413
        pieces = iter([b'{"model": "', *[b"x" * 65536] * 32, b'"}'])
        assert client.post("/v1/chat/completions", content=pieces).status_code == 413
        assert client.post("/v1/chat/completions", json=BODY).status_code == 200
    assert "Traceback" not in program.log.read_text()


def test_a_declared_guardrail_acts(program: Program) -> None:
    with program.client(KEY) as client:
        messages = [{"role": "user", "content": "something forbidden"}]
        assert client.post("/v1/chat/completions", json={**BODY, "messages": messages}).status_code in (400, 403)
        assert client.post("/v1/chat/completions", json=BODY).status_code == 200
