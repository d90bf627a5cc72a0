# SPDX-License-Identifier: GPL-3.0-or-later
"""Models on one line: ``key=gpt5,alias=gpt-5,upstream=gpt-5,base=https://...,key_env=NAME,reasoning=high``.

A comma or a backslash inside a value is written with a backslash before it.
"""

from __future__ import annotations

import re

from .._report.problems import did_you_mean
from .._report.report import Spot
from . import field_types
from .entries import BrokenEntry, Entry, parse_spec
from .model_spec import FIELDS

_FIELD_OF = {field.string: name for name, field in FIELDS.items() if field.string}
_NAME_OF = {name: string for string, name in _FIELD_OF.items()}
_NAMES = ("key", *_FIELD_OF)
_PART = re.compile(r"((?:[^\\,]|\\.|\\\Z)*)(?:,|\Z)", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\,])")


def parse_spec_string(value: object, at: Spot) -> Entry:
    """The model of one spec string. No problem repeats a value."""
    line = field_types.text(value, at)
    if line is None:
        return BrokenEntry("")
    parts = _parts(line, at)
    key = parts.pop("key", "")
    if not key:
        at.child("key").add("missing-field", "is missing", "begin with key=NAME")
    else:
        field_types.name(key, at.child("key"))
    entry = {_FIELD_OF[name]: part for name, part in parts.items() if part}
    return parse_spec(key, entry, at, lambda field: (*at.location, _NAME_OF.get(field, field)))


def _parts(line: str, at: Spot) -> dict[str, str]:
    parts: dict[str, str] = {}
    for position, match in enumerate(_PART.finditer(line), start=1):
        raw = match[1]
        name, equals, part = raw.partition("=")
        name = name.strip()
        if not equals:
            if raw.strip():
                at.add("bad-spec-string", f"part {position} is not name=value", r"write a comma inside a value as \,")
        elif name not in _NAMES:
            at.child(name).add("unknown-field", "is not a field of a spec string", did_you_mean(name, _NAMES))
        elif name in parts:
            at.child(name).add("written-twice", "is written twice")
        else:
            parts[name] = _ESCAPED.sub(r"\1", part.strip())
    return parts
