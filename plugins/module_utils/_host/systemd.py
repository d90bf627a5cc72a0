# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask systemd about the gateway's units: which there are, what they said, whether the port is theirs. Reads only."""

from __future__ import annotations

import json
import os
import subprocess
import typing as t

from .failure import Line

SOCKET = "litellm.socket"
UNITS = (SOCKET, "litellm@*.service")
LINES = 400
"""How many lines of a unit's journal are read: those of some starts."""

RUNS = frozenset({"active", "activating", "deactivating", "reloading", "refreshing"})
"""States of a unit in which something of it runs, or will in a moment."""


class Unit(t.NamedTuple):
    """A unit that systemd has in memory. Its file may be gone.

    :param state: ``active``, ``inactive``, ``failed``, …, as ``ActiveState`` of systemctl(1).
    """

    name: str
    state: str


def _output(*command: str) -> str | None:
    """What a program of systemd's prints; None where it is missing or fails."""
    try:
        probe = subprocess.run(  # noqa: S603 - a list, of programs that this file names
            command, capture_output=True, text=True, errors="replace", check=True, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return probe.stdout


def loaded_units() -> list[Unit]:
    """The gateway's units that run or failed, the port first."""
    words = ("systemctl", "list-units", "--all", "--full", "--plain", "--no-legend", "--no-pager")
    rows = [line.split() for line in (_output(*words, *UNITS) or "").splitlines()]
    found = [Unit(row[0], row[2]) for row in rows if len(row) > 3 and row[2] != "inactive"]
    return sorted(found, key=lambda each: (each.name != SOCKET, each.name))


def open_at() -> str | None:
    """``address:port`` of the socket that systemd should hold; empty when it is closed, None where nobody can tell."""
    said = _output("systemctl", "show", "--property=ActiveState", "--property=Listen", SOCKET)
    if said is None:
        return None
    values = dict(line.split("=", 1) for line in said.splitlines() if "=" in line)
    if values.get("ActiveState") != "active":
        return ""
    return values.get("Listen", "").rpartition(" (")[0]


def journal(unit: str) -> list[Line]:
    """The last lines of *unit*'s journal, its own and systemd's about it, oldest first."""
    _output("journalctl", "--sync")
    words = ("journalctl", f"--unit={unit}", f"--lines={LINES}", "--output=json", "--all", "--no-pager", "--quiet")
    return [line for line in map(parsed_entry, (_output(*words) or "").splitlines()) if line]


def parsed_entry(text: str) -> Line | None:
    """One entry of the journal in its JSON form; None for what is no line of text."""
    try:
        entry = json.loads(text)
    except ValueError:
        return None
    message = entry.get("MESSAGE") if isinstance(entry, dict) else None
    if isinstance(message, list):
        # Bytes, where there is more in it than text, such as colours.
        message = bytes(message).decode(errors="replace")
    if not isinstance(message, str):
        return None
    about = entry.get("UNIT")
    return Line(
        message, str((entry.get("INVOCATION_ID") if about else entry.get("_SYSTEMD_INVOCATION_ID")) or ""), bool(about)
    )


def is_there() -> bool:
    """Whether systemd runs this host."""
    return os.path.isdir("/run/systemd/system")
