"""The filter as a template sees it."""

from __future__ import annotations

import pytest
from ansible.errors import AnsibleFilterError
from ansible_collections.llmops.litellm.plugins.filter.environment_file import FilterModule

environment_file = FilterModule().filters()["environment_file"]


def test_text() -> None:
    assert environment_file({"LITELLM_MODE": "PRODUCTION", "N": 1}) == 'LITELLM_MODE="PRODUCTION"\nN="1"\n'


def test_a_refusal_names_the_entry_and_not_its_value() -> None:
    with pytest.raises(AnsibleFilterError) as refused:
        environment_file({"API_KEY": "sk-never-shown\0"})
    assert "API_KEY" in str(refused.value)
    assert "sk-never-shown" not in str(refused.value)
    assert refused.value.__cause__ is None
