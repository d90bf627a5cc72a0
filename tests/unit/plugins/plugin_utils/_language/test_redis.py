"""A Redis is declared whole, in one place, without a secret; every problem is told at once."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._redis_places import SOCKET
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.redis import Redis, read_redis
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.plugins.plugin_utils.conftest import Refuse

MODELS = {"a": {"upstream": "gpt-5", "mock_response": "hi"}}


def read(value: t.Any, **options: t.Any) -> Redis | None:
    """What is read; nothing may be reported."""
    report = Report(RULES)
    redis = read_redis(RenderOptions(redis=value, **options), report)
    assert report.problems == []
    return redis


def test_nothing_is_no_redis() -> None:
    assert read(None) is read({}) is read("") is None


def test_one_field_is_enough() -> None:
    assert read({"host": "redis.example.com"}) == Redis(host="redis.example.com")
    assert read({"host": "fd00::1", "port": 6380}) == Redis(host="fd00::1", port=6380)
    assert read("local") == read({"socket": SOCKET}) == Redis(socket=SOCKET)


@pytest.mark.parametrize("manager", ["auto", "systemd", "podman", "docker", ""])
def test_a_redis_of_the_host_goes_with_managers_of_the_host(manager: str) -> None:
    assert read("local", service_manager=manager)


@pytest.mark.parametrize(("manager", "says"), [("supervisor", "does without"), ("rootless-podman", "cannot open")])
def test_a_redis_of_the_host_needs_its_systemd(refuse: Refuse, manager: str, says: str) -> None:
    found = refuse(models=MODELS, redis="local", service_manager=manager)
    assert list(found) == ["redis"]
    assert says in found["redis"]
    assert "host: NAME" in found["redis"]


def test_every_problem_is_told_at_once(refuse: Refuse) -> None:
    wrong = {
        "host": "redis://user:canary@r.example",
        "port": 65536,
        "sentinels": ["a:1", "a:1", "b", "fd00::1:2"],
        "sentinel_password_env": "NOT_THERE",
        "tls": "yes",
        "ca": "redis.pem",
        "password": "canary",
        "timeout": 3,
        "timeouts": {"connect": 0, "awnser": 1},
        "namespace": "a b",
        "database": "0",
        "cache": {"seconds": 0},
    }
    found = refuse(models=MODELS, redis=wrong, environment=["LITELLM_MASTER_KEY"])
    assert set(found) == {
        "redis.host",
        "redis.port",
        "redis.sentinels",
        "redis.sentinels[1]",
        "redis.sentinels[2]",
        "redis.sentinels[3]",
        "redis.sentinel_password_env",
        "redis.tls",
        "redis.ca",
        "redis.password",
        "redis.timeout",
        "redis.timeouts.connect",
        "redis.timeouts.awnser",
        "redis.namespace",
        "redis.database",
        "redis.cache.seconds",
    }
    assert "did you mean 'password_env'?" in found["redis.password"]
    assert "did you mean 'answer'?" in found["redis.timeouts.awnser"]
    assert "declare NOT_THERE in litellm_secrets" in found["redis.sentinel_password_env"]
    assert "canary" not in str(found)


@pytest.mark.parametrize(
    ("value", "path", "says"),
    [
        ("lokal", "redis", "must be a dictionary or local, not text"),
        ({"port": 6379}, "redis", "does not say where the Redis is"),
        ({"sentinels": []}, "redis", "does not say where the Redis is"),
        ({"host": "r", "socket": "/run/r.sock"}, "redis.socket", "stands beside host"),
        (
            {"sentinels": ["a:1"], "sentinel_service": "s", "cluster": ["a:1"]},
            "redis.cluster",
            "stands beside sentinels",
        ),
        ({"socket": "/run/r.sock", "port": 6379}, "redis.port", "is for host, not for socket"),
        ({"socket": "/run/r.sock", "tls": True}, "redis.tls", "is for host or sentinels or cluster, not for socket"),
        ({"socket": "/run/../r.sock"}, "redis.socket", "is no absolute path"),
        ({"cluster": ["a:1"], "database": 1}, "redis.database", "not for cluster"),
        ({"cluster": ["a:1"], "cache": {"seconds": 5}}, "redis.cache", "not for cluster"),
        ({"cluster": ["a:0"]}, "redis.cluster[0]", "is not host:port"),
        ({"cluster": ["a:65536"]}, "redis.cluster[0]", "is not host:port"),
        ({"cluster": [1]}, "redis.cluster[0]", "must be text"),
        ({"host": "r", "ca": "/etc/ca.pem"}, "redis.ca", "is of no use without TLS"),
        ({"host": "r", "username": "u"}, "redis.password_env", "is missing"),
        ({"sentinels": ["a:1"]}, "redis.sentinel_service", "is missing"),
        (
            {"sentinels": ["a:1"], "sentinel_service": "s", "username": "u", "password_env": "P"},
            "redis.sentinel_password_env",
            "signs in at the Sentinels with username too",
        ),
        ({"host": "r", "password_env": "os.environ/P"}, "redis.password_env", "is a reference"),
        ({"host": "r", "password_env": "PLAIN"}, "redis.password_env", "which everybody may read"),
        ({"host": 5}, "redis.host", "must be text"),
        ({"host": "r", "port": "6379"}, "redis.port", "write 6379 without quotes"),
    ],
)
def test_what_is_refused(refuse: Refuse, value: t.Any, path: str, says: str) -> None:
    found = refuse(models=MODELS, redis=value, environment=["P", "LITELLM_MASTER_KEY"], litellm_environment=["PLAIN"])
    assert list(found) == [path]
    assert says in found[path]


def test_a_file_of_ones_own_says_itself_what_it_needs(refuse: Refuse) -> None:
    found = refuse(config_file="model_list: []", redis="local")
    assert "stands beside redis" in found["config_file"]


def test_a_container_gets_the_folder_of_the_socket_and_the_certificate() -> None:
    assert Redis(socket="/run/r/redis.sock").mounts == ["/run/r:/run/r"]
    assert Redis(host="r", ca="/etc/r/ca.pem").mounts == ["/etc/r/ca.pem:/etc/r/ca.pem:ro"]
    assert Redis(host="r").mounts == []


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=9), st.lists, max_leaves=4))
def test_whatever_stands_in_a_field_is_read_or_reported(value: t.Any) -> None:
    for field in ("host", "port", "socket", "sentinels", "cluster", "namespace", "timeouts", "cache", "password_env"):
        report = Report(RULES)
        declared: dict[str, t.Any] = (
            {field: value} if field in ("host", "socket", "cluster") else {"host": "r", field: value}
        )
        redis = read_redis(RenderOptions(redis=declared), report)
        assert (redis is None) == bool(report.problems)
