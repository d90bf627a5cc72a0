# SPDX-License-Identifier: GPL-3.0-or-later
"""Where something stands in the input: a tuple of keys and indexes, which becomes text only where a person reads it."""

from __future__ import annotations

import typing as t

from .secrets import shown

Location = tuple[t.Any, ...]
"""The keys (and the indexes of lists) that lead to a value: ``("models", "gpt5", "fallbacks", 0)``."""

Locate = t.Callable[[str], Location]
"""Finds the location of a field by its name."""


class Plain(str):
    """A key that messages show whatever it looks like, because this collection put it together."""

    __slots__ = ()


def path_of(location: Location) -> str:
    """*location* as the operator would write it: ``models.gpt5.fallbacks[0]``. A key that looks like a secret is not shown."""
    path = ""
    for key in location:
        if isinstance(key, int):
            path += f"[{key}]"
        else:
            name = key if isinstance(key, Plain) else shown(key, bare=True)
            path += f".{name}" if path else name
    return path or "configuration"
