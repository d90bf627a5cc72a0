"""Adopting loses nothing: two keys stay two, what is set stays set, and no text becomes a template."""

from __future__ import annotations

import typing as t
from pathlib import Path

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._report import yaml_text
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.secrets import secrets_in
from ansible_collections.llmops.litellm.plugins.plugin_utils._to_inventory import inventory_text
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.unit.plugins.plugin_utils.adopting import Ansible, assert_comes_back, taken, without_defaults
from tests.unit.plugins.plugin_utils.conftest import Block, adopted, rendered_again

FILES = sorted(Path(__file__).with_name("written_by_people").glob("*.yaml"))
# No reference can take the place of a secret in a list, so the role goes on asking for another place.
TAKEN = {
    file.stem: accepted
    for file in FILES
    if (accepted := taken(file.read_text())) and not any(isinstance(path[-1], int) for path in secrets_in(accepted))
}

TWO_KEYS = """
model_list:
  - {model_name: 4o, litellm_params: {model: openai/gpt-4o, api_key: sk-proj-AbCdEf0123456789AbCd}}
  - {model_name: b, litellm_params: {model: openai/gpt-4o, api_key: os.environ/KEY_4O_API_KEY}}
  - {model_name: litellm master, litellm_params: {model: openai/gpt-4o, key: sk-proj-ZyXwVu0123456789ZyXw}}
general_settings: {master_key: sk-proj-4f9Q2mVb9Lr4TzX8w1}
"""


def test_a_secret_takes_no_name_that_has_a_value_already() -> None:
    variables = adopted(TWO_KEYS)
    assert list(variables["litellm_secrets"]) == ["KEY_4O_API_KEY_2", "LITELLM_MASTER_KEY_2"]
    assert variables["litellm_models"]["b"]["api_key_env"] == "KEY_4O_API_KEY"


def test_an_unset_key_beside_a_set_one_leaves_the_gateway_closed() -> None:
    open_word = "dangerously_permit_weak_or_unset_master_key"
    model = "model_list: [{model_name: a, litellm_params: {model: openai/gpt-4o}}]\n"
    variables = adopted(f"{model}general_settings: {{{open_word}: true, master_key: os.environ/PROXY_KEY}}\n")
    assert variables["litellm_master_key_env"] == "PROXY_KEY"
    assert rendered_again(variables)["general_settings"] == {open_word: True, "master_key": "os.environ/PROXY_KEY"}


@pytest.mark.parametrize("written", ["'false'", "os.environ/DROP", "null", "'no'"])
def test_a_setting_that_is_no_boolean_stays_as_it_is(written: str) -> None:
    model = "model_list: [{model_name: a, litellm_params: {model: openai/gpt-4o}}]\n"
    text = f"{model}litellm_settings: {{drop_params: {written}, set_verbose: false}}\n"
    again = rendered_again(adopted(text))["litellm_settings"]
    assert again == yaml.safe_load(text)["litellm_settings"]


@pytest.mark.parametrize(
    "text",
    [
        "general_settings: {store_model_in_db: true}\n",
        "mcp_servers: {docs: {url: 'https://tools.example.com/mcp', transport: http}}\n",
        "general_settings: {pass_through_endpoints: [{path: /v1/x, target: 'https://x.example.com/x'}]}\n",
    ],
)
def test_a_gateway_without_models_of_its_own_is_taken_by_the_role(text: str) -> None:
    again = rendered_again(adopted(text))
    assert without_defaults(again) == without_defaults(yaml.safe_load(text))
    assert again["router_settings"] == {"disable_cooldowns": False}


def test_text_that_ansible_would_template_is_marked() -> None:
    text = """
model_list:
  - model_name: a
    litellm_params: {model: openai/gpt-4o, api_key: sk-proj-AbCdEf0123456789AbCd}
    model_info: {id: a, note: "{# one #}", list: ["{% two %}", plain]}
prompts: [{prompt_id: greet, litellm_params: {dotprompt_content: "Hello {{ name }}"}}]
"""
    variables = adopted(text)
    printed = inventory_text(variables)
    for marked in ('note: !unsafe "{# one #}"', '- !unsafe "{% two %}"', '!unsafe "Hello {{ name }}"', "- plain"):
        assert marked in printed
    assert 'A_API_KEY: "{{ vault_a_api_key }}"' in printed
    assert yaml.load(printed, Loader=Ansible) == variables  # noqa: S506  (a safe loader with one more tag)


NAMES = st.sampled_from(
    ["a", "A", "a b", "a_b", "4o", "a-b", "müller", "模型", "openai/gpt", "Qwen/Qwen2.5", "a_2", "yes", "1e-6"]
)
KEYS = st.sampled_from(
    ["sk-proj-AbCdEf0123456789AbCd", "sk-proj-ZyXwVu0123456789ZyXw", "gsk_AbCdEf0123456789AbCdEf", "sk-none"]
    + [f"os.environ/{name}" for name in ("A_API_KEY", "A_B_API_KEY", "KEY_4O_API_KEY", "LITELLM_MASTER_KEY")]
)
NOTES = st.recursive(
    st.sampled_from(["{{ a }}", "{% a %}", "{#", "on", "1e-6", "os.environ/NOTE", "plain", "", 5, 1e-06, True, None]),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["p", "{{ q }}", "r s"]), inner, max_size=2)
    ),
    max_leaves=4,
)


def optional(**fields: st.SearchStrategy[t.Any]) -> st.SearchStrategy[Block]:
    return st.fixed_dictionaries({}, optional=fields)


@st.composite
def deployments(draw: st.DrawFn) -> Block:
    model = draw(
        st.sampled_from(
            ["openai/gpt-4o", "anthropic/claude-sonnet-4-5", "hosted_vllm/Qwen/Qwen2.5", "os.environ/MODEL"]
        )
    )
    params = draw(
        optional(
            api_key=KEYS,
            reasoning_effort=st.sampled_from(["none", "low", "high"]),
            timeout=st.sampled_from([30, 0.5, "os.environ/TIMEOUT"]),
            rpm=st.integers(1, 99),
            max_tokens=st.integers(1, 99),
            extra_body=st.dictionaries(st.sampled_from(["x", "y"]), NOTES, max_size=2),
            tags=st.lists(st.sampled_from(["t", "{{ t }}"]), max_size=2),
        )
    )
    entry = {
        "model_name": draw(NAMES),
        "litellm_params": {"model": model, "api_base": "http://gpu:8000/v1", **params},
        **draw(optional(rpm=st.integers(1, 99), tpm=st.integers(1, 99))),
    }
    info = draw(
        optional(
            id=st.sampled_from(["a", "b", "A", "a.b"]), mode=st.just("chat"), note=NOTES, max_input_tokens=st.just(8192)
        )
    )
    if draw(st.booleans()) or info:
        entry["model_info"] = info
    return entry


CONFIGS = st.fixed_dictionaries(
    {"model_list": st.lists(deployments(), min_size=1, max_size=4)},
    optional={
        "litellm_settings": optional(
            drop_params=st.sampled_from([True, False, "false", "os.environ/DROP", None]),
            set_verbose=st.sampled_from([True, False, None]),
            num_retries=st.integers(0, 3),
        ),
        "router_settings": optional(
            disable_cooldowns=st.booleans(), cooldown_time=st.integers(1, 9), allowed_fails=st.integers(1, 9)
        ),
        "general_settings": optional(
            master_key=st.sampled_from(
                ["os.environ/PROXY_KEY", "sk-proj-QqWwEe0123456789QqWw", "os.environ/LITELLM_MASTER_KEY"]
            ),
            dangerously_permit_weak_or_unset_master_key=st.booleans(),
            database_url=st.just("postgresql://user:Zq81mXvA@db/litellm"),
        ),
        "mcp_servers": st.just({"docs": {"url": "https://tools.example.com/mcp", "transport": "http"}}),
        "guardrails": st.just(
            [{"guardrail_name": "g", "litellm_params": {"guardrail": "presidio", "mode": "pre_call"}}]
        ),
    },
)


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(CONFIGS)
def test_what_is_accepted_comes_back(config: Block) -> None:
    accepted = taken(yaml_text.dump(config))
    assume(accepted is not None)
    assert_comes_back(accepted or {})


def test_people_wrote_much_that_is_taken() -> None:
    assert len(TAKEN) > 30


@pytest.mark.parametrize("name", TAKEN)
def test_what_people_wrote_comes_back(name: str) -> None:
    assert_comes_back(TAKEN[name])


def test_what_litellm_does_not_look_at_is_left_out() -> None:
    entry = {"model_name": "a", "litellm_params": {"model": "openai/gpt-4o"}, "model_info": {"id": "a"}}
    assert rendered_again(adopted(yaml_text.dump({"model_list": [{**entry, "blocked": True}]})))["model_list"] == [
        entry
    ]


def test_what_comes_out_is_what_the_version_makes_of_it() -> None:
    text = """
model_list:
  - {model_name: a, litellm_params: {model: azure/eu/o1-2024-12-17, api_base: "https://a.example", api_key: sk-none,
     reasoning_effort: high}}
"""
    for version in ("1.84.10", "1.108.7"):
        accepted = taken(text, litellm_version=version)
        assert accepted is not None
        assert_comes_back(accepted, litellm_version=version)
