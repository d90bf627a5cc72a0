# SPDX-License-Identifier: GPL-3.0-or-later
"""A metric that is 1 while what the gateway needs answers every worker of it, and else 0."""

from __future__ import annotations

import contextlib
import typing as t


class UpMetric:
    """One such metric; a worker begins to count in it where it uses what is meant.

    :param name: of the metric.
    :param text: its help.
    """

    def __init__(self, name: str, text: str) -> None:
        self._name, self._text = name, text
        self._gauge: t.Any = None

    def begin(self) -> None:
        """Count in it from now on, if prometheus-client is installed; call it in a worker."""
        with contextlib.suppress(ImportError):
            import prometheus_client

            # In no registry, as with deaths: a worker that is asked for metrics puts the files of all processes together.
            self._gauge = prometheus_client.Gauge(self._name, self._text, registry=None, multiprocess_mode="livemin")

    def tell(self, up: bool) -> None:
        """Say whether it answers this worker."""
        if self._gauge is not None:
            self._gauge.set(int(up))
