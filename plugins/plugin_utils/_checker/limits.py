# SPDX-License-Identifier: GPL-3.0-or-later
"""What limits and budgets come to, when several processes count each for itself.

LiteLLM counts in the memory of a process: once more in each worker of each host, and from zero after each start. With a
Redis, the router's budgets and limits are counted together; slots for requests in flight never are.
"""

from __future__ import annotations

import re
import typing as t

from .._known.names import ENFORCES
from .checked_config import PROVIDER_BUDGETS, TAG_BUDGETS, CheckedConfig
from .redis import DECLARE, has_redis

if t.TYPE_CHECKING:
    from collections.abc import Iterator

    from .._report.locations import Location
    from .._report.report import Report

_PER_MINUTE = {"rpm": "requests", "tpm": "tokens"}
_ENFORCING = (
    "usage-based-routing",
    "usage-based-routing-v2",
    "latency-based-routing",
    "cost-based-routing",
)
"""The strategies that leave out a deployment which has had its requests or tokens of this minute."""
_ZERO = re.compile(r"\s*[+-]?0*\.?0+\.?\s*")
_ALONE = "set litellm_workers: 1"
_TOGETHER = f"{DECLARE}, or {_ALONE}"


def check_limits(checked: CheckedConfig, report: Report) -> None:
    """``rpm`` and ``tpm`` limit nothing unless the router is told so, and each process by itself unless it has a Redis."""
    router = checked.block("router_settings")
    checks = router.get("optional_pre_call_checks")
    enforced = (
        router.get("routing_strategy") in _ENFORCING
        or router.get("enable_pre_call_checks") is True
        or (isinstance(checks, list) and ENFORCES in checks)
    )
    for deployment in checked.deployments:
        for key, unit in _PER_MINUTE.items():
            value = deployment.params.get(key)
            location = deployment.locate(key)
            if value is None:
                continue
            if not enforced:
                message = (
                    f"limits no minute as it stands; LiteLLM shares requests by {key} between deployments of one name, "
                    "and answers 429 where too many are under way at once"
                )
                remedy = "add enforce_model_rate_limits to router_settings.optional_pre_call_checks"
                report.add("limit-not-enforced", location, message, remedy)
            elif not has_redis(checked):
                _counted_apart(checked, report, location, f"{value} {unit} a minute")


def check_parallel_requests(checked: CheckedConfig, report: Report) -> None:
    """Requests in flight are counted by each process, with and without a Redis."""
    default = checked.block("router_settings").get("default_max_parallel_requests")
    places: list[tuple[Location, t.Any]] = [(("router_settings", "default_max_parallel_requests"), default)]
    for deployment in checked.deployments:
        key = "max_parallel_requests"
        places.append((deployment.locate(key), deployment.params.get(key)))
    for location, value in places:
        if value is not None:
            _counted_apart(checked, report, location, f"{value} requests at a time", _ALONE)


def _counted_apart(
    checked: CheckedConfig, report: Report, location: Location, limit: str, remedy: str = _TOGETHER
) -> None:
    """Warn of *limit* where more than one process counts up to it."""
    if checked.workers is not None and (checked.workers, checked.hosts) != (1, 1):
        message = f"is counted by each worker by itself: {_figure(checked, limit)}"
        report.add("counted-apart", location, message, remedy)


def check_zero_budgets(checked: CheckedConfig, report: Report) -> None:
    """No budget is 0, which LiteLLM takes for none."""
    entries = [(location, limit) for location, limit, _period in _budgets(checked)]
    for location, budget in checked.budgets():
        if location[:2] == TAG_BUDGETS:
            entries += [((*location, key), budget.get(key)) for key in ("budget_limit", "max_budget")]
    for location, limit in entries:
        if _is_zero(limit):
            message = "is 0, which LiteLLM takes for no budget; nothing is limited"
            report.add("zero-budget", location, message, "write an amount, or take out what is to cost nothing")


def _is_zero(limit: object) -> bool:
    """Whether *limit* is 0, as a number or as text that LiteLLM converts."""
    return (
        isinstance(limit, (int, float, str)) and not isinstance(limit, bool) and _ZERO.fullmatch(str(limit)) is not None
    )


def check_endless_budgets(checked: CheckedConfig, report: Report) -> None:
    """Every budget of a deployment says for what time it is: without that LiteLLM does not look at it."""
    for deployment in checked.deployments:
        params = deployment.params
        if params.get("max_budget") is not None and params.get("budget_duration") is None:
            message = "stands without budget_duration; LiteLLM does not look at it then, and nothing is limited"
            report.add("missing-key", deployment.locate("max_budget"), message, "write budget_duration: 30d beside it")


def check_budgets(checked: CheckedConfig, report: Report) -> None:
    """Every budget says what can be spent until it stops requests."""
    if checked.workers is None:
        return
    for location, limit, period in _budgets(checked):
        if _is_zero(limit):
            continue
        if has_redis(checked):
            message = (
                "is counted in Redis, which workers compare themselves with once a second: requests under way go beyond it, "
                "and while the Redis is away each worker counts by itself"
            )
            report.add("counted-apart", location, message, severity="notice")
        else:
            message = (
                f"is counted by each worker by itself: {_figure(checked, f'{limit} USD')} in {period}, "
                "and again after each release or restart"
            )
            remedy = _TOGETHER if checked.workers != 1 or checked.hosts > 1 else DECLARE
            report.add("counted-apart", location, message, remedy)


def _budgets(checked: CheckedConfig) -> Iterator[tuple[Location, t.Any, t.Any]]:
    """Location, USD and period of each budget that the router counts."""
    for deployment in checked.deployments:
        limit, period = deployment.params.get("max_budget"), deployment.params.get("budget_duration")
        if limit is not None and period is not None:
            yield deployment.locate("max_budget"), limit, period
    for location, budget in checked.budgets():
        if location[:2] == PROVIDER_BUDGETS and budget.get("budget_limit") is not None:
            yield (*location, "budget_limit"), budget["budget_limit"], budget.get("time_period")


def _figure(checked: CheckedConfig, limit: str) -> str:
    """*limit* as it is for the whole: ``up to 2 x 0.01 USD on this host``."""
    if checked.workers == 0:
        here = f"up to {limit} for each worker, of which a host has one per core unless litellm_workers says otherwise"
    else:
        here = f"up to {f'{checked.workers} x ' if checked.workers != 1 else ''}{limit} on this host"
    return here + (f", and as much on each of the {checked.hosts} hosts of this play" if checked.hosts > 1 else "")
