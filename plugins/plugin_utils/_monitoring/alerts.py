# SPDX-License-Identifier: GPL-3.0-or-later
"""The alerts: when each fires, and what it tells whoever is woken by it."""

from __future__ import annotations

import typing as t

from ...module_utils._promql import dead
from . import series

if t.TYPE_CHECKING:
    from collections.abc import Iterator

    from .declared import Monitoring

PAGE = "https://github.com/llmops/ansible-collection-litellm/blob/main/docs/monitoring.md"
"""Each alert has a heading there, its name."""

CRITICAL, WARNING = "critical", "warning"

BUDGETS = {"team": "team_alias", "api_key": "api_key_alias", "user": "user"}
"""Who has a budget in LiteLLM's metrics, and the label that names them."""

REFUSED = 'litellm_proxy_failed_requests_metric_total{exception_class="BudgetExceededError"}'
"""Requests that a spent budget refused. What is left of it LiteLLM says after an answer alone, and who is refused gets none."""

NEARLY = 0.2
"""The share of a budget that is left when it is told."""


class Alert(t.NamedTuple):
    """One alert.

    :param expr: PromQL; it fires for each series of it.
    :param lasts: how long that has to last.
    :param summary: what is wrong and what to do, with Prometheus's templates in it.
    """

    name: str
    expr: str
    lasts: str
    severity: str
    summary: str


def alert_rules(monitoring: Monitoring) -> list[series.Rule]:
    """The alerts, as Prometheus's rule files have them."""
    return [
        {
            "alert": alert.name,
            "expr": alert.expr,
            "for": alert.lasts,
            "labels": {"severity": alert.severity},
            "annotations": {"summary": alert.summary, "runbook_url": f"{PAGE}#{alert.name.lower()}"},
        }
        for alert in (*_of_gateways(monitoring), *_of_models(monitoring), *_of_money(monitoring))
    ]


def _of_gateways(monitoring: Monitoring) -> Iterator[Alert]:
    where = "{{ $labels.instance }}"
    job = f'{{job="{monitoring.job}"}}'
    yield Alert(
        "LitellmGatewayDown",
        f"up{job} == 0",
        "2m",
        CRITICAL,
        f"No metrics from the gateway on {where}. See on the host whether it runs: systemctl status 'litellm@*', then deploy again.",
    )
    yield Alert(
        "LitellmGatewayNotReady",
        "litellm_gateway_ready == 0",
        "2m",
        CRITICAL,
        f"The gateway on {where} runs and takes no requests. Its log says why: journalctl -u 'litellm@*'.",
    )
    yield Alert(
        "LitellmReleaseRefused",
        "litellm_gateway_refused_timestamp_seconds > litellm_gateway_start_timestamp_seconds",
        "0m",
        WARNING,
        f"A release was refused on {where}, and the one before serves on. Correct what the deploy said, and deploy again.",
    )
    yield Alert(
        "LitellmDrift",
        "litellm_gateway_changed_files > 0",
        "5m",
        WARNING,
        f"{{{{ $value }}}} files of the release on {where} are not as they were released. See what with verify, and deploy again.",
    )
    yield Alert(
        "LitellmWorkerDied",
        "sum by (instance, signal) (increase(litellm_gateway_worker_deaths_total[15m])) > 0",
        "0m",
        WARNING,
        f"A worker on {where} died of {{{{ $labels.signal }}}}. SIGKILL is most often a lack of memory: see journalctl -k.",
    )
    yield Alert(
        "LitellmWorkerMemory",
        "litellm_gateway_largest_worker_bytes / litellm_gateway_worker_limit_bytes > 1.2",
        "15m",
        WARNING,
        f"A worker on {where} stays above litellm_max_worker_memory. Raise it if the worker needs that, or restart the gateway.",
    )
    yield Alert(
        "LitellmMemory",
        "litellm_gateway_memory_used_bytes / litellm_gateway_memory_limit_bytes > 0.9",
        "10m",
        WARNING,
        f"The gateway on {where} uses {{{{ $value | humanizePercentage }}}} of its memory. Raise the limit, or lower litellm_workers.",
    )
    yield Alert(
        "LitellmCertificate",
        f"litellm_gateway_certificate_expiration_timestamp_seconds - time() < {monitoring.certificate_days} * 86400",
        "1h",
        WARNING,
        f"The certificate of the gateway on {where} ends in {{{{ $value | humanizeDuration }}}}. Renew it, and deploy.",
    )
    yield Alert(
        "LitellmRedisAway",
        "litellm_gateway_redis_up == 0",
        "5m",
        WARNING,
        f"Redis does not answer the gateway on {where}, which counts limits and budgets alone. See whether it runs.",
    )
    yield Alert(
        "LitellmDatabaseAway",
        "litellm_gateway_database_up == 0",
        "2m",
        CRITICAL,
        f"The database does not answer the gateway on {where}, and keys that were not used lately get 503. See whether it runs.",
    )


def _of_models(monitoring: Monitoring) -> Iterator[Alert]:
    alias, deployment = "{{ $labels.requested_model }}", "{{ $labels.model_id }}"
    where = "on {{ $labels.instance }}"
    share = "{{ $value | humanizePercentage }}"
    yield Alert(
        "LitellmFallbacks",
        f"{series.FALLBACK_SHARE} > {monitoring.fallback_percent} / 100",
        "5m",
        WARNING,
        f"A backup gives {share} of the answers for {alias} {where}. See what its own deployments fail with.",
    )
    yield Alert(
        "LitellmErrors",
        f"{series.ERROR_SHARE} > {monitoring.error_percent} / 100",
        "5m",
        WARNING,
        f"{share} of the calls of {deployment} {where} fail with {{{{ $labels.exception_class }}}}. The log has the provider's words.",
    )
    yield Alert(
        "LitellmDeploymentDead",
        dead(series.REAL, series.EVERY),
        "5m",
        CRITICAL,
        f"{deployment} {where} answers nothing. Ask it with litellm_probe; its key, address or provider is at fault.",
    )
    yield Alert(
        "LitellmSlow",
        f"{series.P95} > {monitoring.latency_seconds}",
        "10m",
        WARNING,
        f"5 % of the answers of {alias} {where} take longer than {{{{ $value | humanizeDuration }}}}. See which deployment is slow.",
    )


def _of_money(monitoring: Monitoring) -> Iterator[Alert]:
    job = f'{{job="{monitoring.job}"}}'
    for kind, label in BUDGETS.items():
        name = kind.title().replace("_", "")
        left = f"litellm_remaining_{kind}_budget_metric"
        whole = f"litellm_{kind}_max_budget_metric"
        whose = f"{kind.replace('_', ' ')} {{{{ $labels.{label} }}}} on {{{{ $labels.instance }}}}"
        yield Alert(
            f"LitellmBudgetNearlySpent{name}",
            f"0 < {left} / ({whole} > 0) < {NEARLY}",
            "0m",
            WARNING,
            f"Less than {NEARLY:.0%} of the budget of {whose} is left. Raise it before its requests are refused.",
        )
        yield Alert(
            f"LitellmBudgetSpent{name}",
            f"{left} / ({whole} > 0) <= 0",
            "0m",
            CRITICAL,
            f"The budget of {whose} is spent, and its requests are refused. Raise it, or wait until it begins anew.",
        )
    whose = ", ".join(f"{kind.replace('_', ' ')} {{{{ $labels.{label} }}}}" for kind, label in BUDGETS.items())
    yield Alert(
        "LitellmBudgetRefused",
        # The first value of a series is no increase, and of a gateway that was not seen before, nobody knows when it was.
        f"sum by (instance, {', '.join(BUDGETS.values())})"
        f" ((increase({REFUSED}[15m]) > 0) or (({REFUSED} unless {REFUSED} offset 15m) and on (instance) up{job} offset 15m)) > 0",
        "0m",
        CRITICAL,
        f"Requests are refused on {{{{ $labels.instance }}}} because a budget is spent: {whose}. Raise it, or wait until it begins anew.",
    )
    if monitoring.daily_cost_usd:
        yield Alert(
            "LitellmDailyCost",
            f"sum ({series.SPENT}) > {monitoring.daily_cost_usd}",
            "0m",
            WARNING,
            "The gateways spent {{ $value | humanize }} USD in 24 hours. See which model and key it was.",
        )
