from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._addresses import is_address


@pytest.mark.parametrize(
    ("text", "is_one"), [("10.0.0.1", True), ("::1", True), ("[::1]", False), ("10.0.0", False), ("localhost", False)]
)
def test_an_address_is_told_from_a_name(text: str, is_one: bool) -> None:
    assert is_address(text) is is_one
