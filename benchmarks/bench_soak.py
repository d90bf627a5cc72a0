"""Does a worker of the gateway ever crash? Many requests, half of them streams, with changes in between; crashes are counted.

Clients of ``load.py`` ask a gateway on a systemd host until it has had ``--requests`` requests. After every tenth part of
them the configuration changes, so that slots hand over under load. Prints every crash (the gateway's line and the backtrace of its
core file, where ``/proc/sys/kernel/core_pattern`` leaves one) and, after each part, the figures so far; the last line is JSON::

    {"soak": {"python": …, "suspect": …, "amplified": …, "requests": …, "streams": …, "failed": …, "crashes": …,
              "changes": …, "p50_ms": …, "p99_ms": …, "longest_gap_ms": …}}

``--suspect`` takes one thing away, to see whether it is the cause. None of it is a switch of the product: it is done by a
``.pth`` file in the host's environment, by ``litellm_unit_overrides``, or by another program than the gateway.

====================  =================================================================================================
``freeze``            the master does not freeze what it has loaded
``memory``            memory may be written to and executed (``MemoryDenyWriteExecute``)
``uvloop``            asyncio's own event loop
``httptools``         h11 reads requests
``fork``              plain uvicorn; each of its workers imports LiteLLM itself
``python``            Debian 13 with Python 3.13
``collector``         Python collects garbage within any allocation, as before 3.12
====================  =================================================================================================

``--amplified`` makes each request set context variables some thousand times, which is where Python before 3.12 crashed.

Needs root (it starts containers); removes its host when it ends.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import typing as t

from bench_rollout import KEY, PLAYBOOKS, PORT, changed, wait_until_ready
from clients import clients
from hosts import BENCHMARKS, BenchmarkError, Host, Hosts
from samples import Sample, figures

PARTS = 10
CLIENTS = 24
LOOKS_EVERY_S = 15
START_TIMEOUT_S = 600

SITES = "/opt/litellm/[0-9]*/lib/python3*/site-packages"
SETS = (BENCHMARKS / "soak_sets.py").read_text(encoding="utf-8")
CRASHED = ("died of SIG", "Child process [")
"""What the gateway's and uvicorn's masters say of a worker that died."""

# The service runs in the folder where its core files land.
BACKTRACE = """
for core in /var/lib/litellm/core*; do
    [ -e "$core" ] || continue
    gdb -batch -ex 'bt 12' /usr/bin/python3 "$core" 2> /dev/null | grep '^#'
    rm "$core"
done
"""

# The same configuration without gunicorn: each worker imports LiteLLM for itself.
START_PLAIN = f"""
set -e
systemctl stop litellm.socket litellm@1.service
systemd-run --quiet --unit=plain --property=User=litellm --property=LimitCORE=infinity \\
    --property=WorkingDirectory=/var/lib/litellm --property=EnvironmentFile=/etc/litellm/slots/1/litellm.env \\
    --property=EnvironmentFile=/etc/litellm/slots/1/service.env /opt/litellm/slots/1/environment/bin/litellm \\
    --config /etc/litellm/slots/1/config.yaml --host 0.0.0.0 --port {PORT} --num_workers 2
"""

NO_FREEZE = "import gc; gc.freeze = lambda: None"
NO_UVLOOP = "import sys; sys.modules['uvloop'] = None"
NO_HTTPTOOLS = "import sys; sys.modules['httptools'] = None"
NO_COLLECTOR = "import gc; gc.disable = lambda: None"

SUSPECTS = {
    "freeze": NO_FREEZE,
    "memory": "",
    "uvloop": NO_UVLOOP,
    "httptools": NO_HTTPTOOLS,
    "fork": "",
    "python": "",
    "collector": NO_COLLECTOR,
}
"""What may be taken away, and what the interpreter runs for that when it starts."""


class Soak:
    """One run on one host.

    :param suspect: what is taken away, one of ``SUSPECTS`` or nothing.
    """

    def __init__(self, suspect: str, *, amplified: bool) -> None:
        self._suspect, self._amplified = suspect, amplified
        self.hosts = Hosts("soak", test_host_suite="trixie") if suspect == "python" else Hosts("soak")
        self._lines = 0
        self.crashes = 0

    @property
    def url(self) -> str:
        """Where the gateway is."""
        return f"http://{self._host.address}:{PORT}"

    @property
    def _host(self) -> Host:
        return self.hosts.host("gateway")

    def deploy(self, number: int) -> None:
        """Deploy the configuration of that number."""
        service: dict[str, str | int] = {"LimitCORE": "infinity"}
        if self._suspect == "memory":
            service["MemoryDenyWriteExecute"] = False
        callbacks = {"litellm_settings": {"callbacks": ["soak_sets.handler"]}} if self._amplified else {}
        variables = {
            "litellm_router_settings": {"num_retries": number},
            "litellm_unit_overrides": {"service": {"Service": service}},
            "litellm_start_timeout": START_TIMEOUT_S,
            **callbacks,
        }
        changed(self.hosts.playbook(PLAYBOOKS / "deploy.yml", f"--extra-vars={json.dumps(variables)}", niceness=10))

    def prepare(self) -> None:
        """The gateway without its suspect, and what reads core files."""
        self.hosts.playbook(BENCHMARKS / "prepare.yml")
        self._host.run("apt-get", "install", "--yes", "--quiet", "gdb")
        self.hosts.playbook(PLAYBOOKS / "deploy.yml", niceness=10)
        put = f"for site in {SITES}; do cat > $site/{{name}}; chmod 644 $site/{{name}}; done"
        if SUSPECTS.get(self._suspect):
            self._host.run(put.format(name="soak_suspect.py"), given=SUSPECTS[self._suspect])
            self._host.run(put.format(name="soak_suspect.pth"), given="import soak_suspect\n")
        if self._amplified:
            self._host.run(put.format(name="soak_sets.py"), given=SETS)
        if self._suspect == "fork":
            self._host.run("sh", given=START_PLAIN)
            wait_until_ready(self.url, START_TIMEOUT_S)
        else:
            self.deploy(0)
        self.look()
        self.crashes = 0

    def python(self) -> str:
        """The version of the interpreter that serves."""
        return self._host.run("/opt/litellm/slots/1/environment/bin/python", "--version").split()[1]

    def look(self) -> None:
        """Count the crashes since the last look, and print what is known of them."""
        units = ("--unit='litellm@*'", "--unit=plain")
        lines = self._host.run("journalctl", *units, "--output=cat", "--no-pager").splitlines()
        for line in lines[self._lines :]:
            if any(word in line for word in CRASHED):
                self.crashes += 1
                print(f"  crash: {line}", flush=True)
        self._lines = len(lines)
        backtrace = self._host.run("sh", given=BACKTRACE)
        if backtrace:
            print(backtrace, flush=True)

    def run(self, requests: int) -> dict[str, t.Any]:
        """Ask until there were so many requests."""
        samples: list[Sample] = []
        changes = 0
        for part in range(1, PARTS + 1):
            with clients(self.url, KEY, f"--clients={CLIENTS}", "--pause=0") as watch:
                if self._suspect != "fork":
                    self.deploy(part)
                    changes += 1
                while watch.requests() < requests / PARTS:
                    time.sleep(LOOKS_EVERY_S)
                    self.look()
            samples += watch.samples
            self.look()
            told = {**figures(samples), "crashes": self.crashes, "changes": changes}
            print(f"part {part} of {PARTS}: {json.dumps(told)}", flush=True)
        streams = sum("stream" in sample.client for sample in samples)
        return {**figures(samples), "streams": streams, "crashes": self.crashes, "changes": changes}


def main() -> int:
    """Ask, count and print; 1 when a worker crashed or a step failed."""
    parser = argparse.ArgumentParser(description="Count the crashes of a gateway under load.")
    parser.add_argument("--requests", type=int, default=100_000, help="how many requests, half of them streams")
    parser.add_argument("--suspect", choices=SUSPECTS, default="", help="what to take away; default: nothing")
    parser.add_argument("--amplified", action="store_true", help="each request sets context variables very often")
    arguments = parser.parse_args()
    soak = Soak(arguments.suspect, amplified=arguments.amplified)
    try:
        with soak.hosts.running():
            soak.prepare()
            seen = soak.run(arguments.requests)
            python = soak.python()
    except BenchmarkError as error:
        print(error, file=sys.stderr)
        return 1
    told = {"python": python, "suspect": arguments.suspect, "amplified": arguments.amplified}
    print(json.dumps({"soak": {**told, **seen}}))
    return int(seen["crashes"] > 0)


if __name__ == "__main__":
    sys.exit(main())
