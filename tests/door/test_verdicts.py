"""What the door says to a key is what LiteLLM would have said, for every way to send one and for every path."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import subprocess
import typing as t
from pathlib import Path

import pytest
import yaml

from tests.routing.gateway import KEY, production_settings

JUDGE = Path(__file__).with_name("judge.py")
CHAT, GOOGLE, PUBLIC = "/v1/chat/completions", "/v1beta/models/hello:generateContent", "/health/liveliness"
REFUSED = (400, 401, 403)
OLD = "sk-old-master-key"

Row = tuple[str, str, dict[str, str], dict[str, t.Any]]


def amazon(key: str) -> str:
    return f"AWS4-HMAC-SHA256 Credential=Bearer {key}/20260101/us-east-1/bedrock/aws4_request, SignedHeaders=host"


def ways(key: str) -> list[Row]:
    """Every way to send *key* that some client has."""
    headers = [
        {"authorization": f"Bearer {key}"},
        {"authorization": f"bearer {key}"},
        {"authorization": f"Basic {key}"},
        {"authorization": f"BEARER {key}"},
        {"authorization": f"Bearer Bearer {key}"},
        {"authorization": f"Bearer  {key}"},
        {"authorization": key},
        {"authorization": amazon(key)},
        {"authorization": "Basic " + base64.b64encode(f"{key}:".encode()).decode()},
        {"api-key": key},
        {"api-key": f"Bearer {key}"},
        {"x-api-key": key},
        {"x-goog-api-key": key},
        {"ocp-apim-subscription-key": key},
        {"x-litellm-api-key": key},
        {"x-litellm-api-key": f"Bearer {key}"},
        {"litellm_user_api_key": key},
        {"x-unknown": key},
        {"authorization": "Bearer sk-another", "x-api-key": key},
        {"authorization": f"Bearer {key}", "x-api-key": "sk-another"},
        {"authorization": "", "x-api-key": key},
    ]
    own = {"litellm_key_header_name": "X-Team-Key"}
    return [
        *(("GET", "/v1/models", each, {}) for each in headers),
        ("POST", f"{GOOGLE}?key={key}", {}, {}),
        ("GET", f"/v1/models?key={key}", {}, {}),
        ("GET", "/v1/models", {"x-team-key": f"Bearer {key}"}, own),
        ("GET", "/v1/models", {"x-team-key": key}, own),
        ("GET", "/v1/models", {"authorization": f"Bearer {key}"}, own),
    ]


def requests() -> list[Row]:
    """The whole table."""
    digest = hashlib.sha256(KEY.encode()).hexdigest()
    return [
        *ways(KEY),
        *ways(OLD),
        *ways(digest),
        *ways("x" * 300),
        *ways("litellm_login_" + "x" * 300),
        ("GET", "/v1/models", {}, {}),
        ("GET", "/v1/models/", {}, {}),
        ("POST", CHAT, {}, {}),
        ("OPTIONS", CHAT, {"origin": "https://page.example", "access-control-request-method": "POST"}, {}),
        ("GET", CHAT, {}, {}),
        ("GET", "/", {}, {}),
        ("GET", PUBLIC, {}, {}),
        ("GET", "/health/readiness", {}, {}),
        ("GET", "/health", {}, {}),
        ("GET", "/routes", {}, {}),
        ("GET", "/public/model_hub", {}, {}),
        ("GET", "/.well-known/oauth-authorization-server", {}, {}),
        ("GET", "/nothing/here", {}, {}),
        ("POST", "/user/auth", {"authorization": "Bearer anything"}, {"allow_user_auth": True}),
        ("GET", "/v1/models", {}, {"public_routes": ["/v1/models"]}),
    ]


@pytest.fixture(scope="module")
def judged(python: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, t.Any]:
    """What the judge says."""
    folder = tmp_path_factory.mktemp("door")
    model = {"model_name": "hello", "litellm_params": {"model": "openai/hello", "api_key": "x", "mock_response": "hi"}}
    config = {"model_list": [model], "general_settings": {"master_key": "os.environ/LITELLM_MASTER_KEY"}}
    (folder / "config.yaml").write_text(yaml.safe_dump(config))
    names = ("method", "path", "headers", "settings")
    environment = {"PATH": os.defpath, "HOME": str(folder), **production_settings()}
    ended = subprocess.run(  # noqa: S603 - whoever runs the tests names the interpreter
        [python, str(JUDGE)],
        input=json.dumps([dict(zip(names, row, strict=True)) for row in requests()]),
        env={**environment, "CONFIG_FILE_PATH": str(folder / "config.yaml"), "LITELLM_MASTER_KEY": KEY},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-3000:]
    found: dict[str, t.Any] = json.loads(ended.stdout.splitlines()[-1])
    return found


def test_every_way_to_send_a_key(judged: dict[str, t.Any]) -> None:
    rows = list(zip(requests(), judged["verdicts"], strict=True))
    different = [row for row in rows if (row[1]["litellm"] in REFUSED) != (row[1]["door"] in REFUSED)]
    assert not different
    # What the door lets through is answered by LiteLLM itself; what it refuses, with 401.
    assert all(told["door"] in (401, told["litellm"]) for _row, told in rows)


def test_an_old_key_is_401_in_whichever_way_it_comes(judged: dict[str, t.Any]) -> None:
    shown = [told for row, told in zip(requests(), judged["verdicts"], strict=True) if row in ways(OLD)]
    assert [told["door"] for told in shown] == [401] * len(ways(OLD))


def test_every_path_where_the_door_wants_a_key_is_one_where_litellm_does(judged: dict[str, t.Any]) -> None:
    assert [route for route in judged["routes"] if route["litellm"] not in REFUSED] == []
    guarded = {(route["method"], route["path"]) for route in judged["routes"]}
    paths = ("chat/completions", "completions", "embeddings", "responses", "images/generations", "audio/transcriptions")
    assert {("POST", f"/v1/{path}") for path in paths} <= guarded
    assert ("GET", "/v1/models") in guarded
    assert len(guarded) > 300
