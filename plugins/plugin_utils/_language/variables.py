# SPDX-License-Identifier: GPL-3.0-or-later
"""Variables of a host: those that are misspelt, those that choose its models, and where each was written."""

from __future__ import annotations

import os
import typing as t
from fnmatch import fnmatchcase
from pathlib import PurePath

from ...module_utils._nearest import nearest
from .._report.locations import Plain

try:
    from ansible._internal._datatag._tags import Origin
except ImportError:  # before ansible-core 2.19
    Origin = None

if t.TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from .._report.report import Report

KEYS = "model_keys"
"""The variable that chooses models, behind the prefix; with ``__<anything>`` behind it, the list of one group."""

_OF_ONE = {"group_vars": "group", "host_vars": "host"}


def check_variables(
    variables: Mapping[str, t.Any], prefix: str, known: Collection[str], allowed: Collection[str], report: Report
) -> None:
    """Report each of *variables* that begins with *prefix* and is neither *known* nor *allowed*.

    :param variables: all variables of a host, name to value.
    :param known: names; one that ends in ``*`` stands for all that begin so.
    """
    own = f"name it in {prefix.partition('_')[0]}_allow_unknown"
    for name in strangers(variables, prefix, [*known, *allowed]):
        where = written_in(variables[name])
        close = _nearest_variable(name, prefix, known)
        remedy = f"did you mean {close}? If it is a variable of yours, {own}" if close else f"take it out, or {own}"
        message = f"is no variable of this role{f' (in {where})' if where else ''}"
        report.add("unknown-variable", (Plain(name),), message, remedy)


def strangers(variables: Iterable[str], prefix: str, known: Collection[str]) -> list[str]:
    """Those of *variables* that begin with *prefix* and are not *known*, sorted."""
    patterns = [name for name in known if name.endswith("*")]
    return [
        name
        for name in sorted(variables)
        if name.startswith(prefix) and name not in known and not any(fnmatchcase(name, pattern) for pattern in patterns)
    ]


def _nearest_variable(name: str, prefix: str, known: Collection[str]) -> str:
    """What *name* stands for; of a family such as ``litellm_model_keys__*`` with the end that was written."""
    own, separator, end = name[len(prefix) :].partition("__")
    families = [known_one[len(prefix) : -len("__*")] for known_one in known if known_one.endswith("__*")]
    if separator and (close := nearest(own, families)):
        return f"{prefix}{close}__{end}"
    close = nearest(name[len(prefix) :], [known_one[len(prefix) :] for known_one in known if known_one[-1:] != "*"])
    return close and prefix + close


def choosers(variables: Mapping[str, t.Any], prefix: str) -> list[str]:
    """The names of the variables that choose the models of a host, in the order in which they count; none: it serves all."""
    if variables.get(prefix + KEYS) is not None:
        return [prefix + KEYS]
    return sorted(name for name in variables if name.startswith(f"{prefix}{KEYS}__"))


def choice(variables: Mapping[str, t.Any], prefix: str, served: int) -> str:
    """A sentence about who chose the models of a host, which serves *served* of them."""
    names = choosers(variables, prefix)
    if not names:
        return f"no group chose models: serving all {served}"
    return f"models chosen by {', '.join(f'{name}{_by(variables[name])}' for name in names)}"


def _by(value: t.Any) -> str:
    """Whose variable has *value*, in brackets, as far as that is known."""
    where = written_in(value)
    parts = PurePath(where.rpartition(":")[0] or where).parts
    for folder, owner in _OF_ONE.items():
        if folder in parts[:-1]:
            return f" ({owner} {PurePath(parts[parts.index(folder) + 1]).stem})"
    return f" ({where})" if where else ""


def written_in(value: t.Any) -> str:
    """Where a variable with *value* was written, ``path:line`` or words of Ansible's; ``''`` where Ansible does not say."""
    origin = Origin.get_tag(value) if Origin else None
    if origin is not None:
        path, line = origin.path, origin.line_num
        if not path:
            return str(origin.description or "").strip("<>")
    elif getattr(value, "ansible_pos", None):
        path, line, _column = value.ansible_pos
    else:
        return ""
    near = os.path.relpath(path)
    return f"{path if near.startswith('..') else near}:{line}" if line else str(path)
