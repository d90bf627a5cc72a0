# SPDX-License-Identifier: GPL-3.0-or-later
"""One thing of a host that is not as it should be, as data, and the sentences that are made of it. Pure."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass


class Texts(t.NamedTuple):
    """A file's text before and after, for diff mode. *name* is what the file is called there."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Difference:
    """One thing of a host that is not as it should be.

    Where *was* and *now* are empty, *change* says what becomes of the subject.

    :param subject: what it is about: a path, or words.
    :param was: what the host has.
    :param now: what it should have.
    :param change: ``added``, ``removed`` or ``changed``.
    :param detail: more of it, such as the names of what changed.
    :param implied: whether it goes without saying where another difference is told.
    :param texts: what diff mode shows of it; the differences of one file share them.
    """

    subject: str
    was: str = ""
    now: str = ""
    change: str = "changed"
    detail: str = ""
    implied: bool = False
    texts: Texts | None = None

    @property
    def done(self) -> str:
        """What to say once the host is as it should be."""
        if self.was or self.now:
            return f"{self.subject}: was {self.was}, is {self.now}"
        return f"{self.subject}: {self.change}{self._in_brackets}"

    @property
    def planned(self) -> str:
        """What to say while the host is as it is."""
        if self.was or self.now:
            return f"{self.subject}: is {self.was}, will be {self.now}"
        return f"{self.subject}: will be {self.change}{self._in_brackets}"

    @property
    def _in_brackets(self) -> str:
        return f" ({self.detail})" if self.detail else ""


def worth_telling(differences: t.Iterable[Difference]) -> list[Difference]:
    """Those of *differences* that a person has to read: what goes without saying is left out beside others."""
    differences = list(differences)
    return [each for each in differences if not each.implied] or differences


def difference_view(differences: t.Iterable[Difference]) -> list[dict[str, str]]:
    """*differences* in the form of Ansible's diff mode: files before and after, then what has no text to show."""
    differences = list(differences)
    texts = {each.texts.name: each.texts for each in differences if each.texts}
    view = [
        {"before_header": name, "after_header": name, "before": before, "after": after}
        for name, before, after in texts.values()
    ]
    silent = "".join(f"{each.planned}\n" for each in differences if not each.texts)
    return view + ([{"prepared": silent}] if silent else [])
