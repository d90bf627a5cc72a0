"""What a host gets: files whose secrets are digests, and which are shown only where they have none."""

from __future__ import annotations

import hashlib
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _redis_places as places
from ansible_collections.llmops.litellm.plugins.module_utils._redis.options import ARGUMENT_SPEC
from ansible_collections.llmops.litellm.plugins.plugin_utils._redis.plan import plan
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError

from tests.unit.plugins.plugin_utils._redis.test_declared import DEFAULTS, PASSWORD, PEM, THREE

FORMER = "sk-canary-former-2Kd8Vn5Ry3Hs"
FLEET: dict[str, t.Any] = {"listen": ["10.0.0.1"], "password": PASSWORD, **PEM}


def planned(hosts: t.Mapping[str, t.Any] | None = None, host: str = "a", **values: t.Any) -> dict[str, t.Any]:
    variables = DEFAULTS | {"litellm_redis_socket_group": "litellm"}
    variables |= {f"litellm_redis_{name}": value for name, value in values.items()}
    return plan(variables, host, hosts or {}, "# begin\n")


def files(found: t.Mapping[str, t.Any]) -> dict[str, str]:
    return {each["path"]: each["content"] for each in [*found["files"], *found["secret_files"]]}


def lines(found: t.Mapping[str, t.Any], path: str) -> list[str]:
    return files(found)[path].splitlines()


def test_the_host_takes_what_is_planned() -> None:
    for found in (planned(), planned(THREE, **FLEET)):
        assert set(found) <= set(ARGUMENT_SPEC)


def test_what_a_host_gets_and_what_a_run_clears_are_the_same_files() -> None:
    assert {*files(planned(THREE, **FLEET)), *places.PEM.values()} == {*places.MANAGED}


def test_for_the_same_host_there_is_a_socket_and_nothing_else() -> None:
    found = planned()
    told = lines(found, places.CONFIGURATION)
    assert {"port 0", "unixsocket /run/litellm-redis/redis.sock", "unixsocketperm 770"} <= set(told)
    assert not [line for line in told if line.startswith(("bind", "tls-", "replica", "include"))]
    assert found["services"] == ["litellm-redis.service"]
    assert "d /run/litellm-redis 2750 litellm-redis litellm -" in lines(found, places.RUNTIME_FOLDER)


def test_budgets_are_kept_and_never_evicted() -> None:
    told = set(lines(planned(memory=32), places.CONFIGURATION))
    assert {"maxmemory 33554432", "maxmemory-policy noeviction", "appendonly yes", "appendfsync everysec"} <= told


def test_whoever_may_use_the_socket_does_what_litellm_does_and_nothing_else() -> None:
    (line,) = lines(planned(namespace="gw1"), places.USERS)
    words = line.split()
    assert words[:4] == ["user", "default", "on", "nopass"]
    assert [word for word in words if word[:1] in "~&"] == ["~gw1:*", "&gw1:*"]
    assert {"+eval", "+incrbyfloat", "-@admin", "-@dangerous"} <= set(words)
    assert not {"+@all", "allkeys", "+flushall", "+keys", "+config"} & set(words)


def test_a_password_is_a_digest_and_the_former_one_is_taken_besides() -> None:
    found = planned(password=PASSWORD, former_password=FORMER, listen=["127.0.0.1"])
    users = files(found)[places.USERS]
    assert "user default off" in users
    for password in (PASSWORD, FORMER):
        assert f"#{hashlib.sha256(password.encode()).hexdigest()}" in users
    assert "canary" not in str(files(found))


def test_servers_among_themselves_use_passwords_that_tell_nothing_of_the_clients() -> None:
    found = planned(THREE, host="b", **FLEET)
    assert "canary" not in str(files(found))
    signs_in = lines(found, places.REPLICATION)[2].split()[1]
    assert (
        f"user replica on #{hashlib.sha256(signs_in.encode()).hexdigest()} sanitize-payload resetchannels"
        in files(found)[places.USERS]
    )
    assert signs_in not in str(found["files"])


def test_with_sentinel_a_host_begins_with_the_role_that_it_had() -> None:
    found = planned(THREE, host="b", **FLEET)
    assert not [line for line in lines(found, places.CONFIGURATION) if line.startswith("replicaof")]
    unit = files(found)["/etc/systemd/system/litellm-redis.service"]
    assert "begin.py redis /etc/litellm-redis/redis.conf /var/lib/litellm-redis/redis.conf 10.0.0.1 6379\n" in unit
    told = lines(found, places.SENTINEL)
    assert "sentinel monitor litellm 10.0.0.1 6379 2" in told
    # Names count only behind this.
    assert told.index("sentinel resolve-hostnames yes") < told.index("sentinel monitor litellm 10.0.0.1 6379 2")
    assert {"port 0", "tls-port 26379"} <= set(told)


def test_without_sentinel_the_configuration_says_who_follows_whom() -> None:
    assert "replicaof 10.0.0.1 6379" in lines(planned(THREE, host="b", sentinel=False, **FLEET), places.CONFIGURATION)
    assert "replicaof" not in files(planned(THREE, host="a", sentinel=False, **FLEET))[places.CONFIGURATION]


def test_a_key_is_text_or_a_path_and_only_redis_reads_it() -> None:
    text = "-----BEGIN PRIVATE KEY-----"
    found = {each["path"]: each for each in planned(THREE, **{**FLEET, "tls_key": text})["pem_files"]}
    assert found[places.KEY] == {"path": places.KEY, "mode": "0640", "content": text}
    assert found[places.CERTIFICATE] == {"path": places.CERTIFICATE, "mode": "0644", "source": "/srv/cert.pem"}


def test_the_services_may_do_little() -> None:
    unit = files(planned())["/etc/systemd/system/litellm-redis.service"].splitlines()
    assert {"NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet=", "User=litellm-redis"} <= set(unit)


def test_a_refusal_names_everything() -> None:
    with pytest.raises(InputError) as refused:
        planned(port=0, memory=0)
    assert [problem.path for problem in refused.value.problems] == ["litellm_redis_port", "litellm_redis_memory"]
