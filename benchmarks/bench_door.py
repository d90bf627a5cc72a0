"""What clients with the key notice of those without: slow ones, big bodies and wrong keys; and what the door itself costs.

One worker serves on loopback with an upstream that answers at once. In pairs, 10 clients with the key ask the gateway first
alone (steady), then beside an attack: 300 connections that send one byte a second of a head, five bodies of 100 MB with a wrong
key, and 1,000 requests with a wrong key, each from a program of another name. Then, in turn (A B A B), requests to the program as
it is and to a copy of it without the door and without time limits. Prints every measurement; the last line is JSON::

    {"pairs": 5, "steady": {"p50_ms", "p99_ms"}, "attack": {"p50_ms", "p99_ms"}, "ratio": {"p50", "p99"}, "failed": 0,
     "memory_mb": {"before", "peak", "after"}, "wrong_keys": {"401": 5000}, "big_bodies": {"401": 25},
     "slow": {"opened": 1500, "closed": 1500}, "log": {"tracebacks": 0, "kb": …},
     "door": {"cpu_ms", "without_cpu_ms", "ratio"}}

``ratio`` is the median over the pairs. Needs LITELLM_PYTHON, an interpreter that can import ``litellm[proxy]``.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import typing as t
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx
import yaml
from bench_servers import CONFIG, KEY, PROJECT, START_TIMEOUT_S, end, upstream
from processes import cpu_seconds, pss_mb, tree
from samples import Figures, figures, read

from tests.certificates import issue
from tests.ports import free_port

PROGRAM = PROJECT / "roles/litellm/files/gateway"
CLIENTS, PAUSE_S = 10, 0.5
SLOW, BIG, WRONG = 300, 5, 1000
BIG_BYTES = 100 * 2**20
AT_ONCE = 10  # requests with a wrong key

OPEN_DOOR = "\nDoor.__call__ = lambda self, scope, receive, send: self._app(scope, receive, send)\n"
ENDLESS = "\nPatientProtocol = AutoHTTPProtocol\nend_slow_connections = lambda connections: None\n"


class Gateway(t.NamedTuple):
    """One that serves."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    def memory_mb(self) -> float:
        """What all its processes hold."""
        return pss_mb(tree(self.process.pid))


@contextlib.contextmanager
def serving(program: Path, folder: Path, name: str, tls: bool = False, *further: str) -> Iterator[Gateway]:
    """*program* with one worker; *folder* has its configuration and gets its log, and with *tls* its certificate.

    :param further: words of its command line.
    """
    port = free_port()
    log = folder / f"{name}.log"
    with socket.create_server(("127.0.0.1", port), backlog=1024) as listener, log.open("wb") as output:
        words = [f"--config={folder / 'config.yaml'}", f"--state-file={folder / name / 'state'}"]
        words += [
            f"--fd={listener.fileno()}",
            "--backlog=1024",
            "--workers=1",
            "--max-requests-before-restart=0",
            "--max-worker-memory=0",
        ]
        words += ["--max-body=100", f"--start-timeout={START_TIMEOUT_S}", "--drain-timeout=20"]
        words += [*(certificate(folder) if tls else []), *further]
        (folder / name).mkdir()
        environment = {
            **{each: value for each, value in os.environ.items() if each in ("HOME", "LANG")},
            "LITELLM_MASTER_KEY": KEY,
            "LITELLM_MODE": "PRODUCTION",
            "LITELLM_LOG": "WARNING",
            "LITELLM_LOCAL_MODEL_COST_MAP": "True",
        }
        process = subprocess.Popen(  # noqa: S603 - own code
            [os.environ["LITELLM_PYTHON"], "-I", str(program), *words, "--keepalive-timeout=75"],
            env=environment,
            pass_fds=[listener.fileno()],
            stdout=output,
            stderr=output,
        )
        try:
            wait_until_ready(folder / name / "state", process, log)
            yield Gateway(port, process, log)
        finally:
            end(process)


def certificate(folder: Path) -> list[str]:
    """Makes a certificate for 127.0.0.1 in *folder*, and returns the options that have the gateway show it."""
    issued = issue("gateway", names=["gateway", "127.0.0.1"])
    files = [folder / "certificate.pem", folder / "key.pem"]
    for file, text in zip(files, (issued.pem, issued.key_pem), strict=True):
        file.write_text(text)
    return [f"--tls-certificate={files[0]}", f"--tls-key={files[1]}"]


def wait_until_ready(state: Path, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the gateway says so in its file."""
    deadline = time.monotonic() + START_TIMEOUT_S
    while not state.exists() or not state.read_text(encoding="utf-8").startswith("ready"):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(
                f"the gateway did not become ready: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}"
            )
        time.sleep(0.1)


@contextlib.contextmanager
def clients(port: int, folder: Path, pause_s: float = PAUSE_S, tls: bool = False) -> Iterator[Path]:
    """Clients with the key, who have begun, all the while; the file has what they saw."""
    file = folder / "samples"
    with file.open("wb") as output:
        words = [f"--clients={CLIENTS}", f"--pause={pause_s}", "--only=whole kept"]
        load = subprocess.Popen(  # noqa: S603 - own code
            [sys.executable, PROJECT / "benchmarks/load.py", *words],
            env={
                **os.environ,
                "OPENAI_BASE_URL": f"{'https' if tls else 'http'}://127.0.0.1:{port}/v1",
                "OPENAI_API_KEY": KEY,
                **({"SSL_CERT_FILE": str(folder / "certificate.pem")} if tls else {}),
            },
            stdout=output,
        )
    try:
        while len(lines(file)) < CLIENTS:
            if load.poll() is not None:
                raise RuntimeError(f"the clients ended with status {load.returncode}")
            time.sleep(0.1)
        yield file
    finally:
        load.terminate()
        load.wait()


def lines(file: Path) -> list[str]:
    """The whole lines that *file* has so far."""
    return file.read_text(encoding="utf-8").split("\n")[:-1]


async def slow(port: int, until: float) -> bool:
    """Send a head at one byte a second; whether the gateway closes the connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    closed = asyncio.ensure_future(reader.read(1))
    writer.write(b"POST /v1/chat/completions HTTP/1.1\r\nHost: gateway\r\nX-Slow: ")
    while time.monotonic() < until and not closed.done():
        writer.write(b"x")
        await asyncio.wait([closed], timeout=1)
    ended = closed.done()
    closed.cancel()
    writer.close()
    return ended


async def big(port: int) -> str:
    """Send a body of 100 MB with a wrong key; the status of the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answer = asyncio.ensure_future(reader.readline())
    head = f"POST /v1/chat/completions HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer no\r\nContent-Length: {BIG_BYTES}"
    writer.write(f"{head}\r\n\r\n".encode())
    piece, sent = b"x" * 65536, 0
    with contextlib.suppress(ConnectionError):
        while sent < BIG_BYTES and not answer.done():
            writer.write(piece)
            await writer.drain()
            sent += len(piece)
    status = (await answer).split()[1].decode()
    writer.close()
    return status


async def wrong(port: int, seconds: float) -> Counter[str]:
    """Requests with a wrong key, each of another program, evenly spread; how many had which status."""
    seen: Counter[str] = Counter()

    async def some(client: httpx.AsyncClient, first: int) -> None:
        for number in range(first, WRONG, AT_ONCE):
            headers = {"Authorization": f"Bearer sk-wrong-{number}", "User-Agent": f"program-{number}"}
            seen[
                str((await client.post("/v1/chat/completions", json={"model": "gpt-5"}, headers=headers)).status_code)
            ] += 1
            await asyncio.sleep(seconds * AT_ONCE / WRONG)

    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
        await asyncio.gather(*(some(client, first) for first in range(AT_ONCE)))
    return seen


class Attack(t.NamedTuple):
    """What those without the key got."""

    closed: int
    big: Counter[str]
    wrong: Counter[str]
    peak_mb: float


async def attack(gateway: Gateway, seconds: float) -> Attack:
    """All three at once, for so long."""
    until = time.monotonic() + seconds
    peak = 0.0

    async def look() -> None:
        nonlocal peak
        while time.monotonic() < until:
            peak = max(peak, await asyncio.to_thread(gateway.memory_mb))
            await asyncio.sleep(1)

    slow_ones = asyncio.gather(*(slow(gateway.port, until) for _number in range(SLOW)))
    bodies = asyncio.gather(*(big(gateway.port) for _number in range(BIG)))
    _looked, refused = await asyncio.gather(look(), wrong(gateway.port, seconds * 0.8))
    return Attack(sum(await slow_ones), Counter(await bodies), refused, peak)


def pair(gateway: Gateway, folder: Path, seconds: float) -> tuple[Figures, Figures, Attack]:
    """One steady measurement, and one beside the attack."""
    with clients(gateway.port, folder) as file:
        time.sleep(seconds)
    steady = figures(read(file)[CLIENTS:])
    with clients(gateway.port, folder) as file:
        told = asyncio.run(attack(gateway, seconds))
    attacked = figures(read(file)[CLIENTS:])
    print(json.dumps({"steady": steady, "attack": attacked, "told": told}), flush=True)
    return steady, attacked, told


def without_door(folder: Path) -> Path:
    """A copy of the program that lets everything through and waits for ever."""
    copy = folder / "program"
    shutil.copytree(PROGRAM, copy, ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in (("door.py", OPEN_DOOR), ("patience.py", ENDLESS)):
        with (copy / name).open("a", encoding="utf-8") as file:
            file.write(text)
    return copy


def cpu_ms(gateway: Gateway, folder: Path, seconds: float, tls: bool = False) -> float:
    """CPU time of one request, with 10 clients without a pause."""
    with clients(gateway.port, folder, 0, tls) as file:
        before = len(lines(file)), cpu_seconds(tree(gateway.process.pid))
        time.sleep(seconds)
        after = len(lines(file)), cpu_seconds(tree(gateway.process.pid))
    return 1000 * (after[1] - before[1]) / (after[0] - before[0])


def compared(turns: list[tuple[float, float]]) -> dict[str, float]:
    """The medians of CPU times that were measured in turn, with something and without."""
    print(json.dumps({"cpu_ms": turns}), flush=True)
    return {
        "cpu_ms": round(statistics.median(with_it for with_it, _plain in turns), 2),
        "without_cpu_ms": round(statistics.median(plain for _with_it, plain in turns), 2),
        "ratio": round(statistics.median(with_it / plain for with_it, plain in turns), 3),
    }


def door_cost(folder: Path, pairs: int, seconds: float) -> dict[str, float]:
    """CPU time of a request with the door and without, in turn, of two gateways that are as old as each other."""
    with (
        serving(PROGRAM, folder, "with") as gateway,
        serving(without_door(folder), folder, "without") as plain,
    ):
        for each in (gateway, plain):
            cpu_ms(each, folder, seconds)
        turns = [(cpu_ms(gateway, folder, seconds), cpu_ms(plain, folder, seconds)) for _number in range(pairs)]
    return compared(turns)


def medians(runs: list[Figures]) -> dict[str, float]:
    """Of what clients with the key waited."""
    return {
        "p50_ms": round(statistics.median(run["p50_ms"] for run in runs), 1),
        "p99_ms": round(statistics.median(run["p99_ms"] for run in runs), 1),
    }


def main() -> None:
    """Measure in pairs and print."""
    parser = argparse.ArgumentParser(description="Attack a gateway on loopback, and ask what others notice.")
    parser.add_argument("--pairs", type=int, default=3, help="how often each thing is measured")
    parser.add_argument(
        "--seconds", type=float, default=40, help="length of one measurement; heads may take 30 seconds"
    )
    arguments = parser.parse_args()
    with upstream() as address, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "config.yaml").write_text(yaml.safe_dump(CONFIG).replace("UPSTREAM", address), encoding="utf-8")
        with serving(PROGRAM, folder, "door") as gateway:
            cpu_ms(gateway, folder, arguments.seconds / 4)  # a warm-up
            before = gateway.memory_mb()
            runs = [pair(gateway, folder, arguments.seconds) for _number in range(arguments.pairs)]
            after = gateway.memory_mb()
            written = gateway.log.read_text(encoding="utf-8", errors="replace")
        cost = door_cost(folder, arguments.pairs, arguments.seconds / 2)
    told = [run[2] for run in runs]
    result = {
        "pairs": arguments.pairs,
        "steady": medians([run[0] for run in runs]),
        "attack": medians([run[1] for run in runs]),
        "ratio": {
            "p50": round(statistics.median(run[1]["p50_ms"] / run[0]["p50_ms"] for run in runs), 2),
            "p99": round(statistics.median(run[1]["p99_ms"] / run[0]["p99_ms"] for run in runs), 2),
        },
        "failed": sum(run[0]["failed"] + run[1]["failed"] for run in runs),
        "memory_mb": {
            "before": round(before),
            "peak": round(max(each.peak_mb for each in told)),
            "after": round(after),
        },
        "wrong_keys": sum((each.wrong for each in told), Counter[str]()),
        "big_bodies": sum((each.big for each in told), Counter[str]()),
        "slow": {"opened": SLOW * arguments.pairs, "closed": sum(each.closed for each in told)},
        "log": {"tracebacks": written.count("Traceback"), "kb": len(written) // 1024},
        "door": cost,
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
