"""Systemd hosts for a benchmark, and the playbooks and commands that run on them."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import typing as t
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import yaml

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT / "molecule" / "shared"
BENCHMARKS = PROJECT / "benchmarks"


class BenchmarkError(Exception):
    """A step failed, or what is measured is not what it should be; the text is for the operator."""


class Host(t.NamedTuple):
    """Where a host is, and what opens it."""

    address: str
    ssh: tuple[str, ...]

    def run(self, *command: str, given: str = "") -> str:
        """Run *command* on the host with *given* as its standard input, and return what it prints."""
        return run(*self.ssh, *command, given=given)


class Hosts:
    """One set of hosts.

    :param name: of the set; ``benchmarks/inventory/<name>.yml`` lists its hosts.
    :param inventory: what lists them instead.
    :param variables: what the hosts are besides that.
    """

    def __init__(self, name: str, inventory: Path | None = None, **variables: str) -> None:
        self._state = PROJECT / ".cache" / f"bench_{name}"
        self._written = self._state / "inventory" / "test_hosts.yml"
        listed = inventory or BENCHMARKS / "inventory" / f"{name}.yml"
        inventories = (SHARED / "inventory", listed, self._state / "inventory")
        self._inventories = [f"--inventory={path}" for path in inventories]
        lifecycle = {"test_hosts_name": name, "test_hosts_state": str(self._state), **variables}
        self._lifecycle = f"--extra-vars={json.dumps(lifecycle)}"

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """Create the hosts, and remove them in the end. Needs root: they are containers that run systemd."""
        run(PROJECT / "scripts" / "prepare_test_machine.sh")
        self._written.parent.mkdir(parents=True, exist_ok=True)
        try:
            self.playbook(SHARED / "create.yml", self._lifecycle)
            yield
        finally:
            self.playbook(SHARED / "destroy.yml", self._lifecycle)

    def playbook(self, path: Path, *arguments: str, niceness: int = 0, **settings: str) -> str:
        """Run one playbook on the hosts, with further environment variables, and return what it prints."""
        command = ("nice", f"--adjustment={niceness}", "ansible-playbook")
        return run(*command, *self._inventories, *arguments, path, **settings)

    def host(self, name: str) -> Host:
        """One of the hosts, once they run."""
        group = yaml.safe_load(self._written.read_text(encoding="utf-8"))["test_hosts"]
        address, common = group["hosts"][name]["ansible_host"], group["vars"]
        options = str(common["ansible_ssh_common_args"]).split()
        key = str(common["ansible_ssh_private_key_file"])
        return Host(address, ("ssh", "-i", key, *options, f"{common['ansible_user']}@{address}"))


def run(*command: str | Path, given: str = "", **settings: str) -> str:
    """Run *command* in the project and return what it prints.

    :param given: its standard input.
    :param settings: further environment variables.
    :raises BenchmarkError: when it fails; with all that it printed.
    """
    environment: Mapping[str, str] = {
        **os.environ,
        "ANSIBLE_CONFIG": str(PROJECT / "ansible.cfg"),
        "ANSIBLE_NOCOLOR": "1",
        **settings,
    }
    words = [str(part) for part in command]
    done = subprocess.run(  # noqa: S603 - the commands are the benchmarks' own
        words, cwd=PROJECT, env=environment, input=given, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise BenchmarkError(f"{' '.join(words)}\n{done.stdout}{done.stderr}")
    return done.stdout


def main_of_pairs(description: str, name: str, measure: Callable[[int], Mapping[str, t.Any]]) -> int:
    """Measure as often as the command line says, and print the figures as JSON under *name*; 1 when a step failed."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--pairs", type=int, default=5, help="how often each thing is measured")
    pairs = parser.parse_args().pairs
    return told(lambda: {name: measure(pairs)})


def told(measure: Callable[[], Mapping[str, t.Any]]) -> int:
    """Print what *measure* returns as the last line, in JSON; 1 when a step failed, and then what it printed."""
    try:
        result = measure()
    except BenchmarkError as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(result))
    return 0
