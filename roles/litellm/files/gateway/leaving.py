# SPDX-License-Identifier: GPL-3.0-or-later
"""End a process at once, but in order."""

from __future__ import annotations

import atexit
import contextlib
import os
import sys
import typing as t


def exit_now(status: int) -> t.NoReturn:
    """Run the exit handlers, flush the output, and end with *status*.

    ``sys.exit`` would take 5 seconds longer, in which Python frees the memory that LiteLLM holds.
    """
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):  # nobody reads the log any more
            stream.flush()
    os._exit(status)
