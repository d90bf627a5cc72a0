"""What a play says of a host whose new release did not become ready."""

from __future__ import annotations

import typing as t
from dataclasses import replace
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host.failure import Line
from ansible_collections.llmops.litellm.plugins.module_utils._host.systemd import Unit
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release import aftermath
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release.aftermath import standing, tell_failure
from ansible_collections.llmops.litellm.plugins.module_utils._release.content import record_of
from ansible_collections.llmops.litellm.plugins.module_utils._release.observed import Observed

from tests.unit.plugins.module_utils.releases import AT, LAYOUT, release

RECORD = record_of(release(), LAYOUT, 1, 1, AT, [])


RESTS = Observed(records=(RECORD,))
RUNS = replace(RESTS, running=frozenset({1}))
SILENT = "Slot 1, which served before, is not running"


@pytest.mark.parametrize(
    ("observed", "opened", "answered", "wakes", "sentence"),
    [
        (Observed(), False, False, True, "Nothing is serving, and port 4001 is closed."),
        (Observed(), True, False, True, "Nothing is serving, and port 4001 is open."),
        (replace(RUNS, answers=True), True, True, True, "Slot 1 serves on, unchanged."),
        (RUNS, True, True, True, "Slot 1 serves on, unchanged."),
        (RUNS, True, False, True, "Slot 1 is running, but does not answer on port 4000."),
        (RESTS, True, False, True, f"{SILENT}; the next connection starts it."),
        (RESTS, True, False, False, f"{SILENT}, and port 4000 is open."),
        (RESTS, False, False, True, f"{SILENT}, and port 4000 is closed."),
    ],
)
def test_what_serves(
    monkeypatch: pytest.MonkeyPatch, observed: Observed, opened: bool, answered: bool, wakes: bool, sentence: str
) -> None:
    monkeypatch.setattr(aftermath, "listens", lambda _host, _port: opened)
    monkeypatch.setattr(aftermath, "answers", lambda _host, _port, _certificate, _seconds: answered)
    assert standing(observed, "127.0.0.1", 4001, wakes) == sentence


def options(tmp_path: Path, manager: str) -> dict[str, t.Any]:
    folders = {name: str(tmp_path / name) for name in ("install", "config", "state", "runtime")}
    asked = {"slot": 2, "service_manager": manager, "host": "127.0.0.1", "port": 1, "start_timeout": 20}
    return {**asked, "directories": folders}


def test_a_unit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journals = {
        "litellm@2.service": [Line("release refused: a sentence.", "a")],
        "litellm.socket": [
            Line("litellm.socket: Failed to listen on sockets: Address already in use", "b", manager=True)
        ],
    }
    monkeypatch.setattr(aftermath, "journal", lambda unit: journals[unit])
    monkeypatch.setattr(aftermath, "loaded_units", lambda: [Unit("litellm.socket", "failed")])
    failure = tell_failure(options(tmp_path, "systemd"))["failure"]
    assert failure["reason"] == "a sentence"
    assert failure["log"] == "journalctl --unit litellm@2.service"
    journals["litellm@2.service"] = []
    failure = tell_failure(options(tmp_path, "podman"))["failure"]
    assert failure["reason"] == "systemd could not start it: Failed to listen on sockets: Address already in use"


def test_a_slot_of_supervisor(tmp_path: Path) -> None:
    log = tmp_path / "state" / "slot-2.log"
    assert "20 seconds" in tell_failure(options(tmp_path, "supervisor"))["failure"]["reason"]
    log.parent.mkdir()
    log.write_text("x" * 30_000 + "\nValueError: a wrong value\n")
    failure = tell_failure(options(tmp_path, "supervisor"))["failure"]
    assert (failure["reason"], failure["log"]) == ("ValueError: a wrong value", str(log))
    state = tmp_path / "runtime" / "2" / "state"
    state.parent.mkdir(parents=True)
    state.write_text("refused: a sentence\n")
    assert tell_failure(options(tmp_path, "supervisor"))["failure"]["reason"] == "a sentence"
