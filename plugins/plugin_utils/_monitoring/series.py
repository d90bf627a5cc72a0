# SPDX-License-Identifier: GPL-3.0-or-later
"""What Prometheus keeps of gateways besides what they count: figures that alerts, dashboards and reports ask for again and again.

Of LiteLLM's counters only those are used that were seen to be true. Failures without a ``model_id`` are refused keys and budgets, and no
failures of a model. An answer of a backup has the name that the client asked for, and the id ``<backup>-for-<model>``.
"""

from __future__ import annotations

import typing as t

if t.TYPE_CHECKING:
    from .declared import Monitoring, Reference

REQUESTS = "litellm_proxy_total_requests_metric_total"
ANSWERED = "litellm_deployment_success_responses_total"
FAILED = "litellm_deployment_failure_responses_total"
FELL_BACK = "litellm_deployment_successful_fallbacks_total"
LATENCY = "litellm_request_total_latency_metric_bucket"
SPEND = "litellm_spend_metric_total"
INPUT = "litellm_input_tokens_metric_total"
CACHED = "litellm_input_cached_tokens_metric_total"
OUTPUT = "litellm_output_tokens_metric_total"

ALIAS = "instance, requested_model"
DEPLOYMENT = "instance, model_id"

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
    answered = _rate(REQUESTS, ALIAS, 'status_code=~"2.."')
    backed = _rate(REQUESTS, ALIAS, 'status_code=~"2..", model_id=~".+-for-.+"')
    # Fallbacks of router_settings are no deployments of their own; LiteLLM counts them apart.
    routed = _rate(FELL_BACK, ALIAS, "")
    none = f"0 * {answered}"
    failed, succeeded = _rate(FAILED, DEPLOYMENT, 'model_id!=""'), _rate(ANSWERED, DEPLOYMENT, 'model_id!=""')
    failed_by_kind = _rate(FAILED, f"{DEPLOYMENT}, exception_class", 'model_id!=""')
    rules = {
        FALLBACK_SHARE: f"(({backed} or {none}) + ({routed} or {none})) / ({answered} > 0)",
        CALLS: f"({succeeded} or 0 * {failed}) + ({failed} or 0 * {succeeded})",
        ERROR_SHARE: f"{failed_by_kind} / on (instance, model_id) group_left () ({CALLS} > 0)",
        P95: f"histogram_quantile(0.95, {_rate(LATENCY, f'le, {ALIAS}', '')})",
        SPENT: _in_a_day(SPEND),
    }
    if monitoring.reference:
        rules |= {REFERENCE: _would_have_cost(monitoring.reference), SAVED: f"{REFERENCE} - {SPENT}"}
    return [{"record": name, "expr": expression} for name, expression in rules.items()]


def _rate(series: str, by: str, labels: str) -> str:
    return f"sum by ({by}) (rate({series}{{{labels}}}[10m]))"


def _in_a_day(series: str) -> str:
    return f"sum by ({ALIAS}) (increase({series}[1d]))"


def _would_have_cost(prices: Reference) -> str:
    """USD for the tokens of a day at the *prices* of the reference model."""
    tokens = _in_a_day(INPUT)
    cached = f"({_in_a_day(CACHED)} or 0 * {tokens})"
    output = f"({_in_a_day(OUTPUT)} or 0 * {tokens})"
    return (
        f"(({tokens} - {cached}) * {prices.input!r} + {cached} * {prices.cached_input!r} + {output} * {prices.output!r})"
        " / 1000000"
    )
