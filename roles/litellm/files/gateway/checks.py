# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of a gateway's health that it answers as it should are no news: balancers ask every second, for years."""

from __future__ import annotations

import logging
import typing as t

from readiness import PATH

PATHS = (PATH, "/health/liveliness", "/health/liveness")


def is_no_news(path: str, status: int | None) -> bool:
    """Whether a request for *path* that was answered with *status* needs no line in the log."""
    return status == 200 and path.partition("?")[0] in PATHS


class AnsweredChecks(logging.Filter):
    """Takes them out of uvicorn's log of requests."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether *record* is logged; its arguments are client, method, path, version of HTTP and status."""
        arguments = record.args if isinstance(record.args, tuple) else ()
        return len(arguments) != 5 or not is_no_news(str(arguments[2]), t.cast(int, arguments[4]))
