# SPDX-License-Identifier: GPL-3.0-or-later
"""How figures went over some hours, as a Prometheus remembers them."""

from __future__ import annotations

from dataclasses import dataclass

from .facts import Json


@dataclass(frozen=True)
class Line:
    """The figure of one name over some hours.

    :ivar points: seconds since 1970 to a value; there is none where there was nothing.
    """

    name: str
    points: tuple[tuple[int, float], ...]

    @property
    def values(self) -> list[float]:
        """The values alone."""
        return [value for _at, value in self.points]


@dataclass(frozen=True)
class Course:
    """One figure over some hours, a line for each name.

    :ivar key: which one, as ``litellm_history_info`` calls it.
    :ivar unit: in words.
    """

    key: str
    unit: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class History:
    """All figures, or why there are none.

    :ivar problem: in words; empty where there is none.
    :ivar begin: of the time that is told of, in seconds since 1970.
    :ivar end: likewise.
    :ivar step: seconds between two points.
    """

    problem: str = ""
    begin: int = 0
    end: int = 0
    step: int = 1
    courses: tuple[Course, ...] = ()


def history(told: Json) -> History | None:
    """What ``litellm_history_info`` has said; None where it was not asked."""
    if not told or told.get("skipped"):
        return None
    if "figures" not in told:
        return History(str(told.get("msg") or "Prometheus was not asked."))
    courses = tuple(
        Course(
            str(figure["key"]),
            str(figure["unit"]),
            tuple(
                Line(str(series["name"]), tuple((int(at), float(value)) for at, value in series["points"]))
                for series in figure["series"]
            ),
        )
        for figure in told["figures"]
    )
    return History("", int(told["begin"]), int(told["end"]), int(told["step"]), courses)
