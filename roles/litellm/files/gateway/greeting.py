# SPDX-License-Identifier: GPL-3.0-or-later
"""Answer the greeting of a balancer, so that it sends a request only over a connection that somebody has taken.

The service manager holds the port. While the gateway behind it is dead or hung, the kernel still completes connections, and
whatever a balancer sends over them waits, or is lost. A balancer that greets first waits for an answer that only a worker
that lives can give, and asks another gateway otherwise, for nothing of the request was sent.

The greeting is SOCKS4's request to connect, because HAProxy knows how to wait for its answer (``socks4`` of a server). The
address in it means nothing here: the connection is served by this gateway, as any other.
"""

from __future__ import annotations

import typing as t

from patience import PatientProtocol

VERSION = 4
"""The first byte of a greeting. No request in HTTP/1, no TLS and no HTTP/2 begins with it."""

FIXED_BYTES = 8
"""The part of a greeting before the name of who greets, which a zero byte ends."""

LONGEST = 64
"""How many bytes a greeting has at most."""

GRANTED = b"\x00\x5a" + bytes(6)


class GreetingProtocol(PatientProtocol):
    """One HTTP connection, which may begin with a greeting."""

    def __init__(self, *arguments: t.Any, **options: t.Any) -> None:
        super().__init__(*arguments, **options)
        self._greeting: bytes | None = b""

    def data_received(self, data: bytes) -> None:
        """Answer a greeting at the beginning, and take in everything else. uvicorn calls it whenever data arrives."""
        if self._greeting is None:
            super().data_received(data)
            return
        self._greeting += data
        if self._greeting[0] == VERSION:
            end = self._greeting.find(b"\0", FIXED_BYTES)
            if end < 0 and len(self._greeting) < LONGEST:
                return
            if 0 <= end < LONGEST:
                self.transport.write(GRANTED)
                self._greeting = self._greeting[end + 1 :]
        rest, self._greeting = self._greeting, None
        if rest:
            super().data_received(rest)
