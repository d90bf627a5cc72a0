"""What clients see while a gateway changes: configurations, versions, bad releases, killed workers.

50 clients (the official OpenAI SDK without retries; half of them stream, half of them open a connection for each request)
ask a gateway on a systemd host all the while. Each phase prints its figures and every request that failed; the last line
is JSON::

    {"steady": {"requests": …, "failed": …, "p50_ms": …, "p99_ms": …, "longest_gap_ms": …}, "control": {…},
     "config": {…}, "upgrade": {…}, "bad_release": {…, "refused": …}, "kill": {…}, "plain_restart": {…}}

====================  =================================================================================================
``steady``            nothing happens
``control``           a second gateway starts beside and stops again, four times, without taking over
``config``            ten configurations, one after the other
``upgrade``           to another version of LiteLLM, and back
``bad_release``       five releases that must not serve
``kill``              ten times SIGKILL to a worker; ``others`` are failures of requests that no kill interrupted
``plain_restart``     ``systemctl restart`` of a plain unit with the same models, three times
====================  =================================================================================================

Clients, playbooks, upstream and both slots share the cores of one machine, on which a start takes one core for ten seconds.
On two cores that alone makes waits longer. It is allowed for in three ways: the clients pause, so that they and the gateway take a
third of one core; playbooks run at a lower priority, since a controller is another machine; and the waits of ``config`` and
``upgrade`` are compared with ``control``, which has the same work beside it and no hand-over: ``p99_ratio``.

Needs root (it starts containers); removes its host when it ends.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
import time
import typing as t
import urllib.request
from collections.abc import Callable, Iterator, Sequence

import yaml
from clients import Watch, clients
from hosts import BENCHMARKS, PROJECT, BenchmarkError, Host, Hosts
from samples import figures, unexplained

PLAYBOOKS = PROJECT / "playbooks"
KEY = yaml.safe_load((BENCHMARKS / "inventory/group_vars/all.yml").read_text(encoding="utf-8"))["litellm_master_key"]
NEXT_VERSION = yaml.safe_load((PROJECT / "roles/litellm/defaults/main.yml").read_text(encoding="utf-8"))[
    "litellm_version"
]
PORT, PLAIN_PORT, CONTROL_PORT = 4000, 4001, 4002
LOAD = ("--clients=50", "--stream-model=gpt-5-paced")
QUICK_LOAD = (*LOAD, "--pause=10")

KILL_WORKER = (BENCHMARKS / "kill_worker.py").read_text(encoding="utf-8")

Variables = dict[str, t.Any]
CONTAINER_ENGINES = ("podman", "docker")
# What create.yml loads into a host's engine.
IMAGE: Variables = {
    "litellm_version": NEXT_VERSION,
    "litellm_image": "localhost/llmops-litellm-test-gateway:v{{ litellm_version }}",
    "litellm_image_pull": "never",
}
Phase = dict[str, t.Any]


class BadRelease(t.NamedTuple):
    """A release that must be refused, and the sentence that says so.

    :param says: what the play prints.
    """

    name: str
    variables: Variables
    says: str


BAD_RELEASES = (
    BadRelease(
        "a key of the wrong type, forced past the checker",
        {"litellm_router_settings": {"health_check_interval": "often"}, "litellm_strict": False},
        "serves on, unchanged",
    ),
    BadRelease("a version that does not install", {"litellm_version": "1.106.99"}, "could not be installed"),
    BadRelease("a port that something else holds", {"litellm_port": 22}, "22 is already in use by sshd"),
    BadRelease(
        "an import that fails, forced past the checker",
        {"litellm_settings": {"callbacks": ["no_such_package.handler"]}, "litellm_allow_unknown": ["callbacks"]},
        "serves on, unchanged",
    ),
    BadRelease(
        "a start that never gets ready",
        {
            "litellm_settings": {"callbacks": ["never_ready.handler"]},
            "litellm_allow_unknown": ["callbacks"],
            "litellm_start_timeout": 20,
        },
        "serves on, unchanged",
    ),
)

# A module that LiteLLM can import, and then never has.
NEVER_READY = """
for folder in /opt/litellm/*/lib/python3*/site-packages; do
    printf 'import time\\ntime.sleep(3600)\\n' > "$folder/never_ready.py"
done
"""

# A second gateway beside the first, with its files and its priority, as a slot that is being proved.
START_CONTROL = f"""
set -e
systemd-run --quiet --unit=control --property=EnvironmentFile=/etc/litellm/litellm.env --property=User=litellm \\
    --setenv=LITELLM_MODE=PRODUCTION --setenv=LITELLM_LOCAL_MODEL_COST_MAP=True \\
    "$(readlink --canonicalize /opt/litellm/slots/*/environment | head -n 1)"/bin/litellm \\
    --config /etc/litellm/config.yaml --host 0.0.0.0 --port {CONTROL_PORT}
"""


class Bench:
    """One run on one host.

    :param engine: what the gateway runs under: ``systemd``, ``podman`` or ``docker``.
    :param quick: a short run to try things out; its figures say little.
    """

    def __init__(self, engine: str, *, quick: bool) -> None:
        self._always: Variables = {"litellm_service_manager": engine, **(IMAGE if engine in CONTAINER_ENGINES else {})}
        self._quick = quick
        self.load = QUICK_LOAD if quick else LOAD
        # Debian 12 has no podman with quadlets.
        nested: Variables = (
            {"test_host_engine": engine, "test_host_suite": "trixie"} if engine in CONTAINER_ENGINES else {}
        )
        self.hosts = Hosts("rollout", **nested)

    @property
    def host(self) -> Host:
        """The host that all phases share."""
        return self.hosts.host("gateway")

    def url(self, port: int) -> str:
        """Where a gateway on the host is."""
        return f"http://{self.host.address}:{port}"

    def play(self, name: str, **variables: t.Any) -> str:
        """Run a playbook as an operator would, at the priority of a machine that is elsewhere."""
        given = json.dumps({**self._always, **variables})
        return self.hosts.playbook(PLAYBOOKS / f"{name}.yml", f"--extra-vars={given}", niceness=10)

    def prepare(self) -> None:
        """The plain gateway, and ours."""
        for path in (BENCHMARKS / "prepare.yml", BENCHMARKS / "minimal.yml"):
            self.hosts.playbook(path)
        self.host.run("systemctl", "stop", "minimal.service")
        self.play("deploy")

    def times(self, full: int) -> range:
        """1 to *full*, or less in a quick run."""
        return range(1, (2 if self._quick else full) + 1)

    # --- Phases: each is what happens while the clients ask -----------------------------------------------------------

    def steady(self) -> Phase:
        """Nothing."""
        time.sleep(10 if self._quick else 60)
        return {}

    def control(self) -> Phase:
        """What a release costs beside the hand-over."""
        for _number in self.times(4):
            self.play("deploy")
            self.host.run("sh", given=START_CONTROL)
            wait_until_ready(self.url(CONTROL_PORT))
            self.host.run("systemctl", "stop", "control.service")
        return {}

    def config(self) -> Phase:
        """Ten configurations."""
        for number in self.times(10):
            changed(self.play("deploy", litellm_router_settings={"num_retries": number}))
        changed(self.play("deploy"))
        return {}

    def upgrade(self) -> Phase:
        """To another version and back."""
        changed(self.play("upgrade", litellm_version=NEXT_VERSION))
        changed(self.play("rollback"))
        return {}

    def bad_release(self) -> Phase:
        """Five releases that must not serve; afterwards the host is as it was."""
        self.host.run("sh", given=NEVER_READY)
        refused = 0
        for bad in BAD_RELEASES:
            try:
                self.play("deploy", **bad.variables)
                print(f"  {bad.name}: NOT REFUSED", flush=True)
            except BenchmarkError as refusal:
                if bad.says not in " ".join(str(refusal).split()):
                    raise BenchmarkError(f"{bad.name} was not refused as it should be: {refusal}") from None
                refused += 1
        self.play("verify")
        return {"refused": refused, "of": len(BAD_RELEASES)}

    def kill(self) -> Phase:
        """A worker dies, and another takes its place."""
        kills = []
        for _number in self.times(10):
            death = json.loads(self.host.run("python3", "-", given=KILL_WORKER))
            kills.append((death["killed"], death["dead"]))
            time.sleep(5)
        return {"kills": kills}

    def plain_restart(self) -> Phase:
        """``systemctl restart``, until the gateway answers again."""
        for _number in self.times(3):
            self.host.run("systemctl", "restart", "minimal.service")
            wait_until_ready(self.url(PLAIN_PORT))
            time.sleep(5)
        return {}


def changed(printed: str) -> None:
    """Check that a play did something.

    :raises BenchmarkError: when it did not.
    """
    if "changed=0" in printed.rpartition("PLAY RECAP")[2]:
        raise BenchmarkError(f"nothing was changed:\n{printed}")


def wait_until_ready(url: str, within_s: float = 120) -> None:
    """Ask the gateway at *url* until it is ready.

    :raises BenchmarkError: when that takes too long.
    """
    deadline = time.monotonic() + within_s
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{url}/health/readiness", timeout=5):  # noqa: S310 - http
            return
        time.sleep(0.2)
    raise BenchmarkError(f"{url} did not become ready within {within_s} s")


def watched(url: str, happens: Callable[[], Phase], load: tuple[str, ...]) -> Phase:
    """What clients of *url* see while something *happens*."""
    began = time.time()
    with clients(url, KEY, *load) as watch:
        more = happens()
    seen: Phase = {**figures(watch.samples), **more}
    if "kills" in seen:
        seen["others"] = len(unexplained(watch.samples, seen.pop("kills")))
    name = happens.__name__
    print(f"{name} ({time.time() - began:.0f} s): {json.dumps(seen)}", flush=True)
    tell_failures(watch)
    return seen


def tell_failures(watch: Watch, most: int = 20) -> None:
    """Print when each request failed, and of what."""
    failed = unexplained(watch.samples)
    for each in failed[:most]:
        at = f"{each.start - watch.began:.2f} to {each.end - watch.began:.2f} s"
        print(f"  failed: {at}, client {each.client}: {each.error}", flush=True)
    if len(failed) > most:
        print(f"  and {len(failed) - most} more", flush=True)


def measure(bench: Bench, phases: Sequence[str]) -> Iterator[tuple[str, Phase]]:
    """Run the phases on a host of their own."""
    with bench.hosts.running():
        print("Deploying", flush=True)
        bench.prepare()
        for phase in phases:
            port = PORT
            if phase == "plain_restart":
                port = PLAIN_PORT
                bench.host.run("systemctl", "start", "minimal.service")
                wait_until_ready(bench.url(port))
            yield phase, watched(bench.url(port), getattr(bench, phase), bench.load)


PHASES = ("steady", "control", "config", "upgrade", "bad_release", "kill", "plain_restart")
CONTAINER_PHASES = ("steady", "config", "kill", "plain_restart")
"""The others need an environment on the host."""


def main() -> int:
    """Measure and print; 1 when a step failed."""
    parser = argparse.ArgumentParser(description="What clients see while a gateway changes.")
    parser.add_argument("--engine", choices=("systemd", *CONTAINER_ENGINES), default="systemd")
    parser.add_argument("--quick", action="store_true", help="a short run, to try things out")
    parser.add_argument("--phases", nargs="+", choices=PHASES, metavar="PHASE")
    arguments = parser.parse_args()
    try:
        phases = arguments.phases or (CONTAINER_PHASES if arguments.engine in CONTAINER_ENGINES else PHASES)
        result = dict(measure(Bench(arguments.engine, quick=arguments.quick), phases))
    except BenchmarkError as error:
        print(error, file=sys.stderr)
        return 1
    for phase in ("config", "upgrade"):
        if phase in result and "control" in result:
            result[phase]["p99_ratio"] = round(result[phase]["p99_ms"] / result["control"]["p99_ms"], 2)
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
