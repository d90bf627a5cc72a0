"""How long jobs of an operator take beside an earlier state of the collection.

Takes the files of a commit or tag out of the repository, and runs each job in turn with them and with what is here, each on a systemd
host of its own that has the same to serve: the first deployment once, the others in pairs. Prints each pair; the last line is JSON::

    {"before": {"first deployment": 0.94, "second run": 1.41, "verify": 1.71, "a provider's new key": 0.87}}

with the medians of the ratios, what is here by what was; below 1 it is faster now. Both install the same version of LiteLLM, from nothing.
Needs root (it starts containers) and a repository that has the commit; removes its hosts when it ends.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
import typing as t
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench_jobs import FIRST, HOSTS
from hosts import PROJECT, run, told


class Side(t.NamedTuple):
    """The files of the collection in one state, and the host that they are run on."""

    files: Path
    host: str

    def seconds(self, playbook: str, variables: Mapping[str, t.Any]) -> float:
        """Wall time of one run.

        :raises BenchmarkError: it fails.
        """
        started = time.perf_counter()
        HOSTS.playbook(
            self.files / "playbooks" / f"{playbook}.yml",
            f"--limit={self.host}",
            f"--extra-vars={json.dumps(variables)}",
            ANSIBLE_CONFIG=str(self.files / "ansible.cfg"),
        )
        return time.perf_counter() - started


def taken_out(commit: str, folder: str) -> Path:
    """*folder*, in which the files of *commit* are then.

    :raises BenchmarkError: the repository has no such commit.
    """
    run("git", "clone", "--quiet", "--shared", "--no-checkout", PROJECT, folder)
    run("git", "-C", folder, "checkout", "--quiet", commit, "--")
    return Path(folder)


def jobs(pairs: int) -> Iterator[tuple[str, str, Mapping[str, t.Any]]]:
    """What the job is, its playbook, and its variables, as often as it is to be run."""
    usual = {"litellm_version": FIRST}
    yield "first deployment", "deploy", usual
    for _pair in range(pairs):
        yield "second run", "deploy", usual
    for _pair in range(pairs):
        yield "verify", "verify", usual
    for pair in range(pairs):
        yield (
            "a provider's new key",
            "deploy",
            {**usual, "litellm_secrets": {"UPSTREAM_API_KEY": f"sk-bench-{pair}-4Tq9"}},
        )


def measure(commit: str, pairs: int) -> Mapping[str, float]:
    """Create the hosts, run the jobs in turn, remove the hosts; medians of the ratios by job."""
    ratios: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory(prefix="bench-before-") as folder:
        before, now = Side(taken_out(commit, folder), "gw2"), Side(PROJECT, "gw1")
        print("Creating the hosts", flush=True)
        with HOSTS.running():
            for says, playbook, variables in jobs(pairs):
                was, is_now = before.seconds(playbook, variables), now.seconds(playbook, variables)
                ratios.setdefault(says, []).append(is_now / was)
                print(f"{says}: {was:.1f} s before, {is_now:.1f} s now", flush=True)
    return {says: round(statistics.median(found), 3) for says, found in ratios.items()}


def main() -> int:
    """Measure and print; 1 when a job failed."""
    parser = argparse.ArgumentParser(description="Time an operator's jobs beside an earlier state of the collection.")
    parser.add_argument("commit", help="a commit or tag of this repository")
    parser.add_argument("--pairs", type=int, default=5, help="how often each job but the first deployment is run")
    arguments = parser.parse_args()
    return told(lambda: {"before": measure(arguments.commit, arguments.pairs)})


if __name__ == "__main__":
    sys.exit(main())
