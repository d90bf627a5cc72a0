"""What systemd is asked and told about units."""

from __future__ import annotations

import subprocess
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _systemctl

Answers = dict[str, tuple[int, str, str]]


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """A word of a command to what it does: exit status, output, errors. Each command that ran is in it as ``ran …``."""
    answers: Answers = {}

    def run(command: list[str], **_options: t.Any) -> subprocess.CompletedProcess[str]:
        found = next((answers[word] for word in command if word in answers), (0, "", ""))
        answers[f"ran {' '.join(command)}"] = found
        return subprocess.CompletedProcess(command, *found)

    monkeypatch.setattr(subprocess, "run", run)
    return answers


def test_what_systemd_says_is_read(commands: Answers) -> None:
    commands["show"] = (0, "ActiveState=active\nResult=success\n\n", "")
    assert _systemctl.state("x") == {"ActiveState": "active", "Result": "success"}


def test_what_did_not_work_is_a_sentence(commands: Answers) -> None:
    commands["enable"] = (1, "", "no such unit\n")
    with pytest.raises(_systemctl.Failed, match="no such unit"):
        _systemctl.systemctl("enable", "x")
    commands["daemon-reload"] = (1, "", "")
    with pytest.raises(_systemctl.Failed, match="systemctl daemon-reload failed"):
        _systemctl.systemctl("daemon-reload")


def test_a_unit_that_does_not_start_says_why(commands: Answers) -> None:
    commands["restart"] = (1, "", "Job failed.\n")
    commands["--unit=x"] = (0, "the port is taken\n", "")
    with pytest.raises(_systemctl.Failed, match="x did not start: the port is taken"):
        _systemctl.restart("x", str.strip)
    with pytest.raises(_systemctl.Failed, match="x did not start: journalctl -u x may say why"):
        _systemctl.restart("x", lambda _log: "")


@pytest.mark.parametrize(
    ("state", "acts"),
    [
        ("ActiveState=active\nUnitFileState=enabled\n", ["stop", "disable"]),
        ("ActiveState=failed\nUnitFileState=static\n", ["reset-failed"]),
        ("ActiveState=inactive\nUnitFileState=\n", []),
    ],
)
def test_a_unit_that_runs_or_failed_is_stopped_and_forgotten(commands: Answers, state: str, acts: list[str]) -> None:
    commands["show"] = (0, state, "")
    _systemctl.stop("x")
    ran = [line.split()[2] for line in commands if line.startswith("ran ") and " show " not in line]
    assert ran == acts


def test_what_is_due_is_what_stands_still_and_what_has_to_start_again(commands: Answers) -> None:
    commands["a"] = (0, "ActiveState=active\nUnitFileState=enabled\n", "")
    commands["b"] = (0, "ActiveState=inactive\nUnitFileState=disabled\n", "")
    assert _systemctl.due(["a", "b"], lambda _unit: False) == ({"b": False}, ["b"])
    assert _systemctl.due(["a", "b"], lambda _unit: True) == ({"a": True, "b": False}, ["b"])
