# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody meant who wrote a word that does not exist: the one place that says how far a guess may go."""

from __future__ import annotations

import difflib
import typing as t

if t.TYPE_CHECKING:
    from collections.abc import Iterable

_ALIKE = 0.75
"""Which part of two words must be the same for one to stand for the other; below it, guesses are far-fetched."""

_BEGINNING = 4
"""How many letters a word has at least that may be the beginning of another one."""

_LONG = 8
"""How many letters a key has at least that another letter in one place makes no other key."""


def nearest(word: str, candidates: Iterable[str]) -> str:
    """The candidate that *word* most likely stands for, as a misspelling or as its beginning; ``''`` when none is near."""
    word = str(word).casefold()
    folded = {candidate.casefold(): candidate for candidate in candidates}
    found = difflib.get_close_matches(word, folded, n=1, cutoff=_ALIKE)
    if not found and len(word) >= _BEGINNING:
        longer = [candidate for candidate in folded if candidate.startswith(word)]
        found = longer if len(longer) == 1 else []
    return folded[found[0]] if found else ""


def slip_of(word: str, candidates: Iterable[str]) -> str:
    """The candidate that becomes *word* when one letter is left out, doubled or swapped with its neighbour, or ``''``.

    For names where a wrong guess does harm: ``TEAM_A_KEY`` is no slip of ``TEAM_B_KEY``, though nearly the same. Capitals, and
    ``-`` where a candidate has ``_``, are slips as well.
    """
    return next((candidate for candidate in candidates if _is_slip(word, candidate)), "")


def key_slip_of(word: str, candidates: Iterable[str]) -> str:
    """As ``slip_of``, and a long word may have one letter instead of another. For keys, which do not differ by a letter alone."""
    names = tuple(candidates)
    return slip_of(word, names) or next((each for each in names if _has_other_letter(word, each)), "")


def _has_other_letter(one: str, other: str) -> bool:
    return len(one) == len(other) >= _LONG and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _is_slip(one: str, other: str) -> bool:
    short, long = sorted((each.casefold().replace("-", "_") for each in (one, other)), key=len)
    if len(long) == len(short):
        if long == short:
            return one != other
        return any(short[:at] + short[at : at + 2][::-1] + short[at + 2 :] == long for at in range(len(short) - 1))
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
