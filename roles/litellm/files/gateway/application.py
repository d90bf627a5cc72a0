# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""LiteLLM's ASGI application as a slot serves it: held back until it is proved, and closing connections as it drains."""

from __future__ import annotations

import typing as t

from reason import ReleaseRefusedError, last_error, sentence

if t.TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send


class ProvedApp:
    """An ASGI application that finishes its start-up only when *prove* is content; else *refusal* says why.

    :param prove: raises ``ReleaseRefusedError``.
    :param announce: called once start-up is complete.
    """

    def __init__(self, app: ASGIApp, prove: Callable[[], Awaitable[None]], announce: Callable[[], None]) -> None:
        self._app = app
        self._prove = prove
        self._announce = announce
        self.refusal: ReleaseRefusedError | None = None
        self.draining = False
        """Whether answers tell clients that their connection will not be kept."""
        self.tell_under_way: Callable[[int], None] = lambda _requests: None
        """Is told how many requests are not answered in full, whenever that changes."""
        self._under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, through what the kind of *scope* needs."""
        if scope["type"] == "lifespan":
            await self._start_and_end(scope, receive, self._sends_when_proved(send))
        elif scope["type"] == "http":
            self._count(1)
            try:
                await self._app(scope, receive, self._sends_close(send))
            finally:
                self._count(-1)
        else:
            await self._app(scope, receive, send)

    def _count(self, change: int) -> None:
        self._under_way += change
        self.tell_under_way(self._under_way)

    async def _start_and_end(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The whole life of the application, which may end before it says that it cannot start."""
        try:
            await self._app(scope, receive, send)
        except BaseException as error:
            self.refusal = self.refusal or ReleaseRefusedError(sentence(error))
            raise

    def _sends_when_proved(self, send: Send) -> Send:
        """Hold back ``lifespan.startup.complete`` until the proof is done."""

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
        """Answer with ``Connection: close`` while the slot drains."""

        async def send_closing(message: Message) -> None:
            if self.draining and message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", []), (b"connection", b"close")]}
            await send(message)

        return send_closing
