"""When a worker asks for a successor, and whom it answers before it ends."""

from __future__ import annotations

import asyncio
import mmap
import os
import socket
import time
import types
import typing as t
from pathlib import Path

import pytest
import worker
from closing import Closing
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route


class Sparing(worker.GatewayWorker):
    """A worker that was forked a while ago, without the fork."""

    def __init__(self, limit: int, megabytes: int, age: float) -> None:
        self.asked = 0
        self.ppid = os.getppid()
        self.app = types.SimpleNamespace(max_worker_memory=megabytes, start_timeout=30, ask_for_successor=self.ask)
        self._limit = limit
        self._asks_again = 0.0
        self._grown = time.monotonic() + worker.GROWN_SECONDS - age

    def notify(self) -> None:
        """Its master is not here to be told."""

    def ask(self) -> None:
        self.asked += 1


@pytest.mark.parametrize(
    ("limit", "megabytes", "age", "requests", "asked"),
    [
        (0, 0, 90, 10**6, 0),
        (10, 0, 0, 9, 0),
        (10, 0, 0, 10, 1),
        (0, 1, 90, 0, 1),
        (0, 1, 30, 0, 0),
        (0, 10**6, 90, 0, 0),
    ],
)
def test_a_spent_worker_asks_once(limit: int, megabytes: int, age: float, requests: int, asked: int) -> None:
    spent = Sparing(limit, megabytes, age)
    assert [spent.report_to_master(requests) for _second in range(3)] == [True, True, True]
    assert spent.asked == asked


def test_a_worker_whose_master_is_gone() -> None:
    orphan = Sparing(0, 0, 0)
    orphan.ppid = 1 if os.getppid() != 1 else 2
    assert not orphan.report_to_master(0)


def test_a_worker_tells_its_master_what_is_under_way() -> None:
    shared = worker.GatewayWorker.__new__(worker.GatewayWorker)
    shared._shared = mmap.mmap(-1, worker.NUMBER_BYTES)
    assert shared.under_way() == 0
    child = os.fork()
    if child == 0:
        shared.tell_under_way(300)
        os._exit(0)
    os.waitpid(child, 0)
    assert shared.under_way() == 300


def test_what_waits_at_a_port_that_closes_is_answered(tmp_path: Path) -> None:
    """The server is the last one that has the port, and had no time for those who came while it was told to stop."""
    port = socket.create_server(("127.0.0.1", 0))
    app = Starlette(routes=[Route("/", lambda _request: PlainTextResponse("answered"))])
    config = worker.GatewayConfig(app, tls=None, log_config=None, timeout_graceful_shutdown=60)
    config.load()
    its_worker: t.Any = types.SimpleNamespace(
        wsgi=types.SimpleNamespace(),
        app=types.SimpleNamespace(closing=Closing(tmp_path / "port-closes")),
        notify=lambda: None,
        collector=types.SimpleNamespace(collect=lambda: None),
    )

    async def ask_and_stop() -> list[socket.socket]:
        server = worker.DrainingServer(config, its_worker)
        server.lifespan = config.lifespan_class(config)
        await server.startup(sockets=[port])
        clients = [socket.create_connection(port.getsockname()) for _client in range(20)]
        for each in clients:
            each.sendall(b"GET / HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n\r\n")
        await server.shutdown(sockets=[port])
        return clients

    for client in asyncio.run(ask_and_stop()):
        client.settimeout(60)
        with client, client.makefile("rb") as answer:
            assert answer.read().endswith(b"answered")
