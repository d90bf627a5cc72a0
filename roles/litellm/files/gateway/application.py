# SPDX-License-Identifier: GPL-3.0-or-later
"""LiteLLM's ASGI application as a slot serves it.

It finishes its start-up only when the release is proved, and asks clients to close their connections while the slot drains.
"""

from __future__ import annotations

import time
import typing as t

from reason import ReleaseRefusedError, last_error, sentence

if t.TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send


class ProvedApp:
    """*app*, but its start-up fails unless *prove* succeeds; ``refusal`` then says why.

    :param prove: is awaited once *app* has started; raises ``ReleaseRefusedError`` to refuse the release.
    :param announce: is called when start-up is complete.
    :param log_request: logs one request, see ``json_log.print_request``; None where the server does.
    """

    def __init__(
        self,
        app: ASGIApp,
        prove: Callable[[], Awaitable[None]],
        announce: Callable[[], None],
        log_request: Callable[[Scope, Message | None, float, bool], None] | None = None,
    ) -> None:
        self._app = app
        self._log_request = log_request
        self.logs_requests = log_request is not None
        self._prove = prove
        self._announce = announce
        self.refusal: ReleaseRefusedError | None = None
        self.draining = False
        """Whether the slot drains; every answer then says ``Connection: close``."""
        self.tell_under_way: Callable[[int], None] = lambda _requests: None
        """Is called with the number of requests that are not answered in full, whenever that number changes."""
        self._under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a connection on to the application: its start-up proved, its requests counted."""
        if scope["type"] == "lifespan":
            await self._start_and_end(scope, receive, self._sends_when_proved(send))
        elif scope["type"] == "http":
            self._count(1)
            try:
                if self._log_request is None:
                    await self._app(scope, receive, self._sends_close(send))
                else:
                    await self._log(scope, receive, self._sends_close(send))
            finally:
                self._count(-1)
        else:
            await self._app(scope, receive, send)

    async def _log(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and log it when it is answered or its client is gone."""
        began = time.monotonic()
        started: Message | None = None
        whole = False

        async def send_seen(message: Message) -> None:
            nonlocal started, whole
            if message["type"] == "http.response.start":
                started = message
            await send(message)
            whole = message["type"] == "http.response.body" and not message.get("more_body")

        try:
            await self._app(scope, receive, send_seen)
        finally:
            if self._log_request is not None:
                self._log_request(scope, started, time.monotonic() - began, whole)

    def _count(self, change: int) -> None:
        self._under_way += change
        self.tell_under_way(self._under_way)

    async def _start_and_end(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Run the application's lifespan, and keep the error of an application that dies instead of reporting a failure."""
        try:
            await self._app(scope, receive, send)
        except BaseException as error:
            self.refusal = self.refusal or ReleaseRefusedError(sentence(error))
            raise

    def _sends_when_proved(self, send: Send) -> Send:
        """Return a *send* that holds ``lifespan.startup.complete`` back until the proof is done."""

        async def send_proved(message: Message) -> None:
            if message["type"] == "lifespan.startup.failed":
                reason = last_error(str(message.get("message", ""))) or "it does not say why"
                self.refusal = ReleaseRefusedError(f"LiteLLM does not start: {reason}")
            if message["type"] != "lifespan.startup.complete":
                await send(message)
                return
            try:
                await self._prove()
            except ReleaseRefusedError as refused:
                self.refusal = refused
                await send({"type": "lifespan.startup.failed", "message": ""})
                return
            await send(message)
            self._announce()

        return send_proved

    def _sends_close(self, send: Send) -> Send:
        """Return a *send* that adds ``Connection: close`` to answers while the slot drains."""

        async def send_closing(message: Message) -> None:
            if self.draining and message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", []), (b"connection", b"close")]}
            await send(message)

        return send_closing
