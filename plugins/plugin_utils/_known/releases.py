# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of LiteLLM's releases as such: which ones nobody should run, and why. Written by hand."""

from __future__ import annotations

import re
import typing as t

from .data import VERSIONS


class UnknownVersion(ValueError):
    """What was asked for is no version of LiteLLM; the message says what one looks like."""


class Denied(t.NamedTuple):
    """Releases that nobody should run.

    :param line: what their versions begin with, ``1.82.7`` or ``1.107``.
    :param reason: the end of a sentence that begins with the version.
    :param source: who says so.
    """

    line: str
    reason: str
    source: str


_ATTACK = "MAL-2026-2144, https://docs.litellm.ai/blog/security-update-march-2026"

DENIED = (
    Denied("1.82.7", "was published by an attacker, and its proxy sends away every secret that it finds", _ATTACK),
    Denied(
        "1.82.8",
        "was published by an attacker, and sends away every secret of a machine as soon as a Python starts there",
        _ATTACK,
    ),
    Denied(
        "1.107",
        "is not in the package registry any more, as nothing of its line is, and may have been published by an attacker",
        "a published tool for self-audits, which names 1.107.0; there was no advisory in November 2026",
    ),
)

FLOOR = Denied(
    "1.84.0",
    "has known vulnerabilities, as all before 1.84.0; the worst lets requests without a key reach management routes",
    "CVE-2026-49468, https://github.com/BerriAI/litellm/security/advisories/GHSA-4xpc-pv4p-pm3w",
)
"""The first release that is not denied because of its age. *line* is that one; the rest is about those before it."""


def parsed(version: str) -> tuple[int, ...]:
    """``1.106.2`` (or ``1.106.2.post1``) as numbers that compare.

    :raises UnknownVersion: it is none.
    """
    match = re.match(r"(\d+)\.(\d+)\.(\d+)(?:\.?post(\d+)|(rc|a|b|\.dev)\d+)?$", version)
    if not match:
        raise UnknownVersion(f"{version!r} is not a LiteLLM version; write one such as {VERSIONS[-1]}")
    final = -1 if match[5] else 0
    return (*(int(match[part]) for part in (1, 2, 3)), final, int(match[4] or 0))


def denial_of(version: str) -> Denied | None:
    """Why nobody should run *version*; None where nothing is known against it.

    :raises UnknownVersion: it is no version.
    """
    numbers = parsed(version)
    for each in DENIED:
        line = tuple(map(int, each.line.split(".")))
        if numbers[: len(line)] == line:
            return each
    return FLOOR if numbers < parsed(FLOOR.line) else None


def nearest_right(version: str) -> str:
    """The oldest known version above *version*, which changes least; the newest known one where there is none."""
    numbers = parsed(version)
    return next((known for known in VERSIONS if parsed(known) > numbers), VERSIONS[-1])
