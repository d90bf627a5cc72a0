"""A Redis in a configuration of one's own: whether LiteLLM takes it, and what it costs while it is away."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.check import check_config
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.checked_config import Service
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for

MODEL = {
    "model_name": "a",
    "litellm_params": {"model": "openai/a", "api_key": "os.environ/K"},
    "model_info": {"id": "a"},
}
URL = "redis://r.example:6379?socket_timeout=0.5"
RULES = ("unused-redis", "freezing-redis", "redis-by-environment", "needs-redis", "counted-twice", "counted-apart")


def told(environment: t.Any = (), params: t.Any = None, version: str = "", **blocks: t.Any) -> list[str]:
    """``severity rule path`` of each finding about a Redis."""
    model = {**MODEL, "litellm_params": {**MODEL["litellm_params"], **(params or {})}}  # type: ignore[dict-item]
    general = {"master_key": "os.environ/M", **blocks.pop("general_settings", {})}
    config = {"model_list": [model], "general_settings": general, **blocks}
    names = None if environment is None else ["K", "M", "R", "P", *environment]
    found = check_config(config, vocabulary=vocabulary_for(version), service=Service(environment=names, workers=2))
    return [f"{each.severity} {each.rule} {each.path}" for each in found if each.rule in RULES]


def coordination(**params: t.Any) -> dict[str, t.Any]:
    return {"general_settings": {"coordination_redis": params}}


AT = "general_settings.coordination_redis"
FORMS: list[tuple[dict[str, t.Any], list[str]]] = [
    (coordination(url=URL), []),
    (coordination(url="os.environ/R"), []),
    (coordination(url="redis://r", socket_timeout=0.5), []),
    (coordination(url="redis://r"), [f"notice freezing-redis {AT}.url"]),
    (coordination(url=URL, username="u"), []),
    (coordination(url="rediss://r?socket_timeout=1", ssl=True), []),
    (coordination(url="os.environ/R", ssl=True), []),
    (coordination(url=URL, ssl=True), [f"error unused-redis {AT}.ssl"]),
    (coordination(url=URL, **{"password": "os.environ/P"}), [f"error unused-redis {AT}.password"]),
    (coordination(url=URL, ssl_ca_certs="/c.pem"), [f"error unused-redis {AT}.ssl_ca_certs"]),
    (coordination(url=URL, db=1), [f"error unused-redis {AT}.db"]),
    (coordination(host="r", port=6379, socket_timeout=0.2), [f"warning freezing-redis {AT}.host"]),
    (coordination(startup_nodes=[{"host": "r", "port": 1}]), [f"warning freezing-redis {AT}"]),
    (coordination(sentinel_nodes=[["r", 1]], service_name="s"), [f"notice freezing-redis {AT}.sentinel_nodes"]),
    ({"router_settings": {"redis_host": "r"}}, ["warning unused-redis router_settings.redis_host"]),
    ({"router_settings": {"redis_host": "r", "redis_port": 1}}, ["warning freezing-redis router_settings.redis_host"]),
    ({"router_settings": {"redis_url": URL, "redis_host": "r"}}, ["error unused-redis router_settings.redis_host"]),
    ({"router_settings": {"redis_url": "redis://r"}}, ["notice freezing-redis router_settings.redis_url"]),
    ({"router_settings": {"redis_url": "redis://r", "cache_kwargs": {"socket_timeout": 1}}}, []),
    (
        {
            "litellm_settings": {
                "cache": True,
                "cache_params": {"type": "redis", "redis_startup_nodes": [{"host": "r"}]},
            }
        },
        ["warning freezing-redis litellm_settings.cache_params"],
    ),
    (
        {"litellm_settings": {"cache": True, "cache_params": {"type": "redis", "host": "r", "port": "1"}}},
        ["warning freezing-redis litellm_settings.cache_params.host"],
    ),
    ({"litellm_settings": {"cache": True, "cache_params": {"type": "local"}}}, []),
]


@pytest.mark.parametrize(("blocks", "findings"), FORMS)
def test_forms_that_freeze_or_do_nothing(blocks: dict[str, t.Any], findings: list[str]) -> None:
    assert told(**blocks) == findings


def test_a_redis_of_the_environment_is_only_one_that_answers_at_the_start() -> None:
    assert told(["REDIS_URL"]) == [f"warning redis-by-environment {AT}"]
    assert told(environment_variables={"REDIS_HOST": "r"}) == [
        "warning redis-by-environment environment_variables.REDIS_HOST"
    ]
    assert told(["REDIS_URL", "REDIS_PASSWORD"], **coordination(url=URL)) == []
    assert told(["REDIS_PASSWORD"]) == told(None) == []


def test_a_cluster_of_the_environment_wins() -> None:
    assert told(["REDIS_CLUSTER_NODES"], **coordination(url=URL)) == [f"error unused-redis {AT}"]


NEEDS = [
    ("general_settings", "use_redis_transaction_buffer"),
    ("general_settings", "use_shared_health_check"),
    ("general_settings", "fail_closed_rate_limit_enforcement"),
    ("litellm_settings", "enable_redis_auth_cache"),
]


@pytest.mark.parametrize(("block", "key"), NEEDS)
def test_what_needs_a_redis_has_one(block: str, key: str) -> None:
    asked: dict[str, t.Any] = {block: {key: True}}
    off: dict[str, t.Any] = {block: {key: False}}
    assert told(**asked) == [f"error needs-redis {block}.{key}"]
    assert told(**off) == told(None, **asked) == []
    # The router's own is for the router alone.
    assert told(router_settings={"redis_url": URL}, **asked) == [f"error needs-redis {block}.{key}"]
    cached: dict[str, t.Any] = {"cache": True, "cache_params": {"type": "redis", "url": URL}}
    asked["litellm_settings"] = {**asked.get("litellm_settings", {}), **cached}
    assert told(**asked) == []


def test_a_limit_is_counted_once() -> None:
    both = {"routing_strategy": "usage-based-routing-v2", "optional_pre_call_checks": ["enforce_model_rate_limits"]}
    (finding,) = told(params={"rpm": 4}, router_settings=both, **coordination(url=URL))
    assert finding == "warning counted-twice router_settings.optional_pre_call_checks[0]"
    assert told(router_settings=both, **coordination(url=URL)) == []
    one = {**both, "routing_strategy": "simple-shuffle"}
    assert told(params={"tpm": 4}, router_settings=one, **coordination(url=URL)) == []


@pytest.mark.parametrize(
    "blocks",
    [
        coordination(url=URL),
        {"router_settings": {"redis_url": URL}},
        {"litellm_settings": {"cache": True, "cache_params": {"type": "redis", "url": URL}}},
    ],
)
def test_wherever_a_redis_is_named_budgets_are_counted_in_it(blocks: dict[str, t.Any]) -> None:
    budget = {"max_budget": 5, "budget_duration": "1d"}
    assert told(params=budget, **blocks) == ["notice counted-apart model_list[0].litellm_params.max_budget"]
    assert told(params=budget) == ["warning counted-apart model_list[0].litellm_params.max_budget"]


def test_versions_without_such_a_setting_do_not_count_there() -> None:
    budget = {"max_budget": 5, "budget_duration": "1d"}
    found = told(params=budget, version="1.92.2", **coordination(url=URL))
    assert "warning counted-apart model_list[0].litellm_params.max_budget" in found
