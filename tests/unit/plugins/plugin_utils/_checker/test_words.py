"""Words and spans of time, by the version that compares them, and what is a warning; the rest is in ``written_by_people``."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.check import check_config
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.checked_config import Service
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for

OLD, NEW = VERSIONS[0], VERSIONS[-1]
MODEL = {
    "model_name": "a",
    "litellm_params": {"model": "openai/gpt-4o", "api_key": "os.environ/KEY_A"},
    "model_info": {"id": "a"},
}


def found(
    config: dict[str, t.Any],
    version: str = NEW,
    environment: t.Collection[str] | None = None,
    allow: tuple[str, ...] = (),
) -> list[str]:
    """``severity rule path`` of each finding in a right configuration with *config* beside its model."""
    problems = check_config(
        {"model_list": [MODEL], **config},
        vocabulary=vocabulary_for(version),
        service=Service(environment=environment, allow=allow),
    )
    return [f"{problem.severity} {problem.rule} {problem.path}" for problem in problems]


@pytest.mark.parametrize(
    ("version", "findings"), [(OLD, ["error unknown-word general_settings.alerting[0]"]), (NEW, [])]
)
def test_a_channel_that_a_later_version_has(version: str, findings: list[str]) -> None:
    assert found({"general_settings": {"alerting": ["ms_teams"]}}, version) == findings


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("period", "right"),
    [
        ("1d", True),
        ("30days", True),
        ("1mo", True),
        ("os.environ/PERIOD", True),
        ("1 d", False),
        ("month", False),
        ("30", False),
    ],
)
def test_a_period_of_a_provider(version: str, period: str, right: bool) -> None:
    path = "router_settings.provider_budget_config.openai.time_period"
    config = {"router_settings": {"provider_budget_config": {"openai": {"budget_limit": 5, "time_period": period}}}}
    assert found(config, version) == ([] if right else [f"error unknown-word {path}"])


@pytest.mark.parametrize(
    ("version", "period", "severity"),
    [(OLD, "monthly", "error"), (NEW, "Monthly", ""), (NEW, "30days", "warning"), (NEW, "30d", "")],
)
def test_a_period_after_which_a_budget_begins_anew(version: str, period: str, severity: str) -> None:
    config = {
        "general_settings": {"database_url": "os.environ/DB"},
        "litellm_settings": {"max_budget": 5, "budget_duration": period},
    }
    expected = [f"{severity} unknown-word litellm_settings.budget_duration"] if severity else []
    assert found(config, version) == expected


def test_only_some_callbacks_hear_of_services() -> None:
    config = {"litellm_settings": {"service_callback": ["datadog", "prometheus_system", "prometheus", "mine.handler"]}}
    assert found(config) == ["warning unknown-word litellm_settings.service_callback[2]"]


def test_calls_that_the_gateway_never_makes() -> None:
    params = {"type": "local", "supported_call_types": ["completion", "embedding"]}
    assert found({"litellm_settings": {"cache": True, "cache_params": params}}) == [
        "warning cache-off litellm_settings.cache_params.supported_call_types"
    ]


def test_a_cache_that_is_in_memory_against_what_stands_beside_it() -> None:
    params = {"host": "redis.example.com", "port": 6379}
    assert found(
        {"litellm_settings": {"cache": True, "cache_params": params}}, environment=["KEY_A", "LITELLM_MASTER_KEY"]
    ) == ["warning missing-key litellm_settings.cache_params.type"]


@pytest.mark.parametrize(
    ("environment", "findings"),
    [(None, []), (["QDRANT_URL"], []), ([], ["error missing-key litellm_settings.cache_params.qdrant_api_base"])],
)
def test_a_variable_may_say_where_a_cache_is(environment: list[str] | None, findings: list[str]) -> None:
    params = {"type": "qdrant-semantic", "similarity_threshold": 0.8, "qdrant_collection_name": "answers"}
    config = {"litellm_settings": {"cache": True, "cache_params": params}}
    names = None if environment is None else [*environment, "KEY_A", "LITELLM_MASTER_KEY"]
    assert found(config, environment=names) == findings


def test_a_default_that_no_key_is_given_is_told_gently() -> None:
    config = {
        "general_settings": {"database_url": "os.environ/DB"},
        "litellm_settings": {"default_key_generate_params": {"max_budget": 5, "zzzz": 1, "rpm_limt": 5}},
    }
    path = "litellm_settings.default_key_generate_params"
    assert found(config) == [f"warning unknown-key {path}.zzzz", f"error unknown-key {path}.rpm_limt"]
    assert found(config, allow=("zzzz", "rpm_limt")) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_sign_in_by_oauth_says_which_way_where_a_version_asks_for_it(version: str) -> None:
    config = {"mcp_servers": {"a": {"url": "https://mcp.example.com", "auth_type": "oauth2"}}}
    asked = "oauth2_flows" in vocabulary_for(version).tables
    assert found(config, version) == (["error missing-key mcp_servers.a.oauth2_flow"] if asked else [])
    assert asked is (version not in VERSIONS[:2])


def test_what_a_database_holds_may_be_meant() -> None:
    config = {
        "general_settings": {"store_model_in_db": True},
        "policies": {"strict": {"guardrails": {"add": ["held elsewhere"]}}},
        "policy_attachments": [{"policy": "held elsewhere", "scope": "*"}],
    }
    assert found(config) == ["notice models-in-two-places general_settings.store_model_in_db"]


@pytest.mark.parametrize("odd", [None, 5, "text", [1, None, ["a"], {"b": 1}], {"a": None, "b": [1], 3: {"c": 1}}])
def test_no_shape_of_a_value_is_too_odd(odd: object) -> None:
    places = {
        "router_settings": ["provider_budget_config"],
        "general_settings": [
            "alerting", "alert_types", "alert_to_webhook_url", "alert_type_config", "key_management_system",
            "litellm_jwtauth", "pass_through_endpoints",
        ],
        "litellm_settings": [
            "default_key_generate_params", "upperbound_key_generate_params", "default_internal_user_params",
            "default_team_params", "default_team_settings", "tag_budget_config", "service_callback", "custom_provider_map",
        ],
    }  # fmt: skip
    config: dict[str, object] = {block: dict.fromkeys(keys, odd) for block, keys in places.items()}
    for key in ("policies", "policy_attachments", "prompts", "mcp_tools", "mcp_servers", "callback_settings"):
        config[key] = odd
    found(config)
    for inner in ("budget_limit", "guardrails", "condition", "pipeline", "litellm_params", "transport", "inherit"):
        found({"policies": {"p": {inner: odd}}, "prompts": [{inner: odd}], "mcp_servers": {"m": {inner: odd}}})
    found({"policies": {"p": {"guardrails": {"add": odd}, "pipeline": {"steps": odd}}}})
    found({"litellm_settings": {"cache": True, "cache_params": {"type": odd, "supported_call_types": odd}}})


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("kind", "findings"),
    [
        ("CREDIT_CARD", []),
        ("CREDIT_CARDS", ["warning unknown-word guardrails[0].litellm_params.pii_entities_config.CREDIT_CARDS"]),
        ("TICKET_OF_OURS", []),
    ],
)
def test_a_kind_of_personal_data(version: str, kind: str, findings: list[str]) -> None:
    params = {"guardrail": "presidio", "mode": "pre_call", "pii_entities_config": {kind: "MASK"}}
    assert found({"guardrails": [{"guardrail_name": "g", "litellm_params": params}]}, version) == findings


_NO_REDIS = "litellm_settings.cache_params.ssl_cert_reqs"


@pytest.mark.parametrize(
    ("params", "environment", "findings"),
    [
        ({"ssl": True, "ssl_cert_reqs": "none", "ssl_ca_certs": "/ca.pem", "sentinel_password": "k"}, [], []),
        ({"ssl": True, "ssl_cert_reqs": False}, [], []),
        ({"ssl": True, "ssl_cert_reqs": "CERT_NONE"}, [], [f"error unknown-word {_NO_REDIS}"]),
        ({"ssl_cert_reqs": "none"}, [], [f"error missing-key {_NO_REDIS}"]),
        ({"ssl_cert_reqs": "none"}, ["REDIS_SSL"], []),
        ({"ssl_cert_reqs": "os.environ/WORD"}, ["WORD"], []),
    ],
)
def test_how_the_cache_looks_at_certificates(
    params: dict[str, t.Any], environment: list[str], findings: list[str]
) -> None:
    settings = {"cache": True, "cache_params": {"type": "redis", "host": "redis.example.com", "port": 6379, **params}}
    said = found({"litellm_settings": settings}, environment=environment)
    assert [each for each in said if "ssl" in each or "sentinel" in each] == findings
