"""Which processes are the gateway's."""

from __future__ import annotations

import os
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host import processes
from ansible_collections.llmops.litellm.plugins.module_utils._release.layout import Layout

Write = t.Callable[..., None]
Process = t.Callable[..., int]


def test_a_running_process_is_known_by_its_command_line(layout: Layout, write: Write, process: Process) -> None:
    number = process("-c", layout.supervisor_config())
    write(layout.supervisor_pid_file(), f"{number}\n")
    assert processes.running_supervisor(layout) == number
    write(layout.supervisor_pid_file(), f"{os.getpid()}\n")
    assert processes.running_supervisor(layout) == 0


@pytest.mark.parametrize("text", ["", "refused: 1", "ready", "ready x", "ready 99999999", "1"])
def test_a_slot_is_running_only_when_it_says_so(layout: Layout, write: Write, text: str) -> None:
    write(layout.state_file(1), text)
    assert processes.running_slot(layout, 1) == 0


def test_own_processes(layout: Layout, write: Write, process: Process) -> None:
    assert processes.own_processes(layout) == frozenset()
    slot = process(layout.state_file(2))
    write(layout.state_file(2), f"ready {slot}")
    assert processes.own_processes(layout) == {slot}
    write(layout.socket_unit(), "")
    assert processes.own_processes(layout) == {slot, 1}


def test_a_slot_in_a_container_is_running_as_long_as_it_says_so(layout: Layout, write: Write) -> None:
    write(layout.state_file(1), "ready 1\n")
    assert not processes.contained_slot(layout, 1)
    os.makedirs(layout.code(1))
    os.symlink(layout.installation("podman-0123456789ab"), layout.installation_link(1))
    assert processes.contained_slot(layout, 1)
    write(layout.state_file(1), "refused: no\n")
    assert not processes.contained_slot(layout, 1)
    os.unlink(layout.state_file(1))
    assert not processes.contained_slot(layout, 1)
