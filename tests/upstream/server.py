"""The application behind uvicorn, with the one thing that ASGI has no words for: closing the client's connection."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
import time
import typing as t
from collections.abc import Iterator

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from .app import Upstream


class ClosableProtocol(H11Protocol):
    """Adds ``close_connection`` to the state of each request."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn itself
        super().connection_made(transport)
        self.app_state: dict[str, t.Any] = {**self.app_state, "close_connection": transport.close}


KEEP_ALIVE_S = 600
"""Longer than LiteLLM keeps a connection (120 s): a request that crosses with its end gets no answer, and is no finding."""


def server_for(upstream: Upstream, host: str = "127.0.0.1", port: int = 0) -> uvicorn.Server:
    """A server that is not started yet. Requests that hang do not keep it from stopping."""
    settings: dict[str, t.Any] = {"http": ClosableProtocol, "loop": "asyncio", "timeout_graceful_shutdown": 1}
    config = uvicorn.Config(upstream.app, host, port, log_level="warning", timeout_keep_alive=KEEP_ALIVE_S, **settings)
    return uvicorn.Server(config)


@contextlib.contextmanager
def running_upstream() -> Iterator[tuple[Upstream, str]]:
    """An upstream on a free local port, in a thread, and its URL (without ``/v1``)."""
    upstream = Upstream()
    server = server_for(upstream)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        try:
            yield upstream, f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
