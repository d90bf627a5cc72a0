"""Connections that are closed because nothing, or too little, arrives on them."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
import time
import typing as t

import patience
import pytest
import uvicorn

from tests.unit.roles.litellm.gateway.conftest import LONGEST


class Hasty(patience.PatientProtocol):
    """A connection that waits for a moment only."""

    head_seconds = 0.5
    body_seconds = 0.5
    body_pace = 10**6


class Server(uvicorn.Server):
    """Looks at its connections as a worker does."""

    async def on_tick(self, counter: int) -> bool:
        patience.end_slow_connections(self.server_state.connections)
        return await super().on_tick(counter)


async def app(scope: t.Any, receive: t.Any, send: t.Any) -> None:
    """Reads a body, unless the path says that it rests first or answers at once."""
    if scope["path"] == "/rests":
        await asyncio.sleep(1.5)
    more = scope["path"] != "/at-once"
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        more = message["more_body"]
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


@pytest.fixture(scope="module")
def port() -> t.Iterator[int]:
    """Where a hasty server listens."""
    server = Server(uvicorn.Config(app, http=Hasty, lifespan="off", log_config=None, timeout_keep_alive=60))
    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield listener.getsockname()[1]
    server.should_exit = True
    thread.join(LONGEST)


def connected(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=LONGEST)


def head(path: str, length: int) -> bytes:
    return f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n\r\n".encode()


def ends(client: socket.socket) -> bool:
    """Whether the other side closes, sooner or later."""
    with contextlib.suppress(ConnectionError):
        while client.recv(4096):
            pass
    return True


def trickles(client: socket.socket, piece: bytes) -> bool:
    """Whether the other side closes while *piece* is sent again and again."""
    deadline = time.monotonic() + LONGEST
    client.settimeout(0.05)
    with contextlib.suppress(ConnectionError):
        while time.monotonic() < deadline:
            client.sendall(piece)
            try:
                if not client.recv(4096):
                    return True
            except TimeoutError:
                continue
    return time.monotonic() < deadline


def test_nothing_comes(port: int) -> None:
    with connected(port) as client:
        assert ends(client)


def test_a_head_that_trickles(port: int) -> None:
    clients = [connected(port) for _number in range(20)]
    for client in clients:
        client.sendall(b"GET / HTTP/1.1\r\nX: ")
    assert all(trickles(client, b"x") for client in clients)


def test_a_head_that_trickles_after_an_answer(port: int) -> None:
    with connected(port) as client:
        client.sendall(head("/", 2) + b"ab")
        assert client.recv(4096).startswith(b"HTTP/1.1 200")
        assert trickles(client, b"x")


@pytest.mark.parametrize("piece", [b"x", b""])
def test_a_body_that_trickles_or_stalls(port: int, piece: bytes) -> None:
    with connected(port) as client:
        client.sendall(head("/", 10**9))
        assert trickles(client, piece) if piece else ends(client)


def test_a_connection_that_rests_is_left_to_uvicorn(port: int) -> None:
    with connected(port) as client:
        for _number in range(2):
            client.sendall(head("/", 2) + b"ab")
            answer = b""
            while not answer.endswith(b"ok"):
                answer += client.recv(4096)
            time.sleep(1.5)  # longer than anything may take here


def test_an_application_that_takes_its_time(port: int) -> None:
    with connected(port) as client:
        client.sendall(head("/rests", 10**6) + b"x" * 10**6)
        assert b"200 OK" in client.recv(4096)


def test_a_body_that_nobody_asked_for_is_no_head(port: int) -> None:
    with connected(port) as client:
        client.sendall(head("/at-once", 300_000) + b"x" * 300_000 + head("/", 2) + b"ab")
        received = b""
        while received.count(b"200 OK") < 2:
            piece = client.recv(4096)
            assert piece
            received += piece


def test_a_head_without_an_end(port: int) -> None:
    with connected(port) as client:
        with contextlib.suppress(ConnectionError):
            for _number in range(100):
                client.sendall(b"GET / HTTP/1.1\r\nX: " + b"x" * 10_000)
        assert ends(client)


@pytest.mark.parametrize(
    ("connection", "rests"), [({"cycle": None}, True), ({"cycle": True}, True), ({"cycle": False}, False), ({}, False)]
)
def test_connections_that_rest(connection: dict[str, bool | None], rests: bool) -> None:
    made = t.cast("t.Any", type("Connection", (), {})())
    for name, complete in connection.items():
        cycle = None if complete is None else type("Cycle", (), {"response_complete": complete})()
        setattr(made, name, cycle)
    assert patience.at_rest(made) is rests
