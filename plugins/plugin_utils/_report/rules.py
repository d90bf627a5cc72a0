# SPDX-License-Identifier: GPL-3.0-or-later
"""What a rule is: a name under which something is reported, and what that means to people."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

if t.TYPE_CHECKING:
    from .problems import Severity


@dataclass(frozen=True)
class Rule:
    """One thing that may be wrong, or worth knowing.

    :param name: stable; the ``rule`` of its problems.
    :param severity: of most of its problems; some are milder or graver, where the message says why.
    :param meaning: what is wrong, and what LiteLLM does with it or what to write.
    :param example: a snippet of a configuration, or of an inventory, that has the problem.
    :param negotiable: ``strict: false`` turns its errors into warnings.
    """

    name: str
    severity: Severity
    meaning: str
    example: str
    negotiable: bool = False


Rules = dict[str, Rule]
"""Name to rule."""


def table(*rules: Rule) -> Rules:
    """The *rules* by name, in their order."""
    return {rule.name: rule for rule in rules}
