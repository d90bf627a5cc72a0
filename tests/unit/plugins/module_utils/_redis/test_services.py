"""What systemd is asked, and what a service said last."""

from __future__ import annotations

import subprocess
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._redis import services

JOURNAL = """\
12:M 28 Nov 2026 18:00:00.000 # WARNING Memory overcommit must be enabled!
12:M 28 Nov 2026 18:00:00.000 # Failed listening on port 6379
litellm-redis.service: Failed with result 'exit-code'.
"""


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[int, str, str]]:
    """A word of a command to what it does: exit status, output, errors."""
    answers: dict[str, tuple[int, str, str]] = {}

    def run(command: list[str], **_options: t.Any) -> subprocess.CompletedProcess[str]:
        found = next((answers[word] for word in command if word in answers), (0, "", ""))
        return subprocess.CompletedProcess(command, *found)

    monkeypatch.setattr(subprocess, "run", run)
    return answers


def test_a_service_that_does_not_start_says_why(commands: dict[str, tuple[int, str, str]]) -> None:
    commands["restart"] = (1, "", "Job failed.\n")
    commands["/usr/bin/journalctl"] = (0, JOURNAL, "")
    with pytest.raises(services.Failed, match=r"litellm-redis.service did not start: Failed listening on port 6379"):
        services.restart("litellm-redis.service")
    commands["/usr/bin/journalctl"] = (0, "nothing of Redis\n", "")
    assert services.last_words("x") == "journalctl -u x may say why"


def test_what_systemd_refuses_is_told(commands: dict[str, tuple[int, str, str]]) -> None:
    commands["daemon-reload"] = (1, "", "Access denied\n")
    with pytest.raises(services.Failed, match="Access denied"):
        services.systemctl("daemon-reload")


def test_stopping_forgets_a_failure(commands: dict[str, tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []
    said = ["ActiveState=failed\nUnitFileState=enabled\n"]

    def systemctl(*words: str) -> str:
        asked.append(words)
        return said[0]

    monkeypatch.setattr(services, "systemctl", systemctl)
    services.stop_all()
    assert [words[0] for words in asked if words[0] != "show"] == ["stop", "disable", "reset-failed"] * 2
    said[0] = "ActiveState=inactive\nUnitFileState=\n"
    asked.clear()
    services.stop_all()
    assert {words[0] for words in asked} == {"show"}
