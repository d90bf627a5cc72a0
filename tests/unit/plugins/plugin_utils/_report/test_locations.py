"""Locations as people read them."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.locations import Location, Plain, path_of

KEY = "-".join(["sk", "proj", "4f9Q2mVb9Lr4TzX8w1"])


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ((), "configuration"),
        (("models", "gpt5", "fallbacks", 0), "models.gpt5.fallbacks[0]"),
        ((0, "a"), "[0].a"),
        (("a.b", "c d"), "a.b.c d"),
        ((KEY,), "(not shown)"),
        (("general_settings", KEY, "x"), "general_settings.(not shown).x"),
        ((Plain(KEY), "x"), f"{KEY}.x"),
    ],
)
def test_path(location: Location, path: str) -> None:
    assert path_of(location) == path
