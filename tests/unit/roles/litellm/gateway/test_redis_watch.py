"""What a worker tells of its Redis, and when a Redis refuses the slot."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
import types
import typing as t
from pathlib import Path

import pytest
import redis_watch
from reason import ReleaseRefusedError
from redis_access import AWAY, REFUSED, UP, Answer
from redis_watch import RedisWatch, worst

from tests.unit.roles.litellm.gateway.conftest import Slot, wait_until


class Redis:
    """One that answers as the test says."""

    place = "its place"

    def __init__(self, *answers: Answer, seconds: float = 0) -> None:
        self._answers, self._seconds = list(answers), seconds
        self.asked = 0

    def ask(self) -> Answer:
        time.sleep(self._seconds)
        self.asked += 1
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]


class Gauge:
    """Stands for a gauge of prometheus-client."""

    def __init__(self, name: str, _text: str, registry: None, multiprocess_mode: str) -> None:
        assert (registry, multiprocess_mode) == (None, "livemin")
        self.name, self.value = name, -1
        made.append(self)

    def set(self, value: int) -> None:
        self.value = value


made: list[Gauge] = []


@pytest.fixture(autouse=True)
def metrics(monkeypatch: pytest.MonkeyPatch) -> None:
    made.clear()
    module = types.ModuleType("prometheus_client")
    vars(module)["Gauge"] = Gauge
    monkeypatch.setitem(sys.modules, "prometheus_client", module)


def told(folder: Path) -> dict[str, str]:
    return t.cast("dict[str, str]", json.loads((folder / str(os.getpid())).read_text()))


def proved(watch: RedisWatch, *redises: Redis, served_before: bool = False) -> None:
    asyncio.run(watch.prove(t.cast("t.Any", redises), served_before))


def test_the_worst_counts() -> None:
    away, other, refused = Answer(AWAY, "one"), Answer(AWAY, "two"), Answer(REFUSED, "three")
    assert worst([]) == worst([Answer(UP)]) == (UP, "")
    assert worst([away, Answer(UP), other]) == (AWAY, "one; two")
    assert worst([away, refused]) == refused


def test_a_gateway_without_redis_tells_nothing(tmp_path: Path) -> None:
    proved(RedisWatch(tmp_path / "redis"))
    assert not (tmp_path / "redis").exists()
    assert made == []


def test_a_change_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(redis_watch, "WATCH_SECONDS", 0.01)
    folder = tmp_path / "redis"
    folder.mkdir()
    (folder / "1").write_text("of an earlier start")
    watch = RedisWatch(folder)
    redis = Redis(Answer(AWAY, "Redis is away"), Answer(AWAY, "Redis is away"), Answer(UP))
    proved(watch, redis)
    wait_until(lambda: redis.asked > 3)
    assert [file.name for file in folder.iterdir()] == [str(os.getpid())]
    assert told(folder)["state"] == UP
    assert made[0].name == "litellm_gateway_redis_up"
    assert made[0].value == 1
    assert capsys.readouterr().out.splitlines() == [
        "warning: Redis is away; this worker counts limits and budgets alone",
        "Redis answers again, and counts for all workers",
    ]
    watch.forget(os.getpid())
    watch.forget(os.getpid())
    assert list(folder.iterdir()) == []


def test_a_redis_that_refuses(tmp_path: Path) -> None:
    watch = RedisWatch(tmp_path / "redis")
    refuses = Redis(Answer(REFUSED, "Redis (its place) asks for a password"))
    with pytest.raises(ReleaseRefusedError, match="asks for a password; without it this gateway would count"):
        asyncio.run(watch.prove(t.cast("t.Any", [refuses]), served_before=False))
    assert not (tmp_path / "redis").exists()


def test_a_release_that_has_served_is_not_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redis_watch, "WATCH_SECONDS", 1000)
    monkeypatch.setitem(sys.modules, "prometheus_client", None)  # not installed
    proved(RedisWatch(tmp_path / "redis"), Redis(Answer(REFUSED, "it asks for a password")), served_before=True)
    assert told(tmp_path / "redis")["sentence"] == "it asks for a password"


def test_nobody_waits_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redis_watch, "WATCH_SECONDS", 1000)
    monkeypatch.setattr(redis_watch, "PROOF_SECONDS", 0.01)
    proved(RedisWatch(tmp_path / "redis"), Redis(Answer(UP), seconds=0.2))
    assert told(tmp_path / "redis")["sentence"] == "Redis (its place) does not answer within 0.01 s"


def test_the_program_finds_no_redis(slot: Slot) -> None:
    process = slot.start()
    slot.wait_for(f"ready {process.pid}\n")
    assert not (slot.folder / "redis").exists()
