"""What a fleet adds to a request, and what its clients notice while its parts die, hang, start again and change.

Starts the hosts of the Molecule scenario ``fleet``: two gateways, two balancers that share an address, a Redis. Prints each
figure as it comes; the last line is JSON::

    {"latency": {"balancer": {"without_p50_ms": …, "with_p50_ms": …, "added_p50_ms": …, "added_p99_ms": …}, "redis": {…}},
     "cost": {"alone": {"gateway_cpu_ms": …, "redis_cpu_ms": …, "redis_commands": …, "at_rest": {…}}, "with_redis": {…}},
     "faults": {"nothing": {"requests": …, "failed": …, "unexplained": …, "p50_ms": …, "p99_ms": …}, "a gateway is killed": {…}}}

- ``latency``: one client without a pause asks in turn without and with it, in pairs; medians of the pairs. For the balancer, one gateway
  by its own address and through the balancers. For Redis, a model with limits and a budget, at a gateway that
  counts for itself and at one that counts in Redis.
- ``cost``: of one request of one client for that model, at either gateway, and of a second ``at_rest``, which the request's is without.
  Redis counts its own; while gateways count in it, ``at_rest`` is of both of them, so the second one goes on asking beside the first.
- ``faults``: 50 clients without retries, of which half stream, through the shared address; ``unexplained`` are failures of requests
  that were not under way in what died.

Everything shares the cores of one machine. Needs root (it starts containers); removes its hosts when it ends.
"""

from __future__ import annotations

import argparse
import http.client
import json
import statistics
import sys
import time
import typing as t

import yaml
from clients import clients
from hosts import PROJECT, BenchmarkError, Hosts, run, told
from samples import figures, percentile, unexplained

SCENARIO = PROJECT / "molecule" / "fleet"
PLAYBOOKS = PROJECT / "playbooks"
GROUP_VARS = SCENARIO / "inventory" / "group_vars"
KEY = str(yaml.safe_load((GROUP_VARS / "litellm_gateways.yml").read_text(encoding="utf-8"))["litellm_master_key"])
FAULTS = yaml.safe_load((SCENARIO / "vars" / "faults.yml").read_text(encoding="utf-8"))["test_faults"]
HOSTS = Hosts("fleet", SCENARIO / "inventory")
GATEWAYS = "--extra-vars=litellm_hosts=litellm_gateways"
LOAD = ("--clients=50", "--pause=2.5", "--stream-model=gpt-5-paced")
LASTS_S = 20.0
REST_S = 10.0
UP_S = 300.0


def waits_of(address: str, port: int, model: str, requests: int) -> list[float]:
    """Milliseconds of each of so many answers over one connection, sorted.

    :raises BenchmarkError: when one is no answer.
    """
    connection = http.client.HTTPConnection(address, port, timeout=60)
    body = json.dumps({"model": model, "messages": [{"role": "user", "content": "hello"}]})
    headers = {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"}
    waits = []
    for _number in range(requests):
        began = time.perf_counter()
        connection.request("POST", "/v1/chat/completions", body, headers)
        answer = connection.getresponse()
        text = answer.read()
        waits.append(1000 * (time.perf_counter() - began))
        if answer.status != 200:
            raise BenchmarkError(f"{address}:{port} answered {answer.status}: {text.decode(errors='replace')[:300]}")
    connection.close()
    return sorted(waits)


def compare(
    name: str, without: tuple[str, int], added: tuple[str, int], model: str, pairs: int, requests: int
) -> dict[str, float]:
    """Ask at both places in turn; medians of the pairs, in milliseconds."""
    seen: dict[str, list[float]] = {"without": [], "with": [], "p50": [], "p99": []}
    for place in (without, added):
        waits_of(*place, model, 20)
    for pair in range(1, pairs + 1):
        bare, more = waits_of(*without, model, requests), waits_of(*added, model, requests)
        seen["without"].append(percentile(bare, 0.5))
        seen["with"].append(percentile(more, 0.5))
        seen["p50"].append(percentile(more, 0.5) - percentile(bare, 0.5))
        seen["p99"].append(percentile(more, 0.99) - percentile(bare, 0.99))
        print(
            f"{name}, pair {pair}: p50 {seen['without'][-1]:.2f} ms without, {seen['with'][-1]:.2f} ms with", flush=True
        )
    return {
        "without_p50_ms": round(statistics.median(seen["without"]), 2),
        "with_p50_ms": round(statistics.median(seen["with"]), 2),
        "added_p50_ms": round(statistics.median(seen["p50"]), 2),
        "added_p99_ms": round(statistics.median(seen["p99"]), 2),
    }


# Run on hosts: seconds of the processor that the processes of an account have used.
ACCOUNT_CPU = """
import os, pathlib, pwd, sys
account = pwd.getpwnam(sys.argv[1]).pw_uid
ticks = 0
for process in pathlib.Path("/proc").glob("[0-9]*"):
    try:
        if process.stat().st_uid == account:
            ticks += sum(map(int, (process / "stat").read_text().rpartition(")")[2].split()[11:13]))
    except OSError:
        pass
print(ticks / os.sysconf("SC_CLK_TCK"))
"""
REDIS_SAYS = 'REDISCLI_AUTH="$(cat /etc/litellm-redis/admin)" redis-cli --user admin -s /run/litellm-redis/redis.sock --no-auth-warning info all'


class Used(t.NamedTuple):
    """What was used until now: seconds of the processor at a gateway and at Redis, and commands of Redis."""

    gateway_s: float
    redis_s: float
    commands: float

    def since(self, before: Used) -> Used:
        """What came to it after *before*."""
        return Used(*(now - then for now, then in zip(self, before, strict=True)))

    def each(self, times: float) -> dict[str, float]:
        """One of so many."""
        return {
            "gateway_cpu_ms": round(1000 * self.gateway_s / times, 2),
            "redis_cpu_ms": round(1000 * self.redis_s / times, 3),
            "redis_commands": round(self.commands / times, 1),
        }


def used(gateway: str) -> Used:
    """What *gateway* and Redis have used until now."""
    said = dict(line.split(":", 1) for line in HOSTS.host("redis1").run(REDIS_SAYS).splitlines() if ":" in line)
    cpu = float(HOSTS.host(gateway).run("python3", "-", "litellm", given=ACCOUNT_CPU))
    redis = float(said["used_cpu_user"]) + float(said["used_cpu_sys"])
    return Used(cpu, redis, float(said["total_commands_processed"]))


def cost(gateway: str, requests: int) -> dict[str, t.Any]:
    """What a request at *gateway* uses beyond what a second without one does, and that."""
    before, began = used(gateway), time.monotonic()
    time.sleep(REST_S)
    resting, rested_s = used(gateway).since(before), time.monotonic() - began
    before, began = used(gateway), time.monotonic()
    waits_of(HOSTS.host(gateway).address, 4000, "counted", requests)
    asked, lasted_s = used(gateway).since(before), time.monotonic() - began
    share = lasted_s / rested_s
    found = asked.since(Used(*(share * each for each in resting))).each(requests)
    print(f"{gateway}, one request:", found, "a second at rest:", resting.each(rested_s), flush=True)
    return {**found, "at_rest": resting.each(rested_s)}


def latencies(pairs: int, requests: int) -> dict[str, dict[str, float]]:
    """What the balancer and Redis add. Leaves the second gateway without Redis."""
    one, two = (HOSTS.host(name).address for name in ("gateway1", "gateway2"))
    balancer = HOSTS.host("balancer1").address
    HOSTS.playbook(PLAYBOOKS / "deploy.yml", GATEWAYS, "--limit=gateway2", '--extra-vars={"litellm_redis": {}}')
    return {
        "balancer": compare("balancer", (one, 4000), (balancer, 80), "gpt-5", pairs, requests),
        "redis": compare("redis", (two, 4000), (one, 4000), "counted", pairs, requests),
    }


def strike(host: str, command: str) -> None:
    """Run *command* on *host*; its failure is the benchmark's."""
    if host == "localhost":
        names = run("podman", "ps", "--format={{.Names}}").split()
        gateway = next(name for name in names if name.endswith("-fleet-gateway1"))
        containers = str(PROJECT / "molecule" / "shared" / "containers.conf")
        run("sh", "-c", command, TEST_GATEWAY1=gateway, CONTAINERS_CONF=containers)
    else:
        HOSTS.host(host).run(command)


def wait_until_up() -> None:
    """Wait until both gateways are ready at their own address.

    :raises BenchmarkError: when one is not in time.
    """
    for name in ("gateway1", "gateway2"):
        deadline = time.monotonic() + UP_S
        while True:
            try:
                waits_of(HOSTS.host(name).address, 4000, "gpt-5", 1)
                break
            except (OSError, http.client.HTTPException, BenchmarkError) as error:
                if time.monotonic() > deadline:
                    raise BenchmarkError(f"{name} did not come back: {error}") from error
                time.sleep(1)


def faults(url: str) -> dict[str, dict[str, t.Any]]:
    """Strike one after the other under clients."""
    told: dict[str, dict[str, t.Any]] = {}
    for fault in FAULTS:
        with clients(url, KEY, *LOAD) as watch:
            began = time.time()
            strike(fault["host"], fault["strike"])
            struck = time.time()
            time.sleep(LASTS_S)
            if "heal" in fault:
                strike(fault["host"], fault["heal"])
            wait_until_up()
        kills = [(began, struck)] if fault.get("dies") else []
        told[fault["name"]] = {**figures(watch.samples), "unexplained": len(unexplained(watch.samples, kills))}
        print(fault["name"], told[fault["name"]], flush=True)
    for name, playbook, variables in (("a release", "deploy", {"litellm_router_settings": {"allowed_fails": 5}}),):
        with clients(url, KEY, *LOAD) as watch:
            HOSTS.playbook(
                PLAYBOOKS / f"{playbook}.yml", GATEWAYS, f"--extra-vars={json.dumps(variables)}", niceness=10
            )
        told[name] = {**figures(watch.samples), "unexplained": len(unexplained(watch.samples))}
        print(name, told[name], flush=True)
    return told


def measure(pairs: int, requests: int) -> dict[str, t.Any]:
    """Make the fleet, measure, remove it."""
    print("Making the fleet", flush=True)
    with HOSTS.running():
        HOSTS.playbook(PLAYBOOKS / "fleet.yml", GATEWAYS)
        shared = HOSTS.host("balancer1").address.rpartition(".")[0] + ".250"
        added = latencies(pairs, requests)
        costs = {"alone": cost("gateway2", requests), "with_redis": cost("gateway1", requests)}
        HOSTS.playbook(PLAYBOOKS / "deploy.yml", GATEWAYS)
        return {"latency": added, "cost": costs, "faults": faults(f"http://{shared}")}


def main() -> int:
    """Measure and print; 1 when a step failed."""
    parser = argparse.ArgumentParser(description="Measure what a fleet adds, and what its clients notice.")
    parser.add_argument("--pairs", type=int, default=5, help="how often both places are asked in turn")
    parser.add_argument("--requests", type=int, default=300, help="requests at a place and time")
    arguments = parser.parse_args()
    return told(lambda: measure(arguments.pairs, arguments.requests))


if __name__ == "__main__":
    sys.exit(main())
