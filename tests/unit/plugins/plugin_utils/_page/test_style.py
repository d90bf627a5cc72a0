"""The colours of the page beside the contrasts that WCAG asks for: 4.5 for text, 3 for what is drawn."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._page.style import DARK, LIGHT, LINES, STYLE

TEXTS = ("text", "quiet", "link", "good", "warn", "bad")


def brightness(colour: str) -> float:
    """Relative luminance of ``#rrggbb``."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_contrasts(colours: t.Mapping[str, str]) -> None:
    for ground in ("ground", "raised"):
        for name in TEXTS:
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
        for name in (*LINES, "line"):
            assert contrast(colours[name], colours[ground]) >= 3, (name, ground)


def test_every_colour_that_is_used_is_there() -> None:
    assert set(LIGHT) == set(DARK)
    used = {each.partition(")")[0] for each in STYLE.split("var(--")[1:]}
    assert used == set(LIGHT)
