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
COOLED_DOWN = "litellm_deployment_cooled_down_total"
STATE = "litellm_deployment_state"
MODEL_NAME = "litellm_model_name"
"""By this label LiteLLM tells two states of a deployment: under the provider's name for the model what became of the last call, and
under the name that clients ask for that a cooldown began, which no call takes back."""
_FELL_BACK = "litellm_deployment_successful_fallbacks_total"

_NAME, _TO = "requested_model", "fallback_model"
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
    return f"{_sum(by)} (rate({series}{{{labels}}}[{interval}]))"


def share(part: str, whole: str) -> str:
    """A share of 1; 0 where there is a whole and no part, nothing where there is no whole."""
    return f"({part} or 0 * {whole}) / ({whole} > 0)"


def quantile(part: float, series: str, by: str, labels: str, interval: str) -> str:
    """Seconds within which a *part* (0 to 1) of what a histogram counts ended."""
    return f"histogram_quantile({part}, {rate_sum(f'{series}_bucket', _joined('le', by), labels, interval)})"


def added(one: str, other: str) -> str:
    """The sum of two; the other one alone where one of them is missing."""
    return f"(({one} or 0 * {other}) + ({other} or 0 * {one}))"


def calls(by: str, labels: str, interval: str) -> str:
    """Calls of deployments in a second, answered or failed."""
    return added(rate_sum(ANSWERED, by, labels, interval), rate_sum(FAILED, by, labels, interval))


def dead(labels: str, interval: str) -> str:
    """Calls in a second of deployments that fail, or are given a rest, and answer nothing; nothing of those that nobody asks."""
    by = "instance, model_id"
    failing = [f"{rate_sum(series, by, labels, interval)} > 0" for series in (FAILED, COOLED_DOWN)]
    return f"({' or '.join(failing)}) unless {rate_sum(ANSWERED, by, labels, interval)} > 0"


def error_share(by: str, labels: str, interval: str) -> str:
    """Share of the requests to which a client got an error."""
    return share(rate_sum(REQUESTS, by, refused(labels), interval), rate_sum(REQUESTS, by, labels, interval))


def went_elsewhere(by: str, labels: str, interval: str) -> str:
    """Answers in a second that another name gave, by ``fallback_model`` too: those of ``router_settings.fallbacks``.

    LiteLLM counts a gateway's own backups as fallbacks of a name to itself, besides as answers of the backup.
    """
    names = _joined(by, *(() if _NAME in by.split(", ") else (_NAME,)))
    itself = f'label_replace({rate_sum(_FELL_BACK, names, labels, interval)}, "{_TO}", "$1", "{_NAME}", "(.*)")'
    return f"{rate_sum(_FELL_BACK, f'{names}, {_TO}', labels, interval)} unless {itself}"


def fallback_share(by: str, labels: str, interval: str) -> str:
    """Share of the answers that a backup gave, each counted once."""
    whole = rate_sum(REQUESTS, by, answered(labels), interval)
    own = rate_sum(REQUESTS, by, backed(labels), interval)
    elsewhere = f"{_sum(by)} ({went_elsewhere(by, labels, interval)})"
    return share(added(own, elsewhere), whole)


def priced(tokens: str, cached: str, output: str, prices: tuple[str, str, str]) -> str:
    """USD for *tokens* of input, of which some are *cached*, and of *output*, which may be missing both.

    :param prices: of a million tokens of input, of cached input and of output.
    """
    cached = f"({cached} or 0 * {tokens})"
    output = f"({output} or 0 * {tokens})"
    return f"(({tokens} - {cached}) * {prices[0]} + {cached} * {prices[1]} + {output} * {prices[2]}) / 1000000"


def _sum(by: str) -> str:
    return f"sum by ({by})" if by else "sum"


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
