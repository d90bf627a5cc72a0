"""Redis on a host: what differs, what is done about it, and what comes back where it does not work."""

from __future__ import annotations

import contextlib
import os
import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _owned_files as owned
from ansible_collections.llmops.litellm.plugins.module_utils import _redis_places as places
from ansible_collections.llmops.litellm.plugins.module_utils import _systemctl
from ansible_collections.llmops.litellm.plugins.module_utils._owned_files import Refusal
from ansible_collections.llmops.litellm.plugins.module_utils._redis import (
    bringing,
    comparing,
    trial,
)
from ansible_collections.llmops.litellm.plugins.module_utils._redis.client import RedisError, Refused, Unreachable

from tests.unit.plugins.module_utils._redis.conftest import Said
from tests.unit.plugins.module_utils._redis.test_comparing import redis
from tests.unit.plugins.module_utils.simulated_systemd import Systemd

Options = dict[str, t.Any]


@pytest.fixture
def systemd(host: Path, monkeypatch: pytest.MonkeyPatch) -> Systemd:
    """A host with the program, whose Redis is as it should be once it runs."""
    made = Systemd(places.CONFIGURATION)
    monkeypatch.setattr(_systemctl, "systemctl", made.systemctl)
    monkeypatch.setattr(_systemctl, "journal", lambda _service: "1:M 1 Jan # the port is taken")
    monkeypatch.setattr(trial.Program, "is_there", True)
    monkeypatch.setattr(bringing, "trial", lambda *_args: contextlib.nullcontext(redis()))
    monkeypatch.setattr(bringing, "READY", 0.1)
    monkeypatch.setattr(owned, "group_number", lambda _name: os.getgid())
    monkeypatch.setattr(owned, "user_number", lambda _name: os.getuid())
    monkeypatch.setattr(owned, "OWNER", os.getuid())
    running(monkeypatch, made, redis())
    return made


def running(monkeypatch: pytest.MonkeyPatch, systemd: Systemd, said: Said) -> None:
    """Let *said* be what answers while the service runs."""
    said.answers[("INFO", "persistence")] = {"loading": "0"}

    def connect() -> Said:
        if places.SERVICE not in systemd.active:
            raise Unreachable("nobody there")
        return said

    monkeypatch.setattr(bringing, "admin_connection", connect)


def options(memory: int = 64, **others: t.Any) -> Options:
    found = {
        "server": "redis",
        "files": [
            {
                "path": places.CONFIGURATION,
                "content": f"port 0\ndir /var/lib/litellm-redis\nmaxclients 4000\nmaxmemory {memory}\n",
                "mode": "0644",
            },
            {"path": places.UNITS[places.SERVICE], "content": "ExecStart=@PROGRAM@ x\n", "mode": "0644"},
        ],
        "secret_files": [{"path": places.USERS, "content": "user default on\n", "mode": "0640"}],
        "pem_files": [],
        "services": [places.SERVICE],
        "socket_group": "litellm",
        "tls": False,
        "addresses": [],
        "port": 0,
    }
    return found | others


def bring(given: Options) -> bringing.Found:
    found = bringing.look(given)
    if found.changed:
        bringing.bring(given, found)
    return found


def test_a_first_run_brings_everything_and_a_second_one_nothing(systemd: Systemd) -> None:
    found = bring(options())
    assert "litellm-redis.service has to be started" in found.told
    assert systemd.restarted == [places.SERVICE]
    assert systemd.enabled == {places.SERVICE}
    assert "@/usr/bin/redis-check-rdb redis-server x" in Path(places.UNITS[places.SERVICE]).read_text()
    assert Path(places.USERS).read_text().splitlines()[1].startswith("user admin on #")
    assert Path(places.ADMIN_PASSWORD).stat().st_mode & 0o777 == 0o600
    assert not Path(places.UNFINISHED).exists()
    assert bring(options()).told == []


def test_what_may_not_be_shown_is_not(systemd: Systemd) -> None:
    given = options(secret_files=[{"path": places.USERS, "content": "canary\n", "mode": "0640"}])
    shown = str(bringing.look(given).diff)
    assert "canary" not in shown
    assert "maxmemory 64" in shown


def test_what_redis_takes_while_it_runs_needs_no_restart(systemd: Systemd, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(options())
    said = redis(settings={"maxmemory": "32"})
    running(monkeypatch, systemd, said)
    found = bring(options(memory=65))
    assert found.restarts == []
    assert ("CONFIG", "SET", "maxmemory", "64") in said.asked
    assert "maxmemory 65" in Path(places.CONFIGURATION).read_text()
    assert systemd.restarted == [places.SERVICE]


def test_a_change_that_redis_refuses_is_told(systemd: Systemd, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(options())
    said = redis(settings={"maxmemory": "32"})

    def refuse(_words: object) -> None:
        raise Refused("ERR no")

    said.answers[("CONFIG", "SET")] = refuse
    running(monkeypatch, systemd, said)
    with pytest.raises(_systemctl.Failed, match="did not take a change while it runs: ERR no"):
        bring(options())


def test_a_run_that_was_killed_before_the_restart_is_finished(systemd: Systemd) -> None:
    bring(options())
    Path(places.UNFINISHED).write_text(f"{places.SERVICE}\n")
    assert bring(options()).told == ["litellm-redis.service has to be started again"]
    assert len(systemd.restarted) == 2


def test_where_it_does_not_start_what_was_there_comes_back(systemd: Systemd) -> None:
    bring(options())
    before = Path(places.CONFIGURATION).read_text()
    systemd.fails = "maxmemory 99"
    systemd.active.clear()
    with pytest.raises(_systemctl.Failed, match="did not start: the port is taken"):
        bring(options(memory=99))
    assert Path(places.CONFIGURATION).read_text() == before
    assert systemd.active == {places.SERVICE}


def test_a_first_start_that_fails_leaves_no_service(systemd: Systemd) -> None:
    systemd.fails = "maxmemory"
    with pytest.raises(_systemctl.Failed):
        bring(options())
    assert systemd.enabled == set()
    assert not Path(places.CONFIGURATION).exists()


def test_a_redis_that_does_not_become_ready_is_told(systemd: Systemd, monkeypatch: pytest.MonkeyPatch) -> None:
    said = redis()
    running(monkeypatch, systemd, said)
    said.answers[("INFO", "persistence")] = {"loading": "1"}
    with pytest.raises(RedisError, match="it reads its data still"):
        bring(options())


def test_files_and_services_that_are_declared_no_more_go(systemd: Systemd) -> None:
    sentinel = {"path": places.UNITS[places.SENTINEL_SERVICE], "content": "x\n", "mode": "0644"}
    given = options(services=[places.SERVICE, places.SENTINEL_SERVICE])
    given["files"].append(sentinel)
    bring(given)
    assert systemd.active == {places.SERVICE, places.SENTINEL_SERVICE}
    found = bring(options())
    assert found.told == [f"{sentinel['path']} should not be there"]
    assert systemd.active == {places.SERVICE}
    assert not Path(sentinel["path"]).exists()


def test_where_it_does_not_start_without_them_files_that_are_declared_no_more_are_still_there(systemd: Systemd) -> None:
    sentinel = places.UNITS[places.SENTINEL_SERVICE]
    given = options(services=[places.SERVICE, places.SENTINEL_SERVICE])
    given["files"].append({"path": sentinel, "content": "x\n", "mode": "0644"})
    given["pem_files"] = [{"path": places.CERTIFICATE, "mode": "0644", "source": None, "content": "one"}]
    bring(given)
    before = {path: Path(path).read_text() for path in places.MANAGED if Path(path).exists()}
    assert {sentinel, places.CERTIFICATE} < {*before}
    systemd.fails = "maxmemory 99"
    systemd.active.discard(places.SERVICE)
    with pytest.raises(_systemctl.Failed, match="did not start"):
        bring(options(memory=99))
    assert {path: Path(path).read_text() for path in places.MANAGED if Path(path).exists()} == before
    assert systemd.active == systemd.enabled == {places.SERVICE, places.SENTINEL_SERVICE}


def test_a_certificate_is_copied_and_read_again(
    systemd: Systemd, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = places.CERTIFICATE
    monkeypatch.setattr(comparing, "shows_another_certificate", lambda _address: False)
    (tmp_path / "cert").write_text("one\n")
    given = options(tls=True, addresses=["127.0.0.1"])
    given["pem_files"] = [{"path": path, "mode": "0644", "source": str(tmp_path / "cert"), "content": None}]
    said = redis()
    running(monkeypatch, systemd, said)
    bring(given)
    (tmp_path / "cert").write_text("two\n")
    assert bring(given).restarts == []
    assert Path(path).read_text() == "two\n"
    assert said.asked[-1][2] == "tls-cert-file"
    given["pem_files"][0]["source"] = "/nowhere"
    with pytest.raises(Refusal, match="/nowhere does not exist on the host"):
        bringing.look(given)
    given["pem_files"][0] |= {"source": "", "content": " text "}
    assert any(each.content == "text\n" for each in bringing.look(given).wanted)


def test_taking_it_away_leaves_nothing_but_data_that_are_kept(systemd: Systemd) -> None:
    bring(options())
    data = Path(places.STATES[0])
    data.mkdir()
    bringing.take_away(True)
    assert bringing.remains(True) == []
    assert (systemd.active, systemd.enabled) == (set(), set())
    assert bringing.remains(False) == [str(data)]
    bringing.take_away(False)
    assert not data.exists()


def test_without_the_program_nothing_is_tried(systemd: Systemd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial.Program, "is_there", False)
    assert "redis-tools is not installed" in bringing.look(options()).told


def test_where_nobody_answers_there_is_an_error(host: Path) -> None:
    with pytest.raises(RedisError):
        bringing.admin_connection()
