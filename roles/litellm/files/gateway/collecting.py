# SPDX-License-Identifier: GPL-3.0-or-later
"""Collect garbage only between two steps of the event loop, never within one. Python 3.12 and newer do so by themselves.

In older versions any allocation may start a collection, even inside ``ContextVar.set``, which holds no reference to the
mapping that it copies. The objects that LiteLLM leaves behind after a stream set context variables when they are collected.
If that happens in the same context, Python frees the mapping while it copies it, and the process dies of SIGSEGV (CPython's
gh-148891).
"""

from __future__ import annotations

import gc
import sys
import time

WITHIN_WORK = sys.version_info < (3, 12)
"""Whether this Python may collect within a step of the event loop."""

FULL_SHARE = 0.01
"""Which part of the time full collections may take. Python's own limit for them cannot be read from outside."""


class Collector:
    """Collects garbage when ``collect`` is called and a threshold of ``gc`` is passed.

    It switches Python's own collections off, so ``collect`` must be called several times a second, or the process grows.

    :param within_work: whether Python may collect within a step of the event loop; False leaves all to Python.
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
        gc.disable()  # code of LiteLLM or of the operator may have switched it on
        due = [
            generation
            for generation, (count, threshold) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > threshold
        ]
        # As in Python, a threshold of 0 for the youngest generation switches collections off.
        if 0 not in due or not gc.get_threshold()[0]:
            return
        began = time.monotonic()
        if due[-1] == 2 and began >= self._next_full:
            gc.collect(2)
            now = time.monotonic()
            self._next_full = now + (now - began) / FULL_SHARE
        else:
            gc.collect(min(due[-1], 1))
