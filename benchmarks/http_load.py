"""Requests to a gateway that cost the machine little: aiohttp, whole answers and streams, connections that are kept.

``load.py`` is what a client really uses, and takes more of a processor than some gateways do.
"""

from __future__ import annotations

import asyncio
import time
import typing as t

import aiohttp

TIMEOUT_S = 120


class Target(t.NamedTuple):
    """Who is asked, and for what.

    :param url: as far as ``/v1``.
    :param headers: with the key.
    :param model: as this gateway calls it.
    :param prompt: what is asked.
    """

    url: str
    headers: dict[str, str]
    model: str
    prompt: str = "hello"

    def body(self, stream: bool) -> dict[str, t.Any]:
        """One request."""
        return {"model": self.model, "stream": stream, "messages": [{"role": "user", "content": self.prompt}]}


class Waits(t.NamedTuple):
    """What the clients waited.

    :param first_ms: each answer's time to its first piece, in ms; of a whole answer, to its end.
    :param failed: how many answers were no answers.
    """

    first_ms: list[float]
    failed: int


def session() -> aiohttp.ClientSession:
    """As many connections as there are clients."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0), timeout=aiohttp.ClientTimeout(total=TIMEOUT_S), trust_env=False
    )


async def whole(target: Target, clients: int, seconds: float) -> Waits:
    """Ask for whole answers, each client again and again, for so long."""
    waits: list[float] = []
    failed = 0
    until = time.monotonic() + seconds

    async def client(asked: aiohttp.ClientSession) -> None:
        nonlocal failed
        while time.monotonic() < until:
            began = time.perf_counter()
            async with asked.post(
                f"{target.url}/chat/completions", json=target.body(False), headers=target.headers
            ) as answer:
                right = b'"choices"' in await answer.read() and answer.status == 200
            failed += not right
            if right:
                waits.append(1000 * (time.perf_counter() - began))

    async with session() as asked:
        await asyncio.gather(*(client(asked) for _number in range(clients)))
    return Waits(sorted(waits), failed)


async def streams(target: Target, at_once: int, rounds: int) -> Waits:
    """Ask for so many streams at once, so many times; each has to come to its end."""
    waits: list[float] = []
    failed = 0

    async def stream(asked: aiohttp.ClientSession) -> None:
        nonlocal failed
        began = time.perf_counter()
        async with asked.post(
            f"{target.url}/chat/completions", json=target.body(True), headers=target.headers
        ) as answer:
            first = await answer.content.readline()
            took = 1000 * (time.perf_counter() - began)
            rest = await answer.read()
        if first.startswith(b"data:") and b"data: [DONE]" in rest:
            waits.append(took)
        else:
            failed += 1

    async with session() as asked:
        for _round in range(rounds):
            await asyncio.gather(*(stream(asked) for _number in range(at_once)))
    return Waits(sorted(waits), failed)


async def idle(host: str, port: int, count: int) -> list[asyncio.StreamWriter]:
    """So many connections that say nothing; who gets them closes them."""
    return [(await asyncio.open_connection(host, port))[1] for _number in range(count)]
