# SPDX-License-Identifier: GPL-3.0-or-later
"""Input values as plain Python: what Ansible wraps (tags, unsafe or vaulted text, lazy containers) is unwrapped once.

After :func:`to_plain` a tree holds only ``dict`` (text or whole-number keys), ``list``, ``str``, ``int``, finite
``float``, ``bool`` and ``None``, all of exactly these types.
"""

from __future__ import annotations

import math
import typing as t
from collections.abc import Mapping
from datetime import date, datetime

from ._report.problems import type_name
from ._report.report import Spot

_DEEPEST = 64
_LONGEST_KEY = 512


def to_plain(value: object, at: Spot, depth: int = 0) -> t.Any:
    """*value* without anything that is not plain data; what cannot be converted becomes ``None`` and a problem."""
    if value is None or isinstance(value, bool):
        return value
    if getattr(value, "__ENCRYPTED__", False):
        return str.__str__(str(value))
    if isinstance(value, str):
        return _text(str.__str__(value), at)
    if isinstance(value, int):
        return int.__int__(value)
    if isinstance(value, float):
        if math.isfinite(value):
            return float.__float__(value)
        at.add("not-plain-data", "is not a finite number")
        return None
    if isinstance(value, date) and not isinstance(value, datetime):
        # YAML takes 2026-01-31 for a date, and who wrote it meant these ten characters.
        return value.isoformat()
    if depth == _DEEPEST:
        at.add("not-plain-data", f"is nested more than {_DEEPEST} levels deep")
        return None
    if isinstance(value, Mapping):
        return _dictionary(value, at, depth)
    if isinstance(value, (list, tuple)):
        return [to_plain(item, at.child(index), depth + 1) for index, item in enumerate(value)]
    at.add("not-plain-data", f"is {type_name(value)}, which a configuration cannot hold", "quote it")
    return None


def _text(value: str, at: Spot) -> str | None:
    try:
        value.encode()
    except UnicodeEncodeError:
        at.add("not-plain-data", "is not valid Unicode text")
        return None
    return value


def _dictionary(value: Mapping[t.Any, object], at: Spot, depth: int) -> dict[str | int, t.Any]:
    plain: dict[str | int, t.Any] = {}
    for key, item in value.items():
        if isinstance(key, bool) or not isinstance(key, (str, int)):
            remedy = "YAML reads yes, no, on and off as booleans; quote it" if isinstance(key, bool) else "quote it"
            at.add("not-plain-data", f"has a key that is {type_name(key)}, not text", remedy)
            continue
        if isinstance(key, str) and len(key) > _LONGEST_KEY:
            at.add("not-plain-data", f"has a key of more than {_LONGEST_KEY} characters")
            continue
        plain_key = to_plain(key, at)
        if plain_key is not None:
            plain[plain_key] = to_plain(item, at.child(plain_key), depth + 1)
    return plain
