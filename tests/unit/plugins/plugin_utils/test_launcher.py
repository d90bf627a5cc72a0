"""What the single-host launcher did with its environment files must come out the same."""

from __future__ import annotations

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import Rendered

from tests.unit.plugins.plugin_utils.conftest import Block, Refuse, Render

GPT5 = """\
MODEL_GPT5_ALIAS=gpt-5
MODEL_GPT5_UPSTREAM_MODEL=gpt-5
"""
DEEPSEEK = """\
MODEL_DEEPSEEK_ALIAS=deepseek-v3.2
MODEL_DEEPSEEK_UPSTREAM_MODEL=deepseek-v3.2
"""
GLOBALS = """\
OPENAI_API_BASE=https://agentrouter.org/v1
OPENAI_API_KEY=sk-upstream-canary-0123456789abcdef
LITELLM_MASTER_KEY=sk-master-canary-0123456789abcdef
"""


def params(rendered: Rendered, index: int = 0) -> Block:
    return dict(rendered.config["model_list"][index]["litellm_params"])


def test_gpt5_only(render: Render) -> None:
    rendered = render(env_file="PROXY_MODEL_KEYS=gpt5\n" + GPT5 + GLOBALS)
    assert yaml.safe_load(rendered.content) == {
        "model_list": [
            {
                "model_name": "gpt-5",
                "litellm_params": {
                    "model": "openai/gpt-5",
                    "api_base": "https://agentrouter.org/v1",
                    "api_key": "os.environ/OPENAI_API_KEY",
                    "reasoning_effort": "medium",
                },
                "model_info": {"id": "gpt5"},
            }
        ],
        "litellm_settings": {"drop_params": True, "set_verbose": False},
        "router_settings": {"disable_cooldowns": True},
        "general_settings": {"master_key": "os.environ/LITELLM_MASTER_KEY"},
    }
    assert rendered.required_environment == ["LITELLM_MASTER_KEY", "OPENAI_API_KEY"]


def test_deepseek_only_without_reasoning(render: Render) -> None:
    rendered = render(env_file="PROXY_MODEL_KEYS=deepseek\nMODEL_DEEPSEEK_REASONING_EFFORT=none\n" + DEEPSEEK + GLOBALS)
    assert params(rendered) == {
        "model": "openai/deepseek-v3.2",
        "api_base": "https://agentrouter.org/v1",
        "api_key": "os.environ/OPENAI_API_KEY",
    }


def test_both_in_declared_order(render: Render) -> None:
    for keys in (["gpt5", "deepseek"], ["deepseek", "gpt5"]):
        rendered = render(env_file=f"PROXY_MODEL_KEYS={','.join(keys)}\n{DEEPSEEK}{GPT5}{GLOBALS}")
        assert [model["key"] for model in rendered.models] == keys
        assert [item["model_info"]["id"] for item in yaml.safe_load(rendered.content)["model_list"]] == keys


def test_equal_input_gives_equal_bytes(render: Render) -> None:
    text = "PROXY_MODEL_KEYS=gpt5,deepseek\n" + GPT5 + DEEPSEEK + GLOBALS
    assert render(env_file=text).content.encode() == render(env_file=text).content.encode()


def test_globals_are_inherited_and_own_values_win(render: Render) -> None:
    rendered = render(
        env_file="PROXY_MODEL_KEYS=gpt5,deepseek\nMODEL_DEEPSEEK_UPSTREAM_BASE=https://api.deepseek.com\n"
        "MODEL_DEEPSEEK_KEY_ENV=DEEPSEEK_API_KEY\nMODEL_DEEPSEEK_REASONING_EFFORT=high\nREASONING_EFFORT=low\n"
        + GPT5
        + DEEPSEEK
        + GLOBALS
    )
    assert params(rendered, 0) == {
        "model": "openai/gpt-5",
        "api_base": "https://agentrouter.org/v1",
        "api_key": "os.environ/OPENAI_API_KEY",
        "reasoning_effort": "low",
    }
    assert params(rendered, 1) == {
        "model": "openai/deepseek-v3.2",
        "api_base": "https://api.deepseek.com",
        "api_key": "os.environ/DEEPSEEK_API_KEY",
        "reasoning_effort": "high",
    }


def test_options_win_over_the_file_as_the_command_line_did(render: Render) -> None:
    rendered = render(
        env_file="PROXY_MODEL_KEYS=gpt5\nREASONING_EFFORT=low\n" + GPT5 + GLOBALS,
        reasoning_effort="high",
        api_base="https://elsewhere.example/v1",
        api_key_env="OTHER_KEY",
    )
    assert params(rendered) == {
        "model": "openai/gpt-5",
        "api_base": "https://elsewhere.example/v1",
        "api_key": "os.environ/OTHER_KEY",
        "reasoning_effort": "high",
    }


def test_defaults_of_a_single_entry(render: Render) -> None:
    rendered = render(env_file="PROXY_MODEL_KEYS=primary\nMODEL_PRIMARY_UPSTREAM_MODEL=gpt-5\n")
    assert rendered.models == [
        {"key": "primary", "alias": "gpt-5", "model": "openai/gpt-5", "api_base": "", "reasoning_effort": "medium"}
    ]
    assert params(rendered)["api_key"] == "os.environ/OPENAI_API_KEY"


def test_the_second_name_of_the_base(render: Render) -> None:
    assert (
        params(render(env_file="OPENAI_BASE_URL=https://b.example/v1\n" + GPT5))["api_base"] == "https://b.example/v1"
    )
    both = "OPENAI_BASE_URL=https://b.example/v1\nOPENAI_API_BASE=https://a.example/v1\n"
    assert params(render(env_file=both + GPT5))["api_base"] == "https://a.example/v1"


def test_without_a_key_list_every_model_is_served_in_alphabetical_order(render: Render) -> None:
    rendered = render(env_file=GPT5 + DEEPSEEK)
    assert [model["key"] for model in rendered.models] == ["deepseek", "gpt5"]


def test_keys_are_the_same_in_any_case(render: Render) -> None:
    rendered = render(
        env_file="PROXY_MODEL_KEYS=Gpt5, My-Model\nMODEL_gpt5_UPSTREAM_MODEL=a\nMODEL_MY_MODEL_UPSTREAM_MODEL=b\n"
    )
    assert [(model["key"], model["model"]) for model in rendered.models] == [
        ("gpt5", "openai/a"),
        ("my-model", "openai/b"),
    ]


@pytest.mark.parametrize(
    ("variable", "instead"),
    [
        ("LITELLM_MODEL_ALIAS", "MODEL_<KEY>_ALIAS"),
        ("OPENAI_MODEL", "MODEL_<KEY>_UPSTREAM_MODEL"),
        ("LITELLM_HOST", "litellm_host"),
        ("LITELLM_WORKERS", "litellm_workers"),
        ("LITELLM_DEBUG", "LITELLM_LOG: DEBUG"),
        ("LITELLM_DROP_PARAMS", "litellm_drop_params"),
    ],
)
def test_retired_variables_are_refused_with_what_to_write_instead(refuse: Refuse, variable: str, instead: str) -> None:
    (text,) = [
        text for path, text in refuse(env_file=f"{GPT5}{variable}=x\n").items() if path == f"env_file.{variable}:3"
    ]
    assert "is retired" in text
    assert instead in text


def test_missing_fields_are_named_all_at_once(refuse: Refuse) -> None:
    assert refuse(env_file="PROXY_MODEL_KEYS=gpt5,deepseek\nMODEL_GPT5_ALIAS=x\n") == {
        "env_file.MODEL_GPT5_UPSTREAM_MODEL:1": "is missing; write the model's name at its provider",
        "env_file.MODEL_DEEPSEEK_UPSTREAM_MODEL:1": "is missing; write the model's name at its provider",
    }


def test_nothing_secret_in_any_output(render: Render, refuse: Refuse) -> None:
    canary = "sk-canary-0123456789abcdefghij"
    keys = f"OPENAI_API_KEY={canary}\nLITELLM_MASTER_KEY={canary}\nOTHER={canary}\n"
    assert canary not in repr(render(env_file=GPT5 + keys))
    hidden = [
        f"OPENAI_API_KEY='{canary}\n",
        f"{canary}\n",
        f"MODEL_GPT5_KEY_ENV={canary}\n",
        f"MODEL_GPT5_UPSTREAM_BASE=https://user:{canary}@host/v1\n",
        f"PORT={canary}\n",
        f"REASONING_EFFORT={canary}\n",
        f"IS_STREAMING={canary}\n",
        f"MODEL_GPT5_API_KEY={canary}\n",
    ]
    for line in hidden:
        assert "canary" not in str(refuse(env_file=GPT5 + keys + line)), line


def test_streaming_no_longer_makes_the_log_verbose(render: Render) -> None:
    rendered = render(env_file=GPT5 + "IS_STREAMING=true\n")
    assert rendered.config["litellm_settings"]["set_verbose"] is False
    assert [(problem.severity, problem.path) for problem in rendered.problems] == [("notice", "env_file.IS_STREAMING")]


def test_model_specs_of_the_command_line(render: Render) -> None:
    rendered = render(
        model_specs=[
            "key=gpt5,alias=gpt-5,upstream=gpt-5,reasoning=high",
            "key=deepseek,alias=deepseek-v3.2,upstream=deepseek-v3.2,reasoning=none",
            "key=own,upstream=gpt-5,base=https://api.custom.example",
        ],
        api_base="https://agentrouter.org/v1",
    )
    assert [(model["alias"], model["api_base"], model["reasoning_effort"]) for model in rendered.models] == [
        ("gpt-5", "https://agentrouter.org/v1", "high"),
        ("deepseek-v3.2", "https://agentrouter.org/v1", "none"),
        ("gpt-5", "https://api.custom.example", "medium"),
    ]


def test_a_configuration_of_ones_own_is_taken_as_it_is(render: Render) -> None:
    own = "# mine\nmodel_list:\n- {model_name: m, litellm_params: {model: openai/x, api_key: os.environ/K}}\n"
    rendered = render(config_file=own)
    assert rendered.content == own
    assert rendered.models == [
        {"key": "m", "alias": "m", "model": "openai/x", "api_base": "", "reasoning_effort": "none"}
    ]
    assert rendered.required_environment == ["K"]
