"""Fallbacks that stand at a deployment, where LiteLLM looks for providers."""

from __future__ import annotations

import pytest

from tests.unit.plugins.plugin_utils._checker.test_words import MODEL, found


@pytest.mark.parametrize(
    ("fallbacks", "findings"),
    [
        (["b"], ["error misplaced-key model_list[0].litellm_params.fallbacks[0]"]),
        (["openai/gpt-5", {"model": "b"}], []),
        (["unknown"], []),
    ],
)
def test_fallbacks_of_a_deployment(fallbacks: list[object], findings: list[str]) -> None:
    own = {**MODEL, "litellm_params": {"model": "openai/gpt-5", "api_key": "os.environ/KEY", "fallbacks": fallbacks}}
    other = {**MODEL, "model_name": "b", "model_info": {"id": "b"}}
    about = [each for each in found({"model_list": [own, other]}) if "fallbacks" in each]
    assert about == findings
