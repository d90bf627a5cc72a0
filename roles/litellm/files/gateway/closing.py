# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Close a port that only this slot still serves, for everybody who has it.

After a move to another port the old one is the old slot's alone, but podman and what attends a container have it as well,
until the container has ended. Without this, clients who ask while the slot answers its last requests would wait at a port that
nobody serves, and be cut off in the end.
"""

from __future__ import annotations

import contextlib
import socket
import typing as t

from tokens import Tokens

if t.TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Closing:
    """Which worker closes the port: the last one that accepts.

    :param file: is written while the slot serves, when its port is nobody else's any more; what an earlier start of the slot
        was told is removed.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._accepting = Tokens()
        file.unlink(missing_ok=True)

    def begin(self, workers: int) -> None:
        """Let the last of so many *workers* close the port, if it is the slot's alone."""
        if self._file.exists():
            for _worker in range(workers):
                self._accepting.put()

    def stop_accepting(self, ports: Iterable[socket.socket]) -> None:
        """A worker accepts nobody any more. The last one to say so closes *ports*: clients are refused from now on."""
        if not self._accepting.take() or self._accepting.left():
            return
        for port in ports:
            # Two workers that were the last at the same time close it twice.
            with contextlib.suppress(OSError):
                port.shutdown(socket.SHUT_RD)
