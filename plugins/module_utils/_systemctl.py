# SPDX-License-Identifier: GPL-3.0-or-later
"""Units of a host, asked about and changed through the programs of systemd."""

from __future__ import annotations

import subprocess
import typing as t

_LINES = 40


class Failed(Exception):
    """What did not work on the host, as a sentence."""


def systemctl(*words: str, program: str = "systemctl") -> str:
    """What systemctl, or another program of systemd, prints.

    :raises Failed: where it says no.
    """
    done = subprocess.run(  # noqa: S603 - a list, of programs of systemd
        [f"/usr/bin/{program}", *words], capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        raise Failed(done.stderr.strip() or f"{program} {' '.join(words)} failed")
    return done.stdout


def journal(unit: str) -> str:
    """What a unit wrote last; empty where nobody knows."""
    done = subprocess.run(  # noqa: S603 - a list, of a program that this file names
        ["/usr/bin/journalctl", f"--unit={unit}", f"--lines={_LINES}", "--output=cat", "--no-pager", "--quiet"],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    return done.stdout


def state(unit: str) -> dict[str, str]:
    """What systemd says of a unit: ``ActiveState``, ``UnitFileState``, ``Result``."""
    said = systemctl("show", "--property=ActiveState,UnitFileState,Result", unit)
    return dict(line.split("=", 1) for line in said.splitlines() if "=" in line)


def due(units: t.Iterable[str], again: t.Callable[[str], bool]) -> tuple[dict[str, bool], list[str]]:
    """The units that have to be started, to whether they run already; and those that have to start at boot.

    :param again: whether a unit that runs has to be started again.
    """
    starts: dict[str, bool] = {}
    enables = []
    for unit in units:
        found = state(unit)
        runs = found.get("ActiveState") == "active"
        if not runs or again(unit):
            starts[unit] = runs
        if found.get("UnitFileState") != "enabled":
            enables.append(unit)
    return starts, enables


def restart(unit: str, reason: t.Callable[[str], str]) -> None:
    """Start a unit, or start it again.

    :param reason: finds in what the unit wrote last why it does not start; empty where that does not tell.
    :raises Failed: with the reason.
    """
    try:
        systemctl("restart", unit)
    except Failed as error:
        why = reason(journal(unit)) or f"journalctl -u {unit} may say why"
        raise Failed(f"{unit} did not start: {why}") from error


def stop(unit: str) -> None:
    """Stop a unit, start it at boot no more, and forget that it failed."""
    if state(unit).get("ActiveState") not in ("inactive", "failed", ""):
        systemctl("stop", unit)
    if state(unit).get("UnitFileState") == "enabled":
        systemctl("disable", "--quiet", unit)
    if state(unit).get("ActiveState") == "failed":
        systemctl("reset-failed", unit)
