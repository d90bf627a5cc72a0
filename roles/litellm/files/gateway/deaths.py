# SPDX-License-Identifier: GPL-3.0-or-later
"""Report workers that a signal killed: in the log, in a file beside the state file, and in a metric."""

from __future__ import annotations

import contextlib
import datetime
import json
import signal
import typing as t

from saying import say

if t.TYPE_CHECKING:
    from pathlib import Path

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
        say(f"worker {process} died of {name} with {requests} requests under way")
        at = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
        whole = self._file.with_suffix(".new")
        # Without a folder, or on a full disk, the other workers serve on.
        with contextlib.suppress(OSError):
            whole.write_text(json.dumps({"count": self._count, "signal": name, "at": at}) + "\n", encoding="ascii")
            whole.replace(self._file)
        if self._metric is not None:
            self._metric.labels(name).inc()
