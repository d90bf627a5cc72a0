"""What a process and all its descendants use, from /proc."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path


def tree(root: int) -> list[int]:
    """The process *root* and its descendants, parents before children."""
    children = defaultdict(list)
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = after_name(stat)
        except OSError:
            continue  # it has ended since it was listed
        children[int(fields[1])].append(int(stat.parent.name))
    found = [root]
    for process in found:
        found += children[process]
    return found


def after_name(stat: Path) -> list[str]:
    """The fields of a ``stat`` file from the third on, see proc_pid_stat(5); the name before them may hold anything."""
    return stat.read_text(encoding="utf-8").rpartition(")")[2].split()


def cpu_seconds(processes: list[int]) -> float:
    """CPU time of *processes*, and of children that they have waited for."""
    ticks = sum(sum(map(int, after_name(Path(f"/proc/{process}/stat"))[11:15])) for process in processes)
    return ticks / os.sysconf("SC_CLK_TCK")


def pss_mb(processes: list[int]) -> float:
    """Memory of *processes* in MB (10^6 bytes); a page that several share counts once, spread over them."""
    lines = [
        line
        for process in processes
        for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
        if line.startswith("Pss:")
    ]
    return sum(int(line.split()[1]) for line in lines) * 1024 / 1e6
