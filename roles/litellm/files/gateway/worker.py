# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A worker of gunicorn that serves LiteLLM with uvicorn, drains before it ends, and retires before it grows too big."""

from __future__ import annotations

import asyncio
import contextlib
import mmap
import os
import random
import select
import signal
import sys
import time
import typing as t
from pathlib import Path

import uvicorn
from collecting import Collector
from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker
from leaving import leave
from patience import PatientProtocol, at_rest, end_slow_connections
from reason import ReleaseRefusedError

if t.TYPE_CHECKING:
    import socket
    from collections.abc import Sequence

    from closing import Closing

IDLE_SECONDS = 6
"""How long a draining worker keeps a connection that rests: HTTP clients of Python reuse one for 5 seconds."""

FAILED_LATER = 1
"""The status of a worker that does not start although others did; gunicorn starts another one."""

ROUNDS = 100
"""How often a worker that stops looks whether somebody waits at the port; where others serve on there, somebody always may."""

EMPTY_ROUNDS = 3
"""How often in a row nobody waits, before the port closes: a loop takes a connection in one round and serves it in the next."""

GROWN_SECONDS = 60
"""How old a worker is before its memory counts: with a limit that is too low, each would be replaced at once."""

TICKS_PER_SECOND = 10
"""How often uvicorn calls on_tick."""

NUMBER_BYTES = 8
"""How big a number is that a worker shares with its master."""


class Slot(t.Protocol):
    """What a worker needs of the slot that it serves. :class:`SlotMaster` of ``master.py`` is one.

    :ivar closing: is told when a worker accepts nobody any more.
    :ivar request_log: how uvicorn logs, as ``logging.config.dictConfig`` takes it.
    :ivar start_timeout: seconds that a worker may take until it is ready.
    :ivar drain_timeout: seconds that accepted requests may still take.
    :ivar keepalive_timeout: seconds that an idle connection is kept.
    :ivar max_requests_before_restart: requests after which a worker is replaced; 0: never.
    :ivar max_worker_memory: MB above which a worker is replaced; 0: never.
    """

    closing: Closing
    request_log: dict[str, t.Any]
    start_timeout: int
    drain_timeout: int
    keepalive_timeout: int
    max_requests_before_restart: int
    max_worker_memory: int

    def ask_for_successor(self) -> None:
        """Have one more worker started; once it is ready, the oldest one is told to stop."""

    def refuse(self, reason: ReleaseRefusedError) -> bool:
        """Say why a worker did not start; returns whether the slot as a whole is refused."""


def resident_megabytes() -> int:
    """How much memory this process holds."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


async def accept_what_waits(ports: Sequence[socket.socket]) -> None:
    """Let the event loop accept every connection that is in the queue of *ports*.

    After a move to another port, the old one closes with its slot. What waits in its queue is cut off then.
    """
    queues = select.poll()
    for port in ports:
        queues.register(port, select.POLLIN)
    empty = 0
    for _round in range(ROUNDS):
        empty = 0 if queues.poll(0) else empty + 1
        if empty == EMPTY_ROUNDS:
            break
        await asyncio.sleep(0)


class DrainingServer(uvicorn.Server):
    """uvicorn that lets go of kept connections without cutting off a request that is on its way.

    uvicorn closes a connection that rests as soon as it is told to stop, and a client that sends its next request at
    that moment gets no answer. Here every answer says ``Connection: close`` first, and a connection is closed only after
    it has rested for a while.
    """

    def __init__(self, config: uvicorn.Config, worker: GatewayWorker) -> None:
        super().__init__(config)
        self._worker = worker

    async def on_tick(self, counter: int) -> bool:
        """Collect garbage; once a second, let the worker look after itself, and end what is too slow."""
        self._worker.collector.collect()
        if counter % TICKS_PER_SECOND == 0:
            end_slow_connections(self.server_state.connections)
            if not self._worker.look_after_itself(self.server_state.total_requests):
                self.should_exit = True
        return await super().on_tick(counter)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take what waits at the port, answer what was accepted, and end."""
        await accept_what_waits(sockets or [])
        self._worker.app.closing.stop_accepting(sockets or [])
        for server in self.servers:
            server.close()
        self._worker.wsgi.draining = True
        deadline = time.monotonic() + (self.config.timeout_graceful_shutdown or 0)
        resting: dict[t.Any, float] = {}
        while self.server_state.connections and time.monotonic() < deadline:
            now = time.monotonic()
            resting = {each: resting.get(each, now) for each in self.server_state.connections if at_rest(each)}
            for connection, since in resting.items():
                if now - since >= IDLE_SECONDS:
                    connection.shutdown()
            self._worker.notify()
            self._worker.collector.collect()
            await asyncio.sleep(1 / TICKS_PER_SECOND)
        self.config.timeout_graceful_shutdown = max(1, int(deadline - time.monotonic()))
        await super().shutdown(sockets)


class GatewayWorker(Worker):  # type: ignore[misc]  # gunicorn has no types
    """One fork of the master. ``self.app`` is the ``Slot``, ``self.wsgi`` the ``ProvedApp`` that it loaded."""

    def __init__(self, *arguments: t.Any) -> None:
        super().__init__(*arguments)
        # Made by the master before it forks, so that it knows what a worker had to do when it died.
        self._shared = mmap.mmap(-1, NUMBER_BYTES)

    def under_way(self) -> int:
        """How many requests the worker has not answered in full. The master may ask, too, when the worker is dead."""
        return int.from_bytes(self._shared[:NUMBER_BYTES], sys.byteorder)

    def tell_under_way(self, requests: int) -> None:
        """Let the master know."""
        self._shared[:NUMBER_BYTES] = requests.to_bytes(NUMBER_BYTES, sys.byteorder)

    def init_signals(self) -> None:
        """Take back what the fork inherited of the master's; uvicorn sets its own once it runs."""
        for each in self.SIGNALS:
            signal.signal(each, signal.SIG_DFL)
        signal.signal(signal.SIGTERM, lambda *_signal: sys.exit(0))

    def run(self) -> None:
        """Serve until told to stop, and drain."""
        slot: Slot = self.app
        self.collector = Collector()
        self.wsgi.tell_under_way = self.tell_under_way
        spread = random.uniform(1, 1.1)  # noqa: S311 - so that not all retire at once
        self._limit = int(slot.max_requests_before_restart * spread)
        self._asks_again = 0.0
        self._grown = time.monotonic() + GROWN_SECONDS
        server = DrainingServer(
            uvicorn.Config(
                self.wsgi,
                http=PatientProtocol,
                log_config=slot.request_log,
                timeout_graceful_shutdown=slot.drain_timeout,
                timeout_keep_alive=slot.keepalive_timeout,
                server_header=False,
            ),
            self,
        )
        # It raises the signal that stopped it again; some versions end the process when start-up fails, some return.
        with contextlib.suppress(SystemExit):
            server.run(sockets=[each.sock for each in self.sockets])
        if server.started:
            leave(0)
        reason = self.wsgi.refusal or ReleaseRefusedError("LiteLLM does not start: it ended and does not say why")
        leave(Arbiter.WORKER_BOOT_ERROR if slot.refuse(reason) else FAILED_LATER)

    def look_after_itself(self, requests: int) -> bool:
        """Say that this worker lives, and ask for a successor when it is spent.

        :param requests: how many it has answered.
        :returns: False when its master is gone.
        """
        self.notify()
        slot: Slot = self.app
        now = time.monotonic()
        spent = (self._limit and requests >= self._limit) or (
            slot.max_worker_memory and now > self._grown and resident_megabytes() > slot.max_worker_memory
        )
        if spent and now > self._asks_again:
            self._asks_again = now + slot.start_timeout
            slot.ask_for_successor()
        return os.getppid() == int(self.ppid)
