"""What asking a Redis shows, good and bad."""

from __future__ import annotations

import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _redis_places as places
from ansible_collections.llmops.litellm.plugins.module_utils._redis import asking
from ansible_collections.llmops.litellm.plugins.module_utils._redis.client import (
    Address,
    RedisError,
    Refused,
    Unreachable,
)

from tests.unit.plugins.module_utils._redis.conftest import Said

Facts = dict[str, str]
HEALTHY: dict[str, Facts] = {
    "replication": {"role": "master", "connected_slaves": "2"},
    "persistence": {"aof_enabled": "1", "aof_last_write_status": "ok", "aof_last_bgrewrite_status": "ok"},
    "memory": {"used_memory": "1048576", "maxmemory": "67108864", "maxmemory_policy": "noeviction"},
}
COUNTS: dict[tuple[str, ...], t.Any] = {
    ("PING",): "PONG",
    ("SET",): "OK",
    ("INCRBYFLOAT",): "1.5",
    ("EVAL",): "2",
    ("DEL",): 1,
    ("SENTINEL", "CKQUORUM"): "OK 3 usable Sentinels",
    ("SENTINEL", "GET-MASTER-ADDR-BY-NAME"): ["10.0.0.1", "6379"],
}
REPLICA = {"role": "slave", "master_host": "10.0.0.9", "master_port": "6379", "master_link_status": "down"}
OPTIONS = {
    "username": "litellm",
    "password": "secret",
    "namespace": "litellm",
    "addresses": ["10.0.0.1"],
    "port": 6379,
    "tls": True,
    "sentinel_port": 26379,
    "hosts": ["10.0.0.1", "10.0.0.2", "10.0.0.3"],
    "own_address": "10.0.0.1",
    "replicates": "",
}


def read(words: tuple[str, ...]) -> str:
    """A client reads its own keys, and is refused any other."""
    if not words[1].startswith("litellm:"):
        raise RefusedRead("NOPERM")
    return "2"


class RefusedRead(Refused):
    """A key of somebody else's."""


@pytest.fixture
def prove(monkeypatch: pytest.MonkeyPatch) -> t.Callable[..., asking.Proof]:
    """Asks a Redis that is healthy, but for what the test says."""

    def run(
        facts: dict[str, Facts] | None = None,
        counts: dict[tuple[str, ...], t.Any] | None = None,
        away: str = "",
        overcommit: str = "1\n",
        **options: t.Any,
    ) -> asking.Proof:
        told = HEALTHY | (facts or {})
        admin = Said({("INFO", name): HEALTHY[name] | section for name, section in told.items()})

        def connect(address: Address, *_account: str) -> Said:
            if away and away in str(address):
                raise Unreachable(f"{address} cannot be reached")
            return Said({("GET",): read, **COUNTS, **(counts or {})})

        monkeypatch.setattr(asking, "admin_connection", lambda: admin)
        monkeypatch.setattr(asking, "Connection", connect)
        monkeypatch.setattr(asking, "text_of", lambda _path: overcommit)
        return asking.prove({**OPTIONS, **options})

    return run


Prove = t.Callable[..., asking.Proof]


def test_a_healthy_one_has_nothing_to_tell(prove: Prove) -> None:
    proof = prove()
    assert (proof.problems, proof.notices, proof.role) == ([], [], "primary")
    assert proof.facts == {"used_memory": 1048576, "memory": 67108864, "primary": "10.0.0.1"}
    assert prove(sentinel_port=0).facts == {"used_memory": 1048576, "memory": 67108864}


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"facts": {"persistence": {"aof_enabled": "0"}}}, "it keeps nothing on disk"),
        ({"facts": {"persistence": {"aof_last_write_status": "err"}}}, "its file could not be written the last time"),
        ({"facts": {"memory": {"maxmemory_policy": "allkeys-lru"}}}, "it forgets by allkeys-lru when it is full"),
        ({"facts": {"memory": {"used_memory": "67108864"}}}, "it uses 64 of 64 MB"),
        ({"facts": {"replication": {"connected_slaves": "1"}}}, "it is the primary of 2 others, and 1 of them follow"),
        ({"facts": {"replication": REPLICA}}, "it is a replica of 10.0.0.9:6379 and has no connection there"),
        ({"facts": {"replication": REPLICA}, "sentinel_port": 0}, "it is a replica, and is declared as primary"),
        ({"facts": {"replication": REPLICA}}, "Sentinel says that 10.0.0.1 is the primary, and this host is a replica"),
        ({"counts": {("SENTINEL", "GET-MASTER-ADDR-BY-NAME"): None}}, "Sentinel knows no primary of litellm"),
        ({"counts": {("EVAL",): "3"}}, "it counted 3 and 2 instead of 2"),
        ({"counts": {("FLUSHALL",): "OK"}}, "it does FLUSHALL, which it should refuse"),
        ({"away": ":6379"}, "as a client, at 10.0.0.1:6379: 10.0.0.1:6379 cannot be reached"),
        ({"away": ":26379"}, "Sentinel: 10.0.0.1:26379 cannot be reached"),
    ],
)
def test_what_is_wrong_is_told(prove: Prove, given: dict[str, t.Any], says: str) -> None:
    assert any(says in problem for problem in prove(**given).problems)


def test_what_is_worth_knowing_is_no_problem(prove: Prove) -> None:
    proof = prove(facts={"memory": {"used_memory": "60000000"}}, overcommit="0\n")
    assert proof.problems == []
    assert "it uses 57 of 64 MB" in proof.notices[0]
    assert proof.notices[1].startswith("vm.overcommit_memory is not 1")


def test_one_that_is_away_is_told(host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def connect() -> t.NoReturn:
        raise RedisError(f"{places.SOCKET} cannot be reached")

    monkeypatch.setattr(asking, "admin_connection", connect)
    proof = asking.prove(OPTIONS)
    assert proof.role == ""
    assert "cannot be reached" in proof.problems[0]
