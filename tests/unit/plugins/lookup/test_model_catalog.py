"""Ready models: found by key, accepted as they are, with the prices that the providers publish."""

from __future__ import annotations

import pytest
from ansible.errors import AnsibleError
from ansible_collections.llmops.litellm.plugins.lookup.model_catalog import LookupModule
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import render

VLLM = {"vllm": {"api_base": "http://gpu.example:8000/v1"}}


@pytest.fixture
def catalog() -> LookupModule:
    return LookupModule()


def test_all_of_them_render_without_a_remark(catalog: LookupModule) -> None:
    (models,) = catalog.run([])
    rendered = render(RenderOptions(models=models, providers=VLLM))
    assert [model["alias"] for model in rendered.models] == list(models)
    assert rendered.problems == []


def test_some_of_them_in_the_order_that_is_asked_for(catalog: LookupModule) -> None:
    (models,) = catalog.run(["gpt-4o-mini", "deepseek-chat"])
    assert list(models) == ["gpt-4o-mini", "deepseek-chat"]
    assert models["deepseek-chat"]["cost"] == {"input": 0.28, "cached_input": 0.028, "output": 0.42}
    assert models["gpt-4o-mini"]["cost"]["input"] == 0.15


def test_what_it_returns_can_be_changed(catalog: LookupModule) -> None:
    catalog.run(["gpt-5"])[0]["gpt-5"]["provider"] = "other"
    assert catalog.run(["gpt-5"])[0]["gpt-5"]["provider"] == "openai"


def test_unknown_keys_are_named_with_the_nearest(catalog: LookupModule) -> None:
    with pytest.raises(AnsibleError, match=r"has no 'deepseek-caht' .did you mean 'deepseek-chat'\?"):
        catalog.run(["deepseek-caht"])
