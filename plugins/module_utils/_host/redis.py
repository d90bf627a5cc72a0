# SPDX-License-Identifier: GPL-3.0-or-later
"""What the workers of a slot know of Redis, as they wrote it down."""

from __future__ import annotations

import json
import os

STATES = ("refused", "away", "up")
"""What a worker says of its Redis, the worst first."""


def known_of_redis(slot_folder: str) -> dict[str, str]:
    """``state`` and ``sentence`` of the worker that fares worst; the state is ``none`` where no worker has a Redis.

    :param slot_folder: where the slot tells of itself.
    """
    folder, worst = os.path.join(slot_folder, "redis"), {"state": "none", "sentence": ""}
    try:
        names = sorted(name for name in os.listdir(folder) if name.isdecimal())
    except OSError:
        return worst  # no worker of this slot has one
    told = [each for name in names for each in _told(os.path.join(folder, name))]
    return min(told, key=lambda each: STATES.index(each["state"]), default=worst)


def _told(file: str) -> list[dict[str, str]]:
    """What one worker says; empty where it has just ended, or its file is damaged."""
    try:
        with open(file, encoding="utf-8") as handle:
            said = json.load(handle)
        known = {name: str(said[name]) for name in ("state", "sentence")}
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [known] if known["state"] in STATES else []
