# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""End a process at once, in order."""

from __future__ import annotations

import atexit
import os
import sys
import typing as t


def leave(status: int) -> t.NoReturn:
    """Do what was left to do at the end, and end; Python would take another 5 seconds to free what LiteLLM holds."""
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
