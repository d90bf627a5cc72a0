# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers and booleans as they come from an inventory, where some are text."""

from __future__ import annotations

import typing as t

from ansible.module_utils.parsing.convert_bool import boolean

from .._report.problems import Problem

if t.TYPE_CHECKING:
    from .._report.locations import Location


def number(value: t.Any, at: Location, limits: tuple[float, float], problems: list[Problem]) -> float:
    """*value* as a number within *limits*, both included; ``problems`` gets it where it is none, and 0 is returned."""
    try:
        found = float(value)
    except (TypeError, ValueError):
        found = float("nan")
    if isinstance(value, bool) or not limits[0] <= found <= limits[1]:
        problems.append(Problem(at, f"is {value}, and has to be a number from {limits[0]:g} to {limits[1]:g}"))
        return 0
    return found


def whole_number(value: t.Any, at: Location, limits: tuple[int, int], problems: list[Problem]) -> int:
    """*value* as a whole number within *limits*, both included; ``problems`` gets it where it is none."""
    before = len(problems)
    found = number(value, at, limits, problems)
    if found != int(found) and len(problems) == before:
        problems.append(Problem(at, f"is {value}, and has to be a whole number"))
    return int(found)


def is_true(value: t.Any, at: Location, problems: list[Problem]) -> bool:
    """*value* as a boolean, by Ansible's words for it; ``problems`` gets it where it is none."""
    try:
        return bool(boolean(value))
    except TypeError:
        problems.append(Problem(at, f"is {value!r}, and has to be true or false"))
        return False
