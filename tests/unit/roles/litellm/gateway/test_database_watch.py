"""What a worker tells of its database."""

from __future__ import annotations

import asyncio
import sys
import types
import typing as t

import database_watch
import pytest
from database_watch import AWAY, DatabaseWatch

AGAIN = "The database answers again"


class Database:
    """Stands for LiteLLM's client of Prisma: answers, fails or hangs, in this order, and ends the test's loop after the last."""

    def __init__(self, *does: t.Literal["answer", "fail", "hang"]) -> None:
        self._does = list(does)
        self.over = asyncio.Event()

    @property
    def db(self) -> Database:
        return self

    async def query_raw(self, query: str) -> None:
        assert query == "SELECT 1"
        if not self._does:
            self.over.set()
            await asyncio.sleep(1000)
        done = self._does.pop(0)
        if done == "fail":
            raise OSError("postgresql://litellm:secret@127.0.0.1 cannot be reached")
        if done == "hang":
            await asyncio.sleep(1000)


@pytest.fixture(autouse=True)
def gauges(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[int]]:
    """The values that each gauge had."""
    made: dict[str, list[int]] = {}

    def gauge(name: str, _text: str, registry: None, multiprocess_mode: str) -> object:
        assert (registry, multiprocess_mode) == (None, "livemin")
        return types.SimpleNamespace(set=made.setdefault(name, []).append)

    module = types.ModuleType("prometheus_client")
    vars(module)["Gauge"] = gauge
    monkeypatch.setitem(sys.modules, "prometheus_client", module)
    monkeypatch.setattr(database_watch, "WATCH_SECONDS", 0)
    monkeypatch.setattr(database_watch, "ANSWER_SECONDS", 1)
    return made


def watched(*does: t.Literal["answer", "fail", "hang"]) -> None:
    async def watch() -> None:
        database = Database(*does)
        kept = DatabaseWatch()
        kept.begin(database)
        await asyncio.wait_for(database.over.wait(), 60)

    asyncio.run(watch())


def test_each_change_is_told_once(gauges: dict[str, list[int]], capsys: pytest.CaptureFixture[str]) -> None:
    watched("answer", "fail", "hang", "answer", "answer")
    assert gauges == {"litellm_gateway_database_up": [1, 0, 0, 1, 1]}
    assert capsys.readouterr().out.splitlines() == [AWAY, AGAIN]


def test_a_database_that_answers_from_the_start_is_no_news(capsys: pytest.CaptureFixture[str]) -> None:
    watched("answer", "answer")
    assert capsys.readouterr().out == ""


def test_a_gateway_without_a_database_tells_nothing(gauges: dict[str, list[int]]) -> None:
    DatabaseWatch().begin(None)
    assert gauges == {}


def test_it_watches_without_metrics(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "prometheus_client", None)  # not installed
    watched("fail", "answer")
    assert capsys.readouterr().out.splitlines() == [AWAY, AGAIN]
