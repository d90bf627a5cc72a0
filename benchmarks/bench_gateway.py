"""What a gateway costs: the role's beside ``litellm --config``, a launcher's defaults and a peer, with the same upstream and load.

Each of them is started, asked and stopped, in turn (A B C … A B C …), with the upstream alone first. A round asks with 10
clients for the CPU time of a request, with 100 for what the gateway adds to the times, and for 100 and 500 streams at once.
``--growth`` asks the role's and ``litellm --config`` with more models, longer prompts and more clients instead. Prints every
measurement; the last line is JSON with the medians of the rounds::

    {"gateway": {"collection": {"ready_s", "memory_mb", "cpu_ms", "requests_per_cpu_s", "p50_ms", "p95_ms", "p99_ms",
                                "first_100_ms", "first_500_ms", "idle_kb", "failed"}, "litellm": {…}, …},
     "ratio": {"cpu", "p95", "memory"}, "versions": {…}}

``p50_ms`` to ``p99_ms`` are what the gateway adds with 100 clients, ``first_*_ms`` the median time to the first piece of a
stream, ``idle_kb`` the memory that a connection holds that says nothing. ``ratio`` is the role's by ``litellm --config``'s: the
median over rounds. Needs ``LITELLM_PYTHON`` and ``PLAIN_PYTHON``, which ``make bench-gateway`` makes.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import tempfile
import typing as t
from pathlib import Path

from bench_servers import upstream
from gateways import GATEWAYS, Running, version_of_peer
from http_load import Waits, idle, streams, whole
from processes import cpu_seconds, tree
from samples import percentile

FEW, MANY = 10, 100
STREAMS = (100, 500)
IDLE = 500
GROWTH = {"models": (1, 10, 1000), "prompt_kb": (1, 10, 100), "clients": (10, 100, 500)}
COMPARED = ("collection", "litellm")

Figures = dict[str, float]


def cpu_ms(running: Running, clients: int, seconds: float, prompt: str = "hello") -> tuple[float, Waits]:
    """CPU time of a request in ms, and what the clients waited."""
    processes = tree(running.process.pid) if running.process else []
    before = cpu_seconds(processes)
    waits = asyncio.run(whole(running.target._replace(prompt=prompt), clients, seconds))
    return 1000 * (cpu_seconds(processes) - before) / len(waits.first_ms), waits


def measure(running: Running, seconds: float) -> Figures:
    """One round of one gateway, with the times as they are."""
    asyncio.run(whole(running.target, FEW, seconds / 2))  # a warm-up
    cost, few = cpu_ms(running, FEW, seconds)
    many = asyncio.run(whole(running.target, MANY, seconds))
    streamed = {number: asyncio.run(streams(running.target, number, 1)) for number in STREAMS}
    memory = running.memory_mb()
    return {
        "ready_s": running.ready_s,
        "memory_mb": memory,
        "cpu_ms": cost,
        **{f"p{share}_ms": percentile(many.first_ms, share / 100) for share in (50, 95, 99)},
        # Of a gateway that answers none there is no such figure, and `failed` says so.
        **{f"first_{number}_ms": middle(waits.first_ms) for number, waits in streamed.items() if waits.first_ms},
        "idle_kb": asyncio.run(idle_kb(running, memory)),
        "failed": sum(waits.failed for waits in (few, many, *streamed.values())),
    }


async def idle_kb(running: Running, before_mb: float) -> float:
    """The memory that one more connection holds that says nothing, in kB."""
    opened = await idle("127.0.0.1", running.port, IDLE)
    try:
        await asyncio.sleep(1)
        return max(0.0, 1000 * (await asyncio.to_thread(running.memory_mb) - before_mb) / IDLE)
    finally:
        for writer in opened:
            writer.close()


def compare(names: t.Sequence[str], rounds: int, seconds: float, workers: int) -> dict[str, list[Figures]]:
    """Every round of every gateway; times are what it adds to the upstream's of the same round."""
    measured: dict[str, list[Figures]] = {name: [] for name in names}
    for number in range(1, rounds + 1):
        bare: Figures = {}
        for name in ("nobody", *names):
            with (
                upstream() as address,
                tempfile.TemporaryDirectory() as folder,
                GATEWAYS[name](address, Path(folder), workers) as running,
            ):
                figures = measure(running, seconds)
            if name == "nobody":
                bare = figures
                continue
            added = {key: figures[key] - bare[key] for key in ("p50_ms", "p95_ms", "p99_ms")}
            measured[name].append({**figures, **added})
            print(f"round {number}, {name}: {rounded(measured[name][-1])}", flush=True)
    return measured


def growth(rounds: int, seconds: float) -> dict[str, dict[str, dict[int, Figures]]]:
    """How CPU time and median time grow with the models, the length of a prompt in kB and the clients, with one worker each."""
    seen: dict[str, dict[str, dict[int, list[tuple[float, float]]]]] = {
        name: {what: {value: [] for value in values} for what, values in GROWTH.items()} for name in COMPARED
    }

    def ask(name: str, what: str, value: int, running: Running, clients: int = FEW, prompt: str = "hello") -> None:
        cost, waits = cpu_ms(running, clients, seconds, prompt)
        seen[name][what][value].append((cost, statistics.median(waits.first_ms)))
        print(
            f"{name}, {what} {value}: {cost:.2f} ms of CPU, p50 {statistics.median(waits.first_ms):.1f} ms", flush=True
        )

    with upstream() as address, tempfile.TemporaryDirectory() as folder:
        for _round in range(rounds):
            for models in GROWTH["models"]:
                for name in COMPARED:
                    with GATEWAYS[name](address, Path(folder), 1, models) as running:
                        asyncio.run(whole(running.target, FEW, seconds / 2))
                        ask(name, "models", models, running)
                        if models > 1:
                            continue
                        for size in GROWTH["prompt_kb"]:
                            ask(name, "prompt_kb", size, running, prompt="word " * (size * 200))
                        for clients in GROWTH["clients"]:
                            ask(name, "clients", clients, running, clients=clients)
    return {
        name: {
            what: {
                value: dict(zip(("cpu_ms", "p50_ms"), map(middle, zip(*pairs, strict=True)), strict=True))
                for value, pairs in values.items()
            }
            for what, values in told.items()
        }
        for name, told in seen.items()
    }


def middle(values: t.Iterable[float]) -> float:
    """The median, as it is printed."""
    return round(statistics.median(values), 2)


def rounded(figures: Figures) -> str:
    """One round, as it is printed."""
    return json.dumps({name: round(value, 2) for name, value in figures.items()})


def summary(rounds: list[Figures]) -> Figures:
    """The medians of the rounds, and the sum of what failed."""
    medians = {name: middle(each[name] for each in rounds) for name in rounds[0]}
    return {
        **medians,
        "requests_per_cpu_s": round(1000 / medians["cpu_ms"], 1),
        "failed": sum(each["failed"] for each in rounds),
    }


def ratio(measured: dict[str, list[Figures]], name: str) -> float:
    """The role's figure by that of ``litellm --config``: the median over the rounds."""
    pairs = zip(*(measured[each] for each in COMPARED), strict=True)
    return middle(ours[name] / plain[name] for ours, plain in pairs)


def versions() -> dict[str, str]:
    """Of what was compared."""
    asks = (
        "import importlib.metadata as m, platform; print(m.version('litellm'), 'on Python', platform.python_version())"
    )

    def told_by(variable: str) -> str:
        words = [os.environ[variable], "-c", asks]
        return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 - own words

    return {"collection": told_by("LITELLM_PYTHON"), "litellm": told_by("PLAIN_PYTHON"), "portkey": version_of_peer()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Compare gateways: CPU time of a request, times, memory.")
    parser.add_argument("--rounds", type=int, default=5, help="measurements of each gateway")
    parser.add_argument("--seconds", type=float, default=10, help="length of one load")
    parser.add_argument("--workers", type=int, default=2, help="processes of each gateway that has them")
    parser.add_argument(
        "--only", nargs="*", choices=[name for name in GATEWAYS if name != "nobody"], help="without the others"
    )
    parser.add_argument("--growth", action="store_true", help="more models, longer prompts, more clients")
    arguments = parser.parse_args()
    if arguments.growth:
        print(json.dumps({"growth": growth(arguments.rounds, arguments.seconds), "versions": versions()}))
        return
    names = arguments.only or [name for name in GATEWAYS if name != "nobody"]
    measured = compare(names, arguments.rounds, arguments.seconds, arguments.workers)
    result: dict[str, t.Any] = {"gateway": {name: summary(rounds) for name, rounds in measured.items()}}
    if set(COMPARED) <= set(names):
        result["ratio"] = {
            each: ratio(measured, f"{each}_ms" if each != "memory" else "memory_mb")
            for each in ("cpu", "p95", "memory")
        }
    print(json.dumps({**result, "versions": versions()}))


if __name__ == "__main__":
    main()
