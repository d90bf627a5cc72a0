# SPDX-License-Identifier: GPL-3.0-or-later
"""How much a host has: free space, and memory and cores for workers. Reads only."""

from __future__ import annotations

import math
import os
import shutil

from .files import text_of

NEEDED_MEGABYTES = 1200
"""Free space that an installation needs: a virtual environment with bytecode is about 730 MB."""

MEGABYTES_PER_WORKER = 1024
"""Memory that one worker needs: 350 MB, twice while two slots run, and room for requests."""


def default_workers(cpus: float | None = None) -> int:
    """How many workers this host should run: one per core, as far as memory allows two slots of them at once.

    :param cpus: how many cores a slot may use; None for all.
    """
    found = [line.split() for line in (text_of("/proc/meminfo") or "").splitlines() if line.startswith("MemTotal:")]
    megabytes = int(found[0][1]) // 1024 if found else 0
    cores = min(len(os.sched_getaffinity(0)), cpus or float("inf"))
    return max(1, min(math.ceil(cores), megabytes // MEGABYTES_PER_WORKER))


def free_megabytes(path: str) -> int:
    """Free space, in MB, where *path* is or will be."""
    while not os.path.exists(path):
        path = os.path.dirname(path)
    return shutil.disk_usage(path).free // 10**6
