"""What a second deployment costs, beside a hand-written playbook of the same end state.

Starts five systemd hosts, deploys a gateway on each with ``playbooks/deploy.yml`` and one beside it with
``benchmarks/minimal.yml``, then runs both again, in turn, on one host and on all, when there is nothing left to change.
Every run opens its own SSH connections, as an operator's does. Prints each pair; the last line is JSON::

    {"second_run": {"1": {"ours_s": …, "minimal_s": …, "ratio": …}, "5": {…}}}

with medians of seconds and of ratios. Needs root (it starts containers); removes its hosts when it ends.
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from hosts import BENCHMARKS, PROJECT, BenchmarkError, Hosts, main_of_pairs

OURS = PROJECT / "playbooks" / "deploy.yml"
MINIMAL = BENCHMARKS / "minimal.yml"
HOSTS = Hosts("deploy")


def seconds_of_second_run(path: Path, hosts: int) -> float:
    """Wall time of a run on the first *hosts* hosts.

    :raises BenchmarkError: when it changed something, so that it was no second run.
    """
    with tempfile.TemporaryDirectory(prefix="cp") as connections:
        started = time.perf_counter()
        printed = HOSTS.playbook(path, f"--limit=test_hosts[0:{hosts - 1}]", ANSIBLE_SSH_CONTROL_PATH_DIR=connections)
        seconds = time.perf_counter() - started
    recap = re.findall(r"ok=\d+ +changed=(\d+)", printed)
    if len(recap) < hosts or any(changed != "0" for changed in recap):
        raise BenchmarkError(f"{path.name} was not without changes:\n{printed}")
    return seconds


def compare(hosts: int, pairs: int) -> dict[str, float]:
    """Time both playbooks in turn on *hosts* hosts.

    :return: the median seconds of each, and the median of the ratios within each pair: what slows the machine for a
        while slows both runs of a pair.
    """
    ours, minimal = [], []
    for pair in range(1, pairs + 1):
        ours.append(seconds_of_second_run(OURS, hosts))
        minimal.append(seconds_of_second_run(MINIMAL, hosts))
        print(f"{hosts} hosts, pair {pair}: ours {ours[-1]:.2f} s, minimal {minimal[-1]:.2f} s", flush=True)
    return {
        "ours_s": round(statistics.median(ours), 2),
        "minimal_s": round(statistics.median(minimal), 2),
        "ratio": round(statistics.median(a / b for a, b in zip(ours, minimal, strict=True)), 3),
    }


def measure(pairs: int) -> dict[str, dict[str, float]]:
    """Create the hosts, deploy on them, compare by number of hosts, remove the hosts."""
    print("Creating five hosts and deploying on them", flush=True)
    with HOSTS.running():
        for path in (BENCHMARKS / "prepare.yml", OURS, MINIMAL):
            HOSTS.playbook(path)
        return {str(hosts): compare(hosts, pairs) for hosts in (1, 5)}


if __name__ == "__main__":
    sys.exit(main_of_pairs("Time a second deployment beside a hand-written playbook.", "second_run", measure))
