"""Clients of a gateway: the official OpenAI SDK without retries, whole answers and streams, kept and new connections.

``python benchmarks/load.py`` asks the gateway that ``OPENAI_BASE_URL`` names with the key in ``OPENAI_API_KEY``, as the SDK
does, until it gets SIGTERM; then it lets its requests end. It writes one line of JSON for each (``samples.Sample``).

Of four clients in a row one each asks for a whole answer or a stream, over a connection that it keeps or a new one. A stream
counts as answered when it ended as it should: with a finish reason and the whole text.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import random
import signal
import time
import typing as t
from collections.abc import Callable

from openai import AsyncOpenAI, OpenAIError
from samples import Sample

TIMEOUT_S = 120.0
WAYS = ("whole new", "stream new", "whole kept", "stream kept")


class WrongAnswerError(Exception):
    """The gateway answered, but not what was asked."""


class Client:
    """One client, with a connection pool of its own.

    :param number: seeds its pauses.
    :param way: how it asks, one of ``WAYS``.
    :param stream_model: the model that it asks when it streams.
    """

    def __init__(self, number: int, way: str, model: str, stream_model: str) -> None:
        self._stream = "stream" in way
        self._model = stream_model if self._stream else model
        self._random = random.Random(number)  # noqa: S311 - pauses are no secrets
        self._headers = {"Connection": "close"} if "new" in way else {}
        self._sdk = AsyncOpenAI(max_retries=0, timeout=TIMEOUT_S)
        self.name = f"{number} {way}"

    async def ask(self) -> Sample:
        """One request, however it ends."""
        start, error = time.time(), ""
        answered: list[float] = []
        try:
            await (self._ask_stream(answered) if self._stream else self._ask_whole())
        except (OpenAIError, WrongAnswerError) as problem:
            causes = [problem, problem.__cause__]
            error = " from ".join(f"{type(cause).__name__}: {cause}" for cause in causes if cause)
        except Exception as problem:  # the HTTP library's own, which the SDK lets pass while it reads a stream
            error = f"{type(problem).__module__}.{type(problem).__name__}: {problem}"
        end = time.time()
        wait = (answered[0] if answered else end) - start
        return Sample(start, end, round(1000 * wait, 1), self.name, error[:300])

    async def ask_until(self, stop: asyncio.Event, pause_s: float, tell: Callable[[Sample], None]) -> None:
        """Pause and ask, again and again; the pauses are evenly spread around *pause_s*."""
        while True:
            await wait(stop, self._random.uniform(0, 2 * pause_s))
            if stop.is_set():
                return
            tell(await self.ask())

    async def _ask_whole(self) -> None:
        answer = await self._sdk.chat.completions.create(
            model=self._model, messages=[{"role": "user", "content": "hello"}], extra_headers=self._headers
        )
        check(answer.choices[0].message.content, answer.choices[0].finish_reason)

    async def _ask_stream(self, answered: list[float]) -> None:
        text, finish = "", None
        stream = await self._sdk.chat.completions.create(
            model=self._model, messages=[{"role": "user", "content": "hello"}], extra_headers=self._headers, stream=True
        )
        async for chunk in stream:
            answered.append(time.time())
            for choice in chunk.choices:
                text += choice.delta.content or ""
                finish = choice.finish_reason or finish
        check(text, finish)


def check(text: str | None, finish: str | None) -> None:
    """Compare an answer with what the recording upstream says.

    :raises WrongAnswerError: when it is something else, or incomplete.
    """
    if finish != "stop" or not (text or "").startswith("Answer from ") or not (text or "").endswith("."):
        raise WrongAnswerError(f"{text!r}, finish reason {finish!r}")


async def wait(event: asyncio.Event, within_s: float) -> None:
    """Wait for *event*, but no longer than that."""
    with contextlib.suppress(asyncio.TimeoutError):
        await asyncio.wait_for(event.wait(), within_s)


async def run(options: argparse.Namespace, tell: Callable[[Sample], None]) -> None:
    """All clients, until SIGTERM or SIGINT."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    ways = [options.only] if options.only else WAYS
    clients = [
        Client(number, ways[number % len(ways)], options.model, options.stream_model)
        for number in range(options.clients)
    ]
    await asyncio.gather(*(client.ask_until(stop, options.pause, tell) for client in clients))


def parsed_arguments(argv: t.Sequence[str] | None = None) -> argparse.Namespace:
    """The command line; it carries no key."""
    parser = argparse.ArgumentParser(description="Ask a gateway until told to stop.")
    parser.add_argument("--clients", type=int, default=50, help="how many clients ask side by side")
    parser.add_argument("--pause", type=float, default=2.5, help="mean seconds between an answer and the next request")
    parser.add_argument("--model", default="gpt-5", help="the model that is asked for whole answers")
    parser.add_argument("--stream-model", default="gpt-5", help="the model that is asked for streams")
    parser.add_argument("--only", choices=WAYS, help="the one way in which every client asks; default: all in turn")
    return parser.parse_args(argv)


if __name__ == "__main__":
    asyncio.run(run(parsed_arguments(), lambda sample: print(sample.written(), flush=True)))
