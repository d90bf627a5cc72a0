"""What a gateway adds to an upstream's answer, and what a dead primary costs, for 100 clients at once.

Two gateways run one after the other: one with the configuration that the collection renders, one with the same models
and fallbacks in the simplest form that LiteLLM takes, with its own defaults. Each client asks, waits for the whole answer and
asks again; the upstream takes four seconds, as a model does. In every run a few more clients ask for what the others are
compared with, at the same time, so that what slows the machine slows both. Prints each run; the last line is JSON::

    {"overhead": {"p50_ms", "p95_ms", "p99_ms"},
     "fallback": {"401": {"success", "added_p50_ms", "added_p95_ms"}, "429": …, "500": …, "hang": …, "refused": …},
     "litellm_defaults": {"fallback": {…}}}

``overhead`` is a percentile through the gateway less the same percentile of clients that ask the upstream itself. ``success``
is the share of requests that were answered with 200, and ``added`` is a percentile with a dead primary less the same
percentile of clients whose primary is healthy, through the same gateway. Needs LITELLM_PYTHON, an interpreter that can
import ``litellm[proxy]``; listens on loopback alone.
"""

# ruff: noqa: E402  (path above)

from __future__ import annotations

import argparse
import asyncio
import collections
import contextlib
import json
import os
import statistics
import subprocess
import sys
import time
import typing as t
import urllib.request
from pathlib import Path

import httpx
import yaml

PROJECT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(PROJECT), str(PROJECT / ".collections")]

from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import render

from tests.ports import free_port
from tests.routing.gateway import KEY, Gateway, running_gateway

WAYS = ("401", "429", "500", "hang", "refused")
CLIENTS = 100
COMPARED = 30  # clients that ask for what the others are compared with
ANSWER_MS = 4000  # how long a model takes
TIMEOUT = 1  # seconds until a primary counts as hanging
RAMP = 5  # seconds over which the clients begin
SECRETS = {"OPENAI_API_KEY": "sk-benchmark-upstream"}

HEALTHY = "healthy"
PERCENTILES = (50, 95, 99)

Json = dict[str, t.Any]


class Run(t.NamedTuple):
    """What the clients of one run saw."""

    milliseconds: list[float]
    failures: collections.Counter[str]

    @property
    def success(self) -> float:
        """The share of requests that were answered with 200."""
        return 1 - self.failures.total() / len(self.milliseconds)

    def percentile(self, percent: int) -> float:
        return statistics.quantiles(self.milliseconds, n=100, method="inclusive")[percent - 1]


def declared(url: str, dead: str) -> Json:
    """A healthy model, and one for each way to fail with the healthy one behind it."""
    answering = {"upstream": f"answering+delay-{ANSWER_MS}", "alias": HEALTHY, "provider": "upstream"}
    models: Json = {HEALTHY: answering}
    for way in WAYS:
        upstream = {"hang": "primary+hang", "refused": "primary"}.get(way, f"primary+status-{way}")
        base = dead if way == "refused" else url
        models[way] = {"upstream": upstream, "alias": way, "api_base": base, "provider": "upstream", "timeout": TIMEOUT}
        models[way]["fallbacks"] = [HEALTHY]
    return models


def ours(models: Json, url: str) -> str:
    """The configuration that the collection renders."""
    providers = {"upstream": {"api_base": url, "reasoning_effort": "none"}}
    return render(RenderOptions(models=models, providers=providers)).content


def litellm_defaults(models: Json, url: str) -> str:
    """The same models and fallbacks, and nothing else that LiteLLM does not need."""
    entries = []
    for model in models.values():
        params = {"model": f"openai/{model['upstream']}", "api_base": model.get("api_base", url)}
        params["api_key"] = "os.environ/OPENAI_API_KEY"
        if "timeout" in model:
            params["timeout"] = model["timeout"]
        entries.append({"model_name": model["alias"], "litellm_params": params})
    fallbacks = [{model["alias"]: model["fallbacks"]} for model in models.values() if "fallbacks" in model]
    settings = {"router_settings": {"fallbacks": fallbacks}}
    return yaml.safe_dump(
        {"model_list": entries, **settings, "general_settings": {"master_key": "os.environ/LITELLM_MASTER_KEY"}}
    )


@contextlib.contextmanager
def running_upstream() -> t.Iterator[str]:
    """The recording upstream in a process of its own, and the URL of its API."""
    port = free_port()
    command = [sys.executable, "-m", "tests.upstream", "--port", str(port)]
    process = subprocess.Popen(command, cwd=PROJECT)  # noqa: S603 - the command is written here
    try:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/_health", timeout=2):
                break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.terminate()
        process.wait()


async def load(url: str, model: str, clients: int, seconds: float) -> Run:
    """Some clients, each asking *model* at *url* again and again, the last time *seconds* after all have begun."""
    limits = httpx.Limits(max_connections=clients, max_keepalive_connections=clients)
    headers = {"Authorization": f"Bearer {KEY}"}
    body = {"model": model, "messages": [{"role": "user", "content": "Hello"}]}
    times: list[float] = []
    failures: collections.Counter[str] = collections.Counter()
    end = time.perf_counter() + RAMP + seconds

    async def client(number: int) -> None:
        await asyncio.sleep(RAMP * number / clients)
        while time.perf_counter() < end:
            started = time.perf_counter()
            try:
                response = await http.post(f"{url}/chat/completions", json=body)
                if response.status_code != 200:
                    failures[response.text[:300]] += 1
            except httpx.TransportError as error:
                failures[repr(error)] += 1
            times.append((time.perf_counter() - started) * 1000)

    async with httpx.AsyncClient(limits=limits, headers=headers, timeout=120) as http:
        await asyncio.gather(*(client(number) for number in range(clients)))
    return Run(times, failures)


async def beside(url: str, model: str, compared: tuple[str, str], seconds: float) -> tuple[Run, Run]:
    """CLIENTS clients at *url* for *model*, and at the same time a few for what they are *compared* with."""
    return await asyncio.gather(load(url, model, CLIENTS, seconds), load(*compared, COMPARED, seconds))


def measured(url: str, model: str, compared: tuple[str, str], seconds: float) -> tuple[float, Json]:
    """The share of requests that were answered, and what *model* takes longer than *compared*, by percentile."""
    run, other = asyncio.run(beside(url, model, compared, seconds))
    for name, each in ((model, run), (f"  beside it, {compared[1]}", other)):
        shown = ", ".join(f"p{percent} {each.percentile(percent):.0f} ms" for percent in PERCENTILES)
        print(f"    {name}: {len(each.milliseconds)} requests, {each.success:.1%} answered, {shown}", flush=True)
        for failure, count in each.failures.items():
            print(f"      {count} times: {failure}", flush=True)
    return round(run.success, 4), {
        f"p{percent}_ms": round(run.percentile(percent) - other.percentile(percent), 1) for percent in PERCENTILES
    }


def warm_up(gateway: Gateway) -> str:
    """The URL of the API, which has answered: LiteLLM imports much on its first requests."""
    url = f"{gateway.url}/v1"
    headers = {"Authorization": f"Bearer {KEY}"}
    body = {"model": HEALTHY, "messages": [{"role": "user", "content": "Hello"}]}
    for _turn in range(2):
        httpx.post(f"{url}/chat/completions", json=body, headers=headers, timeout=60).raise_for_status()
    return url


def with_dead_primaries(url: str, seconds: float) -> Json:
    """What each way to fail adds."""
    ways: Json = {}
    for way in WAYS:
        success, added = measured(url, way, (url, HEALTHY), seconds)
        ways[way] = {"success": success, "added_p50_ms": added["p50_ms"], "added_p95_ms": added["p95_ms"]}
    return ways


def main() -> None:
    parser = argparse.ArgumentParser(description="What a gateway adds, and what a dead primary costs.")
    parser.add_argument("--seconds", type=float, default=9, help="length of each run after its clients have begun")
    seconds: float = parser.parse_args().seconds
    python = os.environ["LITELLM_PYTHON"]
    with running_upstream() as upstream:
        models = declared(upstream, f"http://127.0.0.1:{free_port()}/v1")
        print("  as the collection renders it")
        with running_gateway(python, ours(models, upstream), SECRETS) as gateway:
            url = warm_up(gateway)
            _success, overhead = measured(url, HEALTHY, (upstream, models[HEALTHY]["upstream"]), seconds)
            fallback = with_dead_primaries(url, seconds)
        print("  with LiteLLM's own defaults")
        with running_gateway(python, litellm_defaults(models, upstream), SECRETS) as gateway:
            defaults = with_dead_primaries(warm_up(gateway), seconds)
    print(json.dumps({"overhead": overhead, "fallback": fallback, "litellm_defaults": {"fallback": defaults}}))


if __name__ == "__main__":
    main()
