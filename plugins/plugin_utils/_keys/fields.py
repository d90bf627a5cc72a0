# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of budgets, teams, users and keys in the inventory, and the type of each."""

from __future__ import annotations

import re
import typing as t

from ...module_utils._durations import SPAN
from ...module_utils._litellm_names import MARKER, USER_ROLES
from .._language import field_types
from .._report.problems import did_you_mean
from .._report.secrets import shown

if t.TYPE_CHECKING:
    from .._report.report import Spot

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")

_USD = field_types.number(above_zero=True)
_COUNT = field_types.whole(1)


def name(value: t.Any, at: Spot) -> str | None:
    """What something is called. The sign ~ is for keys that were replaced."""
    checked = field_types.name(value, at)
    if checked is not None and "~" in checked:
        at.add("bad-name", "holds ~, which the names of replaced keys have", "take it out")
        return None
    return checked


def fixed_duration(value: t.Any, at: Spot) -> str | None:
    """A span of time of one length: a month has none."""
    checked = field_types.text(value, at)
    if checked is None or SPAN.fullmatch(checked):
        return checked
    remedy = "write days: 30d" if checked.endswith("mo") else "write a number and s, m, h, d or w: 90d"
    at.add("bad-duration", f"{shown(checked)} is no span of time of one length", remedy)
    return None


def budget_of_key(value: t.Any, at: Spot) -> dict[str, t.Any] | str | None:
    """A budget of the key's own, or the name of one that others share."""
    return field_types.name(value, at) if isinstance(value, str) else field_types.budget(value, at)


def role(value: t.Any, at: Spot) -> str | None:
    """What a user may do."""
    checked = field_types.text(value, at)
    if checked is None or checked in USER_ROLES:
        return checked
    at.add("bad-option", f"{shown(checked)} is no role", did_you_mean(checked, USER_ROLES))
    return None


def email(value: t.Any, at: Spot) -> str | None:
    """An address."""
    checked = field_types.name(value, at)
    if checked is None or _ADDRESS.fullmatch(checked):
        return checked
    at.add("bad-name", f"{shown(checked)} is no e-mail address", "write name@example.com")
    return None


def metadata(value: t.Any, at: Spot) -> dict[str, t.Any] | None:
    """Anything that is noted."""
    checked = field_types.mapping(value, at)
    if checked is not None and MARKER in checked:
        at.child(MARKER).add("contradiction", "is where this collection notes what is its own", "take it out")
        return None
    return checked


_LIMITS: dict[str, field_types.FieldType] = {"rpm": _COUNT, "tpm": _COUNT}
_SHARED: dict[str, field_types.FieldType] = {
    "models": field_types.list_of(field_types.name),
    **_LIMITS,
    "metadata": metadata,
    "extra": field_types.mapping,
}
FIELDS: dict[str, dict[str, field_types.FieldType]] = {
    "budgets": {
        "limit": _USD,
        "soft_limit": _USD,
        "period": field_types.duration,
        **_LIMITS,
        "parallel": _COUNT,
    },
    "teams": {**_SHARED, "budget": field_types.budget, "blocked": field_types.boolean},
    "users": {
        **_SHARED,
        "budget": field_types.budget,
        "parallel": _COUNT,
        "email": email,
        "role": role,
        "teams": field_types.list_of(field_types.name),
    },
    "keys": {
        **_SHARED,
        "budget": budget_of_key,
        "parallel": _COUNT,
        "blocked": field_types.boolean,
        "team": field_types.name,
        "user": field_types.name,
        "agent": field_types.name,
        "expires": fixed_duration,
        "value_env": field_types.environment_name,
        "rotation": field_types.name,
        "grace": fixed_duration,
    },
}
"""End of a variable's name to its fields, in the order in which things are made."""
