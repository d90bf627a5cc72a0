# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables whose rows have bars: a chart that can be read out, printed, and read without its colours."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

from markupsafe import Markup

from .markup import Text, element, pieces

_HEIGHT = 10
"""Of a bar, in units of which it is 100 wide."""


@dataclass(frozen=True)
class Part:
    """A piece of a bar.

    :ivar kind: name of its colour and pattern in the style sheet.
    :ivar size: as the other bars of the chart are counted; never below zero.
    """

    kind: str
    size: float


@dataclass(frozen=True)
class Row:
    """A row of a chart.

    :ivar cells: what stands behind the name, one for each column.
    :ivar parts: of its bar, from the left.
    """

    name: Text
    cells: t.Sequence[Text]
    parts: t.Sequence[Part] = ()


def table(caption: str, columns: t.Sequence[str], rows: t.Sequence[Row], note: Text = "") -> Markup:
    """A table with a caption. The first column names the rows, the others have numbers.

    :param note: a sentence below it; empty for none.
    """
    head = element(
        "tr",
        *(element("th", each, scope="col", class_="name" if not place else None) for place, each in enumerate(columns)),
    )
    body = [
        element("tr", element("th", row.name, scope="row", class_="name"), *(element("td", cell) for cell in row.cells))
        for row in rows
    ]
    return _framed(caption, element("thead", head), element("tbody", *body), note)


def chart(
    caption: str,
    columns: t.Sequence[str],
    rows: t.Sequence[Row],
    kinds: t.Mapping[str, str],
    note: Text = "",
) -> Markup:
    """A table like :func:`table` whose last column is a bar chart; its unit is part of the caption.

    :param kinds: kind of a part to what it means, for the legend.
    """
    longest = max((sum(part.size for part in row.parts) for row in rows), default=0)
    drawn = [Row(row.name, [*row.cells, _bar(row.parts, longest)]) for row in rows]
    legend = element(
        "ul", *(element("li", _swatch(kind), " ", meaning) for kind, meaning in kinds.items()), class_="legend"
    )
    return table(caption, [*columns, "Chart"], drawn, pieces(legend, note and element("p", note)))


def _framed(caption: str, head: Markup, body: Markup, note: Text) -> Markup:
    """A table that scrolls by itself where the window is narrow, by keys too."""
    whole = element("table", element("caption", caption), head, body)
    frame = element("div", whole, class_="frame", role="group", aria_label=caption, tabindex=0)
    return element("div", frame, note, class_="block")


def _bar(parts: t.Sequence[Part], longest: float) -> Markup:
    place, drawn = 0.0, []
    for part in parts:
        width = part.size / longest * 100 if longest else 0.0
        if width > 0:
            # What is there can be seen.
            drawn.append(_piece(part.kind, round(place, 3), round(max(width, 0.5), 3)))
        place += width
    return element(
        "svg",
        *drawn,
        viewBox=f"0 0 100 {_HEIGHT}",
        preserveAspectRatio="none",
        class_="bar",
        aria_hidden="true",
        focusable="false",
    )


def _piece(kind: str, place: float, width: float) -> Markup:
    return element("rect", class_=f"part-{kind}", x=place, y=0, width=width, height=_HEIGHT)


def _swatch(kind: str) -> Markup:
    drawn = _piece(kind, 0, _HEIGHT)
    return element(
        "svg", drawn, viewBox=f"0 0 {_HEIGHT} {_HEIGHT}", class_="swatch", aria_hidden="true", focusable="false"
    )
