# SPDX-License-Identifier: GPL-3.0-or-later
"""Further directives of a program whose configuration a role writes."""

from __future__ import annotations

import re
import typing as t
from dataclasses import dataclass

from .._report.problems import type_name
from . import kinds

if t.TYPE_CHECKING:
    from collections.abc import Mapping

    from .._report.report import Spot


@dataclass(frozen=True)
class Directives:
    """What a program takes.

    :param program: its name.
    :param pattern: what the name of a directive is.
    :param owned: directives that the role writes by itself, to the variable that they follow, or to nothing.
    :param prefix: what that variable's name begins with.
    :param words: how the program writes false and true; :param empty: how it writes empty text.
    """

    program: str
    pattern: str
    owned: Mapping[str, str]
    prefix: str
    words: tuple[str, str]
    empty: str = ""

    def __call__(self, value: t.Any, at: Spot) -> dict[str, str] | None:
        """The kind of a dictionary of directives, with values as text."""
        given = kinds.mapping(value, at)
        if given is None:
            return None
        return {str(name): self._written(each) for name, each in given.items() if self._fits(name, each, at)}

    def _fits(self, name: t.Any, value: t.Any, at: Spot) -> bool:
        spot = at.child(str(name))
        if not isinstance(name, str) or not re.fullmatch(self.pattern, name):
            spot.add("bad-directive", f"is no directive of {self.program}", "write it in small letters")
        elif name in self.owned:
            follows = self.owned[name]
            says = f", as {self.prefix}{follows} says" if follows else ""
            spot.add("owned-directive", f"is written by the role{says}", "take it out")
        elif isinstance(value, (list, dict)) or value is None or not str(value).isprintable():
            spot.add("field-type", f"is {type_name(value)}, and has to be one line of text or a number")
        else:
            return True
        return False

    def _written(self, value: t.Any) -> str:
        return self.words[value] if isinstance(value, bool) else str(value) or self.empty
