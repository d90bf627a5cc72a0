# SPDX-License-Identifier: GPL-3.0-or-later
"""What the host's half of the collection finds wrong, each under the name of its rule; ``docs/findings.md`` has the rules."""

from __future__ import annotations

import typing as t


class Fault(t.NamedTuple):
    """One thing that is wrong; as text it is a sentence.

    :param rule: the name of what it breaks.
    :param subject: what it is about: a variable, a program, a path.
    :param message: what is wrong, behind the subject.
    :param remedy: what to do, or to write instead; empty where the message already says it.
    """

    rule: str
    subject: str
    message: str
    remedy: str = ""

    @property
    def words(self) -> str:
        """The sentence without its end."""
        return f"{self.subject} {self.message}" + (f"; {self.remedy}" if self.remedy else "")

    def as_line(self) -> str:
        """The sentence as a run shows it, with the name of the rule."""
        return f"{self.words} ({self.rule})."

    def __str__(self) -> str:
        return f"{self.words}."
