"""What slow and hostile clients get of a gateway, and what the others notice of each of them.

One worker serves on loopback with an upstream that answers at once. For each attack in turn, 10 clients with the key ask the
gateway first alone, then while the attack goes on:

- ``idle``: 1,000 connections that send nothing;
- ``rest``: 1,000 connections that had an answer and send nothing more;
- ``trickle head`` and ``trickle body``: 300 that send one byte a second of a head, or of a body with the right key;
- ``headers``: requests with 64 KB of headers, with the right key and with a wrong one;
- ``big wrong``, ``big right``: bodies of 100 MB with a wrong key, and with the right one;
- ``big chunked``: bodies without a length, with the right key, until the gateway has enough;
- ``malformed``: bodies with the right key that are no JSON;
- ``keys``: requests with a wrong key, each from a program of another name.

Prints every measurement; the last line is JSON::

    {"abuse": {"alone": {"attacks": {"idle": {"got": {"closed": 1000}, "p50": 1.02, "p99": 1.1, "failed": 0, "peak_mb": 440}, …},
                         "memory_mb": {"before", "after"}, "log": {"tracebacks", "kb"}}, "balancer": {…}}}

``got`` counts what the attackers got: a status, ``closed`` for a connection that the gateway ended, ``open`` for one that it left
alone until the attack ended, ``cut`` for one that ended without an answer. ``p50`` and ``p99`` are what the clients with the key
waited, as a ratio to before the attack. ``alone`` the gateway has nothing in front; with ``balancer`` all of them come through HAProxy,
configured as the role ``litellm_balancer`` does by default, the attackers from one address and the others from another; with ``tls`` the
gateway serves HTTPS, and ``handshake`` is 1,000 connections that begin none. ``--way`` names those that are measured. Needs
LITELLM_PYTHON, an interpreter that can import ``litellm[proxy]``.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import ssl
import sys
import tempfile
import time
import typing as t
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import yaml
from bench_door import CLIENTS, PROGRAM, Gateway, clients, cpu_ms, lines, serving
from bench_servers import CONFIG, KEY, PROJECT, upstream
from gateways import serving as answering
from samples import figures, read

from tests.ports import free_port

sys.path.insert(0, str(PROJECT / ".collections"))

from ansible_collections.llmops.litellm.plugins.module_utils._balancer_places import SOCKET
from ansible_collections.llmops.litellm.plugins.plugin_utils._balancer.plan import plan

WAYS = ALONE, BALANCER, TLS = "alone", "balancer", "tls"
ATTACKERS = "127.0.0.2"
"""Where the attackers come from: a balancer counts the connections of each address."""
IDLE, TRICKLING, BIG, AT_ONCE = 1000, 300, 5, 10
BIG_BYTES = 100 * 2**20
PIECE = b"x" * 65536
CHAT = b'{"model": "gpt-5", "messages": [{"role": "user", "content": "hello"}]}'
TIME_OUT_S = 60

Got = Counter[str]


class Abuse:
    """Attackers of one gateway, until a moment.

    :param until: when they stop, in seconds of ``time.monotonic``.
    :param tls: how they speak; None for plain HTTP.
    """

    def __init__(self, port: int, until: float, tls: ssl.SSLContext | None) -> None:
        self._port = port
        self._until = until
        self._tls = tls

    async def connect(self, tls: ssl.SSLContext | None) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        name = "gateway" if tls else None
        return await asyncio.open_connection(
            "127.0.0.1", self._port, ssl=tls, server_hostname=name, local_addr=(ATTACKERS, 0)
        )

    @staticmethod
    def head(key: str, length: int | None, *more: str) -> bytes:
        """The head of a request for an answer; *length* None is a body in pieces."""
        size = "Transfer-Encoding: chunked" if length is None else f"Content-Length: {length}"
        lines = ["POST /v1/chat/completions HTTP/1.1", "Host: gateway", f"Authorization: Bearer {key}"]
        return "\r\n".join([*lines, "Content-Type: application/json", size, *more, "", ""]).encode()

    async def many(self, number: int, one: Callable[[], Awaitable[str]]) -> Got:
        """What so many attackers got that begin together."""
        found = await asyncio.gather(*(one() for _number in range(number)), return_exceptions=True)
        return Counter(each if isinstance(each, str) else type(each).__name__ for each in found)

    async def again(self, one: Callable[[int], Awaitable[str]]) -> Got:
        """What ``AT_ONCE`` attackers got that begin again and again."""
        got: Got = Counter()

        async def some(first: int) -> None:
            number = first
            while time.monotonic() < self._until:
                try:
                    got[await one(number)] += 1
                except (OSError, asyncio.TimeoutError) as error:
                    got[type(error).__name__] += 1
                number += AT_ONCE

        await asyncio.gather(*(some(first) for first in range(AT_ONCE)))
        return got

    async def wait(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, drip: bytes = b"") -> str:
        """Send *drip* once a second until the gateway ends the connection, or the attack ends."""
        ended = asyncio.ensure_future(reader.read(1))
        while time.monotonic() < self._until and not ended.done():
            if drip:
                writer.write(drip)
            await asyncio.wait([ended], timeout=1)
        found = "closed" if ended.done() else "open"
        ended.cancel()
        with contextlib.suppress(BaseException):
            await ended
        writer.transport.abort()
        return found

    async def hold(self, begin: bytes = b"", drip: bytes = b"", handshake: bool = True) -> str:
        """One connection that sends *begin*, and then *drip* each second."""
        reader, writer = await self.connect(self._tls if handshake else None)
        writer.write(begin)
        return await self.wait(reader, writer, drip)

    async def rest(self) -> str:
        """One connection that has had an answer."""
        reader, writer = await self.connect(self._tls)
        writer.write(b"GET /health/liveliness HTTP/1.1\r\nHost: gateway\r\n\r\n")
        await reader.readuntil(b"\r\n\r\n")
        await reader.read(65536)
        return await self.wait(reader, writer)

    async def ask(self, head: bytes, body: t.Iterable[bytes], chunked: bool = False) -> str:
        """One request; the status of its answer."""
        reader, writer = await self.connect(self._tls)
        answer = asyncio.ensure_future(reader.readline())
        try:
            writer.write(head)
            for piece in body:
                if answer.done():
                    break
                writer.write(b"%x\r\n%s\r\n" % (len(piece), piece) if chunked else piece)
                with contextlib.suppress(ConnectionError):
                    await writer.drain()
            line = await asyncio.wait_for(answer, TIME_OUT_S)
            return line.split()[1].decode() if line else "cut"
        except ConnectionError:
            return "cut"
        finally:
            answer.cancel()
            writer.transport.abort()


def big_body() -> t.Iterator[bytes]:
    """A question of 100 MB."""
    begin, end = CHAT[: CHAT.index(b"hello")], CHAT[CHAT.index(b"hello") :]
    yield begin
    left = BIG_BYTES - len(begin) - len(end)
    while left:
        yield PIECE[: min(left, len(PIECE))]
        left -= min(left, len(PIECE))
    yield end


def endless() -> t.Iterator[bytes]:
    """A body that has no end."""
    while True:
        yield PIECE


def attacks(abuse: Abuse, tls: bool) -> dict[str, Callable[[], Awaitable[Got]]]:
    """Each attack by its name."""
    long = [f"X-Long-{number}: {'x' * 4000}" for number in range(16)]
    slow_head = b"POST /v1/chat/completions HTTP/1.1\r\nHost: gateway\r\nX-Slow: "
    whole = abuse.head(KEY, len(CHAT), *long), abuse.head("sk-wrong", len(CHAT), *long)
    found: dict[str, Callable[[], Awaitable[Got]]] = {
        "idle": lambda: abuse.many(IDLE, abuse.hold),
        "rest": lambda: abuse.many(IDLE, abuse.rest),
        "trickle head": lambda: abuse.many(TRICKLING, lambda: abuse.hold(slow_head, b"x")),
        "trickle body": lambda: abuse.many(TRICKLING, lambda: abuse.hold(abuse.head(KEY, 10_000), b"x")),
        "headers": lambda: abuse.again(lambda number: abuse.ask(whole[number // AT_ONCE % 2], [CHAT])),
        "big wrong": lambda: abuse.many(BIG, lambda: abuse.ask(abuse.head("sk-wrong", BIG_BYTES), big_body())),
        "big right": lambda: abuse.many(BIG, lambda: abuse.ask(abuse.head(KEY, BIG_BYTES), big_body())),
        "big chunked": lambda: abuse.many(BIG, lambda: abuse.ask(abuse.head(KEY, None), endless(), chunked=True)),
        "malformed": lambda: abuse.again(lambda _number: abuse.ask(abuse.head(KEY, 20), [b'{"model": "gpt-5", "'])),
        "keys": lambda: abuse.again(
            lambda number: abuse.ask(abuse.head(f"sk-{number}", len(CHAT), f"User-Agent: p-{number}"), [CHAT])
        ),
    }
    if tls:
        found["handshake"] = lambda: abuse.many(IDLE, lambda: abuse.hold(handshake=False))
    return found


@contextlib.contextmanager
def balanced(gateway: Gateway, folder: Path) -> Iterator[Gateway]:
    """The *gateway* behind a balancer that the role would configure, at the balancer's port."""
    declared = yaml.safe_load((PROJECT / "roles/litellm_balancer/defaults/main.yml").read_text(encoding="utf-8"))
    behind = gateway._replace(port=free_port())
    declared |= {
        "litellm_balancer_gateways": [{"name": "gateway", "address": "127.0.0.1", "port": gateway.port}],
        "litellm_balancer_listen": ["127.0.0.1"],
        "litellm_balancer_port": behind.port,
        "litellm_balancer_metrics_port": free_port(),
        # Who runs this may open no more files.
        "litellm_balancer_connections": 4000,
    }
    text = plan(declared, "balancer", {}, {})["configuration"].replace(SOCKET, str(folder / "admin.sock"))
    file = folder / "haproxy.cfg"
    file.write_text(text, encoding="utf-8")
    words = ["haproxy", "-db", "-f", str(file)]
    with answering(words, {}, behind.port, "/health/readiness", folder / "haproxy.log"):
        yield behind


class Measured(t.NamedTuple):
    """One attack."""

    got: Got
    steady: tuple[float, float]
    attacked: tuple[float, float]
    failed: int
    peak_mb: float
    done_s: float


async def attacked(gateway: Gateway, name: str, seconds: float, tls: ssl.SSLContext | None) -> tuple[Got, float, float]:
    """What the attackers got, the most memory, and how long the attack took."""
    began = time.monotonic()
    abuse = Abuse(gateway.port, began + seconds, tls)
    attack = asyncio.ensure_future(attacks(abuse, tls is not None)[name]())
    peak = 0.0
    while not attack.done() or time.monotonic() < began + seconds:
        peak = max(peak, await asyncio.to_thread(gateway.memory_mb))
        await asyncio.sleep(0.5)
    return await attack, peak, time.monotonic() - began


def measure(gateway: Gateway, folder: Path, name: str, seconds: float, tls: ssl.SSLContext | None) -> Measured:
    """Clients alone, then beside the attack *name*."""
    with clients(gateway.port, folder, tls=tls is not None) as file:
        time.sleep(seconds)
    steady = figures(read(file)[CLIENTS:])
    with clients(gateway.port, folder, tls=tls is not None) as file:
        before = len(lines(file))
        got, peak, took = asyncio.run(attacked(gateway, name, seconds, tls))
    beside = figures(read(file)[before:])
    failed = steady["failed"] + beside["failed"]
    waits = [(each["p50_ms"], each["p99_ms"]) for each in (steady, beside)]
    return Measured(got, waits[0], waits[1], failed, peak, took)


def abused(way: str, only: list[str], seconds: float) -> dict[str, t.Any]:
    """A gateway that is reached one *way*, attacked in each way of *only*, or in all."""
    is_tls = way == TLS
    with upstream() as address, tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as stack:
        folder = Path(name)
        (folder / "config.yaml").write_text(yaml.safe_dump(CONFIG).replace("UPSTREAM", address), encoding="utf-8")
        found: dict[str, Measured] = {}
        gateway = stack.enter_context(serving(PROGRAM, folder, "gateway", tls=is_tls))
        if way == BALANCER:
            gateway = stack.enter_context(balanced(gateway, folder))
        tls = ssl.create_default_context(cafile=folder / "certificate.pem") if is_tls else None
        cpu_ms(gateway, folder, seconds / 4, tls=is_tls)  # a warm-up
        before = gateway.memory_mb()
        for each in only or attacks(Abuse(0, 0, None), is_tls):
            found[each] = measure(gateway, folder, each, seconds, tls)
            print(json.dumps({way: {each: found[each]._asdict()}}), flush=True)
        after = gateway.memory_mb()
        written = gateway.log.read_text(encoding="utf-8", errors="replace")
    return {
        "attacks": {each: summed(measured) for each, measured in found.items()},
        "memory_mb": {"before": round(before), "after": round(after)},
        "log": {"tracebacks": written.count("Traceback"), "kb": len(written) // 1024},
    }


def main() -> None:
    """Attack, measure and print."""
    parser = argparse.ArgumentParser(
        description="Attack a gateway on loopback in every way, and ask what others notice."
    )
    parser.add_argument(
        "--seconds", type=float, default=40, help="length of each measurement; heads may take 30 seconds"
    )
    parser.add_argument("--only", action="append", default=[], help="an attack; may be given again; all unless given")
    parser.add_argument(
        "--way",
        action="append",
        choices=WAYS,
        help="how the gateway is reached; may be given again; alone and balancer unless given",
    )
    arguments = parser.parse_args()
    ways = arguments.way or [ALONE, BALANCER]
    print(json.dumps({"abuse": {way: abused(way, arguments.only, arguments.seconds) for way in ways}}))


def summed(measured: Measured) -> dict[str, t.Any]:
    """What the last line has of an attack."""
    p50, p99 = (round(beside / alone, 2) for alone, beside in zip(measured.steady, measured.attacked, strict=True))
    return {
        "got": dict(measured.got),
        "steady_ms": measured.steady,
        "p50": p50,
        "p99": p99,
        "failed": measured.failed,
        "peak_mb": round(measured.peak_mb),
        "seconds": round(measured.done_s),
    }


if __name__ == "__main__":
    main()
