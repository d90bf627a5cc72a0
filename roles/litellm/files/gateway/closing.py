# SPDX-License-Identifier: GPL-3.0-or-later
"""Close a port that only this slot still serves, for every process that has it open.

After a gateway moved to another port, only the old slot serves the old one. But podman, or the program that attends a
container, has the port open too, until the container has ended. If the slot did not close it for them all, clients that
connect while it answers its last requests would wait at a port that nobody serves, and be cut off in the end.
"""

from __future__ import annotations

import contextlib
import ctypes
import socket
import struct
import typing as t

from tokens import Tokens

if t.TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


_ATTACH_FILTER = 26
"""SO_ATTACH_FILTER of Linux, which the module socket has no name for."""

# Drops packets that open a connection (SYN without ACK in the flags of TCP's header), and takes all others.
_NO_SYN = b"".join(
    struct.pack("HBBI", *instruction)
    for instruction in (
        (0x30, 0, 0, 13),  # load the flags
        (0x54, 0, 0, 0x12),  # look at SYN and ACK
        (0x15, 0, 1, 0x02),  # only SYN?
        (0x06, 0, 0, 0),  # drop it
        (0x06, 0, 0, 0xFFFFFFFF),  # take it
    )
)


def take_no_more(ports: Iterable[socket.socket]) -> None:
    """Let nobody open a connection to *ports*; those that are open go on.

    Whoever tries is not refused yet: a client's kernel asks again after a second, and finds the port closed by then. A
    connection that came after the last look at the queue would be cut off.
    """
    program = ctypes.create_string_buffer(_NO_SYN)
    setting = struct.pack("HL", len(_NO_SYN) // 8, ctypes.addressof(program))
    for port in ports:
        if port.family != socket.AF_UNIX:
            with contextlib.suppress(OSError):
                port.setsockopt(socket.SOL_SOCKET, _ATTACH_FILTER, setting)


def close_for_all(ports: Iterable[socket.socket]) -> None:
    """Refuse everybody at *ports* from now on, whichever process has them open."""
    for port in ports:
        # Two workers that were the last at the same time close it twice.
        with contextlib.suppress(OSError):
            port.shutdown(socket.SHUT_RD)


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
        """Expect *workers* calls of ``is_last``, if only this slot serves the port. Call it before workers stop."""
        if self._file.exists():
            for _worker in range(workers):
                self._accepting.put()

    def is_last(self) -> bool:
        """Whether the worker that calls this, once, when it stops, is the one that has to close the port."""
        return self._accepting.take() and not self._accepting.left()
