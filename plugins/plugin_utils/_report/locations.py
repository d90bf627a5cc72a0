# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this plugin util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""Where something stands in the input, and how a problem there is made.

A path is written as the operator would say it: ``models.gpt5.rpm``, ``model_specs[1].reasoning``.
"""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

from .problems import Problem
from .secrets import shown


@dataclass(frozen=True)
class Place:
    """Somewhere in the input. Its path is put together only when somebody asks for it: most places are good.

    :param name: the path, or below a *parent* the key or the index there.
    :param line: line of the file that it was read from, 0 where there is none.
    """

    name: object
    line: int = 0
    parent: Place | None = None

    def child(self, key: object) -> Place:
        """The place of *key* inside this one; an item of a list when *key* is an index."""
        return Place(key, self.line, self)

    @property
    def path(self) -> str:
        if self.parent is None:
            return str(self.name)
        if isinstance(self.name, int):
            return f"{self.parent.path}[{self.name}]"
        above, name = self.parent.path, shown(self.name, bare=True)
        return f"{above}.{name}" if above else name

    def error(self, message: str, remedy: str = "") -> Problem:
        return Problem(self.path, message, remedy, line=self.line)

    def warning(self, message: str, remedy: str = "") -> Problem:
        return Problem(self.path, message, remedy, severity="warning", line=self.line)

    def notice(self, message: str, remedy: str = "") -> Problem:
        return Problem(self.path, message, remedy, severity="notice", line=self.line)


Locate = t.Callable[[str], Place]
"""Finds the place of a field by its name."""


def path_of(parts: t.Sequence[str | int]) -> str:
    """The path that leads through *parts*."""
    place = Place("")
    for part in parts:
        place = place.child(part)
    return place.path
