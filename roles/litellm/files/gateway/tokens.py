# SPDX-License-Identifier: GPL-3.0-or-later
"""Count across forked processes."""

from __future__ import annotations

import os
import select


class Tokens:
    """A number of tokens in a pipe, shared with all processes that are forked later.

    Taking a token is atomic, so there is no lock that a process could hold when it dies.

    :param count: how many tokens there are at first.
    """

    def __init__(self, count: int = 0) -> None:
        self._read, self._write = os.pipe()
        os.set_blocking(self._read, False)
        os.set_blocking(self._write, False)
        for _number in range(count):
            self.put()

    def put(self) -> None:
        """Add a token."""
        os.write(self._write, b".")

    def take(self) -> bool:
        """Take a token; False when there is none."""
        try:
            return bool(os.read(self._read, 1))
        except BlockingIOError:
            return False

    def left(self) -> bool:
        """Whether there is a token."""
        return bool(select.select([self._read], [], [], 0)[0])
