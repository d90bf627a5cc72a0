# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this plugin util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""Where something stands in the input: a tuple of keys and indexes, which becomes text only where a person reads it."""

from __future__ import annotations

import typing as t

from .problems import Location, Problem


class Place:
    """Somewhere in the input, and the line of the file that it was read from (0 where there is none)."""

    __slots__ = ("line", "location")

    def __init__(self, *location: t.Any, line: int = 0) -> None:
        self.location: Location = location
        self.line = line

    def child(self, *keys: t.Any) -> Place:
        """The place of *keys* inside this one; an item of a list when a key is an index."""
        return Place(*self.location, *keys, line=self.line)

    def error(self, message: str, remedy: str = "") -> Problem:
        return Problem(self.location, message, remedy, line=self.line)

    def warning(self, message: str, remedy: str = "") -> Problem:
        return Problem(self.location, message, remedy, severity="warning", line=self.line)

    def notice(self, message: str, remedy: str = "") -> Problem:
        return Problem(self.location, message, remedy, severity="notice", line=self.line)


Locate = t.Callable[[str], Place]
"""Finds the place of a field by its name."""
