# SPDX-License-Identifier: GPL-3.0-or-later
"""gunicorn's master for one slot: what it does when a worker ends, and when the slot does."""

from __future__ import annotations

import os
import typing as t

from gunicorn.arbiter import Arbiter
from gunicorn.errors import HaltServer

if t.TYPE_CHECKING:
    from types import FrameType

    from closing import Closing
    from deaths import Deaths
    from metrics import MetricsProcess


class SlotArbiter(Arbiter):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn's master for one slot: it also reports why workers died, and has the last one close the port.

    :param app: a gunicorn application whose worker class is ``GatewayWorker``.
    :param metrics: lives as long as the slot does; None where nobody serves the metrics by themselves.
    """

    def __init__(self, app: t.Any, deaths: Deaths, closing: Closing, metrics: MetricsProcess | None = None) -> None:
        self._deaths = deaths
        self._closing = closing
        self._metrics = metrics
        self._stops = False
        self._waits = False
        self._worker_ended = False
        super().__init__(app)

    def handle_chld(self, sig: int, frame: FrameType | None) -> None:
        """Leave a worker that ended to the main loop, for the signal may come while a line is printed, and a line would tell of it.

        While gunicorn waits for its workers to end, there is no loop.
        """
        if self._waits:
            super().handle_chld(sig, frame)
        else:
            self._worker_ended = True
            self.wakeup()

    def stop(self, graceful: bool = True) -> None:
        """Stop the workers; the last one closes a port that is the slot's alone. gunicorn calls it when the slot ends."""
        self._stops = True
        if self._metrics is not None:
            self._metrics.stop()
        self._closing.begin(len(self.WORKERS))
        self._waits = True
        self._reap_ended()
        super().stop(graceful)
        self._waits = False

    def _reap_ended(self) -> None:
        if self._worker_ended:
            self._worker_ended = False
            self.reap_workers()

    def murder_workers(self) -> None:
        """Forget workers that ended, kill those that give no sign of life, and keep the metrics served.

        gunicorn calls it about once a second, and when a worker ended.
        """
        self._reap_ended()
        super().murder_workers()
        if self._metrics is not None:
            self._metrics.keep()

    def reap_workers(self) -> None:
        """Report the workers that died, then let gunicorn forget them. Called after SIGCHLD."""
        for process, worker in list(self.WORKERS.items()):
            try:
                end = os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            except ChildProcessError:
                continue  # another part of the process has already waited for it
            if end is not None and end.si_code in (os.CLD_KILLED, os.CLD_DUMPED):
                self._deaths.tell(process, end.si_status, worker.under_way())
        try:
            super().reap_workers()
        except HaltServer:
            # gunicorn stops for a worker that does not start. Another one that does not start either must not stop the stopping.
            if not self._stops:
                raise
            self.kill_workers(0)  # no signal: it forgets those that are dead
