# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures over time: lines that differ in colour and in their dashes, and the same as a table below them."""

from __future__ import annotations

import math
import typing as t
from datetime import datetime, timezone

from markupsafe import Markup

from .course import Course, History, Line
from .markup import Text, element, pieces
from .style import LINES
from .tables import Row, table
from .words import percent, rate, seconds, usd, whole

WIDTH, HEIGHT, LEFT, BELOW, ABOVE = 720, 220, 62, 24, 10
"""Of the drawing, and what is left free for the words at its axes; in units of it."""

_UNNAMED = "(no name)"
_TITLES: t.Mapping[str, tuple[str, t.Callable[[float | None], str]]] = {
    "requests": ("Requests", rate),
    "errors": ("Requests with an error", percent),
    "fallbacks": ("Answered by a fallback", percent),
    "latency": ("95 % answered within", seconds),
    "tokens": ("Tokens", rate),
    "cost": ("Cost", usd),
}
"""Key of a figure to its title, and how its values are written."""


def history_section(told: History | None) -> Markup:
    """All figures over time; empty where nobody was asked for them."""
    if told is None:
        return Markup()
    if told.problem:
        return element("p", told.problem)
    span = f"From {_time(told.begin)} to {_time(told.end)}, one point for {whole(told.step / 60)} minutes, all gateways together."
    return pieces(element("p", span, class_="quiet"), *(_figure(told, course) for course in told.courses))


def _figure(told: History, course: Course) -> Markup:
    title, show = _TITLES.get(course.key, (course.key, usd))
    caption = f"{title} ({course.unit})"
    if not course.lines:
        return pieces(element("h3", caption), element("p", "Nothing was counted in this time."))
    drawn = sorted(course.lines, key=lambda line: -math.fsum(line.values))[: len(LINES)]
    rows = [
        Row(pieces(_key(place), " ", line.name or _UNNAMED), [show(value) for value in _summary(line)])
        for place, line in enumerate(drawn)
    ]
    left_out = len(course.lines) - len(drawn)
    note = f"{left_out} more names, with less, are not shown." if left_out else ""
    columns = ["Asked for", "Lowest", "Mean", "Highest", "Last"]
    figure = element("figure", element("figcaption", caption), _drawing(told, drawn, caption, show))
    return pieces(figure, table(f"{caption}, in figures", columns, rows, note and element("p", note)))


def _summary(line: Line) -> tuple[float, float, float, float]:
    values = line.values
    return min(values), math.fsum(values) / len(values), max(values), values[-1]


def _drawing(told: History, lines: t.Sequence[Line], caption: str, show: t.Callable[[float | None], str]) -> Markup:
    top = round_up(max(value for line in lines for value in line.values))
    across, up = (WIDTH - LEFT - 8) / max(told.end - told.begin, 1), (HEIGHT - BELOW - ABOVE) / top

    def point(at: int, value: float) -> tuple[float, float]:
        return LEFT + (at - told.begin) * across, HEIGHT - BELOW - value * up

    parts: list[Text] = []
    for quarter in range(5):
        value = top * quarter / 4
        y = round(point(told.begin, value)[1], 1)
        parts.append(element("line", x1=LEFT, x2=WIDTH - 8, y1=y, y2=y, class_="axis"))
        parts.append(element("text", show(value), x=LEFT - 6, y=y + 4, text_anchor="end"))
        at = told.begin + (told.end - told.begin) * quarter // 4
        anchor = ("start", "middle", "middle", "middle", "end")[quarter]
        parts.append(
            element("text", _time(at, short=True), x=round(point(at, 0)[0], 1), y=HEIGHT - 6, text_anchor=anchor)
        )
    for place, line in enumerate(lines):
        parts += [_polyline([point(*each) for each in run], place) for run in runs(line, told.step)]
    said = f"{caption}: lines of {', '.join(line.name or _UNNAMED for line in lines)}. The table below has the figures."
    return element("svg", *parts, viewBox=f"0 0 {WIDTH} {HEIGHT}", class_="lines", role="img", aria_label=said)


def _polyline(points: t.Sequence[tuple[float, float]], place: int) -> Markup:
    (x, y), *others = points
    # One point alone is a dot.
    whole_line = points if others else [(x - 1, y), (x + 1, y)]
    return element("polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in whole_line), class_=f"line-{place}")


def runs(line: Line, step: int) -> list[list[tuple[int, float]]]:
    """The points of a line, anew where some are missing between two."""
    found: list[list[tuple[int, float]]] = []
    for at, value in line.points:
        if not found or at - found[-1][-1][0] > 1.5 * step:
            found.append([])
        found[-1].append((at, value))
    return found


def round_up(value: float) -> float:
    """The end of an axis: a number that is easily read, and not below *value*; 1 where there is nothing to see."""
    if value <= 0:
        return 1.0
    unit = 10.0 ** math.floor(math.log10(value))
    return next((unit * times for times in (1, 2, 4, 6, 8) if unit * times >= value), unit * 10)


def _key(place: int) -> Markup:
    drawn = element("line", x1=0, y1=5, x2=34, y2=5, class_=f"line-{place}")
    return element("svg", drawn, viewBox="0 0 34 10", class_="key", aria_hidden="true", focusable="false")


def _time(at: int, short: bool = False) -> str:
    return datetime.fromtimestamp(at, timezone.utc).strftime("%m-%d %H:%M" if short else "%Y-%m-%d %H:%M UTC")
