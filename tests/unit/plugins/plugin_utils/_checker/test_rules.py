"""The checks one by one: what a change to a right configuration is reported as, and what is not."""

from __future__ import annotations

import copy
import typing as t

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.check import check_config
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.checked_config import Service
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for

VOCABULARY = vocabulary_for("1.106.2")
RIGHT = """
model_list:
  - model_name: alpha
    litellm_params: {model: openai/alpha, api_base: "https://u.example/v1", api_key: os.environ/KEY}
    model_info: {id: alpha}
  - model_name: beta
    litellm_params: {model: hosted_vllm/beta, api_base: "https://u.example/v1", api_key: sk-none}
    model_info: {id: beta}
litellm_settings: {drop_params: true}
router_settings: {num_retries: 2, fallbacks: [{alpha: [beta]}], model_group_alias: {second: beta}}
general_settings: {master_key: os.environ/LITELLM_MASTER_KEY}
"""
ENVIRONMENT = ("KEY", "LITELLM_MASTER_KEY")
FIRST = "model_list.0.litellm_params"
CREDENTIAL = {"credential_name": "shared", "credential_values": {}, "credential_info": {}}


def changed(changes: dict[str, t.Any]) -> dict[str, t.Any]:
    """The right configuration with values at dotted paths; ``...`` takes away."""
    config: dict[str, t.Any] = yaml.safe_load(RIGHT)
    for path, value in changes.items():
        way: list[t.Any] = [int(part) if part.isdigit() else part for part in path.split(".")]
        last = way.pop()
        place: t.Any = config
        for part in way:
            place = place[part] if isinstance(place, list) else place.setdefault(part, {})
        if value is ...:
            del place[last]
        elif isinstance(place, list) and last == len(place):
            place.append(copy.deepcopy(value))
        else:
            place[last] = copy.deepcopy(value)
    return config


def found(changes: dict[str, t.Any], environment: t.Collection[str] | None = ENVIRONMENT) -> list[str]:
    """``rule path`` of each finding; a path in ``model_list[0].litellm_params`` is written ``+key``."""
    problems = check_config(changed(changes), vocabulary=VOCABULARY, service=Service(environment=environment))
    return [f"{problem.rule} {problem.path.replace('model_list[0].litellm_params.', '+')}" for problem in problems]


def third(
    name: str = "alpha", model: str = "openai/gamma", identity: str = "gamma", **params: t.Any
) -> dict[str, t.Any]:
    """One more entry of ``model_list``."""
    place = {"api_base": "https://u.example/v1", "api_key": "sk-none"}
    return {"model_name": name, "litellm_params": {"model": model, **place, **params}, "model_info": {"id": identity}}


def test_the_configuration_is_right() -> None:
    assert found({}) == []
    assert found({}, environment=None) == []


MODELS: list[tuple[dict[str, t.Any], list[str]]] = [
    ({f"{FIRST}.model": "opnai/alpha"}, ["unknown-provider +model"]),
    ({f"{FIRST}.model": "Qwen/alpha"}, ["unknown-provider +model"]),
    ({f"{FIRST}.model": "alpha"}, ["unknown-provider +model"]),
    ({f"{FIRST}.model": "openai/"}, ["unknown-provider +model"]),
    ({f"{FIRST}.model": "gpt-4o"}, []),
    ({f"{FIRST}.model": "dall-e-3"}, []),
    ({f"{FIRST}.model": "llama-9", f"{FIRST}.api_base": "https://api.groq.com/openai/v1"}, []),
    ({f"{FIRST}.model": "owner/llama-9", f"{FIRST}.api_base": "https://api.groq.com/openai/v1/"}, []),
    ({f"{FIRST}.model": "llama-9", f"{FIRST}.api_base": "https://api.groq.example/openai/v1"},
     ["unknown-provider +model"]),
    ({f"{FIRST}.model": "gpt-4o", f"{FIRST}.api_base": "https://api.x.ai/v1"}, ["unknown-provider +model"]),
    ({f"{FIRST}.model": "GPT-4o", f"{FIRST}.api_base": "https://api.x.ai/v1"}, ["unknown-provider +model"]),
    ({f"{FIRST}.model": "alpha", f"{FIRST}.api_base": "os.environ/KEY"}, []),
    ({f"{FIRST}.model": "llama-9", f"{FIRST}.api_base": "https://api.groq.com/openai/v1", f"{FIRST}.api_key": ...}, []),
    ({f"{FIRST}.model": "alpha", f"{FIRST}.use_litellm_proxy": True}, ["unknown-provider +model"]),
    ({f"{FIRST}.model": "alpha", "litellm_settings.use_litellm_proxy": True}, []),
    ({f"{FIRST}.model": "os.environ/KEY"}, []),
    ({f"{FIRST}.model": "bitbucket/alpha"}, []),
    ({f"{FIRST}.model": "own/alpha", "litellm_settings.custom_provider_map": [{"provider": "own", "custom_handler": "own.handler"}]}, []),
    ({f"{FIRST}.model": "alpha", f"{FIRST}.custom_llm_provider": "openai"}, []),
    ({f"{FIRST}.api_base": ..., f"{FIRST}.model": "hosted_vllm/a"}, ["no-api-base +api_base"]),
    ({f"{FIRST}.api_base": ...}, ["no-api-base +api_base"]),
    ({f"{FIRST}.api_base": ..., f"{FIRST}.model": "openai/gpt-5"}, []),
    ({f"{FIRST}.api_base": ..., f"{FIRST}.model": "openai/ft:gpt-4o:me::1"}, []),
    ({f"{FIRST}.api_base": ..., f"{FIRST}.model": "openai/*", "model_list.0.model_name": "openai/*",
      "router_settings": {}}, ["wildcard model_list[0].model_name"]),
    ({f"{FIRST}.api_base": ..., f"{FIRST}.mock_response": "hello"}, []),
    ({f"{FIRST}.api_base": ..., f"{FIRST}.base_url": "https://u.example/v1"}, []),
    ({f"{FIRST}.api_base": "u.example/v1"}, ["bad-api-base +api_base"]),
    ({f"{FIRST}.api_base": 5}, ["wrong-type +api_base"]),
    ({f"{FIRST}.api_key": ""}, ["empty-api-key +api_key"]),
    ({f"{FIRST}.api_key": ...}, ["empty-api-key +api_key"]),
    ({f"{FIRST}.timeout": "60"}, []),
    ({f"{FIRST}.timeout": "soon"}, ["wrong-type +timeout"]),
    ({f"{FIRST}.stream_timeout": -1}, ["wrong-type +stream_timeout"]),
    ({f"{FIRST}.timeout": "os.environ/KEY"}, []),
    ({f"{FIRST}.extra_headers": "text", f"{FIRST}.extra_body": [1]},
     ["wrong-type +extra_headers", "wrong-type +extra_body"]),
    ({"model_list.0.litellm_params": {"model": "openai/a", "api_key": "sk-none", "temperature": 0, 7: None}},
     ["unknown-key model_list[0].litellm_params[7]", "no-api-base +api_base"]),
    ({f"{FIRST}.temperature": "hot"}, ["wrong-type +temperature"]),
    ({f"{FIRST}.drop_params": "maybe"}, ["wrong-type +drop_params"]),
    ({f"{FIRST}.reasoning_effort": False}, ["wrong-type +reasoning_effort"]),
    ({f"{FIRST}.reasoning_effort": "maximal"}, ["unknown-effort +reasoning_effort"]),
    ({f"{FIRST}.reasoning_effort": "high"}, []),
    ({f"{FIRST}.reasoning_effort": {"effort": "low"}}, []),
    ({f"{FIRST}.input_cost_per_token": 1e-6}, ["half-price +input_cost_per_token"]),
    ({f"{FIRST}.model": "openai/text-embedding-3-small", f"{FIRST}.input_cost_per_token": 1e-6}, []),
    ({f"{FIRST}.input_cost_per_token": 1e-6, "model_list.0.model_info.output_cost_per_token": 0}, []),
    ({f"{FIRST}.cache_read_input_token_cost": -1}, ["negative-price +cache_read_input_token_cost"]),
    ({"model_list.0.model_info.base_model": "gpt-4oo"}, ["unknown-base-model model_list[0].model_info.base_model"]),
    ({"model_list.0.model_info.base_model": "gpt-4o"}, []),
    ({f"{FIRST}.litellm_credential_name": "shard", "credential_list": [CREDENTIAL]},
     ["missing-credential +litellm_credential_name"]),
    ({f"{FIRST}.litellm_credential_name": "shared", "credential_list": [CREDENTIAL]}, []),
    ({f"{FIRST}.litellm_credential_name": "x", "general_settings.store_model_in_db": True},
     ["needs-database general_settings.store_model_in_db", "models-in-two-places general_settings.store_model_in_db"]),
    ({"model_list.0.model_info.supported_environments": ["production"]},
     ["missing-environment model_list[0].model_info.supported_environments"]),
    ({"model_list.0": 5}, ["wrong-shape model_list[0]"]),
    ({"model_list.0.model_name": 4}, ["wrong-shape model_list[0].model_name"]),
    ({"model_list.0.model_name": " "},
     ["wrong-shape model_list[0].model_name"]),
    ({FIRST: None}, ["wrong-shape model_list[0].litellm_params"]),
    ({f"{FIRST}.model": 5}, ["wrong-shape +model"]),
    ({"model_list.0.model_info": None},
     ["wrong-shape model_list[0].model_info", "derived-id model_list[0].model_info"]),
    ({"model_list": {"a": 1}}, ["wrong-shape model_list"]),
    ({"model_list": [], "router_settings": {}}, ["no-models model_list"]),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "findings"), MODELS, ids=str)
def test_models(changes: dict[str, t.Any], findings: list[str]) -> None:
    assert found(changes) == findings


KEYS: list[tuple[dict[t.Any, t.Any], list[str]]] = [
    ({"router_setting": {}}, ["unknown-block router_setting"]),
    ({"x-anchors": {}}, []),
    ({"master_key": "os.environ/KEY"}, ["misplaced-key master_key"]),
    ({3: {}}, ["unknown-key [3]"]),
    ({"litellm_settings.drop_param": True}, ["unknown-key litellm_settings.drop_param"]),
    ({"general_settings.zzzz": True}, ["unknown-key general_settings.zzzz"]),
    ({"general_settings.num_retries": 2}, ["misplaced-key general_settings.num_retries"]),
    ({f"{FIRST}.mode": "chat"}, ["misplaced-key +mode"]),
    ({f"{FIRST}.verify": False}, ["unknown-parameter +verify"]),
    ({f"{FIRST}.top_k": 5}, []),
    ({f"{FIRST}.rpm": "abc"}, ["wrong-type +rpm", "limit-not-enforced +rpm"]),
    ({"model_list.0.rpms": 5}, ["unknown-key model_list[0].rpms"]),
    ({"model_list.0.timeout": 5}, ["misplaced-key model_list[0].timeout"]),
    ({"model_list.0.blocked": True}, ["misplaced-key model_list[0].blocked"]),
    ({"model_list.0.model_info.team": "a"}, []),
    ({"model_list.0.model_info.max_input_token": 5}, ["unknown-model-info model_list[0].model_info.max_input_token"]),
    ({"model_list.0.model_info.weight": 5}, ["misplaced-key model_list[0].model_info.weight"]),
    ({"router_settings.num_retries": "os.environ/KEY"}, ["reference-as-number router_settings.num_retries"]),
    ({"router_settings.routing_strategy": "fastest"}, ["wrong-type router_settings.routing_strategy"]),
    ({"router_settings.retry_policy": {"TimeoutErrorRetry": 1}},
     ["unknown-key router_settings.retry_policy.TimeoutErrorRetry"]),
    ({"router_settings.allowed_fails_policy": {"TimeoutErrorAllowedFails": "x"}},
     ["wrong-type router_settings.allowed_fails_policy.TimeoutErrorAllowedFails"]),
    ({"router_settings.model_group_retry_policy": {"alpha": {"Nope": 1}}},
     ["unknown-key router_settings.model_group_retry_policy.alpha.Nope"]),
    ({"general_settings.alerting_args": {"daily_report_frequenc": 5}},
     ["unknown-key general_settings.alerting_args.daily_report_frequenc"]),
    ({"litellm_settings": [1]}, ["wrong-shape litellm_settings"]),
    ({"include": "other.yaml"}, ["wrong-shape include"]),
    ({"litellm_settings.max_budget": None}, ["null-setting litellm_settings.max_budget"]),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "findings"), KEYS, ids=str)
def test_keys(changes: dict[t.Any, t.Any], findings: list[str]) -> None:
    if 3 in changes:
        problems = check_config(
            {**changed({}), **changes}, vocabulary=VOCABULARY, service=Service(environment=ENVIRONMENT)
        )
        assert [f"{problem.rule} {problem.path}" for problem in problems] == findings
    else:
        assert found(changes) == findings


GROUPS: list[tuple[dict[str, t.Any], list[str]]] = [
    ({"model_list.2": third()}, []),
    ({"model_list.2": third(identity="alpha")}, ["duplicate-id model_list[2].model_info.id"]),
    ({"model_list.0.model_info.id": ...}, ["derived-id model_list[0].model_info"]),
    ({"model_list.0.model_info.id": ..., "model_list.1.model_info": ...}, ["derived-id model_list[0].model_info"]),
    ({"model_list.2": third(weight=1)}, ["starved-deployment +weight"]),
    ({"model_list.2": third(weight=1), f"{FIRST}.weight": 3}, []),
    ({"model_list.2": third(order=2), f"{FIRST}.order": 1, f"{FIRST}.weight": 1}, []),
    ({"model_list.2": third(rpm=5)},
     ["starved-deployment +rpm", "limit-not-enforced model_list[2].litellm_params.rpm"]),
    ({"model_list.2": third() | {"rpm": 5}}, ["starved-deployment +rpm", "limit-not-enforced model_list[2].rpm"]),
    ({"model_list.2": third(rpm=5), "model_list.0.rpm": 9},
     ["limit-not-enforced model_list[0].rpm", "limit-not-enforced model_list[2].litellm_params.rpm"]),
    ({"model_list.0.tpm": 5, "router_settings.optional_pre_call_checks": ["enforce_model_rate_limits"]}, []),
    ({"model_list.0.rpm": "5", "router_settings.enable_pre_call_checks": True}, ["wrong-type model_list[0].rpm"]),
    ({"model_list.0.rpm": "os.environ/KEY", "router_settings.enable_pre_call_checks": True},
     ["reference-as-number model_list[0].rpm"]),
    ({"model_list.0.rpm": None}, []),
    ({"model_list.2": third(order=[2])}, ["wrong-type model_list[2].litellm_params.order"]),
    ({f"{FIRST}.tpm": 5, "router_settings.routing_strategy": "usage-based-routing-v2"}, []),
    ({f"{FIRST}.tpm": 5, "router_settings.optional_pre_call_checks": ["enforce_model_rate_limits"]}, []),
    ({"model_list.2": third(name="*")}, ["wildcard model_list[2].model_name"]),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "findings"), GROUPS, ids=str)
def test_groups(changes: dict[str, t.Any], findings: list[str]) -> None:
    assert found(changes) == findings


FALLBACKS = "router_settings.fallbacks"
ALIASES = "router_settings.model_group_alias"
ROUTING: list[tuple[dict[str, t.Any], list[str]]] = [
    ({FALLBACKS: [{"alpha": ["second"]}]}, []),
    ({FALLBACKS: [{"*": ["beta"]}]}, []),
    ({FALLBACKS: [{"alpha": [{"model": "beta"}]}]}, []),
    ({FALLBACKS: [{"alpha": ["bet"]}]}, ["fallback-target-missing router_settings.fallbacks[0].alpha[0]"]),
    ({FALLBACKS: [{"alfa": ["beta"]}]}, ["fallback-source-missing router_settings.fallbacks[0].alfa"]),
    ({FALLBACKS: [{"alpha": "beta"}]}, ["fallback-shape router_settings.fallbacks[0].alpha"]),
    ({FALLBACKS: [{"alpha": [5]}]}, ["fallback-shape router_settings.fallbacks[0].alpha[0]"]),
    ({FALLBACKS: [{"alpha": []}]}, ["fallback-shape router_settings.fallbacks[0].alpha"]),
    ({FALLBACKS: {"alpha": ["beta"]}}, ["fallback-shape router_settings.fallbacks"]),
    ({FALLBACKS: [{"alpha": ["beta"], "beta": ["alpha"]}], ALIASES: {}},
     ["fallback-shape router_settings.fallbacks[0]"]),
    ({FALLBACKS: [{"alpha": ["beta"]}, {"beta": ["alpha"]}], ALIASES: {}}, []),
    ({FALLBACKS: [{"alpha": ["beta"]}, {"alpha": ["beta"]}]}, ["fallback-shape router_settings.fallbacks[1].alpha"]),
    ({FALLBACKS: [{"alpha": ["alpha"]}]}, ["fallback-loop router_settings.fallbacks"]),
    ({FALLBACKS: [{"alpha": ["nope"]}], "include": ["more.yaml"]}, []),
    ({FALLBACKS: [{"alpha": ["gpt-5"]}], "model_list.2": third(name="gpt-*")}, ["wildcard model_list[2].model_name"]),
    ({"router_settings.default_fallbacks": ["nope"]},
     ["fallback-target-missing router_settings.default_fallbacks[0]"]),
    ({"router_settings.default_fallbacks": "beta"}, ["fallback-shape router_settings.default_fallbacks"]),
    ({"litellm_settings.fallbacks": [{"alpha": ["beta"]}]}, ["fallbacks-twice litellm_settings.fallbacks"]),
    ({"router_settings.context_window_fallbacks": [{"beta": ["alpha"]}]},
     ["fallbacks-taken-away router_settings.context_window_fallbacks"]),
    ({"router_settings.context_window_fallbacks": [{"alpha": ["beta"]}]}, []),
    ({ALIASES: {"a": "alpha"}}, ["alias-without-fallbacks router_settings.model_group_alias.a"]),
    ({ALIASES: {"a": "alpha"}, FALLBACKS: [{"alpha": ["beta"]}, {"a": ["beta"]}]}, []),
    ({ALIASES: {"b": {"model": "beta", "hidden": True}}}, []),
    ({ALIASES: {"b": {"model": "beta"}}}, ["alias-shape router_settings.model_group_alias.b"]),
    ({ALIASES: {"b": ["beta"]}}, ["alias-shape router_settings.model_group_alias.b"]),
    ({ALIASES: {"b": "c", "c": "beta"}}, ["alias-chain router_settings.model_group_alias.b"]),
    ({ALIASES: {"b": "bta"}}, ["alias-target-missing router_settings.model_group_alias.b"]),
    ({ALIASES: {"alpha": "beta"}}, ["alias-shadows router_settings.model_group_alias.alpha"]),
    ({ALIASES: ["b"]}, ["wrong-type router_settings.model_group_alias"]),
    ({"router_settings.optional_pre_call_checks": ["enforce_model_rate_limit"]},
     ["unknown-check router_settings.optional_pre_call_checks[0]"]),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "findings"), ROUTING, ids=str)
def test_routing(changes: dict[str, t.Any], findings: list[str]) -> None:
    assert found(changes) == findings


def test_names_without_an_end_are_not_compared_for_ever() -> None:
    config = changed({FALLBACKS: [{"alpha": [f"beta{number}" for number in range(2000)]}]})
    config["model_list"] += [third(f"model-{number}", identity=f"model-{number}") for number in range(500)]
    problems = check_config(config, vocabulary=VOCABULARY, service=Service(environment=ENVIRONMENT))
    remedies = {problem.remedy for problem in problems}
    assert len(problems) == 2000
    assert remedies == {"did you mean 'beta'?", "write the model_name of a model"}


GENERAL = "general_settings"
SETTINGS: list[tuple[dict[str, t.Any], list[str]]] = [
    ({f"{GENERAL}.master_key": ...}, []),
    ({f"{GENERAL}.master_key": "sk-1234"}, ["weak-master-key general_settings.master_key"]),
    ({f"{GENERAL}.master_key": " sk-a-long-one "}, ["weak-master-key general_settings.master_key"]),
    ({f"{GENERAL}.master_key": 5}, ["wrong-type general_settings.master_key"]),
    ({f"{GENERAL}.master_key": "sk-short"}, ["weak-master-key general_settings.master_key"]),
    ({f"{GENERAL}.master_key": "sk-a-key-of-one's-own"}, []),
    ({GENERAL: {"dangerously_permit_weak_or_unset_master_key": True}},
     ["open-gateway general_settings.dangerously_permit_weak_or_unset_master_key"]),
    ({"litellm_settings.callbacks": ["prometheus", "mine.handler"]}, []),
    ({"litellm_settings.callbacks": ["prometeus"]}, ["unknown-callback litellm_settings.callbacks[0]"]),
    ({"litellm_settings.success_callback": "langfuse"}, ["unknown-callback litellm_settings.success_callback"]),
    ({"litellm_settings.cache": True, "litellm_settings.cache_params": {"type": "local"}}, []),
    ({"litellm_settings.cache": "true"}, ["wrong-type litellm_settings.cache"]),
    ({"litellm_settings.cache_params": {"type": "local"}}, ["cache-off litellm_settings.cache_params"]),
    ({"litellm_settings.cache": True, "litellm_settings.cache_params": {"type": "locl"}},
     ["wrong-type litellm_settings.cache_params.type"]),
    ({"litellm_settings.cache": True, "litellm_settings.cache_params": "local"},
     ["wrong-shape litellm_settings.cache_params"]),
    ({"litellm_settings.cache": True, "litellm_settings.cache_params": {"type": "local", "namespac": "x"}},
     ["unknown-key litellm_settings.cache_params.namespac"]),
    ({"litellm_settings.cache": True}, ["needs-redis litellm_settings.cache_params"]),
    ({"litellm_settings.cache": True, "litellm_settings.cache_params": {"type": "redis", "url": "redis://r", "socket_timeout": 5}}, []),
    ({f"{GENERAL}.background_health_checks": True}, ["costly-health-checks general_settings.background_health_checks"]),
    ({f"{GENERAL}.health_check_interval": 0}, ["costly-health-checks general_settings.health_check_interval"]),
    ({f"{GENERAL}.enable_drain_endpoint": True}, ["open-drain general_settings.enable_drain_endpoint"]),
    ({f"{GENERAL}.enable_drain_endpoint": True, f"{GENERAL}.drain_endpoint_token": "os.environ/KEY"}, []),
    ({f"{GENERAL}.pass_through_endpoints": [{"path": "/a", "target": "https://t", "forward_headers": True}]},
     ["forwards-key general_settings.pass_through_endpoints[0].forward_headers"]),
    ({f"{GENERAL}.pass_through_endpoints": [
        {"path": "/a", "target": "https://t", "forward_headers": True, "headers": {"authorization": "Bearer os.environ/KEY"}},
        {"path": "/b", "target": "https://t", "forward_headers": True, "auth": False},
        {"path": "/c", "target": "https://t", "forward_headers": False}]},
     ["open-route general_settings.pass_through_endpoints[1].auth"]),
    ({"litellm_settings.set_verbose": True}, ["prints-requests litellm_settings.set_verbose"]),
    ({"litellm_settings.require_auth_for_metrics_endpoint": False},
     ["open-metrics litellm_settings.require_auth_for_metrics_endpoint"]),
    ({"litellm_settings.max_budget": 5}, ["needs-database litellm_settings.max_budget"]),
    ({"litellm_settings.max_budget": 5, f"{GENERAL}.database_url": "os.environ/KEY"}, []),
    ({f"{GENERAL}.use_redis_transaction_buffer": True}, ["needs-redis general_settings.use_redis_transaction_buffer"]),
    ({"litellm_settings.callbacks": ["prometheus", "hide_secrets"]}, ["needs-license litellm_settings.callbacks[1]"]),
    ({"litellm_settings.success_callback": ["langfuse", "gcs_pubsub"]},
     ["needs-license litellm_settings.success_callback[1]"]),
    ({f"{GENERAL}.enable_oauth2_auth": True}, ["needs-license general_settings.enable_oauth2_auth"]),
    ({f"{GENERAL}.key_management_system": "aws_secret_manager"}, []),
    ({"litellm_settings.tag_budget_config": {"t": {"max_budget": 1, "budget_duration": "1d"}},
      f"{GENERAL}.database_url": "os.environ/KEY"}, ["needs-license litellm_settings.tag_budget_config"]),
    ({f"{GENERAL}.allowed_ips": ["10.0.0.1"]}, ["needs-license general_settings.allowed_ips"]),
    ({f"{GENERAL}.allowed_ips": ["10.0.0.1"], "environment_variables": {"LITELLM_LICENSE": "os.environ/KEY"}}, []),
    ({"environment_variables": {"PATH": "/x"}}, ["blocked-variable environment_variables.PATH"]),
    ({"environment_variables": {"A": [1]}}, ["wrong-type environment_variables.A"]),
    ({"environment_variables": {"A": "text"}}, []),
    ({"environment_variables": ["A"]}, ["wrong-shape environment_variables"]),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "findings"), SETTINGS, ids=str)
def test_settings(changes: dict[str, t.Any], findings: list[str]) -> None:
    assert found(changes) == findings


def test_a_master_key_that_nobody_sets() -> None:
    assert found({"general_settings.master_key": ...}, environment=["KEY"]) == [
        "no-master-key general_settings.master_key"
    ]
    assert found({"general_settings.master_key": ...}, environment=None) == []


def test_a_license_is_enough() -> None:
    assert found({"litellm_settings.callbacks": ["hide_secrets"]}, environment=[*ENVIRONMENT, "LITELLM_LICENSE"]) == []


@pytest.mark.parametrize(
    ("model", "wanted"),
    [
        ("claude-3-opus-20240229", "anthropic/claude-3-opus-20240229, or"),
        ("gpt-4-turbo-preview", "openai/gpt-4-turbo-preview, or"),
        ("gemini-1.5-flash", "gemini/gemini-1.5-flash, or"),
        ("command", "cohere_chat/command, or"),
        ("llama2", "openai/llama2 for an endpoint"),
        ("text-davinci-003", "openai/text-davinci-003 for an endpoint"),
    ],
)
def test_a_retired_name_gets_who_makes_such_models_proposed(model: str, wanted: str) -> None:
    config = changed({f"{FIRST}.model": model})
    (problem,) = check_config(config, vocabulary=VOCABULARY, service=Service(environment=ENVIRONMENT))
    assert problem.remedy.startswith(f"write {wanted}")


REFERENCES: list[tuple[dict[str, t.Any], list[str]]] = [
    ({f"{FIRST}.api_key": "os.environ/KY"}, ["undefined-reference +api_key"]),
    ({f"{FIRST}.api_key": "os.environ/OTHER"}, ["undefined-reference +api_key"]),
    ({f"{FIRST}.api_key": "os.environ/OTHER", "general_settings.key_management_system": "aws_kms"},
     ["undefined-reference +api_key"]),
    ({f"{FIRST}.api_key": "os.environ/OTHER", "general_settings.key_management_system": "hashicorp_vault"},
     ["needs-license general_settings.key_management_system"]),
    ({f"{FIRST}.api_key": "os.environ/prod/open-ai", "general_settings.key_management_system": "aws_secret_manager"},
     []),
    ({f"{FIRST}.api_key": "os.environ/OPEN-AI", "general_settings.use_azure_key_vault": True}, []),
    ({f"{FIRST}.stop": ["os.environ/OPEN-AI"], "general_settings.use_azure_key_vault": True},
     ["reference-not-resolved +stop[0]"]),
    ({f"{FIRST}.api_key": "os.environ/LATE", "environment_variables": {"LATE": "x"}}, ["late-reference +api_key"]),
    ({f"{FIRST}.api_key": "os.environ/KEY", "environment_variables": {"KEY": "x"}}, []),
    ({f"{FIRST}.extra_headers": {"A": "Bearer os.environ/KEY"}}, ["reference-not-resolved +extra_headers.A"]),
    ({f"{FIRST}.stop": ["os.environ/KEY"]}, ["reference-not-resolved +stop[0]"]),
    ({f"{FIRST}.extra_body": {"a": [{"b": "os.environ/KEY"}]}}, []),
    ({f"{FIRST}.extra_body": {"a": [[{"b": "os.environ/KEY"}]]}}, ["reference-not-resolved +extra_body.a[0][0].b"]),
    ({f"{FIRST}.api_key": "${KEY}"}, ["looks-like-reference +api_key"]),
    ({f"{FIRST}.api_key": "os.environ.KEY"}, ["looks-like-reference +api_key"]),
    ({f"{FIRST}.api_key": "env:KEY"}, ["looks-like-reference +api_key"]),
    ({f"{FIRST}.stop": ["end", "$5", "environment"]}, []),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "findings"), REFERENCES, ids=str)
def test_references(changes: dict[str, t.Any], findings: list[str]) -> None:
    assert found(changes) == findings


SIGN_IN: list[tuple[dict[str, t.Any], list[str]]] = [
    ({f"{FIRST}.api_key": "sk-n\u00f6ne"}, ["unusable-key +api_key"]),
    ({f"{FIRST}.api_key": "sk-none\n"}, ["unusable-key +api_key"]),
    ({f"{FIRST}.litellm_credential_name": "shared", "credential_list": [
        {**CREDENTIAL, "credential_values": {"api_key": "os.environ/LITELLM_MASTER_KEY", "api_base": "https://u.example/v1"}}]},
     ["two-sign-ins +api_key"]),
    ({f"{FIRST}.litellm_credential_name": "shared", "credential_list": [CREDENTIAL]}, []),
    ({f"{FIRST}.model": "azure/x", f"{FIRST}.tenant_id": "t", f"{FIRST}.client_id": "c", f"{FIRST}.client_secret": "os.environ/KEY"},
     ["two-sign-ins +api_key"]),
    ({f"{FIRST}.model": "azure/x", f"{FIRST}.client_id": "c"}, []),
    ({f"{FIRST}.api_key": ..., f"{FIRST}.openai_identity_provider_id": "i"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "findings"), SIGN_IN, ids=str)
def test_how_a_model_signs_in(changes: dict[str, t.Any], findings: list[str]) -> None:
    assert found(changes) == findings


SERVICE: list[tuple[dict[str, t.Any], dict[str, t.Any], list[tuple[str, str]]]] = [
    ({"include": ["more.yaml"]}, {}, [("error", "included-file")]),
    ({"include": ["more.yaml"]}, {"service_manager": ""}, []),
    ({"include": ["more.yaml"]}, {"allow": ["include"]}, []),
]


@pytest.mark.parametrize(("changes", "options", "findings"), SERVICE, ids=str)
def test_what_a_service_of_the_role_cannot_have(
    changes: dict[str, t.Any], options: dict[str, t.Any], findings: list[tuple[str, str]]
) -> None:
    options = {"environment": ENVIRONMENT, "service_manager": "auto", **options}
    problems = check_config(changed(changes), vocabulary=VOCABULARY, service=Service(**options))
    assert [(problem.severity, problem.rule) for problem in problems] == findings


@pytest.mark.parametrize(
    ("model", "remedy"),
    [
        ("claude-2", "write anthropic/claude-2, or another provider in front"),
        ("gemini-1.0-pro", "write gemini/gemini-1.0-pro, or another provider in front"),
        ("command-xlarge", "write cohere_chat/command-xlarge, or another provider in front"),
        ("mistral-tiny", "write mistral/mistral-tiny, or another provider in front"),
        ("GPT-4o", "did you mean gpt-4o?"),
        (
            "llama-3-70b",
            "write openai/llama-3-70b for an endpoint that speaks OpenAI's protocol, or another provider in front",
        ),
    ],
)
def test_a_bare_name_gets_the_prefix_of_its_provider(model: str, remedy: str) -> None:
    (problem,) = check_config(
        changed({f"{FIRST}.model": model}), vocabulary=VOCABULARY, service=Service(environment=ENVIRONMENT)
    )
    assert (problem.rule, problem.remedy) == ("unknown-provider", remedy)


def test_other_capitals_are_no_remedy_at_an_address_where_a_bare_name_has_no_provider() -> None:
    config = changed({f"{FIRST}.model": "GPT-4o", f"{FIRST}.api_base": "https://api.x.ai/v1"})
    (problem,) = check_config(config, vocabulary=VOCABULARY, service=Service(environment=ENVIRONMENT))
    assert problem.rule == "unknown-provider"
    assert problem.remedy.startswith("write openai/GPT-4o")


def test_an_address_that_is_known_without_a_provider_is_told_of() -> None:
    (problem,) = check_config(
        changed({f"{FIRST}.model": "gpt-4o", f"{FIRST}.api_base": "https://api.x.ai/v1"}),
        vocabulary=VOCABULARY,
        service=Service(environment=ENVIRONMENT),
    )
    assert "its api_base is one for which LiteLLM takes none from the name" in problem.message


def test_a_name_of_another_provider_at_openai_is_told_so() -> None:
    config = changed({f"{FIRST}.api_base": ..., f"{FIRST}.model": "openai/claude-2"})
    (problem,) = check_config(config, vocabulary=VOCABULARY, service=Service(environment=ENVIRONMENT))
    assert (problem.rule, problem.remedy) == ("no-api-base", "write the URL of the endpoint, or the provider anthropic")


@pytest.mark.parametrize(("source", "named"), [("alpha", "alpha"), ("*", "all that it does not list")])
def test_models_that_lose_their_fallbacks_are_named(source: str, named: str) -> None:
    config = changed(
        {FALLBACKS: [{source: ["beta"]}], "router_settings.context_window_fallbacks": [{"beta": ["alpha"]}]}
    )
    (problem,) = check_config(config, vocabulary=VOCABULARY, service=Service(environment=ENVIRONMENT))
    assert problem.message == f"takes their fallbacks away from {named} for this kind of error"
