# SPDX-License-Identifier: GPL-3.0-or-later
"""What Prometheus reads of a gateway: the lines of its text format."""

from __future__ import annotations

import math
import re
import typing as t

_LINE = re.compile(r"([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?[ \t]+(\S+)(?:[ \t]+-?\d+)?[ \t]*")
_LABEL = re.compile(r'([a-zA-Z_][a-zA-Z0-9_]*)[ \t]*=[ \t]*"((?:[^"\\]|\\.)*)"[ \t]*,?[ \t]*')
_ESCAPED = re.compile(r"\\(.)")


class Sample(t.NamedTuple):
    """One line: a series and its value now."""

    name: str
    labels: t.Mapping[str, str]
    value: float


def samples(text: str, names: t.Collection[str]) -> t.Iterator[Sample]:
    """The lines of *text* whose series is one of *names*, in their order.

    What is no line of the format is left out, and so is a value that is no number or infinite: it can be added to nothing.
    """
    for line in text.split("\n"):
        if line.startswith("#"):
            continue
        found = _LINE.fullmatch(line.rstrip("\r"))
        if found is None or found.group(1) not in names:
            continue
        labels, value = _labels(found.group(2) or ""), _number(found.group(3))
        if labels is not None and value is not None:
            yield Sample(found.group(1), labels, value)


def _labels(text: str) -> dict[str, str] | None:
    """The labels between the braces of a line; None where they are not complete."""
    labels: dict[str, str] = {}
    place = 0
    while place < len(text):
        found = _LABEL.match(text, place)
        if found is None:
            return None
        labels[found.group(1)] = _ESCAPED.sub(_unescaped, found.group(2))
        place = found.end()
    return labels


def _unescaped(escaped: re.Match[str]) -> str:
    return "\n" if escaped.group(1) == "n" else escaped.group(1)


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
