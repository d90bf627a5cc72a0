"""Every query of the dashboard, put to a real Prometheus that holds an hour of what a real LiteLLM told."""

from __future__ import annotations

import json
import math
import re
import subprocess
import time
import typing as t
import urllib.error
import urllib.parse
import urllib.request

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.history import history
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.http import sender

from tests.dashboard.queries import ROOT, Asked, queries
from tests.prometheus import TOOLS, running_prometheus

RECORDED = ROOT / "tests" / "unit" / "plugins" / "module_utils" / "_gateway" / "recorded.txt"
GATEWAYS = ("gateway1:9464", "gateway2:9464")
STEP, STEPS = 30, 120
"""Seconds between two scrapes, and how many there were."""

OF_THE_GATEWAY: t.Mapping[str, float] = {
    'litellm_gateway_info{release="7",slot="1",version="1.108.7"}': 1,
    "litellm_gateway_ready": 1,
    "litellm_gateway_workers": 2,
    "litellm_gateway_memory_bytes": 6e8,
    "litellm_gateway_memory_limit_bytes": 2e9,
    "litellm_gateway_redis_up": 1,
    "litellm_gateway_database_up": 1,
    "litellm_gateway_certificate_expiration_timestamp_seconds": 2e9,
}
"""What a gateway tells of itself, beside what LiteLLM counts."""

QUIET = (
    "sum by (requested_model, fallback_model)",
    "sum by (instance, signal) (increase(litellm_gateway_worker_deaths_total",
)
"""How queries begin that find nothing here: nobody's router_settings.fallbacks led to another name, and no worker died."""


def scraped(line: str, share: float) -> tuple[str, float] | None:
    """A recorded line as it was when so much of everything had happened; None for what is no series."""
    found = re.fullmatch(r"(litellm_\w+(?:\{.*\})?) (\S+)", line)
    if found is None or re.match(r"litellm_\w+_created\b", line):
        return None
    series, value = found.group(1), float(found.group(2))
    grows = re.match(r"litellm_\w+(?:_total|_bucket|_count|_sum)(?:\{|$)", series)
    return series, value * share if grows else value


def scrapes(now: int) -> str:
    """An hour of scrapes until *now*, as OpenMetrics: every counter grows evenly, and half way a release begins."""
    lines = []
    recorded = [*RECORDED.read_text().splitlines(), *(f"{series} {value}" for series, value in OF_THE_GATEWAY.items())]
    for gateway in GATEWAYS:
        for line in recorded:
            for step in range(STEPS + 1):
                told = scraped(line, step / STEPS)
                if told is None:
                    break
                series, value = told
                if step > STEPS / 2:
                    series = series.replace('slot="1"', 'slot="2"')
                name, _brace, labels = series.partition("{")
                labels = f'instance="{gateway}",{labels.removesuffix("}")}'.rstrip(",")
                lines.append(f"{name}{{{labels}}} {value} {now - (STEPS - step) * STEP}")
    return "\n".join([*lines, "# EOF", ""])


@pytest.fixture(scope="session")
def now() -> int:
    return int(time.time()) // STEP * STEP


@pytest.fixture(scope="session")
def prometheus(tmp_path_factory: pytest.TempPathFactory, now: int) -> t.Iterator[str]:
    """The address of a Prometheus that scrapes nobody."""
    folder = tmp_path_factory.mktemp("prometheus")
    (folder / "history").write_text(scrapes(now))
    made = [f"{TOOLS}/promtool", "tsdb", "create-blocks-from", "openmetrics", f"{folder}/history", f"{folder}/data"]
    subprocess.run(made, check=True, capture_output=True, timeout=300)  # noqa: S603 - a program of these tests
    with running_prometheus(folder, "global: {}\n") as address:
        yield address


def ask(prometheus: str, expr: str, now: int) -> list[t.Any]:
    """The series that a query finds in the last hour."""
    words = urllib.parse.urlencode({"query": expr, "start": now - STEP * STEPS, "end": now, "step": STEP})
    try:
        with urllib.request.urlopen(f"{prometheus}/api/v1/query_range?{words}", timeout=60) as answer:  # noqa: S310
            found: list[t.Any] = json.load(answer)["data"]["result"]
            return found
    except urllib.error.HTTPError as error:
        raise AssertionError(error.read().decode()) from error


@pytest.mark.parametrize("asked", queries(), ids=lambda asked: str(asked.panel))
def test_every_panel_has_data(prometheus: str, now: int, asked: Asked) -> None:
    found = ask(prometheus, asked.expr, now)
    if asked.expr.startswith(QUIET):
        assert found == [], "what did not happen is not drawn"
        return
    assert found, asked.expr
    values = [float(value) for series in found for _time, value in series["values"]]
    numbers = [value for value in values if math.isfinite(value)]
    assert numbers, "a figure, and not only what divides by nothing"
    if "share" in asked.panel.lower() and "saved" not in asked.panel.lower():
        assert all(0 <= value <= 1 for value in numbers)


def test_a_release_is_drawn_once_for_each_gateway(prometheus: str, now: int) -> None:
    expr = next(asked.expr for asked in queries() if asked.panel == "Releases")
    new = [each["metric"] for each in ask(prometheus, expr, now) if each["metric"]["slot"] == "2"]
    assert sorted(each["instance"] for each in new) == sorted(GATEWAYS)


def test_the_report_finds_its_figures(prometheus: str, now: int) -> None:
    found = history(sender(60, True, False), prometheus, "", 1, now)
    for figure in found["figures"]:
        assert figure["series"], figure["key"]
