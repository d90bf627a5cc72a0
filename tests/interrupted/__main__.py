"""Kill deployments, changes, rollbacks and removals at any task, and see that the next run puts the host right.

``python -m tests.interrupted --inventory … --host NAME`` does this on one host, while a client asks its gateway all the time:

1. Deploy and uninstall without an interruption, after a first deployment that is refused and before a change that is: each has
   to say why and what serves then, and the first one has to close the port. How the host is in the end is how it has to be
   after each round.
2. A round: a first deployment, a change or a rollback, and a removal are each killed with SIGKILL, some of them in the middle of
   a task, and followed by a deployment, which must succeed, or by a removal. After a deployment the playbook ``verify`` must find
   nothing, one slot runs and nothing has failed; after a removal files, accounts, processes, ports, units, containers and images
   are those of 1.

``--rounds N`` draws the moments, with ``--seed``; ``--all`` takes each task of each play in turn, which takes hours.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shlex
import subprocess
import sys
import tempfile
import time
import typing as t
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
IMAGE = "localhost/llmops-litellm-test-gateway"
PLAY_S = 1800
"""No play takes that long, however busy the machine is."""

REFUSED: dict[str, t.Any] = {
    "litellm_settings": {"callbacks": ["no_such_package.handler"]},
    "litellm_allow_unknown": ["callbacks"],
}
WHY_REFUSED = "LiteLLM does not start: ImportError: Could not import handler from no_such_package"

CANNOT_START: dict[str, dict[str, t.Any]] = {
    "systemd": {"litellm_unit_overrides": {"service": {"Service": {"BindPaths": "/no/such/folder"}}}},
    "podman": {"litellm_container_volumes": ["/no/such/folder:/srv/models"]},
}
"""Releases whose program cannot even say that it does not start, by service manager, and each play's word for why."""
WHY_IT_CANNOT = {
    "systemd": "Failed to set up mount namespacing",
    "podman": "/no/such/folder: no such file or directory",
}
HANDED_OVER = 15
"""About how many tasks a first deployment has after the one that is refused."""

CHANGE: dict[str, t.Any] = {"litellm_router_settings": {"num_retries": 1}}
IN_A_TASK = 0.3
"""How many of the drawn moments are in the middle of a task."""

Fingerprint = frozenset[str]


class Broken(Exception):
    """The host is not as it should be; the text says what differs."""


class Moment(t.NamedTuple):
    """When a play is killed.

    :param after: how many tasks have had their results by then.
    :param later: how many seconds pass after that.
    """

    after: int
    later: float = 0.0

    def __str__(self) -> str:
        return f"after {self.after} results" + (f" and {self.later:.2f} s" if self.later else "")


class Host:
    """One host that plays run against.

    :param name: in the inventories.
    :param inventories: as ``ansible-playbook`` takes them.
    """

    def __init__(self, name: str, inventories: t.Sequence[str]) -> None:
        self.name = name
        self._inventories = [f"--inventory={path}" for path in inventories]
        listed = self._run(["ansible-inventory", *self._inventories, "--host", name]).stdout
        self.variables: dict[str, t.Any] = json.loads(listed)
        self.port = int(self.variables.get("litellm_port", 4000))
        self.url = f"http://{self.variables['ansible_host']}:{self.port}"

    @staticmethod
    def _run(command: t.Sequence[str], **more: t.Any) -> subprocess.CompletedProcess[str]:
        settings = {"cwd": PROJECT, "capture_output": True, "text": True, "timeout": PLAY_S}
        return subprocess.run(list(command), check=False, **{**settings, **more})  # noqa: S603 - own words

    def shell(self, script: str) -> str:
        """Run *script* on the host and return what it prints."""
        words = [
            *shlex.split(self.variables["ansible_ssh_common_args"]),
            "-i",
            self.variables["ansible_ssh_private_key_file"],
        ]
        target = f"{self.variables['ansible_user']}@{self.variables['ansible_host']}"
        done = self._run(["ssh", *words, target, "sh"], input=script)
        if done.returncode:
            raise Broken(f"{script}\n{done.stdout}{done.stderr}")
        return done.stdout

    def play(
        self, name: str, moment: Moment | None = None, **variables: t.Any
    ) -> tuple[subprocess.CompletedProcess[str], int | None]:
        """Run a playbook, to its end or to *moment*; how it ended, and the number of its results where it came to its end."""
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / "results"
            environment = {
                **os.environ,
                "ANSIBLE_CONFIG": str(PROJECT / "ansible.cfg"),
                "ANSIBLE_NOCOLOR": "1",
                "ANSIBLE_CALLBACK_PLUGINS": str(HERE / "callback_plugins"),
                "ENDS_REPORT": str(report),
            }
            if moment:
                environment |= {"ENDS_AFTER": str(moment.after), "ENDS_LATER_BY": str(moment.later)}
            words = [
                "ansible-playbook",
                *self._inventories,
                f"--limit={self.name}",
                f"--extra-vars={json.dumps(variables)}",
            ]
            done = self._run(
                [*words, f"playbooks/{name}.yml"], env=environment, stdin=subprocess.DEVNULL, start_new_session=True
            )
            return done, int(report.read_text()) if report.exists() else None

    def must(self, name: str, **variables: t.Any) -> int:
        """Run a playbook that must succeed; returns the number of its results."""
        done, results = self.play(name, **variables)
        if done.returncode or results is None:
            raise Broken(f"{name} failed:\n{done.stdout}{done.stderr}")
        return results

    def fingerprint(self) -> Fingerprint:
        """Everything that a gateway may have changed."""
        lines = self.shell((HERE / "fingerprint.sh").read_text(encoding="utf-8")).splitlines()
        # The test brings the image, and may have brought it for a play that was killed before it came to that.
        return frozenset(line for line in lines if not line.startswith(f"image {IMAGE}:"))


@contextlib.contextmanager
def a_client(host: Host) -> t.Iterator[None]:
    """Ask the host's gateway all the time, whether it is there or not."""
    environment = {
        **os.environ,
        "OPENAI_BASE_URL": f"{host.url}/v1",
        "OPENAI_API_KEY": host.variables["litellm_master_key"],
    }
    command = [
        sys.executable,
        str(PROJECT / "benchmarks" / "load.py"),
        "--clients=1",
        "--pause=0.1",
        "--only=whole new",
    ]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as client:  # noqa: S603 - own words
        try:
            yield
        finally:
            client.terminate()


class Rounds:
    """Rounds on one host.

    :param say: told of each step.
    """

    def __init__(self, host: Host, say: t.Callable[[str], None]) -> None:
        self._host = host
        self._say = say
        self._bare: Fingerprint = frozenset()
        self.lengths: dict[str, int] = {}

    def reference(self, *, measure: bool) -> None:
        """A host that is never interrupted.

        :param measure: whether to count the results of a change and of a rollback, which takes two plays more.
        """
        self._host.must("uninstall")
        self._bring_image()
        self.lengths["first"] = HANDED_OVER + self._refused(
            REFUSED, WHY_REFUSED, f"Nothing is serving, and port {self._host.port} is closed."
        )
        left = [line for line in self._host.fingerprint() if line.startswith(("unit ", "failed litellm"))]
        if left:
            raise Broken(f"a first deployment was refused, and there are units: {left}")
        self.lengths["change"] = self._host.must("deploy")
        self.lengths["rollback"] = self.lengths["change"] * 2 // 3
        manager = str(self._host.variables.get("litellm_service_manager", "systemd"))
        self._refused(CANNOT_START[manager], WHY_IT_CANNOT[manager], "serves on, unchanged.")
        if measure:
            self.lengths["change"] = self._host.must("deploy", **CHANGE)
            self.lengths["rollback"] = self._host.must("rollback")
        self.lengths["uninstall"] = self._host.must("uninstall")
        self._bare = self._host.fingerprint()
        self._say(f"never interrupted: {self.lengths} results")

    def _refused(self, release: t.Mapping[str, t.Any], why: str, standing: str) -> int:
        """Deploy what cannot serve; returns the number of the play's results."""
        done, results = self._host.play("deploy", **release)
        printed = " ".join(done.stdout.split())
        message = (
            printed[printed.find("The release did not become ready") :]
            .partition(" Origin: ")[0]
            .partition(" PLAY RECAP")[0]
        )
        if not done.returncode or results is None or why not in message or standing not in message:
            raise Broken(f"it was to be refused because {why!r}, and {standing!r}:\n{done.stdout}{done.stderr}")
        self._say(f"refused: {message}")
        return results

    def round(self, moments: t.Mapping[str, Moment], uninstalls: bool) -> None:
        """One round.

        :param moments: when each of the plays is killed; one that is not in it is left out.
        :param uninstalls: whether a removal, and not a deployment, follows the first deployment and the removal.
        """
        self._bring_image()
        self._interrupt("first", "deploy", moments)
        if uninstalls:
            self._uninstall()
        self._deploy()
        if "change" in moments:
            self._interrupt("change", "deploy", moments, **CHANGE)
            self._deploy()
        if "rollback" in moments:
            # So that there is a release to go back to, whatever became of a change.
            self._host.must("deploy", **CHANGE)
            self._interrupt("rollback", "rollback", moments)
            self._deploy()
        self._interrupt("uninstall", "uninstall", moments)
        if not uninstalls:
            self._deploy()
        self._uninstall()

    def _bring_image(self) -> None:
        """A removal removes the image too; under another name it is there still."""
        if "litellm_image" in self._host.variables:
            keep = "localhost/kept-for-the-test:1"
            image = f"{IMAGE}:v{version()}"
            self._host.shell(
                f"podman image exists {keep} || podman image tag {image} {keep}\n"
                f"podman image exists {image} || podman image tag {keep} {image}\n"
            )

    def _interrupt(self, what: str, play: str, moments: t.Mapping[str, Moment], **variables: t.Any) -> None:
        began = time.monotonic()
        done, results = self._host.play(play, moments[what], **variables)
        if results is not None and done.returncode:
            raise Broken(f"{what} was to be killed {moments[what]} and failed:\n{done.stdout}{done.stderr}")
        end = "it had ended" if results is not None else "killed"
        self._say(f"{what}: {end} {moments[what]}, in {time.monotonic() - began:.0f} s")

    def _deploy(self) -> None:
        self._bring_image()
        began = time.monotonic()
        self._host.must("deploy")
        self._host.must("verify")
        now = self._host.fingerprint()
        failed = [line for line in now if line.startswith("failed ") and line not in self._bare]
        running = [line for line in now if line.startswith("unit litellm@")]
        if failed or len(running) != 1:
            raise Broken(f"deployed, and it has failed units or not one slot: {failed} {running}")
        self._say(f"  deployed in {time.monotonic() - began:.0f} s")

    def _uninstall(self) -> None:
        self._host.must("uninstall")
        now = self._host.fingerprint()
        if now != self._bare:
            more = "\n".join(
                [
                    *(f"+ {line}" for line in sorted(now - self._bare)),
                    *(f"- {line}" for line in sorted(self._bare - now)),
                ]
            )
            raise Broken(f"uninstalled, and it differs from a host that was never interrupted:\n{more}")
        self._say("  uninstalled, and nothing is left")


def version() -> str:
    """The collection's own version of LiteLLM."""
    lines = (PROJECT / "roles" / "litellm" / "defaults" / "main.yml").read_text(encoding="utf-8").splitlines()
    return next(line.split()[1] for line in lines if line.startswith("litellm_version: "))


def drawn(lengths: t.Mapping[str, int], seed: str, rounds: int) -> t.Iterator[tuple[dict[str, Moment], bool]]:
    """Moments that another seed draws elsewhere; of a change and a rollback, one for each round."""
    source = random.Random(seed)  # noqa: S311 - moments are no secrets
    for _number in range(rounds):
        moments = {}
        for what, length in lengths.items():
            later = source.uniform(0.05, 3) if source.random() < IN_A_TASK else 0.0
            moments[what] = Moment(source.randint(1, length - 1), later)
        moments.pop(source.choice(("change", "rollback")))
        yield moments, source.random() < 0.5


def every(lengths: t.Mapping[str, int], seed: str) -> t.Iterator[tuple[dict[str, Moment], bool]]:
    """Each boundary of each play, once and followed by a deployment or a removal in turn; then some moments within tasks."""
    for after in range(1, max(lengths.values())):
        yield {what: Moment(1 + (after - 1) % (length - 1)) for what, length in lengths.items()}, bool(after % 2)
    source = random.Random(seed)  # noqa: S311 - moments are no secrets
    for _number in range(10):
        yield (
            {what: Moment(source.randint(1, length - 1), source.uniform(0.05, 3)) for what, length in lengths.items()},
            True,
        )


def parsed_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description="Kill plays at any moment, and see that the next run puts the host right."
    )
    parser.add_argument("--inventory", action="append", required=True, help="as ansible-playbook takes it")
    parser.add_argument("--host", required=True, help="name of the host in the inventory")
    parser.add_argument("--seed", default=str(int(time.time())), help="draws the moments; printed, to repeat a run")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--rounds", type=int, default=1, help="how many rounds to draw")
    what.add_argument("--all", action="store_true", help="every task of every play")
    return parser.parse_args()


def main() -> int:
    """Run the rounds; 1 when the host was not as it should be."""
    arguments = parsed_arguments()

    def say(text: str) -> None:
        print(f"{time.strftime('%H:%M:%S')} {arguments.host}: {text}", flush=True)

    say(f"seed {arguments.seed}")
    host = Host(arguments.host, arguments.inventory)
    rounds = Rounds(host, say)
    try:
        with a_client(host):
            rounds.reference(measure=arguments.all)
            seed = f"{arguments.seed} {arguments.host}"
            chosen = every(rounds.lengths, seed) if arguments.all else drawn(rounds.lengths, seed, arguments.rounds)
            for moments, uninstalls in chosen:
                rounds.round(moments, uninstalls)
    except Broken as broken:
        say(str(broken))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
