# SPDX-License-Identifier: GPL-3.0-or-later
"""The same as the page, for machines."""

from __future__ import annotations

import typing as t
from dataclasses import asdict

from .comparison import comparisons
from .course import History
from .facts import Gateway
from .figures import Prices, Work, figures

VERSION = 1
"""Of the shape below: a number that grows when something in it changes its place or its meaning."""


def data(
    at: str, gateways: t.Sequence[Gateway], reference: Prices | None = None, over_time: History | None = None
) -> dict[str, t.Any]:
    """What the page of the same arguments shows, as plain data. Money is USD, durations are seconds, shares are 0 to 1."""
    counted = figures(gateways, reference)
    return {
        "version": VERSION,
        "at": at,
        "reference_model": asdict(reference) if reference else None,
        "gateways": [asdict(each) for each in gateways],
        "counting": list(counted.counting),
        "names": {
            name: {
                "requests": each.requests,
                "answered": each.answered,
                "fallbacks": each.backed,
                "fallbacks_to": dict(each.went_to),
                "errors": dict(each.refused),
                **_work(each.work),
            }
            for name, each in counted.names.items()
        },
        "deployments": {
            name: {"failures": _failures(each.failed), "cooldowns": each.cooldowns, **_work(each.work)}
            for name, each in counted.deployments.items()
        },
        "failures_without_deployment": _failures(counted.elsewhere),
        "comparisons": [
            {
                "name": each.name,
                "verdict": each.verdict,
                "deployments": [
                    {
                        "id": side.deployment.id,
                        "calls": side.calls.calls,
                        "share_meant": side.meant,
                        "share_seen": side.seen,
                        "share_failed": side.failing,
                    }
                    for side in each.sides
                ],
            }
            for each in comparisons(gateways, counted)
        ],
        "over_time": asdict(over_time) if over_time else None,
    }


def _work(work: Work) -> dict[str, t.Any]:
    return {
        "calls_answered": work.answered,
        "tokens": {"input": work.tokens, "cached_input": work.cached, "output": work.output},
        "cost": work.cost,
        "cost_of_1000_answers": work.cost_of_thousand,
        "reference": {"paid": work.compared, "cost": work.otherwise, "saved": work.saved},
        "seconds": {name: work.seconds.quantile(share) for name, share in _QUANTILES.items()},
        "first_token_seconds": {name: work.first_token.quantile(share) for name, share in _QUANTILES.items()},
    }


_QUANTILES = {"p50": 0.5, "p95": 0.95, "p99": 0.99}


def _failures(counted: t.Mapping[tuple[str, str], int]) -> list[dict[str, t.Any]]:
    return [{"kind": kind, "status": status, "count": count} for (kind, status), count in sorted(counted.items())]
