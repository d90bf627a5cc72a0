"""When start-up is complete, and what answers say while a slot drains."""

from __future__ import annotations

import asyncio
import contextlib
import typing as t

import pytest
from application import ProvedApp
from reason import ReleaseRefusedError
from starlette.applications import Starlette

if t.TYPE_CHECKING:
    from starlette.types import Message, Scope


def started(app: t.Any, prove: t.Callable[[], t.Awaitable[None]]) -> tuple[list[str], list[str], t.Any]:
    """Run the start-up of a proved application: what the server hears, what is announced, and the application."""
    sent: list[str] = []
    announced: list[str] = []
    proved = ProvedApp(app, prove, lambda: announced.append("ready after " + ",".join(sent)))

    async def receive() -> Message:
        return {"type": "lifespan.startup" if not sent else "lifespan.shutdown"}

    async def send(message: Message) -> None:
        sent.append(message["type"])

    asyncio.run(proved({"type": "lifespan"}, receive, send))
    return sent, announced, proved


async def content() -> None:
    """A proof that holds."""


async def never() -> Message:
    """Nothing is read from the client."""
    raise NotImplementedError


async def discontent() -> None:
    raise ReleaseRefusedError("one sentence")


def test_announced_once_proved() -> None:
    sent, announced, proved = started(Starlette(), content)
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
    assert announced == ["ready after lifespan.startup.complete"]
    assert proved.refusal is None


def test_not_announced_when_refused() -> None:
    sent, announced, proved = started(Starlette(), discontent)
    assert sent[0] == "lifespan.startup.failed"
    assert "lifespan.startup.complete" not in sent
    assert announced == []
    assert str(proved.refusal) == "one sentence"


@pytest.mark.parametrize(
    ("draining", "headers"), [(False, [(b"a", b"b")]), (True, [(b"a", b"b"), (b"connection", b"close")])]
)
def test_answers_say_that_the_connection_ends_while_the_slot_drains(
    draining: bool, headers: list[tuple[bytes, bytes]]
) -> None:
    sent: list[t.Any] = []

    async def app(_scope: object, _receive: object, send: t.Any) -> None:
        await send({"type": "http.response.start", "headers": [(b"a", b"b")]})
        await send({"type": "http.response.body"})

    async def send(message: t.Any) -> None:
        sent.append(message)

    proved = ProvedApp(app, discontent, sent.clear)
    proved.draining = draining
    asyncio.run(proved({"type": "http"}, never, send))
    assert sent == [{"type": "http.response.start", "headers": headers}, {"type": "http.response.body"}]


def test_other_connections_are_passed_on() -> None:
    seen: list[t.Any] = []

    async def app(*arguments: t.Any) -> None:
        seen.extend(arguments)

    scope: Scope = {"type": "websocket"}
    receive: t.Any = object()
    send: t.Any = object()
    asyncio.run(ProvedApp(app, discontent, seen.clear)(scope, receive, send))
    assert seen == [scope, receive, send]


def test_an_application_that_does_not_start_is_not_asked() -> None:
    @contextlib.asynccontextmanager
    async def broken(_app: Starlette) -> t.AsyncIterator[None]:
        int("no configuration")
        yield

    sent: list[str] = []

    async def receive() -> Message:
        return {"type": "lifespan.startup"}

    async def send(message: Message) -> None:
        sent.append(message["type"])

    proved = ProvedApp(Starlette(lifespan=broken), discontent, lambda: sent.append("announced"))
    with pytest.raises(ValueError, match="no configuration"):
        asyncio.run(proved({"type": "lifespan"}, receive, send))
    assert sent == ["lifespan.startup.failed"]
