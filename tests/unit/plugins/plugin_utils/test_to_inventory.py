"""Adopting a configuration: its inventory variables render the same configuration again, and hold no secret."""

from __future__ import annotations

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import render as render_options
from ansible_collections.llmops.litellm.plugins.plugin_utils._to_inventory import (
    inventory_text,
    inventory_variables,
    refused_of,
)

from tests.unit.plugins.plugin_utils.conftest import adopted, rendered_again

KEY = "sk-proj-4f9Q2mVb9Lr4TzX8w1"


PLAIN = """
model_list:
  - model_name: gpt-5
    litellm_params:
      model: openai/gpt-5
      api_base: https://agentrouter.org/v1
      api_key: os.environ/OPENAI_API_KEY
      reasoning_effort: medium
      timeout: 30
    model_info: {id: gpt5, mode: chat, max_input_tokens: 128000}
  - model_name: local
    litellm_params: {model: hosted_vllm/Qwen/Qwen2.5, api_base: "http://gpu:8000/v1", api_key: sk-none}
    model_info: {id: local}
litellm_settings: {drop_params: true, set_verbose: false, request_timeout: 60}
router_settings: {num_retries: 0, fallbacks: [{gpt-5: [local]}]}
general_settings: {master_key: os.environ/LITELLM_MASTER_KEY}
"""


def test_models_become_the_inventory_language() -> None:
    models = adopted(PLAIN)["litellm_models"]
    assert models["gpt5"] == {
        "upstream": "gpt-5",
        "api_base": "https://agentrouter.org/v1",
        "api_key_env": "OPENAI_API_KEY",
        "reasoning_effort": "medium",
        "timeout": 30,
        "mode": "chat",
        "context_window": 128000,
    }
    assert models["local"]["provider"] == "hosted_vllm"


NAMES_AND_IDS = """
model_list:
  - {model_name: a, litellm_params: {model: openai/a, api_key: os.environ/KEY}, model_info: {id: b}}
  - {model_name: b, litellm_params: {model: openai/b, api_key: os.environ/KEY}, model_info: {id: C}}
  - {model_name: d, litellm_params: {model: os.environ/MODEL}, model_info: {id: d2, mode: chat}}
"""


@pytest.mark.parametrize(("version", "kept"), [("1.84.10", "b"), ("1.108.7", None)])
def test_an_id_is_kept_where_the_key_would_become_another(version: str, kept: str | None) -> None:
    config = yaml.safe_load(NAMES_AND_IDS)
    variables = inventory_variables(config, render_options, version)
    infos = {key: model.get("model_info", {}) for key, model in variables["litellm_models"].items()}
    assert infos == {"b": {"id": kept} if kept else {}, "c": {"id": "C"}, "d2": {"mode": "chat"}}
    again = rendered_again(variables, litellm_version=version)
    assert [each["model_info"] for each in again["model_list"]] == [each["model_info"] for each in config["model_list"]]


def test_limits_beside_the_parameters_go_where_litellm_puts_them() -> None:
    text = """
model_list:
  - {model_name: a, rpm: 5, litellm_params: {model: openai/a, api_base: "http://gpu/v1", api_key: sk-none}, model_info: {id: a}}
  - {model_name: b, rpm: 6, tpm: 8, litellm_params: {model: os.environ/MODEL, rpm: 7}, model_info: {id: b}}
"""
    variables = adopted(text)
    assert variables["litellm_models"]["a"]["rpm"] == 5
    assert variables["litellm_models"]["b"]["litellm_params"] == {"model": "os.environ/MODEL", "rpm": 7, "tpm": 8}
    limits = [entry["litellm_params"] for entry in rendered_again(variables)["model_list"]]
    assert [(each["rpm"], each.get("tpm")) for each in limits] == [(5, None), (7, 8)]


def test_the_variables_render_the_same_configuration() -> None:
    assert rendered_again(adopted(PLAIN)) == yaml.safe_load(PLAIN)


NATIVE = """
model_list:
  - {model_name: "openai/*", litellm_params: {model: "openai/*"}}
  - {model_name: gpt, litellm_params: {model: openai/gpt-4o}}
  - {model_name: gpt, litellm_params: {model: azure/gpt-4o, api_base: "https://x.example", api_version: "2024"}}
litellm_settings: {set_verbose: true}
general_settings: {dangerously_permit_weak_or_unset_master_key: true}
guardrails: [{guardrail_name: g, litellm_params: {guardrail: presidio, mode: pre_call}}]
"""


def test_what_the_language_cannot_say_keeps_litellms_shape() -> None:
    variables = adopted(NATIVE)
    assert list(variables["litellm_models"]) == ["openai", "gpt", "gpt_2"]
    assert variables["litellm_models"]["openai"]["model_name"] == "openai/*"
    assert variables["litellm_set_verbose"] is True
    assert variables["litellm_drop_params"] is False
    assert variables["litellm_master_key_env"] == ""
    assert list(variables["litellm_extra_config"]) == ["guardrails"]
    again = rendered_again(variables)
    for entry, original in zip(again["model_list"], yaml.safe_load(NATIVE)["model_list"], strict=True):
        assert entry["litellm_params"] == original["litellm_params"]


@pytest.mark.parametrize("name", ["api_key", "aws_secret_access_key"])
def test_a_secret_becomes_a_reference(name: str) -> None:
    text = f"""
model_list:
  - model_name: my gpt
    litellm_params: {{model: openai/gpt-5, {name}: {KEY}}}
general_settings: {{master_key: {KEY}}}
"""
    variables = adopted(text)
    variable = f"MY_GPT_{name.upper()}"
    assert KEY not in str(variables)
    assert variables["litellm_secrets"] == {variable: "{{ vault_" + variable.lower() + " }}"}
    assert f"os.environ/{variable}" in str(rendered_again(variables))
    assert "litellm_master_key_env" not in variables


def test_another_name_of_the_master_key_is_kept() -> None:
    variables = adopted("model_list: []\ngeneral_settings: {master_key: os.environ/PROXY_KEY}\n")
    assert variables == {
        "litellm_models": {},
        "litellm_drop_params": False,
        "litellm_master_key_env": "PROXY_KEY",
        "litellm_router_settings": {"disable_cooldowns": False},
    }


def test_two_secrets_of_one_name_stay_two() -> None:
    entry = "  - {{model_name: a, litellm_params: {{model: openai/gpt-4o, api_key: {}}}}}\n"
    first, second = "sk-proj-AbCdEf0123456789AbCd", "sk-proj-ZyXwVu0123456789ZyXw"
    variables = adopted("model_list:\n" + "".join(map(entry.format, (first, second, first))))
    names = [model["api_key_env"] for model in variables["litellm_models"].values()]
    assert names == ["A_API_KEY", "A_API_KEY_2", "A_API_KEY"]
    assert list(variables["litellm_secrets"]) == ["A_API_KEY", "A_API_KEY_2"]


def test_a_short_master_key_is_not_printed_as_a_name() -> None:
    variables = adopted(
        "model_list: [{model_name: a, litellm_params: {model: openai/gpt-4o}}]\ngeneral_settings: {master_key: sk-team-key}\n"
    )
    assert "litellm_master_key_env" not in variables
    assert "sk-team-key" not in str(variables)


@pytest.mark.parametrize(
    "text",
    [
        "model_list:\n  - model_name: a\n    litellm_params: {model: os.environ/M, api_key: os.environ/K}\n    model_info: {id: a}\n",
        "model_list: []\ngeneral_settings: {store_model_in_db: true, database_url: os.environ/DATABASE_URL}\n",
    ],
    ids=["a model that a variable names", "models in a database"],
)
def test_what_is_adopted_is_taken_by_the_role(text: str) -> None:
    assert rendered_again(adopted(text))["model_list"] == yaml.safe_load(text)["model_list"]


def test_what_the_role_refuses_of_it_is_told() -> None:
    assert refused_of(adopted(PLAIN), render_options) == []
    variables = adopted("model_list: []\n")
    text = inventory_text(variables, refused_of(variables, render_options))
    assert text.startswith("# The role refuses this until you change it: models: no model is declared")
    assert yaml.safe_load(text) == variables


CREDENTIALS = """
model_list:
  - model_name: a
    litellm_params: {model: openai/gpt-4o, litellm_credential_name: whole}
    model_info: {id: a}
  - model_name: b
    litellm_params: {model: azure/gpt-4o, litellm_credential_name: whole}
    model_info: {id: b}
  - model_name: c
    litellm_params: {model: azure/gpt-4o, litellm_credential_name: key}
    model_info: {id: c}
  - model_name: d
    litellm_params: {model: azure/gpt-4o, api_base: "https://dep.example.com"}
    model_info: {id: d}
  - model_name: e
    litellm_params: {model: lm_studio/q, api_base: "http://127.0.0.1:1234/v1"}
    model_info: {id: e}
litellm_settings: {enable_azure_ad_token_refresh: true}
general_settings: {master_key: os.environ/LITELLM_MASTER_KEY}
credential_list:
  - credential_name: whole
    credential_values: {api_key: os.environ/TEAM_KEY, api_base: "https://llm.example.com/v1"}
    credential_info: {}
  - {credential_name: key, credential_values: {api_key: os.environ/TEAM_KEY}, credential_info: {}}
"""


def test_models_without_a_key_come_back_as_they_were() -> None:
    variables = adopted(CREDENTIALS)
    assert rendered_again(variables)["model_list"] == yaml.safe_load(CREDENTIALS)["model_list"]
    spoken = [key for key, model in variables["litellm_models"].items() if "upstream" in model]
    assert spoken == ["a", "b", "d", "e"]  # c has no address that the collection knows of
