# SPDX-License-Identifier: GPL-3.0-or-later
"""The services of PostgreSQL, as systemd has them."""

from __future__ import annotations

import re
import subprocess

from . import places

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


def state(unit: str) -> dict[str, str]:
    """What systemd says of a unit: ``ActiveState``, ``UnitFileState``, ``Result``."""
    said = systemctl("show", "--property=ActiveState,UnitFileState,Result,ExecMainStartTimestamp", unit)
    return dict(line.split("=", 1) for line in said.splitlines() if "=" in line)


def restart(unit: str) -> None:
    """Start a unit, or start it again.

    :raises Failed: with what it said last.
    """
    try:
        systemctl("restart", unit)
    except Failed as error:
        raise Failed(f"{unit} did not start: {last_words(unit)}") from error


def last_words(unit: str) -> str:
    """What a unit said last about what was wrong."""
    done = subprocess.run(  # noqa: S603 - a list, of a program that this file names
        ["/usr/bin/journalctl", f"--unit={unit}", f"--lines={_LINES}", "--output=cat", "--no-pager", "--quiet"],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    return reason(done.stdout) or f"journalctl -u {unit} may say why"


def reason(log: str) -> str:
    """Why PostgreSQL has not started, from what it wrote last; empty where that does not tell."""
    wrong = re.findall(r"(?:FATAL|PANIC): +(.*)", log) or re.findall(r"LOG: +(could not .*)", log)
    return str(wrong[-1]) if wrong else ""


def stop_all() -> None:
    """Stop the units, the timer first, and forget them."""
    for unit in (places.DUMP_TIMER, places.DUMP_SERVICE, places.SERVICE):
        stop(unit)


def stop(unit: str) -> None:
    """Stop a unit, start it at boot no more, and forget that it failed."""
    if state(unit).get("ActiveState") not in ("inactive", "failed", ""):
        systemctl("stop", unit)
    if state(unit).get("UnitFileState") == "enabled":
        systemctl("disable", "--quiet", unit)
    if state(unit).get("ActiveState") == "failed":
        systemctl("reset-failed", unit)


def check_schedule(schedule: str) -> str:
    """What is wrong with a time of systemd's calendar; empty where nothing is."""
    try:
        systemctl("calendar", "--", schedule, program="systemd-analyze")
    except Failed:
        return f"litellm_postgresql_dump_schedule: {schedule!r} is no time of systemd's calendar, such as daily"
    return ""
