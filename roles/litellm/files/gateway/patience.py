# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""uvicorn's HTTP connection with an end to its patience: for clients that send too slowly, or nothing at all.

uvicorn itself ends only a connection that rests after an answer. Here one ends, too, that has not sent a whole head in time,
and one whose body stalls or trickles.
"""

from __future__ import annotations

import time
import typing as t

from uvicorn.protocols.http.auto import AutoHTTPProtocol

if t.TYPE_CHECKING:
    from collections.abc import Iterable

Protocol: t.Any = AutoHTTPProtocol


def at_rest(connection: t.Any) -> bool:
    """Whether an HTTP connection of uvicorn has nothing to answer. A WebSocket is never at rest."""
    if not hasattr(connection, "cycle"):
        return False
    return connection.cycle is None or bool(connection.cycle.response_complete)


class PatientProtocol(Protocol):  # type: ignore[misc]  # uvicorn chooses it when it starts
    """One connection, which ``end_slow_connections`` looks at from time to time."""

    head_seconds = 30
    """How long a client may take for the head of a request, from its first byte or, at first, from the connection."""
    head_bytes = 128 * 1024
    """How long a head may be; h11 refuses most of these itself, httptools none."""
    body_seconds = 60
    """Over how long the pace of a body is measured."""
    body_pace = 500
    """How many bytes a second at least arrive of a body whose sender lives; a modem was ten times as fast."""

    def __init__(self, *arguments: t.Any, **options: t.Any) -> None:
        super().__init__(*arguments, **options)
        self._head_since: float | None = time.monotonic()
        self._head_length = 0
        self._body_since = 0.0
        self._body_of: object = None
        self._received = self._body_length = 0

    def data_received(self, data: bytes) -> None:
        """Take in what has arrived, and notice whether that begins or completes a head."""
        self._received += len(data)
        before = self.cycle
        super().data_received(data)
        if self.cycle is not before:
            self._head_since, self._head_length = None, 0
        elif at_rest(self):
            self._head_since = self._head_since or time.monotonic()
            # What LiteLLM has answered without reading it may still arrive, and is no head.
            self._head_length += 0 if before is not None and before.more_body else len(data)
            if self._head_length > self.head_bytes:
                self.transport.close()

    def is_too_slow(self, now: float) -> bool:
        """Whether the client has had its time.

        :param now: of the monotonic clock.
        """
        if at_rest(self):
            self._body_of = None
            return self._head_since is not None and now - self._head_since > self.head_seconds
        if not self.cycle.more_body or self.flow.read_paused:
            # It has sent everything, or it is LiteLLM that takes its time.
            self._body_of = None
            return False
        if self._body_of is self.cycle and now - self._body_since <= self.body_seconds:
            return False
        arrived = self._received - self._body_length
        slow = self._body_of is self.cycle and arrived < self.body_pace * self.body_seconds
        self._body_of, self._body_since, self._body_length = self.cycle, now, self._received
        return slow


def end_slow_connections(connections: Iterable[t.Any]) -> None:
    """Close what has had its time."""
    now = time.monotonic()
    for connection in list(connections):
        if isinstance(connection, PatientProtocol) and connection.is_too_slow(now):
            connection.transport.close()
