# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with what is wanted that only the gateway can know: teams, users, budgets and models that are not there."""

from __future__ import annotations

import typing as t

from .._nearest import nearest
from .desired import LICENSED
from .kinds import BUDGET, KEY, TEAM, USER

if t.TYPE_CHECKING:
    from .desired import Desired
    from .present import Present

_SPECIAL_MODELS = ("all-team-models", "all-proxy-models", "no-default-models")
_REFERENCES = {"team": TEAM, "user": USER, "budget": BUDGET}
_FEW = 5
"""As many names as a message lists."""


def problems_of(wanted: t.Sequence[Desired], present: Present) -> list[str]:
    """Everything that is wrong, one sentence each, with the place first. LiteLLM itself takes a team that is not there."""
    known = {
        kind.name: {row.name for row in present.rows.get(kind.name, ())}
        | {row.id for row in present.rows.get(kind.name, ())}
        | {each.name for each in wanted if each.kind == kind.name}
        for kind in _REFERENCES.values()
    }
    found: list[str] = []
    for each in wanted:
        place = f"{each.kind} {each.name}"
        for field, kind in _REFERENCES.items():
            name = each.part(field)
            if each.kind == KEY.name and name and name not in known[kind.name]:
                found.append(f"{place}: {field} {name!r} is not there{_meant(name, known[kind.name])}")
        for name in each.fields.get("teams") or []:
            if name not in known[TEAM.name]:
                found.append(f"{place}: team {name!r} is not there{_meant(name, known[TEAM.name])}")
        found += _models(each, place, present.served)
        needs = sorted(LICENSED & set(each.fields.get("extra") or {}))
        if needs and not present.licensed:
            found.append(
                f"{place}: {', '.join(needs)} needs LiteLLM's licence, which this gateway does not have; leave it out"
            )
    return found


def _models(each: Desired, place: str, served: t.Sequence[str] | None) -> t.Iterator[str]:
    for model in each.fields.get("models") or []:
        if served is None or model in served or model in _SPECIAL_MODELS or "*" in model:
            continue
        yield f"{place}: model {model!r} is not served{_meant(model, served)}"


def _meant(name: str, known: t.Iterable[str]) -> str:
    """What to write instead of *name*: what is nearest, else all that there is where that is little."""
    known = sorted(known)
    near = nearest(name, known)
    if near:
        return f"; did you mean {near!r}?"
    return f"; there is {', '.join(map(repr, known))}" if 0 < len(known) <= _FEW else ""
