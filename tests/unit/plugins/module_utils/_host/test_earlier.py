"""Waiting for what a killed play left at work on the host."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host import earlier
from ansible_collections.llmops.litellm.plugins.module_utils._host.earlier import (
    Process,
    earlier_modules,
    wait_for_earlier_modules,
)

MODULE = ("/bin/sh", "-c", "/usr/bin/python3 && sleep 0", "")
AS_ROOT = (
    "/bin/sh",
    "-c",
    "sudo -n /bin/sh -c 'echo BECOME-SUCCESS-x ; A=1 /usr/bin/python3 /tmp/x.py' && sleep 0",
    "",
)
ELSEWHERE = ("/usr/bin/ssh", "-C", "gw1", "/bin/sh -c '/usr/bin/python3 && sleep 0'", "")
PLAYBOOK = ("/usr/bin/python3", "/usr/bin/ansible-playbook", "deploy.yml", "")
Processes = dict[int, Process]


def processes(*rows: tuple[int, int, int, tuple[str, ...]]) -> Processes:
    return {row[0]: Process(*row) for row in rows}


INIT = (1, 0, 0, ("/sbin/init", ""))
OWN = [(20, 1, 50, MODULE), (21, 20, 51, ("/usr/bin/python3", ""))]
BEFORE = (10, 1, 40, AS_ROOT)


@pytest.mark.parametrize(
    ("rows", "waits_for"),
    [
        ([], []),
        ([BEFORE, (11, 10, 41, ("/usr/bin/python3", ""))], [10]),
        ([(30, 1, 50, MODULE), (31, 1, 60, MODULE)], []),
        ([(10, 1, 40, ("sh", "-c", "sleep 0", "")), (11, 1, 40, ("bash", ""))], []),
        ([(10, 1, 40, ELSEWHERE), (11, 1, 40, ("sshpass", "-d8", *ELSEWHERE))], []),
    ],
    ids=["nothing", "an earlier one", "later ones", "other shells", "those of other hosts"],
)
def test_which_modules_are_waited_for(rows: list[tuple[int, int, int, tuple[str, ...]]], waits_for: list[int]) -> None:
    found = earlier_modules(processes(INIT, *OWN, *rows), 21)
    assert sorted(each.number for each in found) == waits_for


@pytest.mark.parametrize("second", [50, 51, 52])
def test_two_hosts_of_one_machine_do_not_wait_for_each_other(second: int) -> None:
    # A shell within a shell around each, as Ansible's local connection makes them.
    first_rows = [(20, 1, 50, MODULE), (21, 20, 52, MODULE), (22, 21, 53, ("/usr/bin/python3", ""))]
    other_rows = [(30, 1, second, MODULE), (31, 30, second + 2, MODULE), (32, 31, second + 3, ("/usr/bin/python3", ""))]
    both = processes(INIT, *first_rows, *other_rows)
    waits = {own: bool(earlier_modules(both, own)) for own in (22, 32)}
    assert waits == {22: False, 32: second > 50}


def test_no_play_waits_for_the_one_that_runs_it() -> None:
    # A task of one play that runs another play: its module is at work for as long as that.
    outer = [
        (5, 1, 10, MODULE),
        (6, 5, 11, ("ansible-playbook", "")),
        (20, 6, 50, MODULE),
        (21, 20, 51, ("python3", "")),
    ]
    assert earlier_modules(processes(INIT, *outer), 21) == frozenset()
    assert earlier_modules(processes(INIT, (21, 20, 51, ("python3", "")), BEFORE), 21) != frozenset()
    assert earlier_modules({}, 21) == frozenset()


@pytest.mark.parametrize(
    ("run", "waits"),
    [([(5, 1, 10, PLAYBOOK), (6, 5, 11, PLAYBOOK)], False), ([(6, 1, 11, PLAYBOOK)], True)],
    ids=["goes on", "was killed"],
)
def test_no_play_waits_for_one_that_goes_on(run: list[tuple[int, int, int, tuple[str, ...]]], waits: bool) -> None:
    # Whoever does one of its tasks outlives the run.
    module = [(10, 6, 40, MODULE), (11, 10, 41, ("python3", ""))]
    assert bool(earlier_modules(processes(INIT, *OWN, *run, *module), 21)) == waits


class Host:
    """A host on which time passes while somebody waits.

    :param ends: when the earlier module ends, in seconds.
    """

    def __init__(self, ends: float) -> None:
        self.now, self._ends = 0.0, ends

    def look(self) -> Processes:
        own = (os.getpid(), 1, 60, ("python3", ""))
        # Another one has the number of the first afterwards.
        return processes(own, BEFORE if self.now < self._ends else (10, 1, 70, MODULE))

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def wait(self) -> str:
        return wait_for_earlier_modules(self.look, self.sleep, lambda: self.now)


def test_waiting_ends_with_what_it_is_for() -> None:
    assert Host(0).wait() == Host(0.3).wait() == ""
    assert Host(8).wait() == "Waited 8 seconds for a task of another Ansible run to end on this host."


def test_waiting_ends_in_any_case() -> None:
    host = Host(float("inf"))
    assert host.wait() == (
        "Waited 180 seconds for a task of another Ansible run that still works on this host (process 10), and went on "
        "beside it."
    )
    assert host.now < 181


def test_processes_of_this_host() -> None:
    with subprocess.Popen(
        ["/bin/sh", "-c", "echo begun; /bin/sleep 600 && sleep 0"], start_new_session=True, stdout=subprocess.PIPE
    ) as shell:
        try:
            # Before that, the kernel may not know its command line yet.
            assert shell.stdout
            assert shell.stdout.readline() == b"begun\n"
            found = earlier._processes()
        finally:
            os.killpg(shell.pid, 9)
    assert found[shell.pid].parent == os.getpid()
    assert found[shell.pid].runs_module
    assert not found[os.getpid()].runs_module
    assert found[os.getpid()].began <= found[shell.pid].began


def test_processes_of_containers_are_not_this_hosts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fields = " ".join(["S", "1", *["0"] * 17, "40"])
    for name, space in [("self", "pid:[1]"), ("7", "pid:[1]"), ("8", "pid:[2]"), ("9", "")]:
        folder = tmp_path / name
        (folder / "ns").mkdir(parents=True)
        if space:
            (folder / "ns" / "pid").symlink_to(space)
        (folder / "stat").write_text(f"7 (a) b) {fields}")
        (folder / "cmdline").write_text("\0".join(MODULE))
    (tmp_path / "10").mkdir()
    monkeypatch.setattr(earlier, "PROCESSES", str(tmp_path))
    assert earlier._processes() == processes((7, 1, 40, MODULE), (9, 1, 40, MODULE))
