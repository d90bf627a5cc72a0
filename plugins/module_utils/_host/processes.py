# SPDX-License-Identifier: GPL-3.0-or-later
"""Which processes of the gateway run on a host. Reads only."""

from __future__ import annotations

import os

from .._release.images import engine_of
from .._release.layout import SLOTS, Layout
from .files import link_target, text_of


def running_process(path: str, argument: str, word: str = "") -> int:
    """The id of the process that the file at *path* names, behind *word* where one is given; 0 when it does not run.

    :param argument: part of its command line. A file outlives its process, and another one may have its id by now.
    """
    text = (text_of(path) or "").strip()
    number = text[len(word) :].strip()
    if not text.startswith(word) or not number.isdigit():
        return 0
    return int(number) if argument in (text_of(f"/proc/{number}/cmdline") or "") else 0


def running_supervisor(layout: Layout) -> int:
    """The process id of the gateway's supervisor; 0 when it does not run."""
    return running_process(layout.supervisor_pid_file(), layout.supervisor_config())


def running_slot(layout: Layout, slot: int) -> int:
    """The process id of a slot that serves; 0 when it does not."""
    return running_process(layout.state_file(slot), layout.state_file(slot), "ready")


def contained_slot(layout: Layout, slot: int) -> bool:
    """Whether a slot serves in a container. The process id that it tells is none of the host's, but systemd takes its
    state file away with it.
    """
    contained = engine_of(os.path.basename(link_target(layout.installation_link(slot), {})))
    return bool(contained) and (text_of(layout.state_file(slot)) or "").startswith("ready")


def own_processes(layout: Layout) -> frozenset[int]:
    """Who may hold the port on behalf of this gateway. Process 1 does where systemd has the gateway's socket."""
    processes = {running_supervisor(layout), *(running_slot(layout, slot) for slot in SLOTS)}
    if os.path.exists(layout.socket_unit()):
        processes.add(1)
    return frozenset(processes - {0})
