"""What LiteLLM resolves from its environment, and what only looks so."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.locations import path_of
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.references import references_in

from tests.unit.plugins.plugin_utils.conftest import Block


@pytest.mark.parametrize(
    ("tree", "names", "problems"),
    [
        ({"a": "os.environ/A", "b": [{"c": "os.environ/B"}]}, ["A", "B"], []),
        ({"a": ["os.environ/A"]}, [], ["a[0]"]),
        ({"a": " os.environ/A"}, [], ["a"]),
        ({"a": "os.environ/A "}, [], ["a"]),
        ({"a": "Bearer os.environ/A"}, [], ["a"]),
        ({"a": "os.environ/gsk_0123456789abcdefghij"}, [], ["a"]),
        ({"a": "os.environ/"}, [], ["a"]),
        ({"a": "os.environ/A/B"}, [], ["a"]),
        ({"os.environ/A": 5, "b": None}, [], []),
        ({"a": [[{"b": "os.environ/A"}]]}, [], ["a[0][0].b"]),
        ({"general_settings": {"pass_through_endpoints": [{"headers": {"X": "Bearer os.environ/A"}}]}}, ["A"], []),
        ({"general_settings": {"alert_to_webhook_url": {"budget_alerts": ["os.environ/A"]}}}, ["A"], []),
    ],
)
def test_what_is_a_reference(tree: Block, names: list[str], problems: list[str]) -> None:
    found = list(references_in(tree))
    assert [reference.name for reference in found if not reference.fault] == names
    assert [path_of(reference.location) for reference in found if reference.fault] == problems


@pytest.mark.parametrize(
    "value",
    [
        "os.environ/sk-canary0123456789abcdef",
        "os.environ/gsk_canary0123456789abcdef",
        "Bearer os.environ/hf_canary0123456789abcdef",
        "os.environ/canary-41d8-cd98-f00b-204e",
    ],
)
@pytest.mark.parametrize("listed", [False, True])
def test_a_key_in_the_place_of_a_name_is_not_shown(value: str, listed: bool) -> None:
    (reference,) = references_in({"a": [value] if listed else value})
    assert "canary" not in str(reference.fault)
