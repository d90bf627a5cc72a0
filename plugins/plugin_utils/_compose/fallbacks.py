# SPDX-License-Identifier: GPL-3.0-or-later
"""Fallbacks as LiteLLM serves them best: copies of the deployments that back a model, behind its own, in its own group.

LiteLLM asks the lowest ``order`` of a group that is not cooling down, and goes on to the next when that one fails. So a
model that is away is not even asked until its cooldown is over, and when all fail the client gets the last one's own
error. The other form, ``router_settings.fallbacks``, asks a single deployment again for every request, or answers 429
"No deployments available" in place of the error once it is cooled down. ``docs/routing.md`` has the figures.
"""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

from .._known.deployment import by_name
from .._language.model_spec import ModelSpec
from .._report.secrets import REFERENCE, shown
from .routing import WILDCARD

if t.TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from .._known.deployment import Deployment
    from .._report.report import Report

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


@dataclass(frozen=True)
class OperatorSettings:
    """What the operator's own settings decide for all models, so that nothing is written into any of them.

    :param router: keys of ``router_settings``.
    :param litellm: keys of ``litellm_settings``.
    """

    router: Collection[str]
    litellm: Collection[str]

    def says(self, *names: str) -> bool:
        """Whether the operator sets one of *names*."""
        return any(name in self.router or name in self.litellm for name in names)


def without_keyless(
    deployments: Sequence[Deployment],
    chains: Mapping[str, Sequence[str]],
    filled: Collection[str] | None,
    report: Report,
) -> list[Deployment]:
    """Drop the deployments whose API-key variable the service does not have, if a fallback can answer in their place.

    LiteLLM would call such an upstream with whatever key it finds in the environment.

    :param filled: names of the variables that the service has and that are not empty; None: not known, so nothing is
        left out.
    """

    def missing_key(deployment: Deployment) -> str:
        key = deployment.params.get("api_key")
        name = key[len(REFERENCE) :] if isinstance(key, str) and key.startswith(REFERENCE) else ""
        return name if filled is not None and name and name not in filled else ""

    usable = {deployment.name for deployment in deployments if not missing_key(deployment)}
    kept: list[Deployment] = []
    for deployment in deployments:
        variable, source = missing_key(deployment), deployment.source
        backers = [target for target in chains.get(deployment.name, ()) if _reaches(target, usable)]
        if variable and backers and source:
            instead = f"{shown(backers[0], bare=True)} answers in place of this model"
            what = shown(variable, bare=True)
            message = f"names {what}, which the service does not have; {instead}"
            location = source.locate("api_key_env" if isinstance(source, ModelSpec) else "api_key")
            report.add("key-not-given", location, message, f"declare {what} in litellm_secrets")
        else:
            kept.append(deployment)
    return kept


def _reaches(target: str, aliases: Collection[str]) -> bool:
    return target in aliases or any(WILDCARD in alias and _filling(alias, target) is not None for alias in aliases)


def cooldown_settings(deployments: Sequence[Deployment], settings: OperatorSettings) -> dict[str, t.Any]:
    """``disable_cooldowns`` where no deployment has another beside or behind it that could answer while it cools down.

    LiteLLM would answer 429 "No deployments available" in place of the upstream's own 401 or 404.
    """
    alone = len(by_name(deployments)) == len(deployments)
    asked = settings.says(*COOLING) or any("cooldown_time" in deployment.params for deployment in deployments)
    return {"disable_cooldowns": True} if alone and not asked else {}


def with_fallbacks(
    deployments: Sequence[Deployment],
    chains: Mapping[str, Sequence[str]],
    settings: OperatorSettings,
    per_model: bool,
) -> list[Deployment]:
    """The deployments, with order, time-outs and retries where others back them, and behind them the copies that do.

    :param chains: alias → the aliases that back it, in the order in which they are asked.
    :param per_model: whether this LiteLLM looks at :data:`PER_MODEL` of a model.
    """
    originals = by_name(deployments)
    if not chains and len(originals) == len(deployments):
        return list(deployments)
    own = [deployment.copied() for deployment in deployments]
    groups = by_name(own)
    backing: list[Deployment] = []
    for alias in dict.fromkeys([*groups, *chains]):
        group = groups.get(alias, [])
        behind = [level for target in chains.get(alias, ()) for level in _copied_levels(alias, target, originals)]
        if behind:
            levels = [*_levels(group), *behind]
            _set_order(levels)
            _set_retries_and_cooldown(levels, settings, per_model)
            backing.extend(deployment for level in behind for deployment in level)
        elif len(group) == 1:
            _forbid_cooldown(group[0], settings)
    return [*own, *backing]


def answering(deployments: Sequence[Deployment]) -> list[Deployment]:
    """Those of *deployments* by which clients know the models: an alias's own, else the first copy that backs it."""
    own = [deployment for deployment in deployments if deployment.role == "own"]
    names = by_name(own)
    backing = by_name(each for each in deployments if each.role == "fallback" and each.name not in names)
    return [*own, *(group[0] for group in backing.values())]


def _levels(group: Sequence[Deployment]) -> list[list[Deployment]]:
    """*group* by ``order``; deployments without one come last."""
    levels: dict[float, list[Deployment]] = {}
    for deployment in group:
        order = deployment.params.get("order")
        levels.setdefault(order if isinstance(order, int) else float("inf"), []).append(deployment)
    return [levels[order] for order in sorted(levels)]


def _copied_levels(alias: str, target: str, groups: Mapping[str, Sequence[Deployment]]) -> Iterator[list[Deployment]]:
    """Copies of the deployments that serve *target*, as deployments of *alias*."""
    name = target if target in groups else next((name for name in groups if _filling(name, target) is not None), None)
    if name is None:
        return
    for level in _levels(groups[name]):
        copies = [deployment.copied(alias, f"for-{alias}", "fallback") for deployment in level]
        for deployment in copies:
            deployment.params.pop("order", None)
            for text in (_filling(name, target) or ()) if name != target else ():
                deployment.params["model"] = deployment.params["model"].replace(WILDCARD, text, 1)
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


def _set_order(levels: Sequence[Sequence[Deployment]]) -> None:
    """Give each level an ``order`` behind the one before it; what the operator numbered keeps its number."""
    last = 0
    for level in levels:
        number = last + 1
        for deployment in level:
            written = deployment.params.setdefault("order", number)
            last = written if isinstance(written, int) else number


def _set_retries_and_cooldown(
    levels: Sequence[Sequence[Deployment]], settings: OperatorSettings, per_model: bool
) -> None:
    """Let each deployment rest soon while others are behind it, and the last one never be taken out."""
    for level in levels[:-1]:
        for deployment in level:
            params, info = deployment.params, deployment.info
            if not settings.says("timeout", "request_timeout"):
                params.setdefault("timeout", TIMEOUT)
            if not settings.says("cooldown_time"):
                params.setdefault("cooldown_time", COOLDOWN)
            if per_model and not settings.says("allowed_fails", PER_MODEL) and "allowed_fails" not in info:
                info.setdefault(PER_MODEL, dict(ALLOWED_FAILS))
            if not settings.says("num_retries", "retry_policy"):
                params.setdefault("num_retries", 0)
    for deployment in levels[-1]:
        # A connection that the upstream has closed in the meantime is an error, too.
        if not settings.says("num_retries", "retry_policy"):
            deployment.params.setdefault("num_retries", 1)
    if len(levels[-1]) == 1:
        levels[-1][0].params.pop("cooldown_time", None)
        _forbid_cooldown(levels[-1][0], settings)


def _forbid_cooldown(deployment: Deployment, settings: OperatorSettings) -> None:
    """Never cool down a last resort, so that clients see its own error instead of 429."""
    source, params = deployment.source, deployment.params
    if isinstance(source, ModelSpec) and not settings.says(*COOLING):
        if source.cooldown is None and "cooldown_time" not in (source.litellm_params or {}):
            params.pop("cooldown_time", None)  # what its provider says is for models that others back
        params.setdefault("cooldown_time", 0)
