"""What the whole program answers at its door, what it reads, and what it leaves unread."""

from __future__ import annotations

import asyncio
import http.client
import json
import socket
import typing as t

import door
import pytest

from tests.unit.roles.litellm.gateway.conftest import KEY, LONGEST, Slot

BIG = 2 * 2**20  # bytes; the slot of the tests takes 1 MB


@pytest.fixture
def served(slot: Slot) -> t.Iterator[Slot]:
    """A slot that serves; what it printed is in ``slot.printed`` once ``end`` was called."""
    process = slot.start()
    slot.wait_for("ready")
    yield slot
    if process.poll() is None:
        process.kill()
        process.communicate(timeout=LONGEST)


def printed(slot: Slot) -> str:
    """Stop the slot in order, and return what it printed."""
    (process,) = slot.started
    process.terminate()
    return process.communicate(timeout=LONGEST)[0]


def ask(slot: Slot, method: str, path: str, body: t.Any = None, **headers: str) -> tuple[int, t.Any, t.Any]:
    """One request: status, headers, and the parsed answer."""
    client = http.client.HTTPConnection("127.0.0.1", slot.port, timeout=LONGEST)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    client.request(method, path, body, named, encode_chunked="transfer-encoding" in named)
    answer = client.getresponse()
    text = answer.read()
    client.close()
    return (
        answer.status,
        answer.headers,
        json.loads(text) if answer.getheader("Content-Type") == "application/json" else None,
    )


def read_all(client: socket.socket) -> bytes:
    """Everything until the other side closes."""
    pieces = b""
    while piece := client.recv(65536):
        pieces += piece
    return pieces


def test_keys(served: Slot) -> None:
    status, headers, answer = ask(served, "GET", "/v1/models", authorization="Bearer sk-old")
    assert (status, headers["WWW-Authenticate"], headers["Connection"]) == (401, "Bearer", None)
    error = answer["error"]
    assert (error["code"], error["type"], error["param"]) == ("401", "auth_error", None)
    assert "not this gateway's key" in error["message"]
    status, _headers, answer = ask(served, "GET", "/v1/models")
    assert status == 401
    assert "Authorization: Bearer" in answer["error"]["message"]
    assert ask(served, "GET", "/v1/models", authorization=f"Bearer {KEY}")[0] == 200
    assert ask(served, "GET", "/who")[0] == 200
    assert ask(served, "GET", "/nothing")[0] == 404
    output = printed(served)
    assert output.count(" 401") == 2
    assert "Traceback" not in output


def test_a_body_with_a_wrong_key_is_refused_before_it_comes(served: Slot) -> None:
    with socket.create_connection(("127.0.0.1", served.port), timeout=LONGEST) as client:
        head = "POST /v1/upload HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer no\r\nContent-Length: 104857600\r\n\r\n"
        client.sendall(head.encode())
        answer = read_all(client)
    assert answer.startswith(b"HTTP/1.1 401 ")
    assert b"connection: close" in answer.lower()
    assert "reads a body" not in printed(served)


def test_who_waits_to_be_told_to_send_is_told_no(served: Slot) -> None:
    with socket.create_connection(("127.0.0.1", served.port), timeout=LONGEST) as client:
        head = "POST /v1/upload HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 104857600\r\n\r\n"
        client.sendall(head.encode())
        answer = read_all(client)
    assert answer.startswith(b"HTTP/1.1 401 ")


def test_a_client_that_sends_everything_first_reads_the_answer(served: Slot) -> None:
    status, headers, _answer = ask(served, "POST", "/v1/upload", b"x" * BIG, authorization="Bearer no")
    assert (status, headers["Connection"]) == (401, "close")
    status, headers, _answer = ask(served, "POST", "/v1/upload", b"x" * BIG, authorization=f"Bearer {KEY}")
    assert (status, headers["Connection"]) == (413, "close")
    assert "reads a body" not in printed(served)


def test_bodies_that_are_taken(served: Slot) -> None:
    key = {"authorization": f"Bearer {KEY}"}
    chunked = {**key, "transfer-encoding": "chunked"}
    assert ask(served, "POST", "/v1/upload", b"x" * 2**20, **key)[::2] == (200, 2**20)
    assert ask(served, "POST", "/v1/upload", iter([b"x" * 1000] * 100), **chunked)[::2] == (200, 100000)


def test_a_body_of_unknown_length_is_counted(served: Slot) -> None:
    headers = {"authorization": f"Bearer {KEY}", "transfer-encoding": "chunked"}
    status, _headers, answer = ask(served, "POST", "/v1/upload", iter([b"x" * 65536] * 32), **headers)
    assert status == 413
    assert answer["error"]["message"] == "The request is bigger than 1 MB, which is the most that this gateway takes."
    output = printed(served)
    assert "Traceback" not in output
    assert output.count(" 413") == 1


def test_any_body_is_taken_without_a_limit(slot: Slot) -> None:
    slot.options["max-body"] = 0
    process = slot.start()
    slot.wait_for("ready")
    headers = {"authorization": f"Bearer {KEY}", "transfer-encoding": "chunked"}
    assert ask(slot, "POST", "/v1/upload", b"x" * BIG, authorization=f"Bearer {KEY}")[::2] == (200, BIG)
    assert ask(slot, "POST", "/v1/upload", iter([b"x" * 65536] * 32), **headers)[::2] == (200, BIG)
    process.terminate()
    process.communicate(timeout=LONGEST)


class Refusing:
    """Somebody who knows that no key is right."""

    def refusal(self, _scope: object) -> str:
        return "no"


async def nothing() -> dict[str, t.Any]:
    return {"type": "http.disconnect"}


def told(app: t.Any, scope: dict[str, t.Any]) -> list[t.MutableMapping[str, t.Any]]:
    """What a door in front of *app* sends when it knows that no key is right."""
    sent: list[t.MutableMapping[str, t.Any]] = []

    async def send(message: t.MutableMapping[str, t.Any]) -> None:
        sent.append(message)

    closed = door.Door(app, 1)
    closed.keys = Refusing()  # type: ignore[assignment]  # only what a door asks of them
    asyncio.run(closed(scope, nothing, send))
    return sent


def test_a_handshake_is_refused() -> None:
    assert told(nothing, {"type": "websocket", "headers": []}) == [{"type": "websocket.close", "code": 1008}]


def test_pages_of_other_sites_can_read_a_refusal() -> None:
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.cors import CORSMiddleware

    app = Starlette(middleware=[Middleware(CORSMiddleware, allow_origins=["*"])])
    scope = {"type": "http", "method": "GET", "path": "/", "headers": [(b"origin", b"https://page.example")]}
    assert (b"access-control-allow-origin", b"*") in told(app, scope)[0]["headers"]


def test_a_client_that_never_ends_its_body_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "LINGER_SECONDS", 0.05)
    monkeypatch.setattr(door, "LINGER_BYTES", 100)
    read: list[int] = []

    async def receive() -> dict[str, t.Any]:
        read.append(60)
        return {"type": "http.request", "body": b"x" * 60, "more_body": True}

    sent: list[t.MutableMapping[str, t.Any]] = []

    async def send(message: t.MutableMapping[str, t.Any]) -> None:
        sent.append(message)

    asyncio.run(door.Refusal(401, "auth_error", "no", True, False)({"type": "http"}, receive, send))
    assert read == [60, 60]
    assert [message.get("more_body") for message in sent] == [None, True, False]


def test_an_answer_that_has_begun_is_not_refused() -> None:
    sent: list[t.MutableMapping[str, t.Any]] = []

    async def app(_scope: object, receive: t.Any, send: t.Any) -> None:
        await send({"type": "http.response.start", "status": 200})
        assert (await receive())["more_body"]
        await send({"type": "http.response.body", "body": b"done"})

    async def receive() -> dict[str, t.Any]:
        return {"type": "http.request", "body": b"x" * BIG, "more_body": True}

    async def send(message: t.MutableMapping[str, t.Any]) -> None:
        sent.append(message)

    scope = {"type": "http", "headers": [(b"transfer-encoding", b"chunked")]}
    asyncio.run(door.Door(app, 1)(scope, receive, send))
    assert [message["type"] for message in sent] == ["http.response.start", "http.response.body"]


def test_errors_of_litellm_are_its_own() -> None:
    async def app(*_arguments: object) -> None:
        raise ValueError("of LiteLLM")

    with pytest.raises(ValueError, match="of LiteLLM"):
        asyncio.run(door.Door(app, 1)({"type": "http", "headers": [(b"transfer-encoding", b"chunked")]}, nothing, app))


def test_a_closed_path_is_no_path() -> None:
    answered = []

    async def app(_scope: t.Any, _receive: t.Any, _send: t.Any) -> None:
        answered.append(200)

    async def send(message: t.Any) -> None:
        answered.extend([message["status"]] if "status" in message else [])

    closed = door.Door(app, 1, ("/metrics",))
    for path in ("/metrics", "/metrics/", "/metrics/more", "//metrics", "/metricsandmore", "/v1/models"):
        scope: dict[str, t.Any] = {"type": "http", "method": "GET", "path": path, "headers": []}
        asyncio.run(closed(scope, nothing, send))
    assert answered == [404, 404, 404, 404, 200, 200]
