# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalog: the models of all sources joined, and those of them that this host serves.

Keys are the same in upper and lower case. A later declaration of a key replaces the earlier one, in its place.
"""

from __future__ import annotations

import typing as t

from .._report.problems import did_you_mean
from .._report.report import Spot
from .._report.secrets import shown
from . import field_types
from .entries import Entry, parse_model
from .spec_strings import parse_spec_string

if t.TYPE_CHECKING:
    from collections.abc import Iterable

Catalog = dict[str, Entry]
"""Lower-case key → model, in the order of declaration."""


def from_variables(value: t.Any, at: Spot) -> list[Entry]:
    """The models of the inventory's catalog."""
    entries: list[Entry] = []
    seen: dict[str, str] = {}
    for key, item in _given(value, at).items():
        if key.lower() in seen:
            at.child(key).add("written-twice", f"is the same key as {shown(seen[key.lower()])}", "rename one of them")
        seen.setdefault(key.lower(), key)
        entries.append(parse_model(key, item, at.child(key)))
    return entries


def _given(value: t.Any, at: Spot) -> dict[str, t.Any]:
    return {} if value is None else field_types.mapping(value, at) or {}


def from_strings(value: t.Any, at: Spot) -> list[Entry]:
    """The models of a list of spec strings."""
    if value is None:
        return []
    if not isinstance(value, list):
        field_types.list_of(field_types.text)(value, at)
        return []
    return [parse_spec_string(item, at.child(index)) for index, item in enumerate(value)]


def join(*sources: Iterable[Entry]) -> Catalog:
    """One catalog of all *sources*."""
    return {entry.key.lower(): entry for source in sources for entry in source}


def select(catalog: Catalog, value: t.Any, at: Spot) -> list[Entry]:
    """The models that *value* (a list of keys, or ``None`` for all) names, in its order."""
    if value is None:
        return list(catalog.values())
    keys: list[str] = field_types.list_of(field_types.name)(value, at) or []
    selected: Catalog = {}
    for index, key in enumerate(keys):
        entry = catalog.get(key.lower())
        if entry is None:
            known = [known.key for known in catalog.values()]
            at.child(index).add("unknown-model-key", f"{shown(key)} is not in the catalog", did_you_mean(key, known))
        elif key.lower() in selected:
            at.child(index).add("written-twice", f"{shown(key)} is written twice")
        else:
            selected[key.lower()] = entry
    return list(selected.values())
