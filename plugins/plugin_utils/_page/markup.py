# SPDX-License-Identifier: GPL-3.0-or-later
"""Pieces of HTML. Text becomes part of a page only by being escaped; nothing here takes HTML from outside."""

from __future__ import annotations

import typing as t

from markupsafe import Markup, escape

Text = str | Markup
"""What may stand in an element: text, which is escaped, or a piece that this room has made."""

_FOREIGN = dict.fromkeys(
    [*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000)], "\N{REPLACEMENT CHARACTER}"
)
_FOREIGN |= dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\N{REPLACEMENT CHARACTER}")
"""Characters that HTML does not have, and those that turn the direction of what follows."""


def element(tag: str, /, *children: Text, **attributes: str | float | None) -> Markup:
    """An element with *children*.

    :param attributes: by their names, with ``_`` for ``-`` and behind Python's own words (``class_``); None leaves one out.
    """
    return _opened(tag, attributes) + pieces(*children) + Markup("</{}>").format(tag)


def void(tag: str, /, **attributes: str | float | None) -> Markup:
    """An element that can have no children."""
    return _opened(tag, attributes)


def pieces(*children: Text) -> Markup:
    """Several pieces, one after the other."""
    return Markup("").join(
        child if isinstance(child, Markup) else escape(child.translate(_FOREIGN)) for child in children
    )


def _opened(name: str, attributes: t.Mapping[str, str | float | None]) -> Markup:
    told = [
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), pieces(str(value)))
        for key, value in attributes.items()
        if value is not None
    ]
    return Markup("<{}{}>").format(name, Markup("").join(told))
