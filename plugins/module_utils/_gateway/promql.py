# SPDX-License-Identifier: GPL-3.0-or-later
"""What Prometheus is asked about gateways: the series of LiteLLM that were seen to be true, and the figures made of them.

*labels* are matchers of PromQL without their braces, such as ``requested_model=~"gpt.*"``, empty for all; *by* are labels with commas.
"""

from __future__ import annotations

REQUESTS = "litellm_proxy_total_requests_metric_total"
ANSWERED = "litellm_deployment_success_responses_total"
FAILED = "litellm_deployment_failure_responses_total"
LATENCY = "litellm_request_total_latency_metric"
FIRST_TOKEN = "litellm_llm_api_time_to_first_token_metric"  # noqa: S105 - a metric
SPEND = "litellm_spend_metric_total"
INPUT = "litellm_input_tokens_metric_total"
CACHED = "litellm_input_cached_tokens_metric_total"
OUTPUT = "litellm_output_tokens_metric_total"

_BACKUP = ".+-for-.+"
"""Ids of the deployments that back another model: ``mini-for-gpt`` is ``mini`` at work for ``gpt``."""


def refused(labels: str) -> str:
    """Matchers of the requests among *labels* to which a client got an error."""
    return _joined(labels, 'status_code!~"2.."')


def answered(labels: str) -> str:
    """Matchers of those that were answered."""
    return _joined(labels, 'status_code=~"2.."')


def backed(labels: str) -> str:
    """Matchers of those that a backup answered."""
    return _joined(answered(labels), f'model_id=~"{_BACKUP}"')


def rate_sum(series: str, by: str, labels: str, interval: str) -> str:
    """How much a counter grows in a second."""
    return f"sum{f' by ({by})' if by else ''} (rate({series}{{{labels}}}[{interval}]))"


def share(part: str, whole: str) -> str:
    """A share of 1; 0 where there is a whole and no part, nothing where there is no whole."""
    return f"({part} or 0 * {whole}) / ({whole} > 0)"


def quantile(part: float, series: str, by: str, labels: str, interval: str) -> str:
    """Seconds within which a *part* (0 to 1) of what a histogram counts ended."""
    return f"histogram_quantile({part}, {rate_sum(f'{series}_bucket', _joined('le', by), labels, interval)})"


def error_share(by: str, labels: str, interval: str) -> str:
    """Share of the requests to which a client got an error."""
    return share(rate_sum(REQUESTS, by, refused(labels), interval), rate_sum(REQUESTS, by, labels, interval))


def fallback_share(by: str, labels: str, interval: str) -> str:
    """Share of the answers that a backup gave."""
    return share(rate_sum(REQUESTS, by, backed(labels), interval), rate_sum(REQUESTS, by, answered(labels), interval))


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
