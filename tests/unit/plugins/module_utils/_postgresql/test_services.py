"""The units of PostgreSQL, and the restore of a dump, which runs as a program of the host."""

from __future__ import annotations

import subprocess
import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _postgresql_places as places
from ansible_collections.llmops.litellm.plugins.module_utils import _systemctl
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql import restoring, services
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.programs import Programs

Done = subprocess.CompletedProcess[str]


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> dict[str, Done]:
    """What programs answer, by a part of their command."""
    answers: dict[str, Done] = {}

    def run(command: list[str], **_others: t.Any) -> Done:
        line = " ".join(command)
        found = next((done for part, done in answers.items() if part in line), Done(command, 0, "", ""))
        answers[f"ran {line}"] = found
        return found

    monkeypatch.setattr(subprocess, "run", run)
    return answers


@pytest.mark.parametrize(
    ("log", "says"),
    [
        (
            "LOG:  starting\nFATAL:  could not load library x\nLOG:  database system is shut down",
            "could not load library x",
        ),
        ("LOG:  could not bind: Address already in use\nLOG:  ended", "could not bind: Address already in use"),
        ("", ""),
    ],
)
def test_a_unit_that_does_not_start_says_why(log: str, says: str) -> None:
    assert services.reason(log) == says


def test_the_timer_stops_first(monkeypatch: pytest.MonkeyPatch) -> None:
    stopped: list[str] = []
    monkeypatch.setattr(_systemctl, "stop", stopped.append)
    services.stop_all()
    assert stopped == [places.DUMP_TIMER, places.DUMP_SERVICE, places.SERVICE]


def test_a_time_that_systemd_does_not_know_is_told(commands: dict[str, Done]) -> None:
    assert services.check_schedule("daily") == ""
    commands["calendar"] = Done([], 1, "", "Failed to parse")
    assert services.check_schedule("often").startswith("litellm_postgresql_dump_schedule: 'often' is no time of")


def test_a_dump_is_restored_by_the_program_of_the_host(
    host: Path, commands: dict[str, Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restoring, "programs", lambda: Programs("/bin", 15, "15.4", ""))
    options = {"port": 5432, "database": "litellm", "dump_folder": "/dumps", "restore": "newest"}
    commands["restore"] = Done([], 0, "/dumps/litellm-1.dump\n", "")
    assert restoring.restore(options) == "/dumps/litellm-1.dump"
    assert any(f"-I {places.DUMP} restore /bin 5432 litellm /dumps newest" in line for line in commands)
    commands["restore"] = Done([], 1, "", "there is no dump in /dumps\n")
    with pytest.raises(
        _systemctl.Failed, match="newest was not restored, and the database is as before: there is no dump"
    ):
        restoring.restore(options)
