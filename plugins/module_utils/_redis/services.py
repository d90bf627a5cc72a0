# SPDX-License-Identifier: GPL-3.0-or-later
"""The services of Redis, as systemd has them."""

from __future__ import annotations

from .. import _redis_places as places
from .. import _systemctl as systemd


def reason(log: str) -> str:
    """Why Redis has not started, from what it wrote last, without what it says at each start; empty where that does not tell."""
    lines = [line.rpartition(" # ")[2] for line in log.splitlines() if " # " in line or ">>>" in line]
    told = [line for line in lines if "overcommit" not in line and "oO0Oo" not in line]
    return told[-1] if told else ""


def stop_all() -> None:
    """Stop the services, Sentinel first, and forget them."""
    for service in (places.SENTINEL_SERVICE, places.SERVICE):
        systemd.stop(service)
