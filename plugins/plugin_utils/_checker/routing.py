# SPDX-License-Identifier: GPL-3.0-or-later
"""Routing: fallbacks, aliases, and the names that they lead to."""

from __future__ import annotations

import typing as t

from ...module_utils._nearest import nearest
from .._known.names import DEFAULT_FALLBACKS, FALLBACKS
from .._report.locations import Location
from .._report.problems import type_name
from .._report.secrets import shown
from .checked_config import CheckedConfig

if t.TYPE_CHECKING:
    from collections.abc import Iterator

    from .._report.report import Report

_BLOCKS = ("router_settings", "litellm_settings")
_COMPARISONS = 100_000


class KnownNames:
    """Which names lead somewhere: models, aliases, wildcards."""

    def __init__(self, checked: CheckedConfig) -> None:
        self.known = [*checked.names, *map(str, checked.aliases)]
        self._exact = set(self.known)
        self._prefixes = tuple(name.partition("*")[0] for name in checked.names if "*" in name)
        self._ids = {str(deployment.info.get("id")) for deployment in checked.deployments}
        self._open = checked.open_ended
        self._comparisons = _COMPARISONS

    def lead_to(self, name: str) -> bool:
        """Whether a request for *name* finds a model, as far as the configuration tells."""
        return self._open or name in self._exact or name in self._ids or name.startswith(self._prefixes)

    def remedy(self, name: str) -> str:
        """The nearest name that leads somewhere, as long as looking for it is worth the time."""
        self._comparisons -= len(self.known)
        close = nearest(name, self.known) if self._comparisons > 0 else ""
        return f"did you mean {shown(close)}?" if close else "write the model_name of a model"


def check_fallbacks(checked: CheckedConfig, report: Report) -> None:
    """Every list of fallbacks: its shape, its names, its loops."""
    names = KnownNames(checked)
    for block in _BLOCKS:
        for key in FALLBACKS:
            value = checked.block(block).get(key)
            if value is not None:
                _check_list(report, names, (block, key), value)
        value = checked.block(block).get(DEFAULT_FALLBACKS)
        if isinstance(value, list):
            _check_targets(report, names, (block, DEFAULT_FALLBACKS), value)
        elif value is not None:
            message = f"must be a list, not {type_name(value)}; LiteLLM refuses to start"
            report.add("fallback-shape", (block, DEFAULT_FALLBACKS), message, "write a list of model names")
    _check_circles(checked, report)
    _check_both(checked, report)
    _check_special(checked, report)


def _wrong_shape(report: Report, location: Location, value: object, remedy: str) -> None:
    effect = (
        "LiteLLM takes every letter for a model"
        if isinstance(value, str)
        else "LiteLLM refuses to start, or falls back to nothing"
    )
    report.add("fallback-shape", location, f"must be a list, not {type_name(value)}; {effect}", remedy)


def _check_list(report: Report, names: KnownNames, location: Location, value: object) -> None:
    """A list of dictionaries with one key each, the model, and a list of the models that back it."""
    if not isinstance(value, list):
        _wrong_shape(report, location, value, "write - model: [other, ...]")
        return
    seen: dict[str, int] = {}
    for index, entry in enumerate(value):
        where = (*location, index)
        if not isinstance(entry, dict) or len(entry) != 1:
            message = "must be a dictionary with one key; LiteLLM refuses to start"
            report.add("fallback-shape", where, message, "write - model: [other, ...]")
            continue
        for source, targets in entry.items():
            if source in seen:
                message = f"stands here a second time, after [{seen[source]}]; LiteLLM only looks at the first"
                report.add("fallback-shape", (*where, source), message, "join the two")
            seen.setdefault(source, index)
            if source != "*" and not names.lead_to(str(source)):
                message = f"{shown(source)} is no model of this configuration; the fallback never acts"
                report.add("fallback-source-missing", (*where, source), message, names.remedy(str(source)))
            if isinstance(targets, list):
                _check_targets(report, names, (*where, source), targets)
            else:
                _wrong_shape(report, (*where, source), targets, "write a list of model names")


def _check_targets(report: Report, names: KnownNames, location: Location, targets: list[t.Any]) -> None:
    if not targets:
        report.add(
            "fallback-shape", location, "is empty; nothing backs the model", "name a model, or take it out", "warning"
        )
    for index, target in enumerate(targets):
        name = target.get("model") if isinstance(target, dict) else target
        if not isinstance(name, str):
            message = f"must be the name of a model, not {type_name(name)}; LiteLLM falls back to nothing"
            report.add("fallback-shape", (*location, index), message, "write a model name")
        elif not names.lead_to(name):
            message = f"{shown(name)} is no model of this configuration; LiteLLM skips it, and fails when nothing else is left"
            report.add("fallback-target-missing", (*location, index), message, names.remedy(name))


def edges(value: object) -> Iterator[tuple[str, str]]:
    """Every step of a well-formed list of fallbacks, from a model to the next."""
    for entry in value if isinstance(value, list) else ():
        for source, targets in entry.items() if isinstance(entry, dict) else ():
            for target in targets if isinstance(targets, list) else ():
                if isinstance(target, str):
                    yield str(source), target


def _check_circles(checked: CheckedConfig, report: Report) -> None:
    """No model backs itself. Models that back each other are well: LiteLLM asks each of them once."""
    for block in _BLOCKS:
        for source, target in dict.fromkeys(edges(checked.block(block).get("fallbacks"))):
            if source == target:
                message = f"has {shown(source)} back itself; LiteLLM asks the model that has failed once more"
                report.add("fallback-loop", (block, "fallbacks"), message, "name another model")


def _check_both(checked: CheckedConfig, report: Report) -> None:
    """LiteLLM looks at one of the two blocks, and never joins them."""
    router, settings = checked.block("router_settings"), checked.block("litellm_settings")
    for key in FALLBACKS:
        if router.get(key) and settings.get(key):
            message = "stands in router_settings too; LiteLLM only looks there"
            report.add("fallbacks-twice", ("litellm_settings", key), message, "move all of them to router_settings")


def _check_special(checked: CheckedConfig, report: Report) -> None:
    """A list for one kind of error takes the other fallbacks away from every model that is not in it."""
    for block in _BLOCKS:
        for key in FALLBACKS[1:]:
            listed = {source for source, _target in edges(checked.block(block).get(key))}
            backed = {source for source, _target in edges(checked.block(block).get("fallbacks"))}
            if listed and backed - listed and "*" not in listed:
                lacking = sorted(backed - listed)[:5]
                names = (
                    "all that it does not list"
                    if "*" in lacking
                    else ", ".join(shown(name, bare=True) for name in lacking)
                )
                message = f"takes their fallbacks away from {names} for this kind of error"
                report.add(
                    "fallbacks-taken-away",
                    (block, key),
                    message,
                    "list those models too, or leave it out: fallbacks then serves all errors",
                )


def check_own_fallbacks(checked: CheckedConfig, report: Report) -> None:
    """Fallbacks of a deployment are LiteLLM's SDK's, which knows providers and not the names of models here."""
    for deployment in checked.deployments:
        wanted = deployment.params.get("fallbacks")
        for index, name in enumerate(wanted if isinstance(wanted, list) else ()):
            if isinstance(name, str) and name in checked.names and "/" not in name:
                message = f"{shown(name)} is the name of a model, which LiteLLM looks for among providers here; it answers with 500"
                remedy = "write it in router_settings.fallbacks"
                report.add("misplaced-key", deployment.locate("fallbacks", index), message, remedy)


def check_aliases(checked: CheckedConfig, report: Report) -> None:
    """Every alias leads to a model, in one step, and takes no model's name."""
    value = checked.block("router_settings").get("model_group_alias")
    location: Location = ("router_settings", "model_group_alias")
    if value is not None and not isinstance(value, dict):
        report.add(
            "wrong-type",
            location,
            f"must be a dictionary, not {type_name(value)}; LiteLLM refuses to start",
            "write alias: model",
        )
    names = KnownNames(checked)
    fallbacks = checked.block("router_settings").get("fallbacks") or checked.block("litellm_settings").get("fallbacks")
    backed = {source for source, _target in edges(fallbacks)}
    for alias, target in checked.aliases.items():
        _check_alias(checked, report, names, (*location, alias), target)
        model = target.get("model") if isinstance(target, dict) else target
        if isinstance(model, str) and model in backed and alias not in backed:
            message = f"leads to {shown(model)}, whose fallbacks LiteLLM does not use for requests by another name"
            report.add(
                "alias-without-fallbacks",
                (*location, alias),
                message,
                f"list {shown(alias, bare=True)} in fallbacks too",
            )


def check_policies(checked: CheckedConfig, report: Report) -> None:
    """Every policy that says how often a model is asked again is for a model."""
    names = KnownNames(checked)
    policies = checked.block("router_settings").get("model_group_retry_policy")
    for name in policies if isinstance(policies, dict) else ():
        if not names.lead_to(str(name)):
            location: Location = ("router_settings", "model_group_retry_policy", name)
            message = f"{shown(str(name))} is no model of this configuration; the policy never acts"
            report.add("policy-source-missing", location, message, names.remedy(str(name)))


def _check_alias(checked: CheckedConfig, report: Report, names: KnownNames, location: Location, target: object) -> None:
    alias = str(location[-1])
    if isinstance(target, dict):
        if not isinstance(target.get("hidden"), bool) or set(target) - {"model", "hidden"}:
            message = "must have model and hidden; LiteLLM refuses to start without them"
            report.add("alias-shape", location, message, "write {model: <name>, hidden: true}")
        target = target.get("model")
    if not isinstance(target, str):
        message = f"must be the name of a model, not {type_name(target)}; LiteLLM answers requests for it with an error"
        report.add("alias-shape", location, message, "write alias: model")
    elif target in checked.aliases and target not in checked.names:
        message = f"leads to {shown(target)}, which is an alias too; LiteLLM does not follow it"
        report.add("alias-chain", location, message, "write the model that the other alias leads to")
    elif not names.lead_to(target):
        message = f"leads to {shown(target)}, which is no model of this configuration; LiteLLM answers with 400"
        report.add("alias-target-missing", location, message, names.remedy(target))
    if alias in checked.names and target != alias:
        message = "has the name of a model, which nobody reaches any more"
        report.add("alias-shadows", location, message, "write another alias")
