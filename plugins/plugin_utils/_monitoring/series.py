# SPDX-License-Identifier: GPL-3.0-or-later
"""What Prometheus keeps of gateways besides what they count: figures that alerts, dashboards and reports ask for again and again.

Of LiteLLM's counters only those are used that were seen to be true. An answer of a backup has the name that the client asked for, and the id
``<backup>-for-<model>``.
"""

from __future__ import annotations

import typing as t

from ...module_utils._promql import (
    CACHED,
    FAILED,
    INPUT,
    LATENCY,
    OUTPUT,
    SPEND,
    calls,
    fallback_share,
    priced,
    quantile,
    rate_sum,
)

if t.TYPE_CHECKING:
    from .declared import Monitoring, Reference

ALIAS = "instance, requested_model"
DEPLOYMENT = "instance, model_id"
EVERY = "10m"
REAL = 'model_id!=""'
"""Matchers of the calls of a deployment; without one are refused keys and budgets."""

FALLBACK_SHARE = "litellm:fallback_share:rate10m"
CALLS = "litellm:calls:rate10m"
ERROR_SHARE = "litellm:error_share:rate10m"
P95 = "litellm:latency_p95_seconds:rate10m"
SPENT = "litellm:spent_usd:increase1d"
REFERENCE = "litellm:reference_usd:increase1d"
SAVED = "litellm:saved_usd:increase1d"

Rule = dict[str, t.Any]


def recording_rules(monitoring: Monitoring) -> list[Rule]:
    """The recording rules, as Prometheus's rule files have them."""
    failed_by_kind = rate_sum(FAILED, f"{DEPLOYMENT}, exception_class", REAL, EVERY)
    rules = {
        FALLBACK_SHARE: fallback_share(ALIAS, "", EVERY),
        CALLS: calls(DEPLOYMENT, REAL, EVERY),
        ERROR_SHARE: f"{failed_by_kind} / on ({DEPLOYMENT}) group_left () ({CALLS} > 0)",
        P95: quantile(0.95, LATENCY, ALIAS, "", EVERY),
        SPENT: _in_a_day(SPEND),
    }
    if monitoring.reference:
        rules |= {REFERENCE: _would_have_cost(monitoring.reference), SAVED: f"{REFERENCE} - {SPENT}"}
    return [{"record": name, "expr": expression} for name, expression in rules.items()]


def _in_a_day(series: str) -> str:
    return f"sum by ({ALIAS}) (increase({series}[1d]))"


def _would_have_cost(prices: Reference) -> str:
    """USD for the tokens of a day at the *prices* of the reference model."""
    tokens, cached, output = map(_in_a_day, (INPUT, CACHED, OUTPUT))
    return priced(tokens, cached, output, (repr(prices.input), repr(prices.cached_input), repr(prices.output)))
