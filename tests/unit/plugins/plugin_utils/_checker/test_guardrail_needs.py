"""Guardrails that lack what their kind needs, with and without the variables that stand in for it."""

from __future__ import annotations

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.check import check_config
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.checked_config import Service
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for

from tests.unit.plugins.plugin_utils._checker.test_words import MODEL

AT = "guardrails[0].litellm_params"


def needs(params: str, environment: list[str] | None, more: str = "") -> list[tuple[str, str]]:
    """Path and message of what a guardrail with *params* lacks."""
    guardrail = f"guardrails: [{{guardrail_name: g, litellm_params: {{mode: pre_call, {params}}}}}]"
    problems = check_config(
        {"model_list": [MODEL], **yaml.safe_load(f"{{{guardrail}, {more}}}")},
        vocabulary=vocabulary_for(VERSIONS[-1]),
        service=Service(environment=environment),
    )
    return [(problem.path, problem.message) for problem in problems if problem.rule == "missing-key"]


@pytest.mark.parametrize(
    ("params", "keys"),
    [
        ("guardrail: azure/text_moderations, api_key: k", ["api_base"]),
        ("guardrail: azure/prompt_shield, api_base: 'https://a', api_key: ''", ["api_key"]),
        ("guardrail: custom_code", ["custom_code"]),
        ("guardrail: ibm_guardrails, auth_token: k", ["base_url", "detector_id"]),
        ("guardrail: guardrails_ai", ["guard_name"]),
        ("guardrail: javelin, guard_name: pii", []),
    ],
)
@pytest.mark.parametrize("environment", [None, ["OPENAI_API_KEY"]])
def test_what_no_variable_stands_in_for(params: str, keys: list[str], environment: list[str] | None) -> None:
    assert [path for path, _message in needs(params, environment)] == [f"{AT}.{key}" for key in keys]


@pytest.mark.parametrize(
    ("params", "environment", "found"),
    [
        ("guardrail: generic_guardrail_api", [], True),
        ("guardrail: generic_guardrail_api, api_base: 'https://a'", [], False),
        ("guardrail: generic_guardrail_api", ["GENERIC_GUARDRAIL_API_BASE"], False),
        ("guardrail: generic_guardrail_api", None, False),
        ("guardrail: openai_moderation", ["OPENAI_API_KEY"], False),
    ],
)
def test_what_a_variable_stands_in_for(params: str, environment: list[str] | None, found: bool) -> None:
    assert bool(needs(params, environment)) == found


@pytest.mark.parametrize(
    ("params", "more"),
    [
        ("guardrail: pillar", "environment_variables: {PILLAR_API_KEY: k}"),
        ("guardrail: openai_moderation", "litellm_settings: {openai_key: os.environ/K}"),
        ("guardrail: openai_moderation", "general_settings: {key_management_system: hashicorp_vault}"),
    ],
)
def test_what_stands_in_for_it_elsewhere_in_the_file(params: str, more: str) -> None:
    assert needs(params, [], more) == []


@pytest.mark.parametrize(
    ("params", "effect"),
    [
        ("guardrail: llm_as_a_judge", "starts without the guardrail, and lets everything pass"),
        ("guardrail: pillar", "PILLAR_API_KEY is not in the environment of the service; LiteLLM refuses to start"),
    ],
)
def test_what_becomes_of_it(params: str, effect: str) -> None:
    ((_path, message),) = needs(params, [])
    assert message.endswith(effect)
