"""How long an operator waits for each job: first deployment, second run, a new key, a new model, a way back, removal.

Runs each job once, in the order of a gateway's life, on one or three systemd hosts with nothing else to do, and prints the
seconds of each; the last line is JSON::

    {"jobs": {"first deployment of gw1": …, …}}

Seconds are of this machine: controller, hosts and registries' downloads share it. Needs root (it starts containers);
removes its hosts when it ends.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import typing as t
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from bench_rollout import NEXT_VERSION, wait_until_ready
from hosts import PROJECT, BenchmarkError, Hosts

HOSTS = Hosts("jobs")
FIRST, LATER = "1.106.12", NEXT_VERSION
OTHER_PORT = 4100
MODELS = {name: {"upstream": name, "provider": "upstream"} for name in ("gpt-5", "deepseek-v3.2", "gpt-5-mini")}
ONE, TWO, ALL = "gw1", "gw2:gw3", "gw1:gw2:gw3"

Variables = dict[str, t.Any]


class Job(t.NamedTuple):
    """One run of a playbook.

    :param hosts: which of the hosts it runs on.
    :param variables: what the operator changes; it stays for the later jobs of these hosts.
    :param changes: whether it may change the hosts; one that may not and does is no measurement.
    """

    says: str
    playbook: str
    hosts: str
    variables: Mapping[str, t.Any] = MappingProxyType({})
    arguments: tuple[str, ...] = ()
    changes: bool = True


JOBS = (
    Job("print_config, 3 hosts", "print_config", ALL),
    Job("--check --diff before the first deployment, 3 hosts", "deploy", ALL, arguments=("--check", "--diff")),
    Job("first deployment of gw1, nothing cached", "deploy", ONE),
    Job("first deployment of gw2 and gw3 at once", "deploy", TWO),
    Job("second run, 3 hosts, nothing to change", "deploy", ALL, changes=False),
    Job("second run, 3 hosts, nothing to change, again", "deploy", ALL, changes=False),
    Job("verify, 3 hosts", "verify", ALL, changes=False),
    Job(
        "a provider's new key, one host", "deploy", ONE, {"litellm_secrets": {"UPSTREAM_API_KEY": "sk-bench-new-4Tq9"}}
    ),
    Job("a new master key, one host", "deploy", ONE, {"litellm_master_key": "sk-bench-new-master-c8Wn5Zk1"}),
    Job("a model more, two hosts at once", "deploy", TWO, {"litellm_models": MODELS}),
    Job("another port, one host", "deploy", ONE, {"litellm_port": OTHER_PORT}),
    Job("upgrade, one host", "upgrade", ONE, {"litellm_version": LATER}),
    Job("upgrade, two hosts in turn", "upgrade", TWO, {"litellm_version": LATER}),
    Job("rollback, one host", "rollback", ONE),
)
LAST = (Job("uninstall, one host", "uninstall", ONE), Job("uninstall, two hosts", "uninstall", TWO))


def ran(job: Job, variables: Mapping[str, t.Any]) -> float:
    """Wall time of *job*, in seconds.

    :raises BenchmarkError: it fails, or changes what it should not.
    """
    given = json.dumps({**variables, **job.variables})
    started = time.perf_counter()
    printed = HOSTS.playbook(
        PROJECT / "playbooks" / f"{job.playbook}.yml", f"--limit={job.hosts}", f"--extra-vars={given}", *job.arguments
    )
    took = time.perf_counter() - started
    if not job.changes and re.search(r"\bchanged=[1-9]", printed):
        raise BenchmarkError(f"{job.says}, and it changed something after {took:.1f} s:\n{printed}")
    return took


def ready_after(*command: str) -> float:
    """How long *command* on gw1, whose port has changed by then, keeps clients waiting, in seconds."""
    host = HOSTS.host(ONE)
    started = time.perf_counter()
    host.run(*command)
    wait_until_ready(f"http://{host.address}:{OTHER_PORT}")
    return time.perf_counter() - started


def measured() -> Iterator[tuple[str, float]]:
    """Each job, and its seconds."""
    given: dict[str, Variables] = {hosts: {"litellm_version": FIRST} for hosts in (ONE, TWO, ALL)}
    for job in JOBS:
        yield job.says, ran(job, given[job.hosts])
        given[job.hosts] |= job.variables
    yield "stopped by hand, the next client's request starts it", ready_after("systemctl", "stop", "litellm@*")
    for job in LAST:
        yield job.says, ran(job, given[job.hosts])


def main() -> int:
    """Measure and print; 1 when a job failed."""
    argparse.ArgumentParser(description="How long an operator waits for each job.").parse_args()
    seconds = {}
    try:
        print("Creating three hosts", flush=True)
        with HOSTS.running():
            for says, took in measured():
                seconds[says] = round(took, 1)
                print(f"{took:6.1f} s  {says}", flush=True)
    except BenchmarkError as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps({"jobs": seconds}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
