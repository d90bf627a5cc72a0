"""The sentences that are made of a difference, before and after it is put right."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._release.differences import (
    Difference,
    Texts,
    difference_view,
    worth_telling,
)


@pytest.mark.parametrize(
    ("difference", "planned", "done"),
    [
        (
            Difference("address", "0.0.0.0:4000", "0.0.0.0:4100"),
            "address: is 0.0.0.0:4000, will be 0.0.0.0:4100",
            "address: was 0.0.0.0:4000, is 0.0.0.0:4100",
        ),
        (
            Difference("model mini", change="added", detail="mini -> openai/gpt-5-mini"),
            "model mini: will be added (mini -> openai/gpt-5-mini)",
            "model mini: added (mini -> openai/gpt-5-mini)",
        ),
        (Difference("/etc/config"), "/etc/config: will be changed", "/etc/config: changed"),
    ],
)
def test_sentences(difference: Difference, planned: str, done: str) -> None:
    assert (difference.planned, difference.done) == (planned, done)


def test_what_goes_without_saying_is_told_where_nothing_else_is() -> None:
    address, implied = Difference("address"), Difference("the socket", implied=True)
    assert worth_telling([implied, address]) == [address]
    assert worth_telling([implied]) == [implied]
    assert worth_telling([]) == []


def test_the_view_shows_each_text_once_and_says_the_rest() -> None:
    texts = Texts("/a", "old", "new")
    differences = [
        Difference("model one", texts=texts),
        Difference("slot 1", "stopped", "running", implied=True),
        Difference("model two", texts=texts),
    ]
    assert difference_view(differences) == [
        {"before_header": "/a", "after_header": "/a", "before": "old", "after": "new"},
        {"prepared": "slot 1: is stopped, will be running\n"},
    ]
    assert difference_view([]) == []
