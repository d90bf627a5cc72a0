# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups of models that are chosen among by a strategy of their own (``routing_groups``)."""

from __future__ import annotations

import typing as t

from .._report.problems import did_you_mean, type_name
from .._report.secrets import shown
from . import value_types as types
from .entry import REFUSES, check_required, listed
from .routing import KnownNames

if t.TYPE_CHECKING:
    from .._report.locations import Location
    from .._report.report import Report
    from .checked_config import CheckedConfig

_ROUTER, _GROUPS = "router_settings", "routing_groups"
_NEEDED = ("group_name", "models", "routing_strategy")
_BY_PRIORITY, _PRIORITIES = "priority", "model_priorities"
_MORE = ("lar1", "provider-budget-routing", "usage-based-routing")
"""Strategies of groups that the setting for all may not take."""
_REST = "default"
"""The name of all models that are in no group."""


def check_routing_groups(checked: CheckedConfig, report: Report) -> None:
    """Every group has a name, models and a strategy of its own, and no model is in two."""
    names, known = KnownNames(checked), checked.vocabulary.tables["routing_group"]
    seen: dict[str, int] = {}
    owners: dict[str, str] = {}
    for location, group in listed(checked, report, _ROUTER, _GROUPS):
        check_required(report, _NEEDED, location, group, REFUSES)
        for key in group:
            if key not in known:
                message = "is not known here; LiteLLM does not look at it"
                report.add("unknown-key", (*location, key), message, did_you_mean(str(key), known))
        _check_name(report, location, group.get("group_name"), seen)
        _check_strategy(checked, report, location, group)
        models = group.get("models")
        if models is not None and not isinstance(models, list):
            message = f"must be a list, not {type_name(models)}; {REFUSES}"
            report.add("wrong-type", (*location, "models"), message, "write a list")
        for index, model in enumerate(models if isinstance(models, list) else ()):
            _check_model(report, (*location, "models", index), model, names)
            if group.get("routing_strategy") != _BY_PRIORITY:
                _check_owner(report, (*location, "models", index), model, str(group.get("group_name")), owners)


def _check_name(report: Report, location: Location, name: object, seen: dict[str, int]) -> None:
    where = (*location, "group_name")
    if name in ("", _REST):
        what = "is empty" if name == "" else f"{name} is the name of all models that are in no group"
        report.add("wrong-type", where, f"{what}; {REFUSES}", "write another name")
    elif isinstance(name, str) and name in seen:
        message = f"{shown(name)} is the name of {_ROUTER}.{_GROUPS}[{seen[name]}] already; {REFUSES}"
        report.add("wrong-type", where, message, "write another name")
    elif isinstance(name, str):
        seen[name] = t.cast("int", location[-1])


def _check_strategy(checked: CheckedConfig, report: Report, location: Location, group: dict[str, t.Any]) -> None:
    strategy, priorities, models = (group.get(key) for key in ("routing_strategy", _PRIORITIES, "models"))
    word = checked.vocabulary.tables[_ROUTER].get("routing_strategy", "any")
    more = (_BY_PRIORITY, *_MORE) if _PRIORITIES in checked.vocabulary.tables["routing_group"] else _MORE
    if strategy is not None and strategy not in more and not types.fits(word, strategy):
        what = shown(strategy) if isinstance(strategy, str) else type_name(strategy)
        remedy = did_you_mean(str(strategy), [*types.members(word)[2], *more])
        report.add("unknown-word", (*location, "routing_strategy"), f"{what} is no strategy; {REFUSES}", remedy)
    elif strategy == _BY_PRIORITY and isinstance(models, list):
        if not isinstance(priorities, dict) or set(map(str, models)) != set(map(str, priorities)):
            message = f"must name exactly the models of the group, with a number each; {REFUSES}"
            report.add("wrong-type", (*location, _PRIORITIES), message, "write model: 1")
    elif priorities and _BY_PRIORITY in more:
        message = f"needs routing_strategy: {_BY_PRIORITY}; {REFUSES}"
        report.add("wrong-type", (*location, _PRIORITIES), message, "take it out, or write that")


def _check_model(report: Report, location: Location, model: object, names: KnownNames) -> None:
    if not isinstance(model, str):
        report.add("wrong-type", location, f"must be text, not {type_name(model)}; {REFUSES}", "write its name")
    elif not names.lead_to(model):
        message = f"{shown(model)} is no model of this configuration; the group does nothing for it"
        report.add("router-target-missing", location, message, names.remedy(model), "warning")


def _check_owner(report: Report, location: Location, model: object, group: str, owners: dict[str, str]) -> None:
    if isinstance(model, str):
        owner = owners.setdefault(model, group)
        if owner != group:
            message = f"{shown(model)} is in the group {shown(owner)} already; {REFUSES}"
            report.add("wrong-type", location, message, "leave it in one of them")
