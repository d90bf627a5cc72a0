"""What differs in a Redis that runs, and what puts it right without a restart."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _redis_places as places
from ansible_collections.llmops.litellm.plugins.module_utils._redis import comparing
from ansible_collections.llmops.litellm.plugins.module_utils._redis.client import Refused

from tests.unit.plugins.module_utils._redis.conftest import Answers, Said

CONFIGURATION = "port 0\ndir /var/lib/litellm-redis\nmaxclients 4000\n"
SETTINGS = {
    "port": "0",
    "tls-port": "0",
    "dir": "/var/lib/litellm-redis",
    "maxclients": "4000",
    "maxmemory": "64",
    "slaveof": "",
}
SETTINGS |= dict.fromkeys(("unixsocket", "aclfile", "tls-cert-file", "tls-key-file", "tls-ca-cert-file"), "")
USERS = ["user admin on #1 ~* +@all", "user default on nopass ~litellm:* -@all +get +set"]


def redis(**facts: t.Any) -> Said:
    """A Redis as it should be, but for *facts*."""

    def set_to(words: tuple[str, ...]) -> str:
        if words[2] == "databases":
            raise Refused("ERR can't set immutable config")
        return "OK"

    answers: Answers = {
        ("INFO", "server"): {"redis_version": facts.get("version", "7.0.15")},
        ("INFO", "replication"): facts.get("replication", {}),
        ("CONFIG", "GET"): {**SETTINGS, **facts.get("settings", {})},
        ("CONFIG", "SET"): set_to,
        ("ACL", "LIST"): facts.get("users", USERS),
    }
    return Said(answers)


def compared(
    running: Said, tried: Said | None = None, *, text: str = CONFIGURATION, follows: bool = True
) -> comparing.Live:
    files = {places.CONFIGURATION: text}
    return comparing.compare(t.cast(t.Any, running), t.cast(t.Any, tried or redis()), files, follows)


def test_what_is_as_declared_is_left_alone() -> None:
    # Each process tells the commands of an account in an order of its own, and a trial has another limit of connections.
    running = redis(users=[USERS[0], "user default on nopass ~litellm:* -@all +set +get"])
    assert compared(running, redis(settings={"maxclients": "900", "slaveof": "x"})) == ([], [], [])


def test_a_setting_is_changed_while_it_runs() -> None:
    live = compared(redis(settings={"maxmemory": "32"}))
    assert live.commands == [("CONFIG", "SET", "maxmemory", "64")]
    assert live.restart == []
    assert live.told == ["maxmemory is '32' instead of '64'"]


@pytest.mark.parametrize(
    ("now", "then"), [({"databases": "1"}, {"databases": "16"}), ({"port": "6379"}, {}), ({"dir": "/srv"}, {})]
)
def test_what_redis_does_not_take_while_it_runs_needs_a_restart(now: dict[str, str], then: dict[str, str]) -> None:
    live = compared(redis(settings=now), redis(settings=then))
    assert len(live.restart) == 1
    assert live.told == live.restart
    assert live.commands == []


def test_a_version_that_is_installed_and_does_not_run_needs_a_restart() -> None:
    assert compared(redis(version="7.0.14")).restart == ["version 7.0.14 runs, and 7.0.15 is installed"]


def test_a_password_of_servers_is_not_told() -> None:
    live = compared(redis(settings={"masterauth": "canary"}), redis(settings={"masterauth": "canary2"}))
    assert live.told == ["masterauth differs"]


def test_an_account_is_changed_without_ending_its_connections() -> None:
    live = compared(redis(users=["user admin on #1 ~* +@all", "user default on nopass", "user old on"]))
    assert live.commands == [
        ("ACL", "SETUSER", "default", "reset", "on", "nopass", "~litellm:*", "-@all", "+get", "+set"),
        ("ACL", "DELUSER", "old"),
    ]
    assert live.told == ["what the account default may do, or its password, differs", "there is an account old"]


def test_whom_it_follows_is_changed_unless_sentinel_says_so() -> None:
    follows = {"replication": {"master_host": "10.0.0.9", "master_port": "6379"}}
    live = compared(redis(**follows))
    assert live.commands == [("REPLICAOF", "NO", "ONE")]
    assert live.told == ["it is a replica of 10.0.0.9 6379 instead of a primary"]
    live = compared(redis(), text=CONFIGURATION + "replicaof 10.0.0.1 6379\n")
    assert live.commands == [("REPLICAOF", "10.0.0.1", "6379")]
    assert compared(redis(**follows), follows=False).told == []


def test_a_certificate_is_read_again_with_its_key() -> None:
    running = redis()
    comparing.reload_certificate(t.cast(t.Any, running))
    assert running.asked[0][:4] == ("CONFIG", "SET", "tls-cert-file", places.CERTIFICATE)
    assert len(running.asked[0]) == 8
