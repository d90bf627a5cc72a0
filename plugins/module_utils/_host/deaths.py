# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
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
