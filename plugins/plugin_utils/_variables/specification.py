# SPDX-License-Identifier: GPL-3.0-or-later
"""Values beside Ansible's argument specifications, in words that name every wrong one.

What a type takes is Ansible's to say, here as in its own validation; only the wording is ours.
"""

from __future__ import annotations

import typing as t
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

import yaml
from ansible.module_utils.common import validation

from .._report.problems import did_you_mean, type_name
from .._report.yaml_text import SAFE_LOADER
from .kinds import quoted

if t.TYPE_CHECKING:
    from .._report.report import Spot

Options = Mapping[str, Mapping[str, t.Any]]
"""Options by name: ``type``, ``elements``, ``choices``, ``default``, ``no_log``, and ``options`` of a dictionary."""

_TYPES: Mapping[str, tuple[Callable[[t.Any], t.Any], str]] = {
    "str": (validation.check_type_str, "text"),
    "path": (validation.check_type_path, "a path"),
    "int": (validation.check_type_int, "a whole number"),
    "float": (validation.check_type_float, "a number"),
    "bool": (validation.check_type_bool, "true or false"),
    "list": (validation.check_type_list, "a list"),
    "dict": (validation.check_type_dict, "a dictionary"),
    "raw": (validation.check_type_raw, "anything"),
}


def check_values(options: Options, values: Mapping[str, t.Any], spot: Callable[[str], Spot]) -> None:
    """Tell of each of *values* that Ansible would not take for its option.

    :param values: by name of the option; what has no option is not looked at.
    :param spot: where the value of an option stands.
    """
    for name, option in options.items():
        if name in values and (values[name] is not None or option.get("default") is not None):
            _check_value(option, values[name], spot(name))


def options_of(role: str, entry_point: str, at: Spot) -> Options:
    """What an *entry_point* of the role in folder *role* takes, as its argument specification says.

    :param at: is told where there is no such entry point; it takes nothing then.
    """
    entry_points = _entry_points(Path(role))
    if entry_point not in entry_points:
        message = f"is {quoted(entry_point)}, which is no entry point that the role describes"
        at.add("bad-option", message, did_you_mean(entry_point, entry_points))
    found: Options = entry_points.get(entry_point, {}).get("options") or {}
    return found


def plain_options(role: str) -> Options:
    """What any entry point of the role in folder *role* takes as a number or as true or false, none of which is a secret."""
    entry_points = _entry_points(Path(role))
    taken = (each for entry_point in entry_points.values() for each in (entry_point.get("options") or {}).items())
    return {name: option for name, option in taken if option.get("type") in ("int", "float", "bool")}


def variables_of(roles: str) -> list[str]:
    """The variables of all roles in the folder *roles*, as their argument specifications name them."""
    names: dict[str, None] = {}
    for role in sorted(Path(roles).iterdir()):
        for entry_point in _entry_points(role).values():
            names.update(dict.fromkeys(entry_point.get("options") or {}))
    return list(names)


@lru_cache(maxsize=16)
def _entry_points(role: Path) -> Mapping[str, t.Any]:
    file = role / "meta" / "argument_specs.yml"
    if not file.is_file():
        return {}
    # ruff knows safe loaders by the names that yaml has for them.
    read = yaml.load(file.read_text(encoding="utf-8"), Loader=SAFE_LOADER)  # noqa: S506
    found: Mapping[str, t.Any] = read["argument_specs"]
    return found


def _check_value(option: Mapping[str, t.Any], value: t.Any, at: Spot) -> None:
    taken, found = _taken(option.get("type", "str"), option, value, at)
    if not taken:
        return
    if option.get("elements"):
        for index, item in enumerate(found):
            _taken(option["elements"], option, item, at.child(index))
    if option.get("options"):
        for name in found:
            if name not in option["options"]:
                at.child(str(name)).add(
                    "unknown-field", "is not a field here", did_you_mean(str(name), option["options"])
                )
        check_values(option["options"], found, at.child)
    if "choices" in option and found not in option["choices"]:
        at.add("bad-option", f"is {quoted(found)}", did_you_mean(str(found), option["choices"]))


def _taken(kind: str, option: Mapping[str, t.Any], value: t.Any, at: Spot) -> tuple[bool, t.Any]:
    """Whether Ansible takes *value* for one of type *kind*, and as what."""
    check, what = _TYPES[kind]
    try:
        return True, check(value)
    except (TypeError, ValueError):
        shown = type_name(value) if option.get("no_log") else quoted(value)
        at.add("field-type", f"is {shown}, and has to be {what}")
        return False, None
