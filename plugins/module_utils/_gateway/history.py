# SPDX-License-Identifier: GPL-3.0-or-later
"""What a Prometheus that scrapes gateways remembers of them: a few figures by the name that clients ask for, over some hours."""

from __future__ import annotations

import math
import typing as t
from dataclasses import dataclass
from urllib.parse import urlencode

from .._promql import INPUT, LATENCY, OUTPUT, REQUESTS, SPEND, error_share, fallback_share, quantile, rate_sum
from .errors import UNAVAILABLE, GatewayError, refusal
from .http import Request, Send

POINTS = 96
"""How many points a line has; a quarter of an hour each on a day."""

SHORTEST_STEP = 60
"""Seconds between two points at least: a rate takes several scrapes."""

_NAME = "requested_model"

Json = dict[str, t.Any]


@dataclass(frozen=True)
class Figure:
    """One figure.

    :ivar unit: as people read it.
    :ivar expr: makes the query of the matchers and the interval.
    """

    key: str
    unit: str
    expr: t.Callable[[str, str], str]


FIGURES = (
    Figure("requests", "requests a minute", lambda labels, every: f"60 * {rate_sum(REQUESTS, _NAME, labels, every)}"),
    Figure("errors", "share of the requests", lambda labels, every: error_share(_NAME, labels, every)),
    Figure("fallbacks", "share of the answers", lambda labels, every: fallback_share(_NAME, labels, every)),
    Figure("latency", "seconds", lambda labels, every: quantile(0.95, LATENCY, _NAME, labels, every)),
    Figure(
        "tokens",
        "tokens a minute",
        lambda labels, every: (
            f"60 * ({rate_sum(INPUT, _NAME, labels, every)} + {rate_sum(OUTPUT, _NAME, labels, every)})"
        ),
    ),
    Figure("cost", "USD an hour", lambda labels, every: f"3600 * {rate_sum(SPEND, _NAME, labels, every)}"),
)


def step_of(hours: float) -> int:
    """Seconds between two points of lines over so many *hours*."""
    return max(SHORTEST_STEP, math.ceil(hours * 3600 / POINTS))


def history(send: Send, url: str, token: str, hours: float, now: float, selector: str = "") -> Json:
    """All figures from *hours* before *now*, in the shape that ``litellm_history_info`` documents.

    :param url: of the Prometheus, without a path.
    :param token: bearer token; empty for none.
    :param now: seconds since 1970.
    :param selector: matchers of PromQL without braces, such as ``job="litellm"``; empty for all.
    :raises GatewayError: when it does not answer, or not as Prometheus does.
    """
    step = step_of(hours)
    end = int(now) // step * step
    begin = end - step * (math.ceil(hours * 3600 / step))
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    # A rate looks at a few scrapes at least, however near the points are.
    every = f"{max(step, 300)}s"
    figures = []
    for figure in FIGURES:
        words = {"query": figure.expr(selector, every), "start": begin, "end": end, "step": step}
        answer = send(Request("GET", f"{url.rstrip('/')}/api/v1/query_range?{urlencode(words)}", headers))
        figures.append({"key": figure.key, "unit": figure.unit, "series": _series(answer.status, answer.json)})
    return {"begin": begin, "end": end, "step": step, "figures": figures}


def _series(status: int, body: t.Any) -> list[Json]:
    """The lines in an answer of Prometheus, by name. What is no number is left out."""
    if isinstance(body, dict) and isinstance(body.get("error"), str):
        raise GatewayError(UNAVAILABLE, f"Prometheus says: {body['error']}", status)
    if status != 200:
        raise refusal(status, body)
    try:
        found = [
            {
                "name": str(series["metric"].get(_NAME, "")),
                "points": [[int(at), float(value)] for at, value in series["values"] if math.isfinite(float(value))],
            }
            for series in body["data"]["result"]
        ]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise GatewayError(UNAVAILABLE, "/api/v1/query_range does not answer as Prometheus does", status) from error
    return sorted((each for each in found if each["points"]), key=lambda each: str(each["name"]))
