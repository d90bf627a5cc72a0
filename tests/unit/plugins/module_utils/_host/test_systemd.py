"""What systemd says of the gateway's units, with a stand-in for its programs."""

from __future__ import annotations

import json
import os
import sys
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host import ports, systemd
from ansible_collections.llmops.litellm.plugins.module_utils._host.failure import Line
from ansible_collections.llmops.litellm.plugins.module_utils._host.systemd import Unit

Says = t.Callable[[t.Optional[str]], None]  # noqa: UP045 - module utils' own Python


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Says:
    """Let systemd's programs print a text, or fail where it is None."""

    def say(text: str | None) -> None:
        monkeypatch.setattr(systemd, "_output", lambda *_command: text)

    return say


def test_units_that_run_or_failed_the_port_first(says: Says) -> None:
    says(
        "litellm@1.service not-found failed failed litellm@1.service\n"
        "litellm@2.service loaded inactive dead LiteLLM gateway, slot 2\n"
        "litellm@3.service loaded active running LiteLLM gateway, slot 3\n"
        "litellm.socket not-found active running litellm.socket\n"
    )
    assert systemd.loaded_units() == [
        Unit("litellm.socket", "active"),
        Unit("litellm@1.service", "failed"),
        Unit("litellm@3.service", "active"),
    ]
    says(None)
    assert systemd.loaded_units() == []


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("Listen=0.0.0.0:4000 (Stream)\nActiveState=active\n", "0.0.0.0:4000"),
        ("Listen=[::1]:4000 (Stream)\nActiveState=active\n", "[::1]:4000"),
        ("ActiveState=active\n", ""),
        ("Listen=0.0.0.0:4000 (Stream)\nActiveState=failed\n", ""),
        (None, None),
    ],
)
def test_where_the_port_should_be_open(says: Says, printed: str | None, address: str | None) -> None:
    says(printed)
    assert systemd.open_at() == address


def test_a_journal(says: Says) -> None:
    entries: list[object] = [
        {"MESSAGE": "Starting", "UNIT": "litellm@2.service", "INVOCATION_ID": "a", "_SYSTEMD_INVOCATION_ID": "of 1"},
        {"MESSAGE": "loading", "_SYSTEMD_INVOCATION_ID": "a"},
        {"MESSAGE": [27, 91, 255], "_SYSTEMD_INVOCATION_ID": "a"},
        {"MESSAGE": None},
        ["no entry"],
    ]
    says("\n".join(map(json.dumps, entries)) + "\nno JSON\n")
    assert systemd.journal("litellm@2.service") == [
        Line("Starting", "a", manager=True),
        Line("loading", "a"),
        Line("\x1b[\ufffd", "a"),
    ]
    says(None)
    assert systemd.journal("litellm@2.service") == []


def test_a_program_that_is_missing_or_fails() -> None:
    assert systemd._output("/no/such/program") is None
    assert systemd._output(sys.executable, "-c", "raise SystemExit(1)") is None
    assert systemd._output(sys.executable, "-c", "print(1)") == "1\n"


@pytest.mark.parametrize(
    ("address", "seen", "holders", "held"),
    [
        (None, True, {}, True),
        ("", True, {}, False),
        ("0.0.0.0:4000", True, {1: "systemd"}, True),
        ("0.0.0.0:4000", True, {7: "python"}, False),
        ("0.0.0.0:4000", True, {}, False),
        ("0.0.0.0:4000", False, {}, True),
    ],
)
def test_who_holds_the_port(
    monkeypatch: pytest.MonkeyPatch, address: str | None, seen: bool, holders: dict[int, str], held: bool
) -> None:
    monkeypatch.setattr(ports, "_may_see", lambda _process: seen)
    monkeypatch.setattr(ports, "_listeners", lambda _port: holders)
    assert ports.systemd_holds_port(address) is held


def test_what_a_process_has_open_may_be_hidden() -> None:
    assert ports._may_see(os.getpid())
    assert not ports._may_see(2**22 + 1)
