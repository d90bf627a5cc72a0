# SPDX-License-Identifier: GPL-3.0-or-later
"""Close HTTP connections whose clients send too slowly, or nothing at all.

uvicorn itself closes only a connection that rests after an answer. This protocol also closes one that has not sent a whole
head in time, and one whose body stalls or trickles.
"""

from __future__ import annotations

import time
import typing as t

from uvicorn.protocols.http.auto import AutoHTTPProtocol

if t.TYPE_CHECKING:
    from collections.abc import Iterable

Protocol: t.Any = AutoHTTPProtocol


def at_rest(connection: t.Any) -> bool:
    """Whether *connection*, a protocol of uvicorn, has no request to answer. A WebSocket is never at rest."""
    if not hasattr(connection, "cycle"):
        return False
    return connection.cycle is None or bool(connection.cycle.response_complete)


class PatientProtocol(Protocol):  # type: ignore[misc]  # uvicorn chooses it when it starts
    """One HTTP connection. ``end_slow_connections`` must be called about once a second, or slow ones stay open."""

    head_seconds: float = 30
    """How long a client may take for the head of a request, from its first byte; for the first one, from the connection."""
    head_bytes = 128 * 1024
    """How long a head may be. h11 refuses most heads that are longer, httptools none."""
    body_seconds: float = 60
    """Over which time the pace of a body is measured."""
    body_pace = 500
    """How many bytes of a body must arrive in each second, on average. A modem was ten times as fast."""

    def __init__(self, *arguments: t.Any, **options: t.Any) -> None:
        super().__init__(*arguments, **options)
        self._head_since: float | None = time.monotonic()
        self._head_length = 0
        self._body_since = 0.0
        self._body_of: object = None
        self._received = self._body_length = 0

    def data_received(self, data: bytes) -> None:
        """Take in *data*, and note whether it begins or completes a head. uvicorn calls it whenever data arrives."""
        self._received += len(data)
        before = self.cycle
        super().data_received(data)
        if self.cycle is not before:
            self._head_since, self._head_length = None, 0
        elif at_rest(self):
            self._head_since = self._head_since or time.monotonic()
            # The rest of a body may still arrive after LiteLLM has answered without reading it; it is no head.
            self._head_length += 0 if before is not None and before.more_body else len(data)
            if self._head_length > self.head_bytes:
                self.transport.close()

    def is_too_slow(self, now: float) -> bool:
        """Whether the client has taken too long for a head or a body.

        :param now: the time, in seconds of ``time.monotonic``.
        """
        if at_rest(self):
            self._body_of = None
            return self._head_since is not None and now - self._head_since > self.head_seconds
        if not self.cycle.more_body or self.flow.read_paused:
            # The client has sent everything, or LiteLLM does not read on.
            self._body_of = None
            return False
        if self._body_of is self.cycle and now - self._body_since <= self.body_seconds:
            return False
        arrived = self._received - self._body_length
        slow = self._body_of is self.cycle and arrived < self.body_pace * self.body_seconds
        self._body_of, self._body_since, self._body_length = self.cycle, now, self._received
        return slow


def end_slow_connections(connections: Iterable[t.Any]) -> None:
    """Close those of *connections* whose clients are too slow. Others than ``PatientProtocol`` are left alone."""
    now = time.monotonic()
    for connection in list(connections):
        if isinstance(connection, PatientProtocol) and connection.is_too_slow(now):
            connection.transport.close()
