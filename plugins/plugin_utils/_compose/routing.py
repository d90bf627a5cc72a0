# SPDX-License-Identifier: GPL-3.0-or-later
"""Which name reaches which model, and what serves when that model fails.

Fallbacks belong to the model, whatever name reached it; what backs a fallback backs the model too; and default
fallbacks back every model of the same mode, since a chat model cannot embed. So each alias gets one chain, in the order
in which its models are asked.
"""

from __future__ import annotations

import re
import typing as t
from dataclasses import dataclass, field

from ...module_utils._litellm_names import TALKING_MODES
from .._language import field_types
from .._language.entries import Entry, NativeEntry
from .._language.model_spec import ModelSpec
from .._report.locations import path_of
from .._report.problems import did_you_mean
from .._report.report import Report, Spot
from .._report.secrets import shown

if t.TYPE_CHECKING:
    from collections.abc import Collection, Mapping

CATCH_ALL = "default"
"""The agent that stands for every name that nothing else has."""

WILDCARD = "*"
"""The model name that LiteLLM tries for every unknown one, and the source of its default fallbacks."""

LONG_PROMPTS = "context_window_fallbacks"
"""LiteLLM's key for what answers when a prompt is too long for a model."""


@dataclass(frozen=True)
class Routing:
    """What the router gets.

    :param router_settings: ``model_group_alias`` and ``context_window_fallbacks``, those that are needed.
    :param catch_all: the alias whose deployments serve unknown names too; empty: unknown names are refused.
    :param chains: alias → the aliases that back it, in the order in which they are asked; only where there are some.
    :param agents: the names that stand for an alias, the operator's own ``model_group_alias`` among them.
    """

    router_settings: dict[str, t.Any] = field(default_factory=dict)
    catch_all: str = ""
    chains: dict[str, list[str]] = field(default_factory=dict)
    agents: Collection[str] = ()


class ServedNames:
    """The aliases that are served, and what to say of a name that is none of them.

    :param in_other_modes: aliases that are declared, but not there in this mode.
    """

    def __init__(self, entries: list[Entry], in_other_modes: Collection[str] = ()) -> None:
        self.in_other_modes = in_other_modes
        self.aliases = dict.fromkeys(entry.alias for entry in entries if entry.alias)
        self._alias_of = {entry.key.lower(): entry.alias for entry in entries if entry.alias}
        self._wildcards = [
            re.compile(".*".join(map(re.escape, alias.split(WILDCARD)))) for alias in self.aliases if WILDCARD in alias
        ]
        self._modes = {entry.alias: _mode_of(entry) for entry in entries}
        self._complete = all(entry.alias for entry in entries)

    def mode(self, alias: str) -> str:
        """What *alias* is for: ``chat`` for all that answers a conversation, else LiteLLM's name of the mode."""
        return self._modes.get(alias, TALKING_MODES[0])

    def has(self, name: str, at: Spot) -> bool:
        """Whether *name* reaches a model, as its alias or through a wildcard; reported where it does not."""
        if name in self.aliases or any(wildcard.fullmatch(name) for wildcard in self._wildcards):
            return True
        if name.lower() in self._alias_of:
            alias = self._alias_of[name.lower()]
            at.add("unknown-alias", f"{shown(name)} is a key, not an alias", f"write its alias {shown(alias)}")
        elif name in self.in_other_modes:
            at.add("unknown-alias", f"{shown(name)} is not there in this mode", "write a model that is")
        elif self._complete:
            remedy = did_you_mean(name, self.aliases) or f"served: {', '.join(map(shown, list(self.aliases)[:12]))}"
            at.add("unknown-alias", f"{shown(name)} is not the alias of a model that is served here", remedy)
        return False


def route(
    entries: list[Entry],
    in_other_modes: Collection[str],
    agents: t.Any,
    default_fallbacks: t.Any,
    router_settings: Mapping[str, t.Any],
    report: Report,
) -> Routing:
    """The routing of *entries*.

    :param in_other_modes: aliases that are declared, but not there in this mode; fallbacks to them are left out.
    :param agents: agent → alias, as the operator wrote it.
    :param default_fallbacks: aliases, as the operator wrote them.
    :param router_settings: the operator's block of that name.
    """
    aliases = router_settings.get("model_group_alias")
    own_aliases = aliases if isinstance(aliases, dict) else {}
    names = ServedNames(entries, in_other_modes)
    targets = _agent_targets(agents, names, own_aliases, report)
    catch_all = targets.pop(CATCH_ALL, "")
    if catch_all and (WILDCARD in names.aliases or catch_all not in names.aliases):
        at = report.at("agents", CATCH_ALL)
        at.add("contradiction", "stands beside a wildcard that takes its names", "keep one of the two")
        catch_all = ""
    defaults = _default_fallbacks(default_fallbacks, names, report)
    fitting = {alias: [name for name in defaults if names.mode(name) == names.mode(alias)] for alias in names.aliases}
    steps = _effective_chains(_own_chains(entries, names, report), fitting)
    chains = {alias: chain for alias in steps if (chain := _walk(alias, steps))}
    settings: dict[str, t.Any] = {"model_group_alias": targets} if targets else {}
    reached = {**{alias: _target(value) for alias, value in own_aliases.items()}, **targets}
    settings.update(_for_long_prompts(list(names.aliases), reached, chains, catch_all))
    return Routing(settings, catch_all, chains, list(reached))


def _mode_of(entry: Entry) -> str:
    """What *entry* is for, as in :meth:`ServedNames.mode`."""
    mode = entry.mode if isinstance(entry, ModelSpec) else None
    if isinstance(entry, NativeEntry):
        mode = (entry.deployment.get("model_info") or {}).get("mode")
    return TALKING_MODES[0] if mode is None or mode in TALKING_MODES else str(mode)


def _target(alias: t.Any) -> t.Any:
    """The model behind a ``model_group_alias``, which may be ``{model: ..., hidden: ...}``."""
    return alias.get("model") if isinstance(alias, dict) else alias


def _agent_targets(
    agents: t.Any, names: ServedNames, own_aliases: Mapping[str, t.Any], report: Report
) -> dict[str, str]:
    at = report.at("agents")
    targets: dict[str, str] = {}
    for agent, value in (field_types.mapping(agents, at) or {} if agents is not None else {}).items():
        here = at.child(agent)
        field_types.served_name(agent, here)
        if agent in names.aliases:
            here.add("agent-hides-model", "is the alias of a model too, which it would hide", "rename one of them")
        if agent in own_aliases:
            here.add("contradiction", "stands in router_settings.model_group_alias too", "keep one of the two")
        target = field_types.name(value, here)
        if target is None:
            continue
        if target in agents and target not in names.aliases:
            here.add("agent-chain", f"{shown(target)} is an agent, and agents do not chain", "write a model's alias")
        elif names.has(target, here):
            targets[agent] = target
    return targets


def _default_fallbacks(value: t.Any, names: ServedNames, report: Report) -> list[str]:
    if value is None:
        return []
    at = report.at("default_fallbacks")
    written = field_types.list_of(field_types.name)(value, at) or []
    return [
        name
        for index, name in enumerate(written)
        if name not in names.in_other_modes and names.has(name, at.child(index))
    ]


def _own_chains(entries: list[Entry], names: ServedNames, report: Report) -> dict[str, list[str]]:
    """Alias → its own fallbacks."""
    chains: dict[str, list[str]] = {}
    owners: dict[str, ModelSpec] = {}
    for entry in entries:
        if not isinstance(entry, ModelSpec) or entry.fallbacks is None:
            continue
        at = report.at(*entry.locate("fallbacks"))
        good = []
        for index, name in enumerate(entry.fallbacks):
            if name == entry.alias:
                at.child(index).add("fallback-circle", "is the model itself")
            elif name not in names.in_other_modes and names.has(name, at.child(index)):
                good.append(name)
        owner = owners.setdefault(entry.alias, entry)
        if owner.fallbacks != entry.fallbacks:
            message = f"differs from {path_of(owner.locate('fallbacks'))}, and both keys serve {shown(entry.alias)}"
            at.add("fallbacks-differ", message, "write the same list in both, or in one of them only")
        elif good:
            chains.setdefault(entry.alias, good)
    _report_loops(chains, owners, report)
    return chains


def _report_loops(chains: dict[str, list[str]], owners: Mapping[str, ModelSpec], report: Report) -> None:
    """Report each loop of *chains* once, at the model of it that is declared first."""
    reported: set[frozenset[str]] = set()
    for start in chains:
        loop = _way(start, start, chains)
        if loop and frozenset(loop) not in reported:
            reported.add(frozenset(loop))
            way = " -> ".join(shown(alias, bare=True) for alias in [*loop, start])
            report.add(
                "fallback-circle", owners[start].locate("fallbacks"), f"is a loop: {way}", "take one of them out"
            )


def _way(start: str, goal: str, chains: Mapping[str, list[str]]) -> list[str]:
    """A shortest way from *start* to *goal*, without the goal; empty where there is none."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for target in chains.get(way[-1], []):
            if target == goal:
                return way
            if target not in seen:
                seen.add(target)
                ways.append([*way, target])
    return []


def _walk(alias: str, steps: Mapping[str, list[str]]) -> list[str]:
    """Every alias that backs *alias*, each once: its first fallback, the fallbacks of that one, its second, and so on."""
    found: dict[str, None] = {}
    waiting = list(reversed(steps.get(alias, [])))
    while waiting:
        target = waiting.pop()
        if target != alias and target not in found:
            found[target] = None
            waiting.extend(reversed(steps.get(target, [])))
    return list(found)


def _for_long_prompts(
    aliases: list[str], reached: Mapping[str, t.Any], chains: Mapping[str, list[str]], catch_all: str
) -> dict[str, t.Any]:
    """The chains once more, as ``context_window_fallbacks``.

    LiteLLM does not go on to the next ``order`` when a prompt is too long, but looks the name that the client used up
    here. ``*`` is any other name; where it has a chain, a model without one needs an empty list.
    """
    general = chains.get(catch_all, [])
    written = {alias: chains.get(alias, []) for alias in aliases if WILDCARD not in alias}
    written.update({name: chains.get(model, []) for name, model in reached.items() if model in aliases})
    fallbacks = [{name: list(chain)} for name, chain in written.items() if chain or general]
    if general:
        fallbacks.append({WILDCARD: list(general)})
    return {LONG_PROMPTS: fallbacks} if fallbacks else {}


def _effective_chains(own: Mapping[str, list[str]], defaults: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Alias → its own fallbacks and its *defaults* behind them, as far as this makes no loop."""
    chains = {alias: list(own.get(alias, [])) for alias in defaults}
    for alias, chain in chains.items():
        for name in defaults[alias]:
            if name != alias and name not in chain and not _way(name, alias, chains):
                chain.append(name)
    return chains
