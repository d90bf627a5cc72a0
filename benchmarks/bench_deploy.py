"""What a second deployment costs, beside a hand-written playbook of the same end state, and one that asks each host for nothing but
a ping.

Starts five systemd hosts, deploys a gateway on each with ``playbooks/deploy.yml`` and one beside it with
``benchmarks/minimal.yml``, then runs both again and ``benchmarks/ping.yml``, in turn, on one host and on all, when there is nothing
left to change. No playbook takes less than the ping.
Every run opens its own SSH connections, as an operator's does. Prints each round; the last line is JSON::

    {"second_run": {"1": {"ours_s": …, "minimal_s": …, "ping_s": …, "ratio": …, "ping_ratio": …, "pings": …}, "5": {…}}}

with medians of seconds and of ratios: ``ratio`` and ``ping_ratio`` are by the hand-written playbook, ``pings`` is by the ping. Needs root
(it starts containers); removes its hosts when it ends.
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
PING = BENCHMARKS / "ping.yml"
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
    """Time the playbooks in turn on *hosts* hosts.

    :return: the median seconds of each, and the medians of the ratios within each round: what slows the machine for a
        while slows all runs of a round.
    """
    rounds = []
    for number in range(1, pairs + 1):
        ours, minimal, ping = (seconds_of_second_run(path, hosts) for path in (OURS, MINIMAL, PING))
        rounds.append((ours, minimal, ping))
        print(
            f"{hosts} hosts, round {number}: ours {ours:.2f} s, minimal {minimal:.2f} s, ping {ping:.2f} s", flush=True
        )
    ours_s, minimal_s, ping_s = (round(statistics.median(each), 2) for each in zip(*rounds, strict=True))
    return {
        "ours_s": ours_s,
        "minimal_s": minimal_s,
        "ping_s": ping_s,
        "ratio": round(statistics.median(ours / minimal for ours, minimal, _ping in rounds), 3),
        "ping_ratio": round(statistics.median(ping / minimal for _ours, minimal, ping in rounds), 3),
        "pings": round(statistics.median(ours / ping for ours, _minimal, ping in rounds), 2),
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
