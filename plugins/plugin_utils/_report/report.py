# SPDX-License-Identifier: GPL-3.0-or-later
"""The report: every stage adds what it finds to one, each problem under its rule and at its location."""

from __future__ import annotations

import typing as t

from .problems import Problem

if t.TYPE_CHECKING:
    from collections.abc import Iterable

    from .locations import Location
    from .problems import Severity
    from .rules import Rules


class Report:
    """Collects problems, in the order in which they are found.

    :param rules: those that problems may have, by name.
    :param lines: location to line, counted from 1, of what was read from a file; who reads one adds to it.
    :param strict: false makes warnings of the errors of negotiable rules.
    """

    def __init__(self, rules: Rules, lines: dict[Location, int] | None = None, *, strict: bool = True) -> None:
        self.problems: list[Problem] = []
        self.lines = {} if lines is None else lines
        self._rules = rules
        self._strict = strict

    @property
    def refused(self) -> bool:
        """Whether there is an error."""
        return any(problem.severity == "error" for problem in self.problems)

    def at(self, *location: t.Any) -> Spot:
        """The spot at *location*, to add problems there."""
        return Spot(self, location)

    def for_file(self) -> Report:
        """An empty report with the same rules, for a file whose locations begin anew."""
        return Report(self._rules, strict=self._strict)

    def add(
        self,
        rule: str,
        location: Location,
        message: str,
        remedy: str = "",
        severity: Severity | None = None,
        *,
        firm: bool = False,
        line: int = 0,
    ) -> None:
        """Add a problem.

        :param rule: a name of :attr:`rules`; KeyError when there is none of it.
        :param message: what is wrong; :param remedy: what to write instead. Neither may hold a secret.
        :param severity: where it differs from the rule's.
        :param firm: an error even where the rule is negotiable.
        :param line: where it is not that of *location*.
        """
        known = self._rules[rule]
        level = severity or known.severity
        if level == "error" and known.negotiable and not self._strict and not firm:
            level = "warning"
        self.problems.append(Problem(location, message, remedy, level, rule, line or self.line(location)))

    def include(self, problems: Iterable[Problem]) -> None:
        """Add *problems* of another report, as they are."""
        self.problems.extend(problems)

    def line(self, location: Location) -> int:
        """The line of *location*, or of the nearest thing around it that has one; 0 where nothing has."""
        if not self.lines:
            return 0
        around = (location[:end] for end in range(len(location), -1, -1))
        return next((self.lines[each] for each in around if each in self.lines), 0)


class Spot:
    """A location, and the report that is told what is wrong there."""

    __slots__ = ("location", "report")

    def __init__(self, report: Report, location: Location) -> None:
        self.report = report
        self.location = location

    def child(self, *keys: t.Any) -> Spot:
        """The spot of *keys* inside this one; an item of a list when a key is an index."""
        return Spot(self.report, (*self.location, *keys))

    def add(
        self, rule: str, message: str, remedy: str = "", severity: Severity | None = None, *, line: int = 0
    ) -> None:
        """Add a problem here, see :meth:`Report.add`."""
        self.report.add(rule, self.location, message, remedy, severity, line=line)
