"""Keys of models that another provider reads, or that stand one level too high."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.check import check_config
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for

from tests.unit.plugins.plugin_utils._checker.test_words import MODEL, NEW, found


def with_model(**parts: t.Any) -> list[str]:
    """The findings of a right model with *parts*, without those about the master key."""
    return [each for each in found({"model_list": [{**MODEL, **parts}]}) if "master_key" not in each]


@pytest.mark.parametrize("key", ["apikey", "maxTokens"])
def test_a_parameter_without_its_underscore_is_no_other_providers(key: str) -> None:
    params = {**t.cast("dict[str, t.Any]", MODEL["litellm_params"]), key: "x"}
    assert with_model(litellm_params=params) == [f"error unknown-parameter model_list[0].litellm_params.{key}"]


@pytest.mark.parametrize(
    ("key", "value", "owner"),
    [
        ("api_key", "os.environ/KEY_A", "litellm_params"),
        ("max_budget", 5, "litellm_params"),
        ("mode", "chat", "model_info"),
    ],
)
def test_a_key_beside_the_parameters_belongs_to_the_model_and_not_to_everybody(
    key: str, value: object, owner: str
) -> None:
    problems = check_config({"model_list": [{**MODEL, key: value}]}, vocabulary=vocabulary_for(NEW))
    (problem,) = [each for each in problems if each.rule == "misplaced-key"]
    assert problem.message.startswith(f"belongs in {owner};")
    assert "settings" not in problem.remedy
