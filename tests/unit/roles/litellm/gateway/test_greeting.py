"""A balancer that greets learns that somebody took its connection; everybody else notices nothing."""

from __future__ import annotations

import socket
import threading
import typing as t

import pytest
import uvicorn
from greeting import GRANTED, LONGEST, GreetingProtocol

from tests.unit.roles.litellm.gateway.conftest import LONGEST as PATIENCE

GREETING = b"\x04\x01\x0f\xa0\x0a\x00\x00\x01HAProxy\0"
"""What HAProxy 2.6 and 3.0 send to 10.0.0.1:4000."""

REQUEST = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


async def app(_scope: t.Any, _receive: t.Any, send: t.Any) -> None:
    """Answers everything."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


@pytest.fixture(scope="module")
def port() -> t.Iterator[int]:
    """Where a server listens that answers greetings."""
    server = uvicorn.Server(uvicorn.Config(app, http=GreetingProtocol, lifespan="off", log_config=None))
    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield listener.getsockname()[1]
    server.should_exit = True
    thread.join(PATIENCE)


@pytest.fixture
def client(port: int) -> t.Iterator[socket.socket]:
    """A connection to it."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        yield connection


def answer(client: socket.socket, length: int) -> bytes:
    """Exactly *length* bytes."""
    received = b""
    while len(received) < length:
        piece = client.recv(length - len(received))
        assert piece, received
        received += piece
    return received


def test_a_greeting_is_answered_before_any_request(client: socket.socket) -> None:
    client.sendall(GREETING)
    assert answer(client, len(GRANTED)) == GRANTED
    client.sendall(REQUEST)
    assert answer(client, 12) == b"HTTP/1.1 200"


def test_a_greeting_in_pieces(client: socket.socket) -> None:
    for byte in GREETING:
        client.sendall(bytes([byte]))
    assert answer(client, len(GRANTED)) == GRANTED


def test_a_greeting_together_with_a_request(client: socket.socket) -> None:
    client.sendall(GREETING + REQUEST)
    assert answer(client, len(GRANTED) + 12) == GRANTED + b"HTTP/1.1 200"


def test_a_request_without_a_greeting(client: socket.socket) -> None:
    client.sendall(REQUEST)
    assert answer(client, 12) == b"HTTP/1.1 200"


@pytest.mark.parametrize("ending", [b"", b"\0"])
def test_a_greeting_without_an_end_is_no_request(client: socket.socket, ending: bytes) -> None:
    client.sendall(GREETING[:-1] + b"x" * LONGEST + ending)
    assert answer(client, 12) == b"HTTP/1.1 400"


def test_a_second_greeting_is_no_request(client: socket.socket) -> None:
    client.sendall(GREETING)
    assert answer(client, len(GRANTED)) == GRANTED
    client.sendall(GREETING)
    assert answer(client, 12) == b"HTTP/1.1 400"
