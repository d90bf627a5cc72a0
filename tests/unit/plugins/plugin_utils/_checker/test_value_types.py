"""Type words: what fits, what is asked for, and remedies that show no value."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker import value_types as types


@pytest.mark.parametrize(
    ("word", "value", "fits"),
    [
        ("str", "a", True),
        ("str", 1, False),
        ("~str", 1, False),
        ("int", 1, True),
        ("int", True, False),
        ("int", "1", False),
        ("int", 1.0, False),
        ("~int", "1", True),
        ("~int", 1.0, True),
        ("~int", 1.5, False),
        ("~int", "1.5", False),
        ("num", 1, True),
        ("num", 1.5, True),
        ("num", "1e-6", False),
        ("~num", "1e-6", True),
        ("~num", "cheap", False),
        ("bool", True, True),
        ("bool", "true", False),
        ("bool", 1, False),
        ("~bool", "off", True),
        ("~bool", 1, True),
        ("~bool", 2, False),
        ("~bool", "maybe", False),
        ("list", [], True),
        ("list", "a", False),
        ("dict", {}, True),
        ("dict|str", "a", True),
        ("dict|str", [], False),
        ("any", object(), True),
        ("one(a,b)", "a", True),
        ("one(a,b)", "c", False),
        ("list|one(*)", "*", True),
        ("int", None, True),
        ("int", "os.environ/X", False),
        ("num", "os.environ/X", False),
        ("~int", "os.environ/X", True),
        ("bool", "os.environ/X", True),
        ("one(a,b)", "os.environ/X", True),
    ],
)
def test_what_fits(word: str, value: object, fits: bool) -> None:
    assert types.fits(word, value) is fits


@pytest.mark.parametrize(
    ("word", "value", "remedy"),
    [
        ("bool", "False", "write it without quotes"),
        ("int", "12", "write it without quotes"),
        ("num", "1e-6", "write it without quotes"),
        ("str", 12345, "write it in quotes"),
        ("list", "one", "write a list"),
        ("bool|str", 1.5, "write it in quotes"),
        ("one(simple-shuffle,least-busy)", "simple-shufle", "did you mean 'simple-shuffle'?"),
        ("one(a,b)", 3, "write one of a, b"),
        ("dict|str", [], "write a dictionary or text"),
    ],
)
def test_remedies(word: str, value: object, remedy: str) -> None:
    assert types.remedy(word, value) == remedy


def test_many_choices_are_not_listed() -> None:
    assert types.expected(f"one({','.join(map(str, range(20)))})") == "one of LiteLLM's names"
