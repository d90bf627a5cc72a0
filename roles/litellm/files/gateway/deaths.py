# SPDX-License-Identifier: GPL-3.0-or-later
"""Report workers that a signal killed: in the log, in a file beside the state file, and in a metric."""

from __future__ import annotations

import datetime
import json
import os
import signal
import typing as t

from gunicorn.arbiter import Arbiter
from gunicorn.errors import HaltServer

if t.TYPE_CHECKING:
    from pathlib import Path
    from types import FrameType

    from closing import Closing
    from metrics import MetricsProcess

USUAL = ("SIGABRT", "SIGBUS", "SIGKILL", "SIGSEGV")
"""Signals that the metric lists from the start: Prometheus computes a rate only from a value before the first death."""


class Deaths:
    """Counts the workers that a signal killed since the slot started.

    The constructor removes the *file* of an earlier start.

    :param file: gets ``{"count": 2, "signal": "SIGSEGV", "at": "2026-11-21T09:30:00+00:00"}``, with signal and time of the
        last death; it is missing as long as no worker died.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._count = 0
        self._metric: t.Any = None
        file.unlink(missing_ok=True)

    def count_in_metrics(self) -> None:
        """Add the metric ``litellm_gateway_worker_deaths_total``, if prometheus-client is installed.

        Call it after ``PROMETHEUS_MULTIPROC_DIR`` is set and before workers are forked.
        """
        try:
            import prometheus_client
        except ImportError:
            return
        # In no registry: a worker that is asked for metrics adds up the files of all processes in the metrics folder.
        self._metric = prometheus_client.Counter(
            "litellm_gateway_worker_deaths",
            "Workers of the gateway that a signal ended, by signal.",
            ["signal"],
            registry=None,
        )
        for name in USUAL:
            self._metric.labels(name)

    def tell(self, process: int, number: int, requests: int) -> None:
        """Report that a signal killed a worker.

        :param process: the worker's process id.
        :param number: the number of the signal.
        :param requests: how many requests the worker had not answered in full.
        """
        name = signal.Signals(number).name if number in set(signal.Signals) else f"signal {number}"
        self._count += 1
        print(f"worker {process} died of {name} with {requests} requests under way", flush=True)
        at = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
        whole = self._file.with_suffix(".new")
        whole.write_text(json.dumps({"count": self._count, "signal": name, "at": at}) + "\n", encoding="ascii")
        whole.replace(self._file)
        if self._metric is not None:
            self._metric.labels(name).inc()


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
