# SPDX-License-Identifier: GPL-3.0-or-later
"""The services of Redis, as systemd has them."""

from __future__ import annotations

import subprocess

from . import places

_LINES = 40


class Failed(Exception):
    """What did not work on the host, as a sentence."""


def systemctl(*words: str) -> str:
    """What systemctl prints.

    :raises Failed: where it says no.
    """
    done = subprocess.run(  # noqa: S603 - a list, of a program that this file names
        ["/usr/bin/systemctl", *words], capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        raise Failed(done.stderr.strip() or f"systemctl {' '.join(words)} failed")
    return done.stdout


def state(service: str) -> dict[str, str]:
    """What systemd says of a service: ``ActiveState``, ``UnitFileState``."""
    said = systemctl("show", "--property=ActiveState,UnitFileState,NeedDaemonReload", service)
    return dict(line.split("=", 1) for line in said.splitlines() if "=" in line)


def restart(service: str) -> None:
    """Start a service, or start it again.

    :raises Failed: with what it said last.
    """
    try:
        systemctl("restart", service)
    except Failed as error:
        raise Failed(f"{service} did not start: {last_words(service)}") from error


def last_words(service: str) -> str:
    """What a service said last, without what Redis says at each start."""
    done = subprocess.run(  # noqa: S603 - a list, of a program that this file names
        ["/usr/bin/journalctl", f"--unit={service}", f"--lines={_LINES}", "--output=cat", "--no-pager", "--quiet"],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    lines = [line.rpartition(" # ")[2] for line in done.stdout.splitlines() if " # " in line or ">>>" in line]
    told = [line for line in lines if "overcommit" not in line and "oO0Oo" not in line]
    return told[-1] if told else f"journalctl -u {service} may say why"


def stop_all() -> None:
    """Stop the services, Sentinel first, and forget them."""
    for service in (places.SENTINEL_SERVICE, places.SERVICE):
        stop(service)


def stop(service: str) -> None:
    """Stop a service, start it at boot no more, and forget that it failed."""
    if state(service).get("ActiveState") not in ("inactive", ""):
        systemctl("stop", service)
    if state(service).get("UnitFileState") == "enabled":
        systemctl("disable", "--quiet", service)
    if state(service).get("ActiveState") == "failed":
        systemctl("reset-failed", service)
