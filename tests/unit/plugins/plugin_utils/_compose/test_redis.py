"""A Redis that is declared becomes the settings that act, and a password reaches none of them."""

from __future__ import annotations

import typing as t

import pytest

from tests.unit.plugins.plugin_utils.conftest import Refuse, Render

KEYS = {"OPENAI_API_KEY": "k-0123456789abcdef", "LITELLM_MASTER_KEY": "sk-0123456789abcdef", "PW": "canary/ä%@:?"}
MODEL = {"upstream": "gpt-5", "cost": {"input": 1, "output": 1}}
WAITS = {"socket_timeout": 0.5, "socket_connect_timeout": 0.5}
ENFORCED = ["enforce_model_rate_limits"]
BUDGET = {"budget": {"limit": 1, "period": "1d"}}


def config(render: Render, redis: t.Any, fields: t.Any = None, **options: t.Any) -> dict[str, t.Any]:
    return render(models={"a": {**MODEL, **(fields or {})}}, redis=redis, environment=KEYS, **options).config


def coordination(render: Render, redis: t.Any) -> t.Any:
    return config(render, redis)["general_settings"]["coordination_redis"]


@pytest.mark.parametrize(
    ("redis", "params"),
    [
        ({"host": "r"}, {"url": "redis://r:6379/0"}),
        ({"host": "fd00::1", "port": 1, "database": 2}, {"url": "redis://[fd00::1]:1/2"}),
        ({"host": "r", "tls": True}, {"url": "rediss://r:6379/0"}),
        ({"host": "r", "tls": True, "ca": "/c/a.pem"}, {"url": "rediss://r:6379/0?ssl_ca_certs=/c/a.pem"}),
        ({"socket": "/run/r.sock", "database": 3}, {"url": "unix:///run/r.sock?db=3"}),
        ({"host": "r", "password_env": "PW"}, {"url": "os.environ/LITELLM_REDIS_URL"}),
        (
            {"sentinels": ["a:1", "[fd00::1]:2"], "sentinel_service": "s", "password_env": "PW", "database": 1},
            {
                "sentinel_nodes": [["a", 1], ["fd00::1", 2]],
                "service_name": "s",
                "db": 1,
                "password": "os.environ/PW",
            },
        ),
        (
            {
                "sentinels": ["a:1"],
                "sentinel_service": "s",
                "username": "u",
                "password_env": "PW",
                "sentinel_password_env": "PW",
                "tls": True,
                "ca": "/c/a.pem",
            },
            {
                "sentinel_nodes": [["a", 1]],
                "service_name": "s",
                "sentinel_password": "os.environ/PW",
                "username": "u",
                "password": "os.environ/PW",
                "ssl": True,
                "ssl_ca_certs": "/c/a.pem",
            },
        ),
        ({"cluster": ["a:1"]}, {"startup_nodes": [{"host": "a", "port": 1}]}),
    ],
)
def test_where_it_is(render: Render, redis: t.Any, params: dict[str, t.Any]) -> None:
    assert coordination(render, redis) == {**params, **WAITS, "namespace": "litellm"}


def test_how_long_it_is_waited_for_and_what_keys_begin_with(render: Render) -> None:
    redis = {"host": "r", "timeouts": {"connect": 2, "answer": 0.2}, "namespace": "gw1"}
    wanted = {"socket_timeout": 0.2, "socket_connect_timeout": 2, "namespace": "gw1"}
    assert coordination(render, redis) == {"url": "redis://r:6379/0", **wanted}


def test_the_breaker_is_told_to_look_again_soon(render: Render) -> None:
    times = {"REDIS_CIRCUIT_BREAKER_RECOVERY_TIMEOUT": "5", "REDIS_CIRCUIT_BREAKER_TIMEOUT_MIN_DURATION": "0.5"}
    assert render(models={"a": MODEL}, redis={"host": "r"}).environment == times
    assert render(models={"a": MODEL}).environment == {}


@pytest.mark.parametrize(
    ("redis", "before", "after"),
    [
        ({"host": "r"}, "redis://:", "@r:6379/0"),
        ({"host": "r", "username": "u@/x", "tls": True}, "rediss://u%40%2Fx:", "@r:6379/0"),
        ({"socket": "/run/r.sock"}, "unix://:", "@/run/r.sock?db=0"),
    ],
)
def test_a_password_is_put_into_the_address_on_the_way_to_the_host(
    render: Render, redis: t.Any, before: str, after: str
) -> None:
    rendered = render(models={"a": MODEL}, redis={**redis, "password_env": "PW"}, environment=KEYS)
    (url,) = rendered.secret_urls
    assert (url.name, url.before, url.secret, url.after) == ("LITELLM_REDIS_URL", before, "PW", after)
    assert "canary" not in str(rendered)
    assert {"LITELLM_REDIS_URL", "PW"} <= set(rendered.required_environment)
    assert rendered.problems == []


def test_an_empty_password_is_refused(refuse: Refuse) -> None:
    found = refuse(models={"a": MODEL}, redis={"host": "r", "password_env": "PW"}, environment={**KEYS, "PW": ""})
    assert "is empty" in found["litellm_secrets.PW"]


def test_the_variable_of_the_address_is_not_for_others(refuse: Refuse) -> None:
    given = {**KEYS, "LITELLM_REDIS_URL": "redis://r"}
    found = refuse(models={"a": MODEL}, redis={"host": "r", "password_env": "PW"}, environment=given)
    assert "take LITELLM_REDIS_URL out" in found["redis"]


def test_limits_are_counted_there(render: Render) -> None:
    def checks(**router: t.Any) -> t.Any:
        rendered = config(render, {"host": "r"}, {"rpm": 5}, router_settings=router)
        return rendered["router_settings"].get("optional_pre_call_checks")

    assert checks() == ENFORCED
    assert checks(optional_pre_call_checks=["prompt_caching"]) == ["prompt_caching", *ENFORCED]
    assert checks(optional_pre_call_checks=[]) == []
    assert checks(routing_strategy="usage-based-routing-v2") is None
    assert checks(routing_strategy="latency-based-routing") == ENFORCED
    assert "optional_pre_call_checks" not in str(config(render, {"host": "r"}))
    assert "optional_pre_call_checks" not in str(config(render, None, {"rpm": 5}))


def test_a_spent_budget_is_told_at_once(render: Render) -> None:
    def retries(fields: t.Any, redis: t.Any = "local", **options: t.Any) -> t.Any:
        return config(render, redis, fields, **options).get("router_settings", {}).get("num_retries")

    assert retries(BUDGET) == 0
    assert retries({}) is retries(BUDGET, None) is None
    assert retries(BUDGET, router_settings={"num_retries": 3}) == 3
    assert retries(BUDGET, router_settings={"retry_policy": {"TimeoutErrorRetries": 1}}) is None
    assert retries(BUDGET, litellm_settings={"num_retries": 3}) is None
    own = {"openai": {"budget_limit": 1, "time_period": "1d"}}
    assert retries({}, router_settings={"provider_budget_config": own}) == 0
    declared = {"openai": {"budget": {"limit": 5, "period": "1d"}}}
    assert retries({"provider": "openai"}, providers=declared) == 0


def test_answers_are_kept_where_that_is_asked_for(render: Render) -> None:
    settings = config(render, {"host": "r", "cache": {"seconds": 60}})["litellm_settings"]
    assert settings["cache"] is True
    wanted = {"type": "redis", "url": "redis://r:6379/0", **WAITS, "namespace": "litellm", "ttl": 60}
    assert settings["cache_params"] == wanted
    assert "cache" not in config(render, {"host": "r"})["litellm_settings"]


@pytest.mark.parametrize(
    ("options", "path"),
    [
        ({"general_settings": {"coordination_redis": {"url": "redis://r"}}}, "general_settings.coordination_redis"),
        ({"router_settings": {"redis_url": "redis://r"}}, "router_settings.redis_url"),
        ({"litellm_settings": {"cache": True}}, "litellm_settings.cache"),
    ],
)
def test_the_same_in_the_names_of_litellm_is_refused(refuse: Refuse, options: t.Any, path: str) -> None:
    found = refuse(models={"a": MODEL}, redis={"host": "r", "cache": {"seconds": 5}}, **options)
    assert list(found) == [path]
    assert "rendered to the same" in found[path]


def test_a_cache_of_ones_own_stands_beside_it(render: Render) -> None:
    settings = {"cache": True, "cache_params": {"type": "local"}}
    assert config(render, {"host": "r"}, litellm_settings=settings)["litellm_settings"]["cache_params"] == {
        "type": "local"
    }


def test_versions_that_have_no_such_setting_are_refused(refuse: Refuse) -> None:
    found = refuse(models={"a": MODEL}, redis="local", litellm_version="1.92.2")
    assert "litellm_version" in found["redis"]


@pytest.mark.parametrize("version", ["1.99.4", "1.106.12", "1.108.7"])
def test_all_others_take_it_as_it_is_written(render: Render, version: str) -> None:
    rendered = render(models={"a": {**MODEL, "rpm": 5}}, redis="local", workers=2, hosts=3, litellm_version=version)
    assert rendered.problems == []
    assert rendered.mounts == ["/run/litellm-redis:/run/litellm-redis"]


def test_a_cluster_is_warned_of_and_sentinels_are_noted(render: Render) -> None:
    def told(redis: t.Any) -> list[tuple[str, str, str]]:
        problems = render(models={"a": MODEL}, redis=redis).problems
        return [(problem.severity, problem.rule, problem.path) for problem in problems]

    assert told({"cluster": ["a:1"]}) == [("warning", "freezing-redis", "redis")]
    sentinels = told({"sentinels": ["a:1"], "sentinel_service": "s"})
    assert sentinels == [("notice", "freezing-redis", "redis.sentinels")]
