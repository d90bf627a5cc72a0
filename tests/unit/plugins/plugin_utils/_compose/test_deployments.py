"""A provider's name is put in front of a model once."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import render

from tests.unit.plugins.plugin_utils.conftest import Block


@pytest.mark.parametrize(
    ("model", "remedy"),
    [
        ({"provider": "gemini", "upstream": "gemini/gemini-2.5-pro"}, "write gemini-2.5-pro"),
        ({"provider": "openai", "upstream": "openai/gpt-5"}, "write gpt-5"),
        ({"provider": "gemini", "upstream": "gemini-2.5-pro"}, ""),
        ({"provider": "openrouter", "upstream": "openrouter/auto"}, ""),
        ({"provider": "openai", "upstream": "openai/gpt-oss-20b", "api_base": "https://vllm.example.com/v1"}, ""),
    ],
)
def test_a_model_with_its_providers_name(model: Block, remedy: str) -> None:
    found = [each for each in render(RenderOptions(models={"m": model})).problems if each.rule == "provider-twice"]
    assert [(each.path, each.severity, each.remedy) for each in found] == (
        [("models.m.upstream", "warning", remedy)] if remedy else []
    )
