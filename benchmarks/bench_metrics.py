"""What the metrics listener costs a request, and how long a scrape takes that has a thousand models.

In turn (A B A B), 10 clients without a pause ask a gateway whose metrics have an address of their own, where somebody asks each
second, and one that counts the same and has no such address. Then a scrape of 1,000 models that two workers have counted, all of
which Prometheus sees: the first one of a listener, and a later one. Prints every measurement; the last line is JSON::

    {"pairs": 3, "cpu_ms": …, "without_cpu_ms": …, "ratio": …, "scrape": {"series": …, "mb": …, "first_s": …, "later_s": …}}

``ratio`` is the median over the pairs. Needs LITELLM_PYTHON, an interpreter that can import ``litellm[proxy]``.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import statistics
import struct
import sys
import tempfile
import threading
import time
import typing as t
import urllib.request
from pathlib import Path

import yaml
from bench_door import PROGRAM, compared, cpu_ms, serving
from bench_servers import CONFIG, upstream

sys.path.insert(0, str(PROGRAM))

import counted

from tests.ports import free_port

MODELS, WORKERS = 1000, 2
COUNTERS, HISTOGRAMS = 14, 6
LIMITS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 420, 600, float("inf"))
"""LiteLLM's own buckets."""


@contextlib.contextmanager
def scraped(port: int) -> t.Iterator[None]:
    """Somebody asks for the metrics at *port* each second."""
    done = threading.Event()

    def scrape() -> None:
        while not done.wait(1):
            with contextlib.suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
                answer.read()

    thread = threading.Thread(target=scrape)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def request_cost(folder: Path, pairs: int, seconds: float) -> dict[str, float]:
    """CPU time of a request with the listener and without, in turn, of two gateways that are as old as each other."""
    port = free_port()
    words = ["--metrics-host=127.0.0.1", f"--metrics-port={port}", f"--metrics-folder={folder / 'metrics'}"]
    with serving(PROGRAM, folder, "with", False, *words) as listening, serving(PROGRAM, folder, "without") as plain:
        for each in (listening, plain):
            cpu_ms(each, folder, seconds)
        turns = []
        for _number in range(pairs):
            with scraped(port):
                turns.append((cpu_ms(listening, folder, seconds), cpu_ms(plain, folder, seconds)))
    return compared(turns)


def entry(metric: str, name: str, labels: t.Mapping[str, str]) -> bytes:
    """An entry of a file as prometheus-client writes it."""
    key = json.dumps([metric, name, labels, "About it."], sort_keys=True).encode()
    return struct.pack("i", len(key)) + key + b" " * (8 - (len(key) + 4) % 8) + struct.pack("dd", 1.5, 0)


def entries(model: int) -> tuple[bytes, bytes]:
    """What is counted of one model: counters, and histograms."""
    name = f"model-{model}"
    nobody = dict.fromkeys(("api_key_alias", "end_user", "team", "team_alias", "user"), "None")
    labels = {**nobody, "hashed_api_key": "a" * 64, "model": name, "model_id": name, "requested_model": name}
    counters = [entry(f"litellm_c{each}", f"litellm_c{each}_total", labels) for each in range(COUNTERS)]
    histograms = [entry(f"litellm_h{each}", f"litellm_h{each}_sum", labels) for each in range(HISTOGRAMS)]
    histograms += [
        entry(f"litellm_h{each}", f"litellm_h{each}_bucket", {**labels, "le": counted.number(float(limit))})
        for each in range(HISTOGRAMS)
        for limit in LIMITS
    ]
    return b"".join(counters), b"".join(histograms)


def scrape_time(folder: Path) -> dict[str, float]:
    """How long the listener takes for its answer."""
    found = counted.Counted(folder)
    own = found.begin()
    for kind, parts in zip(("counter", "histogram"), zip(*map(entries, range(MODELS)), strict=True), strict=True):
        data = b"".join(parts)
        for worker in range(WORKERS):
            (own / f"{kind}_{worker + 1}.db").write_bytes(struct.pack("ii", len(data) + 8, 0) + data)
    took = []
    for _number in range(5):
        began = time.monotonic()
        text = found.text(own)
        took.append(time.monotonic() - began)
    return {
        "series": sum(not line.startswith("#") for line in text.splitlines()),
        "mb": round(len(text) / 2**20, 1),
        "first_s": round(took[0], 2),
        "later_s": round(statistics.median(took[1:]), 2),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Ask what the metrics listener costs a request, and a scrape.")
    parser.add_argument("--pairs", type=int, default=3, help="how often a request is measured")
    parser.add_argument("--seconds", type=float, default=20, help="length of one measurement")
    arguments = parser.parse_args()
    config: dict[str, t.Any] = {**CONFIG, "litellm_settings": {"drop_params": True, "callbacks": ["prometheus"]}}
    with upstream() as address, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        scrape = scrape_time(folder / "scrape")
        print(json.dumps(scrape), flush=True)
        (folder / "config.yaml").write_text(yaml.safe_dump(config).replace("UPSTREAM", address), encoding="utf-8")
        cost = request_cost(folder, arguments.pairs, arguments.seconds)
    print(json.dumps({"pairs": arguments.pairs, **cost, "scrape": scrape}))


if __name__ == "__main__":
    main()
