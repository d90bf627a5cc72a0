# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Collect garbage between two pieces of work and never within one, as Python does by itself from 3.12 on.

Before that, any allocation may start a collection, also one within ``ContextVar.set``, which holds no reference to the
mapping that it copies. What LiteLLM leaves behind of a stream sets context variables when it is collected; where that is the
same context, the mapping is freed while it is copied, and the process dies of SIGSEGV (CPython's gh-148891).
"""

from __future__ import annotations

import gc
import sys
import time

WITHIN_WORK = sys.version_info < (3, 12)
"""Whether Python would collect within a piece of work."""

FULL_SHARE = 0.01
"""How much of the time collections of everything may take. Python's own limit cannot be had from outside."""


class Collector:
    """Collects what is due whenever it is told to, by the thresholds of ``gc``; Python's own collections are off.

    :param within_work: False leaves everything to Python.
    """

    def __init__(self, within_work: bool = WITHIN_WORK) -> None:
        self._collects = within_work
        self._next_full = 0.0
        if within_work:
            gc.disable()

    def collect(self) -> None:
        """Collect the oldest generation that is due, with those that are younger."""
        if not self._collects:
            return
        gc.disable()  # whoever switched it on did not know
        due = [
            generation
            for generation, (count, threshold) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > threshold
        ]
        # As in Python, a threshold of 0 for the youngest says that nothing is collected.
        if 0 not in due or not gc.get_threshold()[0]:
            return
        began = time.monotonic()
        if due[-1] == 2 and began >= self._next_full:
            gc.collect(2)
            now = time.monotonic()
            self._next_full = now + (now - began) / FULL_SHARE
        else:
            gc.collect(min(due[-1], 1))
