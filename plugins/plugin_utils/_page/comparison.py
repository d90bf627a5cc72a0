# SPDX-License-Identifier: GPL-3.0-or-later
"""Deployments that share the requests for a name, side by side, so that a decision between them can be read off."""

from __future__ import annotations

import math
import typing as t
from dataclasses import dataclass

from .facts import Deployment, Gateway
from .figures import Calls, Figures

_CHANCE = 1.96
"""Standard deviations beyond which a difference comes about by chance once in twenty times."""


@dataclass(frozen=True)
class Side:
    """One of the deployments that share a name.

    :ivar meant: the share of the calls that its weight gives it, 0 to 1.
    :ivar seen: the share that it had; None where there were no calls.
    :ivar failing: the share of its calls that failed; None where there were none.
    """

    deployment: Deployment
    meant: float
    seen: float | None
    failing: float | None
    calls: Calls


@dataclass(frozen=True)
class Comparison:
    """The deployments of one name that are asked first.

    :ivar verdict: what the figures say, in words.
    """

    name: str
    sides: tuple[Side, ...]
    verdict: str


def comparisons(gateways: t.Sequence[Gateway], counted: Figures) -> list[Comparison]:
    """A comparison for each name that several deployments share on some gateway, in the order of the models."""
    shared: dict[str, dict[str, Deployment]] = {}
    agents = _agents(gateways)
    for gateway in gateways:
        for name in dict.fromkeys(each.alias for each in gateway.deployments if each.alias not in agents):
            own = [each for each in gateway.deployments if each.alias == name]
            first = [each for each in own if each.order == min(each.order for each in own)]
            if len(first) > 1:
                shared.setdefault(name, {}).update({each.id: each for each in first})
    return [_comparison(name, list(sides.values()), counted) for name, sides in shared.items()]


def _agents(gateways: t.Sequence[Gateway]) -> set[str]:
    """Names that stand for another one: LiteLLM lists their deployments once more, with the same ids."""
    found = set()
    for gateway in gateways:
        first: dict[str, str] = {}
        for each in gateway.deployments:
            if first.setdefault(each.id, each.alias) != each.alias:
                found.add(each.alias)
    return found


def _comparison(name: str, deployments: t.Sequence[Deployment], counted: Figures) -> Comparison:
    weighed = any(each.weight is not None for each in deployments)
    weights = [(each.weight or 0.0) if weighed else 1.0 for each in deployments]
    total = sum(weights)
    calls = [counted.deployments.get(each.id, Calls()) for each in deployments]
    all_calls = sum(each.calls for each in calls)
    sides = tuple(
        Side(
            deployment,
            weight / total if total else 1 / len(deployments),
            each.calls / all_calls if all_calls else None,
            each.failed.total() / each.calls if each.calls else None,
            each,
        )
        for deployment, weight, each in zip(deployments, weights, calls, strict=True)
    )
    return Comparison(name, sides, _verdict(sides))


def _verdict(sides: t.Sequence[Side]) -> str:
    asked = [side for side in sides if side.calls.calls]
    if len(asked) < 2:
        return "There is nothing to compare yet: fewer than two of them were asked."
    steady = sorted(asked, key=lambda side: (side.failing or 0, -side.calls.calls))
    best, worst = steady[0], steady[-1]
    parts = [_errors(best, worst)]
    for words, figure in (("answers fastest (median)", _median), ("costs least for each answer", _cost)):
        told = [(value, side) for side in asked if (value := figure(side)) is not None]
        least, most = min(told, default=None, key=_first), max(told, default=None, key=_first)
        if least and most and least[0] < most[0]:
            parts.append(f"{least[1].deployment.id} {words}.")
    return " ".join(parts)


def _errors(best: Side, worst: Side) -> str:
    if (best.failing or 0) == (worst.failing or 0):
        return "Their calls fail equally often."
    said = f"Calls of {best.deployment.id} fail least, calls of {worst.deployment.id} most"
    if _beyond_chance(best.calls, worst.calls):
        return f"{said}; that is more than chance."
    return f"{said}, but so few calls can differ so much by chance."


def _beyond_chance(one: Calls, other: Calls) -> bool:
    """Whether two shares of failed calls differ by more than chance, by the usual test of two proportions."""
    together = (one.failed.total() + other.failed.total()) / (one.calls + other.calls)
    spread = math.sqrt(together * (1 - together) * (1 / one.calls + 1 / other.calls))
    difference = other.failed.total() / other.calls - one.failed.total() / one.calls
    return min(one.calls, other.calls) >= 10 and spread > 0 and abs(difference) > _CHANCE * spread


def _median(side: Side) -> float | None:
    return side.calls.work.seconds.quantile(0.5)


def _cost(side: Side) -> float | None:
    return side.calls.work.cost_of_thousand


def _first(pair: tuple[float, Side]) -> float:
    return pair[0]
