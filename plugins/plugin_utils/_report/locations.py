# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this plugin util is **PRIVATE** to the collection. It can have breaking changes at any time.
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
