"""References to the environment of the service."""

from __future__ import annotations

import pytest

from tests.unit.plugins.plugin_utils.conftest import Refuse, Render

MODELS = {"a": {"upstream": "x", "api_key_env": "A_KEY"}, "b": {"upstream": "y", "provider": "deepseek"}}
NAMES = ["A_KEY", "DEEPSEEK_API_KEY", "LITELLM_MASTER_KEY"]


def test_names_are_sorted_and_complete(render: Render) -> None:
    rendered = render(models=MODELS, environment=dict.fromkeys(NAMES, "canary"))
    assert rendered.required_environment == NAMES
    assert "canary" not in repr(rendered)
    assert render(models=MODELS, environment=NAMES) == render(models=MODELS, environment=NAMES)


def test_missing_names_are_reported_where_they_are_asked_for(refuse: Refuse) -> None:
    effect = "is not in the environment of the service; LiteLLM reads nothing there, without a word"
    assert refuse(models=MODELS, environment=["AKEY", "MASTER"]) == {
        "models.a.api_key_env": f"A_KEY {effect}; declare A_KEY in litellm_secrets, or write AKEY if that is meant",
        "models.b.api_key_env": f"DEEPSEEK_API_KEY {effect}; declare DEEPSEEK_API_KEY in litellm_secrets",
        "general_settings.master_key": f"LITELLM_MASTER_KEY {effect}; set litellm_master_key",
    }


def test_the_key_of_a_provider_is_reported_once_there(refuse: Refuse) -> None:
    models = {key: {"upstream": key, "provider": "p"} for key in ("a", "b")}
    providers = {"p": {"api_base": "http://p/v1", "api_key_env": "P_KEY"}}
    assert set(refuse(models=models, providers=providers, environment=["LITELLM_MASTER_KEY"])) == {
        "providers.p.api_key_env"
    }


def test_an_empty_environment_is_one(refuse: Refuse) -> None:
    assert len(refuse(models=MODELS, environment=[])) == 3


@pytest.mark.parametrize("environment", ["A_KEY", 5, [5]])
def test_other_shapes_are_refused(refuse: Refuse, environment: object) -> None:
    assert refuse(models=MODELS, environment=environment) == {"environment": "must be a dictionary, or a list of names"}


def test_the_key_of_one_provider_is_never_offered_for_that_of_another(refuse: Refuse) -> None:
    models = {name: {"upstream": name, "provider": name} for name in ("deepseek", "xai", "azure_ai")}
    given = ["LITELLM_MASTER_KEY", "OPENAI_API_KEY", "AZURE_API_KEY"]
    problems = refuse(models={**models, "azure_ai": {**models["azure_ai"], "api_base": "https://u"}}, environment=given)
    for name, variable in (("deepseek", "DEEPSEEK"), ("xai", "XAI"), ("azure_ai", "AZURE_AI")):
        assert problems[f"models.{name}.api_key_env"].endswith(f"; declare {variable}_API_KEY in litellm_secrets")
