"""What a slot says of itself."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from announcement import Announcement


@pytest.mark.parametrize("abstract", [False, True])
def test_systemd_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, abstract: bool) -> None:
    address = f"@litellm-{os.getpid()}" if abstract else str(tmp_path / "notify")
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    state = tmp_path / "state"
    state.write_text("ready 1\n")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.bind("\0" + address[1:] if abstract else address)
        channel.settimeout(5)
        announcement = Announcement(state)
        assert "NOTIFY_SOCKET" not in os.environ, "gunicorn would say READY=1 too early"
        assert not state.exists()
        announcement.loading()
        announcement.ready(7, 2)
        assert state.read_text() == "ready 7\n"
        announcement.stopping()
        said = [channel.recv(100).decode() for _number in range(3)]
    assert said == ["STATUS=loading LiteLLM", "READY=1\nSTATUS=serving 2 deployments", "STOPPING=1"]
    assert not state.exists()


def test_the_first_reason_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    state = tmp_path / "state"
    announcement = Announcement(state)
    assert announcement.refused("one sentence")
    assert announcement.refused("another")
    announcement.stopping()
    assert state.read_text() == "refused: one sentence\n"
    assert capsys.readouterr().out == "release refused: one sentence\n"


def test_a_disk_that_is_full_is_no_second_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    state = tmp_path / "gone" / "state"
    announcement = Announcement(state)
    assert announcement.refused("No space left on device")
    announcement.stopping()
    assert capsys.readouterr().out == "release refused: No space left on device\n"


def test_a_slot_that_was_ready_only_ends(tmp_path: Path) -> None:
    announcement = Announcement(tmp_path / "state")
    announcement.ready(7, 2)
    assert not announcement.refused("a crash")
    assert (tmp_path / "state").read_text() == "ready 7\n"


def test_what_is_hidden_is_not_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    announcement = Announcement(tmp_path / "state")
    announcement.hide({"a-secret", "a-secret-that-is-longer"})
    announcement.refused("bad key a-secret-that-is-longer,\n not a-secret")
    assert (tmp_path / "state").read_text() == "refused: bad key ****, not ****\n"
    assert "a-secret" not in capsys.readouterr().out
