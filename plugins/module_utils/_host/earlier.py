# SPDX-License-Identifier: GPL-3.0-or-later
"""What tasks of other plays still do on this host. A play that was killed leaves the module of its last task at work, which
goes on removing or installing what the next play has looked at.
"""

from __future__ import annotations

import glob
import itertools
import os
import time
import typing as t

PROCESSES = "/proc"

MARK = "&& sleep 0"
"""How Ansible ends the command line of the shell that runs a module, whatever the connection and the module."""

CARRIERS = frozenset(("docker", "incus", "kubectl", "lxc", "oc", "podman", "ssh", "sshpass"))
"""Programs whose command line ends alike on a controller, while the module works on another host or in a container."""

PATIENCE_S = 180.0
"""Removing a virtual environment takes seconds. What works longer is somebody else's, or hangs."""

PAUSE_S = 0.2


class Process(t.NamedTuple):
    """A process, told from a later one with its number by when it began.

    :param began: clock ticks since the host's own start.
    """

    number: int
    parent: int
    began: int
    words: tuple[str, ...]

    @property
    def runs_module(self) -> bool:
        """Whether it is the shell around a module of Ansible on this host, or what starts one as another account."""
        carried = self.words and os.path.basename(self.words[0]) in CARRIERS
        return not carried and any(word.rstrip("'\" ").endswith(MARK) for word in self.words)

    @property
    def is_ansible(self) -> bool:
        """Whether it is Ansible on its controller: a run, or the part of it that does one task for one host."""
        return any(os.path.basename(word).startswith("ansible") for word in self.words[:2])


def _processes() -> dict[int, Process]:
    """Every process of this host that can be seen, by number; those in containers are not this host's."""
    found = {}
    here = _space("self")
    for folder in glob.glob(f"{PROCESSES}/[0-9]*"):
        try:
            with open(f"{folder}/stat", encoding="utf-8", errors="replace") as handle:
                # The name, in brackets, may hold anything.
                fields = handle.read().rpartition(")")[2].split()
            with open(f"{folder}/cmdline", encoding="utf-8", errors="replace") as handle:
                words = tuple(handle.read().split("\0"))
        except OSError:
            continue  # it ended
        number = int(os.path.basename(folder))
        # The parents of this process count wherever they are seen.
        if len(fields) > 19 and _space(str(number)) in (here, ""):
            found[number] = Process(number, int(fields[1]), int(fields[19]), words)
    return found


def _space(process: str) -> str:
    """The process namespace of a process; empty where it may not be seen."""
    try:
        return os.readlink(f"{PROCESSES}/{process}/ns/pid")
    except OSError:
        return ""


def _line(number: int, processes: t.Mapping[int, Process]) -> list[Process]:
    """A process, its parent, and so on."""
    found: list[Process] = []
    while number in processes and processes[number] not in found:
        found.append(processes[number])
        number = processes[number].parent
    return found


def earlier_modules(processes: t.Mapping[int, Process], own: int) -> frozenset[Process]:
    """The shells around modules that were at work before that of the process *own* began.

    Two that look at the same time never wait for each other, since only one began earlier. A module may have a shell within
    a shell around it: it began with the outer one, as the others see it. A module that has its whole run above it, with this host
    for its controller, was left by nobody.
    """
    line = _line(own, processes)
    outside = itertools.dropwhile(lambda each: not each.runs_module, line)
    shells = list(itertools.takewhile(lambda each: each.runs_module, outside)) or line[:1]
    began = shells[-1].began if shells else 0
    return frozenset(
        each
        for each in processes.values()
        if each.runs_module and each.began < began and each not in line and not _has_its_run(each, processes)
    )


def _has_its_run(module: Process, processes: t.Mapping[int, Process]) -> bool:
    """Whether whoever does the task has the run above it that began it; a run that was killed leaves the former alone."""
    return sum(each.is_ansible for each in _line(module.number, processes)) > 1


def wait_for_earlier_modules(
    look: t.Callable[[], t.Mapping[int, Process]] = _processes,
    sleep: t.Callable[[float], None] = time.sleep,
    clock: t.Callable[[], float] = time.monotonic,
) -> str:
    """Wait until the modules that work on this host now have ended, ``PATIENCE_S`` at most.

    :returns: a sentence for who waited along; empty where there was nothing to wait for, or for no second.
    """
    start = clock()
    there = earlier_modules(look(), os.getpid())
    while there and clock() - start < PATIENCE_S:
        sleep(PAUSE_S)
        now = look()
        there = frozenset(each for each in there if now.get(each.number, each._replace(began=-1)).began == each.began)
    seconds = round(clock() - start)
    if there:
        numbers = ", ".join(str(each.number) for each in sorted(there))
        return (
            f"Waited {seconds} seconds for a task of another Ansible run that still works on this host (process {numbers}), "
            "and went on beside it."
        )
    return f"Waited {seconds} seconds for a task of another Ansible run to end on this host." if seconds else ""
