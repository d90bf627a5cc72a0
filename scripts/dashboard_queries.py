"""What the panels of the Grafana dashboard ask Prometheus: each panel's title, unit, description and queries, as data.

``$gateway``, ``$name`` and ``$deployment`` are the dashboard's variables; ``$__rate_interval`` and ``$__range`` are Grafana's.
"""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

from ansible_collections.llmops.litellm.plugins.module_utils import _promql as promql
from ansible_collections.llmops.litellm.plugins.module_utils._promql import (
    ANSWERED,
    CACHED,
    COOLED_DOWN,
    FAILED,
    FIRST_TOKEN,
    INPUT,
    LATENCY,
    OUTPUT,
    REQUESTS,
    SPEND,
    quantile,
    share,
)
from ansible_collections.llmops.litellm.plugins.plugin_utils._monitoring.series import SAVED

_OF_NAME = 'instance=~"$gateway", requested_model=~"$name"'
_OF_BOTH = f'{_OF_NAME}, model_id=~"$deployment"'
_OF_DEPLOYMENT = 'instance=~"$gateway", model_id=~"$deployment"'
_OF_GATEWAY = 'instance=~"$gateway"'
_INTERVAL = "$__rate_interval"


def _sum(series: str, by: str = "", labels: str = _OF_BOTH) -> str:
    return promql.rate_sum(series, by, labels, _INTERVAL)


def _quantile(part: float, series: str, by: str = "", labels: str = _OF_BOTH) -> str:
    return quantile(part, series, by, labels, _INTERVAL)


def _error_share(by: str = "") -> str:
    return promql.error_share(by, _OF_NAME, _INTERVAL)


def _fallback_share(by: str = "") -> str:
    return promql.fallback_share(by, _OF_NAME, _INTERVAL)


@dataclass(frozen=True)
class Query:
    """One query of a panel.

    :ivar legend: how its series are called; Grafana puts labels in.
    """

    expr: str
    legend: str = ""


@dataclass(frozen=True)
class Panel:
    """One panel.

    :ivar unit: Grafana's name of it.
    :ivar says: what the figure means, for whoever wonders.
    :ivar width: of the 24 columns.
    :ivar kind: ``lines``, ``figure`` (one number), or ``table`` (a row for each series, now).
    """

    title: str
    unit: str
    says: str
    queries: tuple[Query, ...]
    width: int = 12
    kind: t.Literal["lines", "figure", "table"] = "lines"


def _reference(function: str) -> str:
    """USD for the same tokens at the prices of the reference model. *function* makes a figure of a series' name."""
    tokens, cached, output = (function.format(series=series) for series in (INPUT, CACHED, OUTPUT))
    return promql.priced(tokens, cached, output, ("$reference_input", "$reference_cached_input", "$reference_output"))


_IN_RANGE = f"sum (increase({{series}}{{{{{_OF_BOTH}}}}}[$__range]))"
_KEPT = f"sum by (requested_model) ({SAVED}{{{_OF_NAME}}})"
_IN_A_DAY = f"sum by (requested_model) (increase({{series}}{{{{{_OF_BOTH}}}}}[1d]))"

_ELSEWHERE = promql.went_elsewhere("", _OF_NAME, _INTERVAL)

ALL = (
    Panel("Gateways that are ready", "none", "How many of the chosen gateways take requests.",
          (Query(f"sum (litellm_gateway_ready{{{_OF_GATEWAY}}})"),), 4, "figure"),
    Panel("Requests", "reqps", "Requests of clients, answered or not.", (Query(_sum(REQUESTS, "", _OF_NAME)),), 4, "figure"),
    Panel("With an error", "percentunit", "Share of the requests to which a client got an error.",
          (Query(_error_share()),), 4, "figure"),
    Panel("Answered by a fallback", "percentunit", "Share of the answers that a backup gave.",
          (Query(_fallback_share()),), 4, "figure"),
    Panel("95 % answered within", "s", "From the request to the end of the answer.", (Query(_quantile(0.95, LATENCY)),), 4, "figure"),
    Panel("Cost of an hour", "currencyUSD", "USD for an hour at the rate of now.", (Query(f"{_sum(SPEND)} * 3600"),), 4, "figure"),
)  # fmt: skip
NAMES = (
    Panel("Requests by name", "reqps", "By the name that clients ask for: an alias, or an agent.",
          (Query(_sum(REQUESTS, "requested_model", _OF_NAME), "{{requested_model}}"),)),
    Panel("Errors of clients by status", "reqps", "Requests to which a client got an error.",
          (Query(_sum(REQUESTS, "requested_model, status_code", promql.refused(_OF_NAME)), "{{requested_model}} {{status_code}}"),)),
    Panel("Failed calls by kind", "cps", "Calls of a deployment that failed, also where another one answered then. Without a "
          "deployment nobody was asked, as for a name that is not served.",
          (Query(_sum(FAILED, "model_id, exception_class, exception_status", f'{_OF_GATEWAY}, model_id=~"$deployment|"'),
                 "{{model_id}} {{exception_class}} {{exception_status}}"),)),
    Panel("Fallback share by name", "percentunit", "Share of the answers that a backup gave.",
          (Query(_fallback_share("requested_model"), "{{requested_model}}"),)),
    Panel("Where fallbacks went", "reqps", "Answers that a backup gave, by who it was.",
          (Query(_sum(REQUESTS, "requested_model, model_id", promql.backed(_OF_NAME)), "{{requested_model}} → {{model_id}}"),
           Query(_ELSEWHERE,
                 "{{requested_model}} → {{fallback_model}} (router_settings.fallbacks)"))),
    Panel("Cooldowns", "none", "How often a deployment was left out for a while after failures, in each 10 minutes.",
          (Query(f"sum by (model_id) (increase({COOLED_DOWN}{{{_OF_DEPLOYMENT}}}[10m]))", "{{model_id}}"),)),
    Panel("Answered within", "s", "From the request to the end of the answer, of all that is chosen.",
          tuple(Query(_quantile(part, LATENCY), f"{part:.0%}") for part in (0.5, 0.95, 0.99))),
    Panel("95 % answered within, by name", "s", "From the request to the end of the answer.",
          (Query(_quantile(0.95, LATENCY, "requested_model"), "{{requested_model}}"),)),
    Panel("First token of 95 % within, by name", "s", "From the call of the provider to the first token, of streams.",
          (Query(_quantile(0.95, FIRST_TOKEN, "requested_model"), "{{requested_model}}"),)),
    Panel("Tokens by kind", "cps", "Tokens in a second. Cached ones are among the input.",
          (Query(_sum(INPUT), "input"), Query(_sum(CACHED), "of it cached"), Query(_sum(OUTPUT), "output"))),
    Panel("Cached share of the input, by name", "percentunit", "Tokens of input that the provider had in its cache.",
          (Query(share(_sum(CACHED, "requested_model"), _sum(INPUT, "requested_model")), "{{requested_model}}"),)),
    Panel("Cost of an hour, by name", "currencyUSD", "USD for an hour at the rate of now.",
          (Query(f"{_sum(SPEND, 'requested_model')} * 3600", "{{requested_model}}"),)),
    Panel("Cost of 1,000 answers, by name", "currencyUSD", "USD.",
          (Query(f"1000 * {_sum(SPEND, 'requested_model')} / ({_sum(ANSWERED, 'requested_model')} > 0)", "{{requested_model}}"),)),
)  # fmt: skip
SAVINGS = (
    Panel("Spent", "currencyUSD", "USD in the time that is shown.", (Query(_IN_RANGE.format(series=SPEND)),), 6, "figure"),
    Panel("With the reference model", "currencyUSD", "USD for the same tokens at the prices of the reference model, which stand "
          "above. Choose names that talk: embeddings would be compared too.", (Query(_reference(_IN_RANGE)),), 6, "figure"),
    Panel("Saved", "currencyUSD", "The difference. Below zero the reference model would have cost less.",
          (Query(f"{_reference(_IN_RANGE)} - {_IN_RANGE.format(series=SPEND)}"),), 6, "figure"),
    Panel("Saved share", "percentunit", "Of what the reference model would have cost.",
          (Query(f"1 - {_IN_RANGE.format(series=SPEND)} / ({_reference(_IN_RANGE)} > 0)"),), 6, "figure"),
    Panel("Saved in a day, by name", "currencyUSD", "USD in the 24 hours before, compared with the reference model. Where the role "
          "litellm_monitoring keeps the figure, it is that one, with the prices of its litellm_reference_model.",
          (Query(f"{_KEPT} or ({_reference(_IN_A_DAY)} - {_IN_A_DAY.format(series=SPEND)})", "{{requested_model}}"),), 24),
)  # fmt: skip
_CALLS = promql.calls("model_id", _OF_BOTH, _INTERVAL)
COMPARISON = (
    Panel("Share of the calls", "percentunit", "Beside the weights that the inventory gives.",
          (Query(f"{_CALLS} / scalar(sum ({_CALLS}) > 0)", "{{model_id}}"),)),
    Panel("Share of the calls that failed", "percentunit", "Whether or not another deployment answered then.",
          (Query(share(_sum(FAILED, "model_id"), _CALLS), "{{model_id}}"),)),
    Panel("Half answered within", "s", "From the request to the end of the answer.",
          (Query(_quantile(0.5, LATENCY, "model_id"), "{{model_id}}"),)),
    Panel("95 % of answers within", "s", "From the request to the end of the answer.",
          (Query(_quantile(0.95, LATENCY, "model_id"), "{{model_id}}"),)),
    Panel("Cost of 1,000 answers", "currencyUSD", "USD.",
          (Query(f"1000 * {_sum(SPEND, 'model_id')} / ({_sum(ANSWERED, 'model_id')} > 0)", "{{model_id}}"),)),
    Panel("Tokens of an answer", "none", "Tokens of output for each answer: another model may take more of them.",
          (Query(f"{_sum(OUTPUT, 'model_id')} / ({_sum(ANSWERED, 'model_id')} > 0)", "{{model_id}}"),)),
)  # fmt: skip
GATEWAYS = (
    Panel("What runs", "none", "Version of LiteLLM, release and slot of each gateway. The vertical lines of all panels are its changes.",
          (Query(f"litellm_gateway_info{{{_OF_GATEWAY}}}", "{{instance}}"),), 12, "table"),
    Panel("Deployments that answer nothing", "reqps", "Calls that fail, or after which a deployment rests, of those that answer none.",
          (Query(promql.dead(_OF_DEPLOYMENT, _INTERVAL), "{{instance}} {{model_id}}"),)),
    Panel("Workers", "none", "Workers that run, and in an hour how many a signal ended.",
          (Query(f"litellm_gateway_workers{{{_OF_GATEWAY}}}", "{{instance}}"),
           Query(f"sum by (instance, signal) (increase(litellm_gateway_worker_deaths_total{{{_OF_GATEWAY}}}[1h])) > 0",
                 "{{instance}} died of {{signal}}"))),
    Panel("Memory", "bytes", "Of all processes of the slot that serves, and what it may have where there is a limit.",
          (Query(f"litellm_gateway_memory_bytes{{{_OF_GATEWAY}}}", "{{instance}}"),
           Query(f"litellm_gateway_memory_limit_bytes{{{_OF_GATEWAY}}}", "{{instance}} limit"))),
    Panel("Waiting in the gateway", "s", "95 % of the requests waited at most so long before LiteLLM began with them.",
          (Query(_quantile(0.95, "litellm_request_queue_time_seconds", "instance", _OF_GATEWAY), "{{instance}}"),)),
    Panel("What the gateway itself takes", "s", "95 % of the answers took at most so much longer than the provider did.",
          (Query(_quantile(0.95, "litellm_overhead_latency_metric", "instance", _OF_GATEWAY), "{{instance}}"),)),
    Panel("Redis", "none", "1 while it answers every worker; nothing where there is none.",
          (Query(f"litellm_gateway_redis_up{{{_OF_GATEWAY}}}", "{{instance}}"),)),
    Panel("Database", "none", "1 while it answers every worker; nothing where there is none.",
          (Query(f"litellm_gateway_database_up{{{_OF_GATEWAY}}}", "{{instance}}"),)),
    Panel("Certificate ends in", "s", "Nothing where the gateway serves plain HTTP.",
          (Query(f"litellm_gateway_certificate_expiration_timestamp_seconds{{{_OF_GATEWAY}}} - time()", "{{instance}}"),)),
)  # fmt: skip

ROWS: t.Mapping[str, tuple[Panel, ...]] = {
    "All": ALL,
    "By name": NAMES,
    "Savings, compared with the reference model": SAVINGS,
    "Deployments side by side": COMPARISON,
    "Gateways": GATEWAYS,
}
"""Title of each row to its panels."""

CHANGES = (
    f"count by (instance, version, release, slot) (litellm_gateway_info{{{_OF_GATEWAY}}})"
    f" unless count by (instance, version, release, slot) (litellm_gateway_info{{{_OF_GATEWAY}}} offset 1m)"
)
"""What is there for a minute whenever a gateway begins to serve from another slot, another release or another version."""

VARIABLES: t.Mapping[str, tuple[str, str]] = {
    "gateway": ("Gateway", f"label_values({REQUESTS}, instance)"),
    "name": ("Asked for", f'label_values({REQUESTS}{{instance=~"$gateway"}}, requested_model)'),
    "deployment": ("Deployment", f"label_values({ANSWERED}{{{_OF_NAME}}}, model_id)"),
}
"""A variable for each dimension: its label, and where Grafana finds its values."""
