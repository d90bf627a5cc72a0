# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Close a port that only this slot still serves, for every process that has it open.

After a gateway moved to another port, only the old slot serves the old one. But podman, or the program that attends a
container, has the port open too, until the container has ended. If the slot did not close it for them all, clients that
connect while it answers its last requests would wait at a port that nobody serves, and be cut off in the end.
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
    """Lets the last worker that accepts connections close the port.

    The constructor removes the *file* of an earlier start.

    :param file: the collection writes it, while the slot serves, once no other slot serves the same port.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._accepting = Tokens()
        file.unlink(missing_ok=True)

    def begin(self, workers: int) -> None:
        """Expect *workers* calls of ``stop_accepting``, if only this slot serves the port. Call it before workers stop."""
        if self._file.exists():
            for _worker in range(workers):
                self._accepting.put()

    def stop_accepting(self, ports: Iterable[socket.socket]) -> None:
        """Call it when a worker accepts no connection any more. The last worker that calls it closes *ports*.

        From then on clients are refused.
        """
        if not self._accepting.take() or self._accepting.left():
            return
        for port in ports:
            # Two workers that were the last at the same time close it twice.
            with contextlib.suppress(OSError):
                port.shutdown(socket.SHUT_RD)
