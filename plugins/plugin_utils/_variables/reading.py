# SPDX-License-Identifier: GPL-3.0-or-later
"""The variables of a role while they are read; one report gets everything that is wrong with them."""

from __future__ import annotations

import typing as t

from .._report.report import Report
from . import kinds
from .rules import RULES

if t.TYPE_CHECKING:
    from collections.abc import Mapping

    from .._report.report import Spot
    from .kinds import Kind, T


class Variables:
    """The variables of a role, which are named without their prefix here.

    :ivar report: gets what is wrong.

    :param values: those of the role by their full names.
    :param prefix: what their names begin with.
    :param report: one that has something already.
    """

    def __init__(self, values: Mapping[str, t.Any], prefix: str, report: Report | None = None) -> None:
        self.report = report or Report(RULES)
        self._values = values
        self._prefix = prefix

    def name(self, name: str) -> str:
        """The full name of variable *name*."""
        return self._prefix + name

    def at(self, name: str) -> Spot:
        """Where variable *name* stands."""
        return self.report.at(self._prefix + name)

    def given(self, name: str) -> t.Any:
        """What was declared, as it is."""
        return self._values[self._prefix + name]

    def read(self, name: str, kind: Kind[T], otherwise: T) -> T:
        """The value of a *kind*, or *otherwise* where it is none, which is reported."""
        found = kind(self.given(name), self.at(name))
        return otherwise if found is None else found

    def many(self, name: str, kind: Kind[T]) -> tuple[T, ...]:
        """A list whose items are of a *kind*, without those that are not, which are reported."""
        return tuple(kinds.list_of(kind)(self.given(name), self.at(name)) or ())

    def text(self, name: str) -> str:
        """Any text; empty where nothing is given."""
        return self.read(name, kinds.text, "")

    def flag(self, name: str) -> bool:
        """True or false."""
        return self.read(name, kinds.flag, False)


AT_HOST = "ansible_host"
AT_GATEWAY = "litellm_balancer_address"
"""The variable that says under which address others reach a gateway or a balancer, where ``ansible_host`` is not that."""


def address_of(host: str, variables: Mapping[str, t.Any], own: str = "") -> str:
    """Under which address others reach *host*: what the variable *own* says among its *variables*, else ``ansible_host``, else its
    name.
    """
    return str(variables.get(own) or variables.get(AT_HOST) or host)
