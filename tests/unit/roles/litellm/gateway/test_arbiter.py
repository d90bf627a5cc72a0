"""What gunicorn's master does when workers end, and that it stops once."""

from __future__ import annotations

import os
import signal
import types
import typing as t
from pathlib import Path

import pytest
from arbiter import SlotArbiter
from deaths import Deaths
from gunicorn.arbiter import Arbiter
from gunicorn.errors import HaltServer


def test_who_is_reaped_by_somebody_else_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = Deaths(tmp_path / "deaths.json")
    master = SlotArbiter.__new__(SlotArbiter)
    master._deaths = seen
    monkeypatch.setattr(Arbiter, "WORKERS", {os.getpid(): None})
    monkeypatch.setattr(Arbiter, "reap_workers", lambda _master: None)
    master.reap_workers()
    assert not (tmp_path / "deaths.json").exists()


def test_two_workers_that_do_not_start_stop_the_slot_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def halt(_master: Arbiter) -> t.NoReturn:
        raise HaltServer("Worker failed to boot.", Arbiter.WORKER_BOOT_ERROR)

    asked: list[int] = []
    master = SlotArbiter.__new__(SlotArbiter)
    master._deaths = Deaths(tmp_path / "deaths.json")
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
    master = SlotArbiter.__new__(SlotArbiter)
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
