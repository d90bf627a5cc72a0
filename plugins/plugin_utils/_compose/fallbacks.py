# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this plugin util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""Fallbacks as LiteLLM serves them best: copies of the deployments that back a model, behind its own, in its own group.

LiteLLM asks the lowest ``order`` of a group that is not cooling down, and goes on to the next when that one fails. So a
model that is away is not even asked until its cooldown is over, and when all fail the client gets the last one's own
error. The other form, ``router_settings.fallbacks``, asks a single deployment again for every request, or answers 429
"No deployments available" in place of the error once it is cooled down. ``docs/routing.md`` has the figures.
"""

from __future__ import annotations

import copy
import typing as t
from dataclasses import dataclass

from .._language.model_spec import ModelSpec
from .._report.secrets import REFERENCE, shown
from .routing import WILDCARD

if t.TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from .._report.report import Report
    from .deployments import Deployment, Source

COOLDOWN = 30
"""How long a deployment that failed is left alone while others back it, in seconds."""

TIMEOUT = 120
"""How long a deployment that others back may take, in seconds, unless something says otherwise."""

PER_MODEL = "allowed_fails_policy"
"""Key of ``model_info`` that says how many failures are forgiven, in versions that look at it."""

ALLOWED_FAILS = {
    "AuthenticationErrorAllowedFails": 0,
    "NotFoundErrorAllowedFails": 0,
    "RateLimitErrorAllowedFails": 0,
    "TimeoutErrorAllowedFails": 0,
    "InternalServerErrorAllowedFails": 2,
    "ServiceUnavailableErrorAllowedFails": 2,
    "BadGatewayErrorAllowedFails": 2,
}
"""Failures within the cooldown time that a deployment may have. A wrong key stays wrong, and waiting is dear; any upstream
has an error of its own now and then, and to ask again costs a round trip.
"""

COOLING = ("disable_cooldowns", "cooldown_time", "fallbacks", "default_fallbacks")
"""Settings of the router that say how it cools down, or that it needs to."""

Placed = tuple["Deployment", "Source"]
"""A deployment, and what it was made of."""


@dataclass(frozen=True)
class Given:
    """What the operator's own settings decide for all models, so that nothing is written into any of them.

    :param router: keys of ``router_settings``.
    :param litellm: keys of ``litellm_settings``.
    """

    router: Collection[str]
    litellm: Collection[str]

    def says(self, *names: str) -> bool:
        return any(name in self.router or name in self.litellm for name in names)


def without_keys(
    placed: Sequence[Placed],
    chains: Mapping[str, Sequence[str]],
    filled: Collection[str] | None,
    report: Report,
) -> list[Placed]:
    """*placed* without the deployments whose key nothing declares, where others answer in their place.

    LiteLLM would call such an upstream with whatever key it finds in the environment.

    :param filled: names of the variables that the service has and that are not empty; None: not known, so nothing is
        left out.
    """

    def keyless(deployment: Deployment) -> str:
        key = deployment["litellm_params"].get("api_key")
        name = key[len(REFERENCE) :] if isinstance(key, str) and key.startswith(REFERENCE) else ""
        return name if filled is not None and name and name not in filled else ""

    usable = {deployment["model_name"] for deployment, _source in placed if not keyless(deployment)}
    kept: list[Placed] = []
    for deployment, source in placed:
        name, alias = keyless(deployment), deployment["model_name"]
        backers = [target for target in chains.get(alias, ()) if _reaches(target, usable)]
        if name and backers:
            field = "api_key_env" if isinstance(source, ModelSpec) else "api_key"
            instead = f"{shown(backers[0], bare=True)} answers in place of this model"
            message = f"names {name}, which the service does not have; {instead}"
            report.add("key-not-given", source.locate(field), message, f"declare {name} in litellm_secrets")
        else:
            kept.append((deployment, source))
    return kept


def _reaches(target: str, aliases: Collection[str]) -> bool:
    return target in aliases or any(WILDCARD in alias and _filling(alias, target) is not None for alias in aliases)


def router_settings(placed: Sequence[Placed], given: Given) -> dict[str, t.Any]:
    """``disable_cooldowns`` where no deployment has another beside or behind it that could answer while it cools down.

    LiteLLM would answer 429 "No deployments available" in place of the upstream's own 401 or 404.
    """
    aliases = [deployment["model_name"] for deployment, _source in placed]
    alone = len(set(aliases)) == len(aliases)
    asked = given.says(*COOLING) or any(
        "cooldown_time" in deployment["litellm_params"] for deployment, _source in placed
    )
    return {"disable_cooldowns": True} if alone and not asked else {}


def back(placed: Sequence[Placed], chains: Mapping[str, Sequence[str]], given: Given, per_model: bool) -> list[Placed]:
    """The copies that stand behind the deployments *placed*, whose parameters are completed for it.

    :param chains: alias → the aliases that back it, in the order in which they are asked.
    :param per_model: whether this LiteLLM looks at :data:`PER_MODEL` of a model.
    """
    groups: dict[str, list[Placed]] = {}
    for deployment, source in placed:
        groups.setdefault(deployment["model_name"], []).append((deployment, source))
    if not chains and len(groups) == len(placed):
        return []
    originals = copy.deepcopy(groups)
    copies: list[Placed] = []
    for alias in dict.fromkeys([*groups, *chains]):
        behind = [level for target in chains.get(alias, ()) for level in _copied_levels(alias, target, originals)]
        levels = [*_levels(groups.get(alias, [])), *behind]
        if behind:
            _number(levels)
            _arrange(levels, given, per_model)
            copies.extend(item for level in behind for item in level)
        elif len(groups.get(alias, [])) == 1:
            _never_cool(groups[alias][0], given)
    return copies


def standing_in(placed: Sequence[Placed], copies: Sequence[Placed]) -> list[Placed]:
    """For each alias without a deployment of its own, that of *copies* which answers in its place."""
    own = {deployment["model_name"] for deployment, _source in placed}
    first: dict[str, Placed] = {}
    for item in copies:
        if item[0]["model_name"] not in own:
            first.setdefault(item[0]["model_name"], item)
    return list(first.values())


def _levels(group: Sequence[Placed]) -> list[list[Placed]]:
    """*group* by ``order``; deployments without one come last."""
    levels: dict[float, list[Placed]] = {}
    for item in group:
        order = item[0]["litellm_params"].get("order")
        levels.setdefault(order if isinstance(order, int) else float("inf"), []).append(item)
    return [levels[order] for order in sorted(levels)]


def _copied_levels(alias: str, target: str, groups: Mapping[str, Sequence[Placed]]) -> Iterator[list[Placed]]:
    """The deployments that serve *target*, as deployments of *alias*."""
    name = target if target in groups else next((name for name in groups if _filling(name, target) is not None), None)
    if name is None:
        return
    for level in _levels(groups[name]):
        copies: list[Placed] = []
        for deployment, source in level:
            made = copy.deepcopy(deployment)
            params, info = made["litellm_params"], made["model_info"]
            for text in (_filling(name, target) or ()) if name != target else ():
                params["model"] = params["model"].replace(WILDCARD, text, 1)
            params.pop("order", None)
            info["id"] = f"{info['id']}-for-{alias}"
            made["model_name"] = alias
            copies.append((made, source))
        yield copies


def _filling(pattern: str, name: str) -> tuple[str, ...] | None:
    """What the wildcards of *pattern* stand for in *name*; None where it does not fit, or has none."""
    head, wildcard, tail = pattern.partition(WILDCARD)
    if not wildcard or not name.startswith(head):
        return None
    rest = name[len(head) :]
    if WILDCARD not in tail:
        return (rest[: len(rest) - len(tail)],) if rest.endswith(tail) and len(rest) >= len(tail) else None
    for end in range(len(rest) + 1):
        below = _filling(tail, rest[end:])
        if below is not None:
            return (rest[:end], *below)
    return None


def _number(levels: Sequence[Sequence[Placed]]) -> None:
    """Give each level an ``order`` behind the one before it; what the operator numbered keeps its number."""
    last = 0
    for level in levels:
        number = last + 1
        for deployment, _source in level:
            written = deployment["litellm_params"].setdefault("order", number)
            last = written if isinstance(written, int) else number


def _arrange(levels: Sequence[Sequence[Placed]], given: Given, per_model: bool) -> None:
    """Let each deployment rest soon while others are behind it, and the last one never be taken out."""
    for level in levels[:-1]:
        for deployment, _source in level:
            params, info = deployment["litellm_params"], deployment["model_info"]
            if not given.says("timeout", "request_timeout"):
                params.setdefault("timeout", TIMEOUT)
            if not given.says("cooldown_time"):
                params.setdefault("cooldown_time", COOLDOWN)
            if per_model and not given.says("allowed_fails", PER_MODEL) and "allowed_fails" not in info:
                info.setdefault(PER_MODEL, dict(ALLOWED_FAILS))
            if not given.says("num_retries", "retry_policy"):
                params.setdefault("num_retries", 0)
    for deployment, _source in levels[-1]:
        # A connection that the upstream has closed in the meantime is an error, too.
        if not given.says("num_retries", "retry_policy"):
            deployment["litellm_params"].setdefault("num_retries", 1)
    if len(levels[-1]) == 1:
        levels[-1][0][0]["litellm_params"].pop("cooldown_time", None)
        _never_cool(levels[-1][0], given)


def _never_cool(item: Placed, given: Given) -> None:
    """A deployment that nothing stands behind: its own error says more than that there is no deployment."""
    deployment, source = item
    if isinstance(source, ModelSpec) and not given.says(*COOLING):
        params = deployment["litellm_params"]
        if source.cooldown is None and "cooldown_time" not in (source.litellm_params or {}):
            params.pop("cooldown_time", None)  # what its provider says is for models that others back
        params.setdefault("cooldown_time", 0)
