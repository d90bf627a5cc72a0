"""What a gateway adds to an upstream's answer, and what a dead primary costs, for 100 clients at once.

Two gateways run one after the other: one with the configuration that the collection renders, one with the same models
and fallbacks in the simplest form that LiteLLM takes, with its own defaults. Each client asks, waits for the whole answer and
asks again; the upstream takes three seconds, as a model does. Prints each run; the last line is JSON::

    {"overhead": {"p50_ms", "p95_ms", "p99_ms"},
     "fallback": {"401": {"success", "added_p50_ms", "added_p95_ms"}, "429": …, "500": …, "hang": …, "refused": …},
     "litellm_defaults": {"fallback": {…}}}

``overhead`` is a percentile through the gateway less the same percentile without it. ``success`` is the share of requests
that were answered with 200, and ``added`` is a percentile with a dead primary less the same percentile with a healthy one,
through the same gateway. Needs LITELLM_PYTHON, an interpreter that can import ``litellm[proxy]``; listens on loopback alone.
"""

from __future__ import annotations

import argparse
import asyncio
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

from ansible_collections.llmops.litellm.plugins.plugin_utils._options import RenderOptions  # noqa: E402 - the path is set above
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import render  # noqa: E402

from tests.routing.gateway import KEY, Gateway, free_port, running_gateway  # noqa: E402

WAYS = ("401", "429", "500", "hang", "refused")
CLIENTS = 100
ANSWER_MS = 3000  # how long a model takes
TIMEOUT = 1  # seconds until a primary counts as hanging
RAMP = 5  # seconds over which the clients begin
SECRETS = {"OPENAI_API_KEY": "sk-benchmark-upstream"}

Json = dict[str, t.Any]


class Run(t.NamedTuple):
    """What the clients of one run saw."""

    milliseconds: list[float]
    success: float

    def percentile(self, percent: int) -> float:
        return statistics.quantiles(self.milliseconds, n=100, method="inclusive")[percent - 1]


def declared(url: str, dead: str) -> Json:
    """A healthy model, and one for each way to fail with the healthy one behind it."""
    answering = {"upstream": f"answering+delay-{ANSWER_MS}", "alias": "healthy", "provider": "upstream"}
    models: Json = {"healthy": answering}
    for way in WAYS:
        upstream = {"hang": "primary+hang", "refused": "primary"}.get(way, f"primary+status-{way}")
        base = dead if way == "refused" else url
        models[way] = {"upstream": upstream, "alias": way, "api_base": base, "provider": "upstream", "timeout": TIMEOUT}
        models[way]["fallbacks"] = ["healthy"]
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


async def load(url: str, model: str, seconds: float) -> Run:
    """CLIENTS clients, each asking *model* at *url* again and again, the last time *seconds* after all have begun."""
    limits = httpx.Limits(max_connections=CLIENTS, max_keepalive_connections=CLIENTS)
    headers = {"Authorization": f"Bearer {KEY}"}
    body = {"model": model, "messages": [{"role": "user", "content": "Hello"}]}
    times: list[float] = []
    answered = 0
    end = time.perf_counter() + RAMP + seconds

    async def client(number: int) -> None:
        nonlocal answered
        await asyncio.sleep(RAMP * number / CLIENTS)
        while time.perf_counter() < end:
            started = time.perf_counter()
            with contextlib.suppress(httpx.TransportError):  # not answered
                response = await http.post(f"{url}/chat/completions", json=body)
                answered += response.status_code == 200
            times.append((time.perf_counter() - started) * 1000)

    async with httpx.AsyncClient(limits=limits, headers=headers, timeout=120) as http:
        await asyncio.gather(*(client(number) for number in range(CLIENTS)))
    return Run(times, answered / len(times))


def measured(url: str, model: str, seconds: float) -> Run:
    """A run, printed."""
    run = asyncio.run(load(url, model, seconds))
    shown = ", ".join(f"p{percent} {run.percentile(percent):.0f} ms" for percent in (50, 95, 99))
    print(f"    {model}: {len(run.milliseconds)} requests, {run.success:.1%} answered, {shown}", flush=True)
    return run


def with_dead_primary(gateway: Gateway, seconds: float) -> tuple[Run, Json]:
    """The run of the healthy model, and what each way to fail adds to it."""
    url = f"{gateway.url}/v1"
    asyncio.run(load(url, "healthy", 0))  # LiteLLM imports much on its first requests
    healthy = measured(url, "healthy", seconds)
    ways: Json = {}
    for way in WAYS:
        run = measured(url, way, seconds)
        added = {
            f"added_p{percent}_ms": round(run.percentile(percent) - healthy.percentile(percent), 1)
            for percent in (50, 95)
        }
        ways[way] = {"success": round(run.success, 4), **added}
    return healthy, ways


def main() -> None:
    parser = argparse.ArgumentParser(description="What a gateway adds, and what a dead primary costs.")
    parser.add_argument("--seconds", type=float, default=9, help="length of each run after its clients have begun")
    seconds: float = parser.parse_args().seconds
    python = os.environ["LITELLM_PYTHON"]
    with running_upstream() as url:
        models = declared(url, f"http://127.0.0.1:{free_port()}/v1")
        print("  the upstream alone")
        direct = measured(url, str(models["healthy"]["upstream"]), seconds)
        print("  as the collection renders it")
        with running_gateway(python, ours(models, url), SECRETS) as gateway:
            healthy, fallback = with_dead_primary(gateway, seconds)
        print("  with LiteLLM's own defaults")
        with running_gateway(python, litellm_defaults(models, url), SECRETS) as gateway:
            _healthy, defaults = with_dead_primary(gateway, seconds)
    overhead = {
        f"p{percent}_ms": round(healthy.percentile(percent) - direct.percentile(percent), 1) for percent in (50, 95, 99)
    }
    print(json.dumps({"overhead": overhead, "fallback": fallback, "litellm_defaults": {"fallback": defaults}}))


if __name__ == "__main__":
    main()
