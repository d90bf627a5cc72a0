# SPDX-License-Identifier: GPL-3.0-or-later
"""A gunicorn worker that serves LiteLLM with uvicorn, drains before it ends, and is replaced before it grows too big."""

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
from closing import close_for_all, take_no_more
from collecting import Collector
from greeting import GreetingProtocol
from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker
from leaving import exit_now
from patience import at_rest, end_slow_connections
from reason import ReleaseRefusedError

if t.TYPE_CHECKING:
    import socket
    from collections.abc import Sequence

    from closing import Closing
    from tls import Tls

IDLE_SECONDS = 6
"""How long a draining worker keeps a connection without a request. HTTP clients of Python reuse one for 5 seconds."""

FAILED_LATER = 1
"""The exit status of a worker that does not start although others did; gunicorn starts another one."""

ROUNDS = 100
"""How often at most a stopping worker looks for connections at the port; where other slots serve, some may always wait."""

EMPTY_ROUNDS = 3
"""Rounds without a connection after which it stops looking: the loop accepts in one round and serves in the next."""

GROWN_SECONDS = 60
"""How old a worker is before its memory counts. Else a limit that is too low would replace each worker at once."""

TICKS_PER_SECOND = 10
"""How often uvicorn calls on_tick."""

NUMBER_BYTES = 8
"""The size of the number that a worker shares with its master."""


class Slot(t.Protocol):
    """What a worker needs to know and to ask of its slot; ``master.SlotMaster`` is one.

    :ivar closing: is told when a worker accepts nobody any more.
    :ivar tls: the certificate to serve HTTPS with; None for plain HTTP.
    :ivar request_log: how uvicorn logs, as ``logging.config.dictConfig`` takes it.
    :ivar start_timeout: seconds that a worker may take until it is ready.
    :ivar drain_timeout: seconds that accepted requests may still take.
    :ivar keepalive_timeout: seconds that an idle connection is kept.
    :ivar max_requests_before_restart: requests after which a worker is replaced; 0: never.
    :ivar max_worker_memory: MB above which a worker is replaced; 0: never.
    """

    closing: Closing
    tls: Tls | None
    request_log: dict[str, t.Any]
    start_timeout: int
    drain_timeout: int
    keepalive_timeout: int
    max_requests_before_restart: int
    max_worker_memory: int

    def ask_for_successor(self) -> None:
        """Have one more worker started, and the oldest one stopped when the new one is ready."""

    def report_refusal(self, reason: ReleaseRefusedError) -> bool:
        """Say why this worker did not start; returns whether the release is refused."""


def resident_megabytes() -> int:
    """The resident memory of this process, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


HANDSHAKE_SECONDS = 0.2
"""How long a client that the port has answered may take to complete the connection."""

TLS_HANDSHAKE_SECONDS = 6
"""How long a draining worker waits for clients that are in the handshake of TLS."""


async def accept_what_waits(ports: Sequence[socket.socket]) -> None:
    """Let the event loop accept every connection that waits at *ports*.

    After a move to another port, the old port closes with its slot, and connections that still wait there are cut off.
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


class GatewayConfig(uvicorn.Config):
    """uvicorn's settings, with a certificate that may change while it serves.

    :param tls: the certificate; None for plain HTTP.
    :param options: uvicorn's own.
    """

    def __init__(self, *arguments: t.Any, tls: Tls | None, **options: t.Any) -> None:
        super().__init__(*arguments, **options)
        self.tls = tls

    def load(self) -> None:
        """Complete the settings. uvicorn calls it before it serves."""
        super().load()
        self.ssl = self.tls.context() if self.tls else None


class DrainingServer(uvicorn.Server):
    """A uvicorn server that closes idle connections without cutting off a request that is on its way.

    uvicorn closes every idle connection as soon as it is told to stop, and a client that sends its next request at that
    moment gets no answer. This server first says ``Connection: close`` in every answer, and closes a connection only after
    it has been idle for ``IDLE_SECONDS``.
    """

    def __init__(self, config: GatewayConfig, worker: GatewayWorker) -> None:
        super().__init__(config)
        self._worker = worker
        self._tls = config.tls

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to serve, or end the process at once. LiteLLM may leave tasks that take no cancelling, and uvicorn waits for those.

        Some versions of uvicorn raise SystemExit where the start fails, some return.
        """
        with contextlib.suppress(SystemExit):
            await super().startup(sockets=sockets)
        if not self.started:
            self._worker.give_up()

    async def on_tick(self, counter: int) -> bool:
        """Collect garbage; once a second, look for a new certificate, close slow connections and report to the master. uvicorn calls it every 0.1 s.

        :returns: whether the server has to stop.
        """
        self._worker.collector.collect()
        if counter % TICKS_PER_SECOND == 0:
            if self._tls:
                self._tls.look_again()
            end_slow_connections(self.server_state.connections)
            if not self._worker.report_to_master(self.server_state.total_requests):
                self.should_exit = True
        return await super().on_tick(counter)

    async def _stop_accepting(self, ports: Sequence[socket.socket]) -> None:
        """Accept what waits at *ports*. Where this is the last worker at them, close them, and cut nobody off."""
        last = self._worker.app.closing.is_last()
        if last:
            take_no_more(ports)
            await asyncio.sleep(HANDSHAKE_SECONDS)
        await accept_what_waits(ports)
        if last:
            close_for_all(ports)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Accept the connections that wait at the port, answer all requests, and end within ``drain_timeout``."""
        await self._stop_accepting(sockets or [])
        for server in self.servers:
            server.close()
        self._worker.wsgi.draining = True
        deadline = time.monotonic() + (self.config.timeout_graceful_shutdown or 0)
        # uvicorn knows a connection only once its handshake is complete.
        handshakes = time.monotonic() + (TLS_HANDSHAKE_SECONDS if self._tls else 0)
        resting: dict[t.Any, float] = {}
        while (self.server_state.connections or time.monotonic() < handshakes) and time.monotonic() < deadline:
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
    """One forked process of a slot.

    gunicorn makes it in the master and calls ``init_signals`` and ``run`` in the fork. A worker must call ``notify`` more
    often than every ``start_timeout`` seconds, or gunicorn kills it: ``report_to_master`` does so while it serves, and
    ``DrainingServer.shutdown`` while it drains. ``self.app`` is a :class:`Slot`, ``self.wsgi`` the ``ProvedApp`` that it
    loaded, ``self.ppid`` the master's process id.
    """

    def __init__(self, *arguments: t.Any) -> None:
        super().__init__(*arguments)
        # Made before the fork, so that the master can read it even when the worker is dead.
        self._shared = mmap.mmap(-1, NUMBER_BYTES)

    def under_way(self) -> int:
        """How many requests the worker has not answered in full. The master asks for it when the worker is dead."""
        return int.from_bytes(self._shared[:NUMBER_BYTES], sys.byteorder)

    def tell_under_way(self, requests: int) -> None:
        """Let the master know how many *requests* are not answered in full. Call it in the worker."""
        self._shared[:NUMBER_BYTES] = requests.to_bytes(NUMBER_BYTES, sys.byteorder)

    def init_signals(self) -> None:
        """Take the master's signal handlers back, which the fork inherited; uvicorn sets its own once it runs."""
        for each in self.SIGNALS:
            signal.signal(each, signal.SIG_DFL)
        # gunicorn hands on a wish for new log files, of which there are none; nor does a worker know the other two.
        for each in (signal.SIGHUP, signal.SIGUSR1, signal.SIGUSR2):
            signal.signal(each, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, lambda *_signal: sys.exit(0))

    def run(self) -> None:
        """Serve until the worker is told to stop, then drain. Never returns: it ends the process."""
        slot: Slot = self.app
        self.collector = Collector()
        self.wsgi.tell_under_way = self.tell_under_way
        spread = random.uniform(1, 1.1)  # noqa: S311 - so that not all retire at once
        self._limit = int(slot.max_requests_before_restart * spread)
        self._asks_again = 0.0
        self._grown = time.monotonic() + GROWN_SECONDS
        server = DrainingServer(
            GatewayConfig(
                self.wsgi,
                tls=slot.tls,
                http=GreetingProtocol,
                log_config=slot.request_log,
                access_log=not self.wsgi.logs_requests,
                timeout_graceful_shutdown=slot.drain_timeout,
                timeout_keep_alive=slot.keepalive_timeout,
                server_header=False,
            ),
            self,
        )
        # uvicorn raises the signal that stopped it again.
        with contextlib.suppress(SystemExit):
            server.run(sockets=[each.sock for each in self.sockets])
        if server.started:
            exit_now(0)
        self.give_up()

    def give_up(self) -> t.NoReturn:
        """End the process, which cannot serve, and say why."""
        reason = self.wsgi.refusal or ReleaseRefusedError("LiteLLM does not start: it ended and does not say why")
        exit_now(Arbiter.WORKER_BOOT_ERROR if self.app.report_refusal(reason) else FAILED_LATER)

    def report_to_master(self, requests: int) -> bool:
        """Tell gunicorn that this worker lives, and ask for a successor when the worker has reached one of its limits.

        Call it about once a second while the worker serves.

        :param requests: how many requests it has answered.
        :returns: False when the master is gone, so that the worker has to stop.
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
