"""The log is one JSON object per line, with what can be said of a request, and without secrets."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import typing as t

import json_log
import pytest
from application import ProvedApp
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.roles.litellm.gateway.conftest import KEY, Slot
from tests.unit.roles.litellm.gateway.test_door import ask

SECRET = "canary-of-the-test"  # noqa: S105 - of the test
SCOPE = {
    "type": "http",
    "method": "POST",
    "path": "/v1/chat/completions",
    "client": ("10.0.0.9", 5),
    "query_string": b"key=x",
}


def written(*texts: str) -> list[t.Any]:
    """The objects that *texts* become, written one after the other."""
    stream = io.StringIO()
    lines = json_log.JsonLines(stream, "INFO", [SECRET])
    for text in texts:
        lines.write(text)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_every_line_is_an_object() -> None:
    (found,) = written("ready: ", "serving 3 deployments", "\n")
    assert (found["message"], found["level"], found["component"]) == ("ready: serving 3 deployments", "INFO", "gateway")
    assert written('{"message": "of LiteLLM"}\n{"message": "another"}\n') == [
        {"message": "of LiteLLM"},
        {"message": "another"},
    ]
    (found,) = written("Traceback\n  File x\nValueError: {\n")
    assert found["message"] == "Traceback\n  File x\nValueError: {"
    assert written("\n", "unfinished") == []


def test_no_line_has_a_secret() -> None:
    for text in (f"with {SECRET}\n", json.dumps({"message": SECRET}) + "\n", "with sk-0123456789abcdef\n"):
        (found,) = written(text)
        assert SECRET not in str(found)
        assert "sk-" not in str(found)


@given(st.lists(st.text()))
def test_whatever_is_printed(texts: list[str]) -> None:
    assert all(isinstance(each, dict) for each in written(*texts, "\n"))


def test_the_line_of_a_request() -> None:
    headers = {
        b"x-litellm-call-id": b"1-2",
        b"x-litellm-model-group": b"debugger",
        b"x-litellm-model-id": b"mini-for-debugger",
        b"X-LiteLLM-Attempted-Fallbacks": b"1",
        b"x-litellm-response-cost": b"0.25",
        b"content-type": b"application/json",
    }
    started = {"status": 200, "headers": list(headers.items())}
    found = json.loads(json_log.request_line(SCOPE, started, 1.23456, True))
    del found["timestamp"]
    assert found == {
        "message": "POST /v1/chat/completions 200",
        "level": "INFO",
        "component": "request",
        "client": "10.0.0.9",
        "status": 200,
        "duration_seconds": 1.2346,
        "request_id": "1-2",
        "model": "debugger",
        "deployment": "mini-for-debugger",
        "fallback": True,
        "cost_usd": 0.25,
    }
    unknown = {"status": 500, "headers": [(b"x-litellm-response-cost", b"None")]}
    assert "cost_usd" not in json.loads(json_log.request_line(SCOPE, unknown, 0, True))
    gone = json.loads(json_log.request_line(SCOPE, None, 2, False))
    assert (gone["status"], gone["complete"]) == (None, False)


@pytest.mark.parametrize(("ends", "whole"), [(True, True), (False, False)])
def test_a_request_is_logged_when_it_is_answered(ends: bool, whole: bool) -> None:
    logged: list[tuple[int | None, bool]] = []

    async def app(_scope: t.Any, _receive: t.Any, send: t.Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"x", "more_body": not ends})

    async def nothing(*_arguments: t.Any) -> t.Any: ...

    def log(_scope: t.Any, started: t.Any, _seconds: float, complete: bool) -> None:
        logged.append((started["status"], complete))

    proved = ProvedApp(app, nothing, lambda: None, log)
    asyncio.run(proved(SCOPE, nothing, nothing))
    assert logged == [(200, whole)]


def test_litellm_logs_no_refused_key_by_itself() -> None:
    class Refused(Exception):
        code = "401"

    def record(file: str, error: Exception | None) -> logging.LogRecord:
        trace = (type(error), error, None) if error else None
        return logging.LogRecord("LiteLLM Proxy", logging.ERROR, f"/x/{file}", 1, "said", (), trace)

    kept = json_log.OneLineForRefusals().filter
    assert not kept(record(json_log.JUDGE, Refused()))
    assert kept(record(json_log.JUDGE, ValueError("no database")))
    assert kept(record(json_log.JUDGE, None))
    assert kept(record("router.py", Refused()))


def test_a_slot_logs_json_from_its_first_line_on(slot: Slot) -> None:
    process = slot.start(JSON_LOGS="True")
    slot.wait_for("ready")
    assert ask(slot, "GET", "/v1/models", authorization="Bearer sk-wrong-canary-0123")[0] == 401
    assert ask(slot, "GET", "/v1/models?key=canary", authorization=f"Bearer {KEY}")[0] == 200
    process.terminate()
    output, _errors = process.communicate(timeout=60)
    lines = [json.loads(line) for line in output.splitlines()]
    messages = [line["message"] for line in lines]
    assert messages[0].startswith("model 'a' ->")
    assert "ready: serving 2 deployments" in messages
    assert messages.count("GET /v1/models 401") == 1
    assert messages.count("GET /v1/models 200") == 1
    assert "canary" not in output
    assert KEY not in output
    assert all(
        {"timestamp", "level", "component"} <= line.keys() for line in lines if line["message"].startswith("GET")
    )
