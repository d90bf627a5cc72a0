# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The door in front of LiteLLM: it refuses a wrong key and a body that is too big before it reads the body."""

from __future__ import annotations

import asyncio
import contextlib
import json
import typing as t

if t.TYPE_CHECKING:
    from keys import Keys
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LINGER_SECONDS = 2
"""How long a refused connection stays open, so that a client that still sends its body gets to read the answer."""

LINGER_BYTES = 8 * 2**20
"""How much of a refused body is read and thrown away; most clients have sent all of theirs by then."""

MEGABYTE = 2**20


class BodyRefused(BaseException):
    """Ends an application that still reads a body which was refused; like a cancellation, no error that it handles."""


class Refusal:
    """An answer of the door, as an ASGI application. It has OpenAI's error shape.

    :param sentence: what the client is told.
    :param kind: the error's ``type``.
    :param unread: whether a body follows that nobody reads, so that the connection has to end.
    :param waits: whether the client waits for ``100 Continue`` before it sends its body.
    """

    def __init__(self, status: int, kind: str, sentence: str, unread: bool, waits: bool) -> None:
        error = {"message": sentence, "type": kind, "param": None, "code": str(status)}
        self._text = json.dumps({"error": error}).encode()
        self._status = status
        self._lingers = unread and not waits
        self._headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(self._text))]
        if status == 401:
            self._headers.append((b"www-authenticate", b"Bearer"))
        if unread:
            self._headers.append((b"connection", b"close"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; a WebSocket's handshake gets 403 of the server, as from LiteLLM itself."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        await send({"type": "http.response.start", "status": self._status, "headers": self._headers})
        await send({"type": "http.response.body", "body": self._text, "more_body": self._lingers})
        if self._lingers:
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(_throw_away(receive), LINGER_SECONDS)
            await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _throw_away(receive: Receive) -> None:
    """Read the rest of a body, then wait for whoever sends more than is read of it.

    A connection that is closed while data waits in it is reset, and many a client then loses an answer that it has not
    read yet.
    """
    read, more = 0, True
    while more and read < LINGER_BYTES:
        message = await receive()
        read += len(message.get("body", b""))
        more = bool(message.get("more_body"))
    if more:
        await asyncio.sleep(LINGER_SECONDS)


class Door:
    """An ASGI application in front of *app*.

    :param max_body: how many MB the biggest body has that is let through; 0 for any.
    """

    def __init__(self, app: ASGIApp, max_body: int) -> None:
        self._app = app
        self._max_bytes = max_body * MEGABYTE
        self._too_big = f"The request is bigger than {max_body} MB, which is the most that this gateway takes."
        self.keys: Keys | None = None
        """Who knows which key is right; as long as nobody does, LiteLLM itself looks at keys."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        length = 0
        chunked = waits = False
        for name, value in scope["headers"]:
            if name == b"content-length":
                length = int(value)
            elif name == b"transfer-encoding":
                chunked = True
            elif name == b"expect":
                waits = value.lower() == b"100-continue"
        sentence = self.keys.refusal(scope) if self.keys else None
        if sentence:
            refusal = Refusal(401, "auth_error", sentence, bool(length) or chunked, waits)
        elif self._max_bytes and length > self._max_bytes:
            refusal = Refusal(413, "invalid_request_error", self._too_big, True, waits)
        elif self._max_bytes and chunked:
            await self._pass_counted(scope, receive, send)
            return
        else:
            await self._app(scope, receive, send)
            return
        await self._readable_elsewhere(refusal)(scope, receive, send)

    def _readable_elsewhere(self, refusal: Refusal) -> ASGIApp:
        """The answer as pages of other sites may read it, for whom LiteLLM's own answers have a header too."""
        for middleware in getattr(self._app, "user_middleware", ()):
            if middleware.cls.__name__ == "CORSMiddleware":
                readable: ASGIApp = middleware.cls(refusal, **middleware.kwargs)
                return readable
        return refusal

    async def _pass_counted(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request whose length nobody knows yet, and refuse it once it is too long."""
        read = 0
        answered = refused = False

        async def receive_counted() -> Message:
            nonlocal read, refused
            message = await receive()
            read += len(message.get("body", b""))
            if read <= self._max_bytes or answered:
                return message
            refused = True
            refusal = Refusal(413, "invalid_request_error", self._too_big, bool(message.get("more_body")), False)
            await self._readable_elsewhere(refusal)(scope, receive, send)
            raise BodyRefused

        async def send_unless_refused(message: Message) -> None:
            nonlocal answered
            if not refused:
                answered = True
                await send(message)

        with contextlib.suppress(BodyRefused):
            await self._app(scope, receive_counted, send_unless_refused)
