"""A worker that dies takes only its own requests with it, and is told of."""

from __future__ import annotations

import datetime
import http.client
import json
import os
import shutil
import signal
import sys
import types
import typing as t
from pathlib import Path

import deaths
import pytest

from tests.unit.roles.litellm.gateway.conftest import LONGEST, Slot, wait_until
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


def test_a_death_that_cannot_be_noted_ends_nobody_else(slot: Slot) -> None:
    slot.options["workers"] = 2
    slot.state = slot.folder / "run" / "state"
    slot.state.parent.mkdir()
    process = slot.start()
    slot.wait_for(f"ready {process.pid}\n")
    victim, other = children(process.pid)
    shutil.rmtree(slot.state.parent)
    assert process.stdout
    process.stdout.close()  # nor does anybody read the log
    os.kill(victim, signal.SIGKILL)
    wait_until(lambda: victim not in children(process.pid) and len(children(process.pid)) == 2)
    assert other in children(process.pid)
    assert get(f"{slot.url}/who") in children(process.pid)
    process.terminate()
    assert process.wait(LONGEST) == 0
