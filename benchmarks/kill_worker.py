"""Kills the gateway's worker that has run for longest, with SIGKILL. Runs on the gateway's host, with Python 3.9 or newer.

Prints ``{"worker": <process id>, "killed": <seconds since the epoch>, "dead": <the same>}``. A big process on a busy machine
keeps its connections for a while after it was killed.

A worker is a child of a process that runs the same program.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path

PROGRAM = "/gateway"  # what Python runs in every process of a slot, in a container or not


def running() -> dict[int, tuple[int, int]]:
    """The gateway's processes: from process id to parent and start, in clock ticks since boot."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_text(encoding="utf-8").split("\0")
            fields = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue  # it has ended
        if any(word.endswith(PROGRAM) for word in words[:3]):
            found[int(folder.name)] = (int(fields[1]), int(fields[19]))
    return found


def lives(process: int) -> bool:
    """Whether a process has not ended. One that nobody has asked about yet (``Z``) has."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def main() -> None:
    """Kill one."""
    processes = running()
    workers = {start: process for process, (parent, start) in processes.items() if parent in processes}
    if not workers:
        sys.exit("no worker of the gateway runs here")
    victim = workers[min(workers)]
    killed = time.time()
    os.kill(victim, signal.SIGKILL)
    while lives(victim):
        time.sleep(0.005)
    print(json.dumps({"worker": victim, "killed": killed, "dead": time.time()}))


if __name__ == "__main__":
    main()
