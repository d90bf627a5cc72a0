# SPDX-License-Identifier: GPL-3.0-or-later
"""The services of PostgreSQL, as systemd has them."""

from __future__ import annotations

import re

from .. import _postgresql_places as places
from .. import _systemctl as systemd


def reason(log: str) -> str:
    """Why PostgreSQL has not started, from what it wrote last; empty where that does not tell."""
    wrong = re.findall(r"(?:FATAL|PANIC): +(.*)", log) or re.findall(r"LOG: +(could not .*)", log)
    return str(wrong[-1]) if wrong else ""


def stop_all() -> None:
    """Stop the units, the timer first, and forget them."""
    for unit in (places.DUMP_TIMER, places.DUMP_SERVICE, places.SERVICE):
        systemd.stop(unit)


def check_schedule(schedule: str) -> str:
    """What is wrong with a time of systemd's calendar; empty where nothing is."""
    try:
        systemd.systemctl("calendar", "--", schedule, program="systemd-analyze")
    except systemd.Failed:
        return f"litellm_postgresql_dump_schedule: {schedule!r} is no time of systemd's calendar, such as daily"
    return ""
