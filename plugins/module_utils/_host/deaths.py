# SPDX-License-Identifier: GPL-3.0-or-later
"""Which workers of a gateway died, as its slots wrote it down."""

from __future__ import annotations

import json

from .._release.layout import SLOTS, Layout


def death_notices(layout: Layout) -> list[str]:
    """One sentence for each slot of which workers died since it started. The file is gone when the slot is."""
    notices = []
    for slot in SLOTS:
        try:
            with open(layout.deaths_file(slot), encoding="ascii") as handle:
                seen = json.load(handle)
            count, last = int(seen["count"]), f"{seen['signal']} at {seen['at']}"
        except (OSError, ValueError, KeyError, TypeError):
            continue  # there is none, or it is damaged; the journal has it
        if count == 1:
            notices.append(f"1 worker of slot {slot} died since its start, of {last}.")
        else:
            notices.append(f"{count} workers of slot {slot} died since its start, the last of {last}.")
    return notices
