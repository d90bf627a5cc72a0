# SPDX-License-Identifier: GPL-3.0-or-later
"""What the slot that serves tells of itself."""

from __future__ import annotations

import os
from datetime import datetime, timezone


def serving_since(slot_folder: str) -> str:
    """When the slot became ready, in UTC, as ISO 8601 to the second; empty where it is not.

    :param slot_folder: where the slot tells of itself.
    """
    file = os.path.join(slot_folder, "state")
    try:
        with open(file, encoding="utf-8") as handle:
            ready = handle.read().startswith("ready")
            at = os.fstat(handle.fileno()).st_mtime
    except (OSError, ValueError):
        return ""
    return datetime.fromtimestamp(at, timezone.utc).isoformat(timespec="seconds") if ready else ""
