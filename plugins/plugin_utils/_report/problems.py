# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with an input: collected, never raised one by one.

Every stage adds to one report; who asked for the work raises :class:`InputError` once, with all of
them. A problem never holds a value that could be a secret: it names the path, what is wrong there, and what to write.
"""

from __future__ import annotations

import datetime
import typing as t
from dataclasses import dataclass

from ...module_utils._nearest import nearest
from .locations import Location, path_of

if t.TYPE_CHECKING:
    from collections.abc import Iterable

Severity = t.Literal["error", "warning", "notice"]

_NAMES = {
    bool: "a boolean",
    int: "a whole number",
    float: "a number",
    str: "text",
    list: "a list",
    dict: "a dictionary",
    type(None): "nothing (null)",
    datetime.date: "a date",
}


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong (or worth knowing) at one location of the input.

    :param location: where.
    :param message: what is wrong, and what LiteLLM would do with it where that is the point.
    :param remedy: what to write instead; empty when the message already says it.
    :param severity: only ``error`` refuses the input.
    :param rule: stable name of what it breaks, for ``docs/findings.md``; empty for what Ansible itself says of options.
    :param line: line in the file that was read, counted from 1; 0 when there is no file.
    """

    location: Location
    message: str
    remedy: str = ""
    severity: Severity = "error"
    rule: str = ""
    line: int = 0

    @property
    def path(self) -> str:
        """The location as text."""
        return path_of(self.location)

    def as_line(self) -> str:
        """The problem as a run shows it: its severity, unless it is an error, and the name of its rule."""
        severity = "" if self.severity == "error" else f"{self.severity}: "
        return f"{severity}{self}" + (f" ({self.rule})" if self.rule else "")

    def __str__(self) -> str:
        where = f"{self.path} (line {self.line})" if self.line else self.path
        return f"{where}: {self.message}" + (f"; {self.remedy}" if self.remedy else "")


class InputError(Exception):
    """The input is refused.

    ``problems`` has all errors, ``remarks`` the warnings and notices beside them, both in the order of the input.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        found = list(problems)
        self.problems = [problem for problem in found if problem.severity == "error"]
        self.remarks = [problem for problem in found if problem.severity != "error"]
        super().__init__(self.summary())

    def summary(self) -> str:
        """All problems as one message: a headline, one line for each error, then one for each warning and notice."""
        count = len(self.problems)
        head = "1 problem in the input" if count == 1 else f"{count} problems in the input"
        lines = (f"  - {problem.as_line()}" for problem in (*self.problems, *self.remarks))
        return "\n".join([f"{head}; nothing was changed.", *lines])

    def result(self) -> dict[str, t.Any]:
        """What a task returns that is refused."""
        return {"failed": True, "msg": self.summary(), "problems": [problem.as_line() for problem in self.problems]}


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """A remedy that names the nearest candidate, else all of them when they are few, else ``''``."""
    known = list(candidates)
    best = nearest(word, known)
    if best:
        return f"did you mean {best!r}?"
    if 0 < len(known) <= 12:
        return f"known: {', '.join(sorted(known))}"
    return ""


def type_name(value: object) -> str:
    """What an operator calls the type of *value*, which Ansible may have made a class of its own for."""
    names = (name for kind, name in _NAMES.items() if isinstance(value, kind))
    return next(names, f"a value of type {type(value).__name__}")
