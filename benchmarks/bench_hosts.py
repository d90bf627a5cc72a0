"""What a deployment and a second run cost the controller, by the number of hosts: processor time, and time.

Starts twenty systemd hosts, which share the files of one installation of LiteLLM (each has a layer of its own above them), so that
they fit on one machine. Everything else is done on each of them: account, folders, files, units, a gateway that starts
and proves itself. Then ``playbooks/deploy.yml`` runs on hosts that have nothing, and again on 1, 5, 10 and 20 that have all. Each run opens
its own SSH connections. The last line is JSON::

    {"first": {"2": {"cpu_s_per_host": …, "s": …}, …}, "second": {"1": {"cpu_s": …, "s": …}, …},
     "second_cpu_s": {"each_run": …, "each_host": …, "largest_deviation": …}}

``cpu_s`` is user and system time of Ansible and its processes, among them SSH, and of nothing on the hosts. ``second_cpu_s`` is the line
through the four points, and by how much the farthest is beside it, as a share of its value: how linear it is. ``s`` is with the
cores that the hosts share with the controller.

The installation is that of a host of the set ``deploy``, made first. Needs root; removes its hosts when it ends.
"""

from __future__ import annotations

import argparse
import re
import resource
import shlex
import shutil
import statistics
import sys
import tempfile
import time
import typing as t
from pathlib import Path

from hosts import PROJECT, BenchmarkError, Hosts, run, told

DEPLOY = PROJECT / "playbooks" / "deploy.yml"
SIZES = (1, 5, 10, 20)
FIRST = ((0, 1), (2, 6), (7, 19))
"""The first and last host of the deployments on hosts that have nothing: two, five and thirteen of them."""
SHARED = PROJECT / ".cache" / "bench_many" / "installation"


def installation() -> Path:
    """The folder with an installation, made by the role on a host and taken from there."""
    hosts = Hosts("deploy")
    with hosts.running():
        hosts.playbook(PROJECT / "benchmarks" / "prepare.yml", "--limit=bench1")
        hosts.playbook(DEPLOY, "--limit=bench1")
        container = next(
            name for name in run("podman", "ps", "--format={{.Names}}").split() if name.endswith("-deploy-bench1")
        )
        shutil.rmtree(SHARED, ignore_errors=True)
        SHARED.mkdir(parents=True)
        # As tar, for the times of files: podman's own copy rounds them, and bytecode is no longer of the file that it was made of.
        taken = f"podman exec {container} tar --create --directory=/opt/litellm ."
        run("bash", "-o", "pipefail", "-c", f"{taken} | tar --extract --directory={shlex.quote(str(SHARED))}")
    shutil.rmtree(SHARED / "slots", ignore_errors=True)
    return SHARED


def deploy(hosts: Hosts, first: int, last: int) -> tuple[float, float, str]:
    """CPU seconds of the controller, seconds, and the output of a run on the hosts from *first* to *last*."""
    with tempfile.TemporaryDirectory(prefix="cp") as connections:
        used, began = cpu_s(), time.perf_counter()
        printed = hosts.playbook(
            DEPLOY, f"--limit=test_hosts[{first}:{last}]", ANSIBLE_SSH_CONTROL_PATH_DIR=connections
        )
        return cpu_s() - used, time.perf_counter() - began, printed


def cpu_s() -> float:
    """CPU seconds of the processes of this one that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def line(points: t.Mapping[int, float]) -> dict[str, float]:
    """The straight line through *points*, by least squares, and how far the farthest is from it."""
    slope, start = statistics.linear_regression(list(points), list(points.values()))
    beside = max(abs(value - (start + slope * size)) / value for size, value in points.items())
    return {"each_run": round(start, 2), "each_host": round(slope, 2), "largest_deviation": round(beside, 3)}


def measure(rounds: int) -> dict[str, t.Any]:
    """Create the hosts, deploy, run again, remove the hosts."""
    print("Making an installation, and twenty hosts", flush=True)
    hosts = Hosts("many", test_installation=str(SHARED if SHARED.is_dir() else installation()))
    told: dict[str, t.Any] = {"first": {}, "second": {}}
    with hosts.running():
        hosts.playbook(PROJECT / "benchmarks" / "prepare.yml")
        for first, last in FIRST:
            cpu, seconds, _printed = deploy(hosts, first, last)
            number = last - first + 1
            told["first"][str(number)] = {"cpu_s_per_host": round(cpu / number, 2), "s": round(seconds, 1)}
            print(f"first deployment, {number} hosts: {told['first'][str(number)]}", flush=True)
        points = {}
        for size in SIZES:
            runs = [deploy(hosts, 0, size - 1) for _number in range(rounds)]
            if any(
                changed != "0" for *_used, printed in runs for changed in re.findall(r"ok=\d+ +changed=(\d+)", printed)
            ):
                raise BenchmarkError(f"a second run changed something:\n{runs[-1][2]}")
            points[size] = statistics.median(cpu for cpu, _seconds, _printed in runs)
            seconds = statistics.median(seconds for _cpu, seconds, _printed in runs)
            told["second"][str(size)] = {"cpu_s": round(points[size], 2), "s": round(seconds, 1)}
            print(f"second run, {size} hosts: {told['second'][str(size)]}", flush=True)
    return {**told, "second_cpu_s": line(points)}


def main() -> int:
    """Measure and print; 1 when a step failed."""
    parser = argparse.ArgumentParser(description="Measure what hosts cost the controller.")
    parser.add_argument("--rounds", type=int, default=3, help="second runs for each number of hosts")
    arguments = parser.parse_args()
    return told(lambda: measure(arguments.rounds))


if __name__ == "__main__":
    sys.exit(main())
