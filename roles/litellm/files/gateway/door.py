# SPDX-License-Identifier: GPL-3.0-or-later
"""The door in front of LiteLLM: it refuses requests with a wrong key or too big a body before it reads the body."""

from __future__ import annotations

import asyncio
import contextlib
import json
import typing as t

from guarded import below

if t.TYPE_CHECKING:
    from collections.abc import Sequence

    from keys import Keys
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LINGER_SECONDS = 2
"""How long a refused connection stays open, so that a client that still sends its body gets to read the answer."""

LINGER_BYTES = 8 * 2**20
"""How many bytes of a refused body are read and thrown away; most clients have sent all of theirs by then."""

MEGABYTE = 2**20

NOT_HERE = "This gateway has nothing at this path."


class BodyRefused(BaseException):
    """Ends an application that still reads a refused body. No ``Exception``, so that no application handles it."""


class Refusal:
    """An answer of the door in OpenAI's error shape, as an ASGI application.

    :param status: the HTTP status.
    :param kind: the error's ``type``.
    :param sentence: the error's ``message``.
    :param unread: whether the request has a body that nobody reads, so that the connection has to end.
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
        """Answer a request. A WebSocket's handshake is closed, for which uvicorn answers 403, as LiteLLM has it answered."""
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
    """Read the rest of a body up to ``LINGER_BYTES``, then wait for a client that sends more than that.

    The kernel resets a connection that is closed while unread data waits in it, and many clients then lose an answer that
    they have not read yet.
    """
    read, more = 0, True
    while more and read < LINGER_BYTES:
        message = await receive()
        read += len(message.get("body", b""))
        more = bool(message.get("more_body"))
    if more:
        await asyncio.sleep(LINGER_SECONDS)


class Door:
    """An ASGI application that refuses requests or passes them on to *app*.

    :param max_body: the biggest body that is let through, in MB; 0 lets any through.
    :param closed: paths that nobody gets to, nor to what is below them.
    """

    def __init__(self, app: ASGIApp, max_body: int, closed: Sequence[str] = ()) -> None:
        self._app = app
        self._closed = closed
        self._max_bytes = max_body * MEGABYTE
        self._too_big = f"The request is bigger than {max_body} MB, which is the most that this gateway takes."
        self.keys: Keys | None = None
        """Knows which key is right. As long as it is None, only LiteLLM itself looks at keys."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a request, or pass it on."""
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
        if self._closed and self._is_closed(scope["path"]):
            refusal = Refusal(404, "not_found_error", NOT_HERE, bool(length) or chunked, waits)
        elif sentence:
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

    def _is_closed(self, path: str) -> bool:
        # LiteLLM may take away one / less, where the root path ends with one.
        path = "/" + below(path, str(getattr(self._app, "root_path", "") or "")).lstrip("/")
        return any(path == each or path.startswith(f"{each}/") for each in self._closed)

    def _readable_elsewhere(self, refusal: Refusal) -> ASGIApp:
        """*refusal* with the CORS headers that LiteLLM gives its own answers, so that pages of other sites can read it."""
        for middleware in getattr(self._app, "user_middleware", ()):
            if middleware.cls.__name__ == "CORSMiddleware":
                readable: ASGIApp = middleware.cls(refusal, **middleware.kwargs)
                return readable
        return refusal

    async def _pass_counted(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request that does not say its length, and refuse it as soon as its body is too big."""
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
