# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with a variable, as the host's half of the collection knows it."""

from __future__ import annotations

import typing as t


class Fault(t.NamedTuple):
    """One thing that is wrong; as text it is a sentence.

    :param message: what is wrong, behind the variable's name.
    :param remedy: what to write instead.
    """

    variable: str
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.variable} {self.message}; {self.remedy}."
