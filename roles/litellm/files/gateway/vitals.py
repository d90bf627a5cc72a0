# SPDX-License-Identifier: GPL-3.0-or-later
"""How a slot is: its workers, their memory, its limits, and when a release was refused last. Reads files, asks nobody."""

from __future__ import annotations

import contextlib
import os
import typing as t
from pathlib import Path

if t.TYPE_CHECKING:
    from collections.abc import Iterator

PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")

REFUSED = "refused"
"""The file, in the folder where all slots count, whose time of change is when a release was refused."""


def note_refusal(folder: Path | None) -> None:
    """Note in the *folder* where all slots count that a release was refused now; None where they count alone."""
    if folder is not None:
        with contextlib.suppress(OSError):  # the refusal itself has been told
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            (folder / REFUSED).touch()


def vitals(state_file: Path, folder: Path, max_worker_memory: int, *, answers: bool) -> dict[str, float]:
    """Name of a gauge → its value.

    :param state_file: of the slot.
    :param folder: where all slots count.
    :param max_worker_memory: MB above which a worker is replaced; 0: never.
    :param answers: whether the gateway answered last that it is ready.
    """
    found: dict[str, float] = {"litellm_gateway_ready": 0.0}
    with contextlib.suppress(FileNotFoundError):
        state = state_file.read_text(encoding="utf-8")
        found["litellm_gateway_ready"] = float(answers and state.startswith("ready"))
        found["litellm_gateway_start_timestamp_seconds"] = state_file.stat().st_mtime
    memory = list(_memory_of_workers(os.getppid()))
    found["litellm_gateway_workers"] = float(len(memory))
    found["litellm_gateway_memory_bytes"] = float(sum(memory))
    found["litellm_gateway_largest_worker_bytes"] = float(max(memory, default=0))
    if max_worker_memory:
        found["litellm_gateway_worker_limit_bytes"] = float(max_worker_memory * 2**20)
    with contextlib.suppress(OSError, ValueError, StopIteration):
        group = _control_group()
        # Says max where there is no limit.
        found["litellm_gateway_memory_limit_bytes"] = float(int((group / "memory.max").read_text()))
        found["litellm_gateway_memory_used_bytes"] = float(int((group / "memory.current").read_text()))
    with contextlib.suppress(FileNotFoundError):
        found["litellm_gateway_refused_timestamp_seconds"] = (folder / REFUSED).stat().st_mtime
    return found


def _memory_of_workers(master: int) -> Iterator[int]:
    """The resident memory of each worker, in bytes, without this process."""
    with contextlib.suppress(OSError):
        for process in Path(f"/proc/{master}/task/{master}/children").read_text(encoding="ascii").split():
            with contextlib.suppress(OSError):
                if int(process) != os.getpid():
                    yield int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * PAGE_BYTES


def _control_group() -> Path:
    """Where the kernel tells of the memory of this process's control group."""
    lines = Path("/proc/self/cgroup").read_text(encoding="ascii").splitlines()
    name = next(line.removeprefix("0::/") for line in lines if line.startswith("0::"))
    return Path("/sys/fs/cgroup") / name
