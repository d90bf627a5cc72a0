"""Connections and time: hanging, hanging up, the pace of a stream, and stopping."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time

import httpx
import pytest

from tests.upstream.server import running_upstream


def ask(client: httpx.Client, model: str, *, stream: bool = False, timeout: float = 60) -> httpx.Response:
    body = {"model": model, "stream": stream}
    return client.post("/v1/chat/completions", json=body, timeout=timeout)


@pytest.mark.parametrize("stream", [False, True])
def test_hangup_closes_without_an_answer(client: httpx.Client, stream: bool) -> None:
    with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
        ask(client, "hangup", stream=stream)
    assert [entry["model"] for entry in client.get("/_recorded").json()] == ["hangup"]


@pytest.mark.parametrize(("stream", "end"), [(False, b"}"), (True, b"[DONE]\n\n")])
def test_hangup_midstream_breaks_off_half_way(client: httpx.Client, stream: bool, end: bytes) -> None:
    received: list[bytes] = []
    body = {"model": "hangup-midstream", "stream": stream}
    with client.stream("POST", "/v1/chat/completions", json=body) as answer:
        with pytest.raises(httpx.RemoteProtocolError, match="incomplete chunked read"):
            received.extend(answer.iter_bytes())
        assert answer.status_code == 200
    assert b"chat.completion" in received[0]
    assert not received[-1].endswith(end)


def test_hang_does_not_answer(client: httpx.Client) -> None:
    with pytest.raises(httpx.ReadTimeout):
        ask(client, "hang", timeout=0.2)
    assert ask(client, "plain").status_code == 200


def test_a_paced_stream_takes_its_time(client: httpx.Client) -> None:
    started = time.monotonic()
    chunks = ask(client, "pace-30", stream=True).text.count("data: ")
    assert time.monotonic() - started >= chunks * 0.03


def test_a_held_stream_goes_on_when_its_model_is_set_anew(client: httpx.Client) -> None:
    body = {"model": "hold", "stream": True}
    with client.stream("POST", "/v1/chat/completions", json=body) as answer:
        pieces = answer.iter_bytes()
        first = next(pieces)
        client.put("/_behaviour/hold", json="plain")
        rest = b"".join(pieces)
    assert b"chat.completion" in first
    assert b"[DONE]" not in first
    assert rest.endswith(b"[DONE]\n\n")


def test_it_stops_while_a_request_hangs() -> None:
    with contextlib.ExitStack() as stack:
        upstream, url = stack.enter_context(running_upstream())
        client = stack.enter_context(httpx.Client(base_url=url))
        with pytest.raises(httpx.ReadTimeout):
            ask(client, "hang", timeout=0.2)
        assert [entry["model"] for entry in upstream.recorded] == ["hang"]
    with pytest.raises(httpx.ConnectError):
        httpx.get(url)


def test_it_runs_as_a_module() -> None:
    command = [sys.executable, "-m", "tests.upstream", "--help"]
    usage = subprocess.check_output(command, text=True, timeout=30)  # noqa: S603 - the command is fixed
    assert "--host HOST" in usage
    assert "--port PORT" in usage
