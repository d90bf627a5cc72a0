"""What the variables of Redis declare, and what is refused of them."""

from __future__ import annotations

import typing as t
from pathlib import Path

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._redis.declared import OWNED, Redis, redis_of

ROLE = Path(__file__).parents[5] / "roles" / "litellm_redis"
DEFAULTS: dict[str, t.Any] = yaml.safe_load((ROLE / "defaults" / "main.yml").read_text())
PASSWORD = "-".join(["sk", "canary", "redis", "4Tb7Wq1Zx9Lp"])
PEM = {"tls_certificate": "/srv/cert.pem", "tls_key": "/srv/key.pem", "tls_ca": "/srv/ca.pem"}
THREE = {"a": {"ansible_host": "10.0.0.1"}, "b": {"litellm_redis_address": "10.0.0.2"}, "c": {}}


def declared(hosts: t.Mapping[str, t.Any] | None = None, **values: t.Any) -> tuple[Redis, dict[str, str]]:
    """Redis on host ``a``, and path to message and remedy of what is wrong."""
    variables = DEFAULTS | {f"litellm_redis_{name}": value for name, value in values.items()}
    redis, problems = redis_of(variables, "a", hosts or {})
    return redis, {problem.path: f"{problem.message}; {problem.remedy}" for problem in problems}


def test_without_a_variable_it_is_for_the_same_host() -> None:
    redis, problems = declared()
    assert problems == {}
    assert (redis.listen, redis.passwords, redis.hosts, redis.sentinel, redis.tls) == ((), (), {}, False, False)


def test_the_hosts_of_its_group_share_the_data() -> None:
    redis, problems = declared(THREE, listen=["10.0.0.1"], password=PASSWORD, **PEM)
    assert problems == {}
    assert redis.hosts == {"a": "10.0.0.1", "b": "10.0.0.2", "c": "c"}
    assert (redis.primary, redis.replicates, redis.sentinel) == ("a", "", True)


def test_another_host_may_be_the_primary_at_first() -> None:
    redis, _problems = declared(THREE, listen=["10.0.0.1"], password=PASSWORD, primary="b", sentinel=False, **PEM)
    assert (redis.replicates, redis.sentinel) == ("10.0.0.2", False)


def test_a_host_that_is_alone_in_the_group_or_not_in_it_is_for_itself() -> None:
    assert declared({"a": {}})[0].hosts == {}
    assert declared({"b": {}, "c": {}})[0].hosts == {}


@pytest.mark.parametrize(
    ("values", "path", "says"),
    [
        ({"port": 0}, "port", "is 0, and has to be a whole number from 1 to 65535"),
        ({"memory": "much"}, "memory", "is 'much', and has to be"),
        ({"memory": True}, "memory", "is true, and has to be"),
        ({"listen": ["redis.test"]}, "listen[0]", "is 'redis.test', which is no address"),
        ({"listen": ["127.0.0.1"]}, "password", "is needed, because litellm_redis_listen opens Redis to the network"),
        ({"listen": ["10.0.0.1"], "password": PASSWORD}, "listen", "without TLS, so that the password can be read"),
        ({"password": "short"}, "password", "has fewer than 16 characters; openssl rand -hex 32"),
        ({"former_password": PASSWORD}, "password", "is needed beside litellm_redis_former_password"),
        ({"username": "admin"}, "username", "is 'admin', which is another account of this Redis"),
        ({"namespace": "a*"}, "namespace", "is 'a*', and has to be letters, digits"),
        ({"tls_key": "/srv/key.pem"}, "tls_certificate", "is needed beside litellm_redis_tls_key"),
        ({**PEM, "tls_ca": "ca.pem"}, "tls_ca", "is neither an absolute path on the host nor the text of a PEM file"),
        (
            {"settings": {"maxmemory": "1gb"}},
            "settings.maxmemory",
            "is written by the role, as litellm_redis_memory says",
        ),
        ({"settings": {"appendonly": False}}, "settings.appendonly", "is written by the role; take it out"),
        ({"settings": {"Max Clients": 3}}, "settings.Max Clients", "is no directive of Redis"),
        ({"settings": {"maxclients": [3]}}, "settings.maxclients", "is a list, and has to be one line"),
        ({"settings": {"maxclients": "3\nport 1"}}, "settings.maxclients", "has to be one line"),
        ({"settings": 3}, "settings", "is a whole number, and has to be a dictionary"),
        ({"settings": {"maxclients": "3\r"}}, "settings.maxclients", "has to be one line"),
        ({"sentinel": True}, "sentinel", "needs three hosts in the group litellm_redis"),
        ({"sentinel": "maybe"}, "sentinel", "is 'maybe', and has to be true or false"),
        ({"allow_plain": 3}, "allow_plain", "is 3, and has to be true or false"),
    ],
)
def test_a_mistake_is_told_at_its_place(values: dict[str, t.Any], path: str, says: str) -> None:
    assert says in declared(**values)[1][f"litellm_redis_{path}"]


@pytest.mark.parametrize(
    ("hosts", "values", "path", "says"),
    [
        (THREE, {}, "litellm_redis_listen", "is empty, and the 3 hosts of litellm_redis have to reach each other"),
        (
            THREE,
            {"primary": "bb"},
            "litellm_redis_primary",
            "is 'bb', which is no host of litellm_redis; known: a, b, c",
        ),
        ({**THREE, "c": {"ansible_host": "c d"}}, {}, "host c.litellm_redis_address", "which is neither an address"),
        (
            THREE,
            {"listen": ["10.0.0.1"], "password": PASSWORD, "port": 26379, **PEM},
            "litellm_redis_sentinel_port",
            "which litellm_redis_port is already",
        ),
    ],
)
def test_a_mistake_about_several_hosts_is_told(
    hosts: dict[str, t.Any], values: dict[str, t.Any], path: str, says: str
) -> None:
    assert says in declared(hosts, **values)[1][path]


def test_a_loopback_address_and_a_network_that_is_safe_need_no_certificate() -> None:
    assert declared(listen=["127.0.0.1", "::1"], password=PASSWORD)[1] == {}
    assert declared(listen=["10.0.0.1"], password=PASSWORD, allow_plain=True)[1] == {}


def test_text_of_a_command_line_means_what_it_says() -> None:
    values = {"port": "7000", "listen": "127.0.0.1, 10.0.0.1", "password": PASSWORD, "sentinel": "false"}
    redis, problems = declared(THREE, **values, allow_plain="false")
    assert (redis.port, redis.listen, redis.sentinel) == (7000, ("127.0.0.1", "10.0.0.1"), False)
    assert list(problems) == ["litellm_redis_listen"]
    assert declared(THREE, **values, allow_plain="true")[1] == {}


def test_no_message_has_a_secret() -> None:
    secrets: dict[str, t.Any] = dict.fromkeys(("password", "former_password", "tls_key"), "canary")
    problems = declared(listen=["10.0.0.1"], **secrets)[1]
    assert len(problems) > 3
    assert "canary" not in str(problems)


def test_settings_are_written_as_redis_reads_them() -> None:
    settings = {"activerehashing": False, "maxclients": 10, "notify-keyspace-events": ""}
    redis, _problems = declared(settings=settings)
    assert redis.settings == {"activerehashing": "no", "maxclients": "10", "notify-keyspace-events": '""'}


def test_what_the_role_writes_follows_variables_that_there_are() -> None:
    assert {f"litellm_redis_{name}" for name in OWNED.values() if name} <= set(DEFAULTS)
