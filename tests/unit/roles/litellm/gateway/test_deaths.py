"""A worker that dies takes only its own requests with it, and is told of."""

from __future__ import annotations

import datetime
import http.client
import json
import os
import signal
import sys
import types
import typing as t
from pathlib import Path

import deaths
import pytest
from gunicorn.arbiter import Arbiter
from gunicorn.errors import HaltServer

from tests.unit.roles.litellm.gateway.conftest import Slot, wait_until
from tests.unit.roles.litellm.gateway.test_gateway import children, ended, get


class Metric:
    """Stands for a counter of prometheus-client."""

    def __init__(self, name: str, _text: str, labels: list[str], registry: None) -> None:
        self.name, self.labelled, self.counts = name, labels, dict[str, int]()
        assert registry is None

    def labels(self, signal_name: str) -> Metric:
        self.counts.setdefault(signal_name, 0)
        self._chosen = signal_name
        return self

    def inc(self) -> None:
        self.counts[self._chosen] += 1


def test_a_worker_that_dies_is_told_of_with_what_it_had_to_do(slot: Slot) -> None:
    slot.options["workers"] = 2
    process = slot.start()
    slot.wait_for(f"ready {process.pid}\n")
    file = slot.folder / "deaths.json"
    assert not file.exists()
    waiting = http.client.HTTPConnection("127.0.0.1", slot.port, timeout=30)
    waiting.request("GET", "/who")
    victim = json.load(waiting.getresponse())
    waiting.request("GET", "/held")
    wait_until((slot.folder / "config.yaml.held").exists)
    os.kill(victim, signal.SIGSEGV)
    with pytest.raises((http.client.HTTPException, OSError)):
        waiting.getresponse()
    wait_until(lambda: victim not in children(process.pid) and len(children(process.pid)) == 2)
    assert get(f"{slot.url}/who") != victim
    told = json.loads(file.read_text())
    assert (told["count"], told["signal"]) == (1, "SIGSEGV")
    assert datetime.datetime.fromisoformat(told["at"]).tzinfo is datetime.timezone.utc
    os.kill(children(process.pid)[0], signal.SIGKILL)
    wait_until(lambda: json.loads(file.read_text())["count"] == 2)
    assert json.loads(file.read_text())["signal"] == "SIGKILL"
    output = ended(process)
    assert output.count(f"worker {victim} died of SIGSEGV with 1 requests under way") == 1
    assert output.count("died of") == 2
    assert slot.state.exists() is False


def test_a_start_begins_without_deaths_and_an_end_in_order_is_none(slot: Slot) -> None:
    (slot.folder / "deaths.json").write_text("{}")
    process = slot.start()
    slot.wait_for("ready")
    assert not (slot.folder / "deaths.json").exists()
    assert "died" not in ended(process)
    assert not (slot.folder / "deaths.json").exists()


def test_the_metric_has_the_usual_signals_from_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prometheus_client", types.SimpleNamespace(Counter=Metric))
    seen = deaths.Deaths(tmp_path / "deaths.json")
    seen.count_in_metrics()
    metric: t.Any = seen._metric
    assert (metric.name, metric.labelled) == ("litellm_gateway_worker_deaths", ["signal"])
    assert set(metric.counts.values()) == {0}
    seen.tell(7, signal.SIGSEGV, 0)
    seen.tell(8, 63, 0)
    assert metric.counts["SIGSEGV"] == metric.counts["signal 63"] == 1
    assert json.loads((tmp_path / "deaths.json").read_text())["count"] == 2


def test_there_is_no_metric_without_its_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prometheus_client", None)
    seen = deaths.Deaths(tmp_path / "deaths.json")
    seen.count_in_metrics()
    seen.tell(7, signal.SIGSEGV, 0)
    assert json.loads((tmp_path / "deaths.json").read_text())["signal"] == "SIGSEGV"


def test_who_is_reaped_by_somebody_else_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = deaths.Deaths(tmp_path / "deaths.json")
    master = deaths.SlotArbiter.__new__(deaths.SlotArbiter)
    master._deaths = seen
    monkeypatch.setattr(Arbiter, "WORKERS", {os.getpid(): None})
    monkeypatch.setattr(Arbiter, "reap_workers", lambda _master: None)
    master.reap_workers()
    assert not (tmp_path / "deaths.json").exists()


def test_two_workers_that_do_not_start_stop_the_slot_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def halt(_master: Arbiter) -> t.NoReturn:
        raise HaltServer("Worker failed to boot.", Arbiter.WORKER_BOOT_ERROR)

    asked: list[int] = []
    master = deaths.SlotArbiter.__new__(deaths.SlotArbiter)
    master._deaths = deaths.Deaths(tmp_path / "deaths.json")
    master._metrics = None
    closing: t.Any = types.SimpleNamespace(begin=lambda workers: None)
    master._closing = closing
    master._stops = master._waits = master._worker_ended = False
    monkeypatch.setattr(Arbiter, "WORKERS", {})
    monkeypatch.setattr(Arbiter, "reap_workers", halt)
    monkeypatch.setattr(Arbiter, "stop", lambda _master, _graceful: None)
    monkeypatch.setattr(Arbiter, "kill_workers", lambda _master, number: asked.append(number))
    with pytest.raises(HaltServer):
        master.reap_workers()
    master.stop()
    master.reap_workers()
    assert asked == [0]


def test_the_main_loop_tells_of_a_worker_and_not_what_interrupts_it(monkeypatch: pytest.MonkeyPatch) -> None:
    reaped: list[str] = []
    at = "the loop"
    master = deaths.SlotArbiter.__new__(deaths.SlotArbiter)
    nothing: t.Any = types.SimpleNamespace(begin=lambda workers: None)
    master._metrics, master._closing = None, nothing
    master._stops = master._waits = master._worker_ended = False
    monkeypatch.setattr(master, "reap_workers", lambda: reaped.append(at))
    monkeypatch.setattr(master, "wakeup", lambda: None)
    monkeypatch.setattr(Arbiter, "murder_workers", lambda _master: None)
    monkeypatch.setattr(Arbiter, "stop", lambda stopped, _graceful: stopped.handle_chld(signal.SIGCHLD, None))
    master.murder_workers()
    master.handle_chld(signal.SIGCHLD, None)
    master.handle_chld(signal.SIGCHLD, None)
    assert reaped == []
    master.murder_workers()
    assert reaped == ["the loop"]
    master.handle_chld(signal.SIGCHLD, None)
    at = "the end"
    master.stop()
    assert reaped == ["the loop", "the end", "the end"], "one that ended before, and one that gunicorn waited for"
    master.handle_chld(signal.SIGCHLD, None)
    assert len(reaped) == 3, "nobody is left to look after"
