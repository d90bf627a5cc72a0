# SPDX-License-Identifier: GPL-3.0-or-later
"""Say something in the log."""

from __future__ import annotations

import contextlib


def say(line: str) -> None:
    """Print *line* at once. That nobody reads the log any more, or that its disk is full, ends nobody who serves."""
    with contextlib.suppress(OSError):
        print(line, flush=True)
