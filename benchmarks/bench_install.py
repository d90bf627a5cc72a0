"""What installing LiteLLM costs, beside pip, and what it costs on a second host.

Starts two systemd hosts, which have what virtual environments need, and installs the default version's lock on them, again and again
from nothing, in turn:

- on the first host with pip from the registry, without bytecode, as a hand-written playbook does
- on the first host as the role does, with bytecode
- on the first host with ``litellm_fetch_on: controller`` and a controller that has nothing yet
- on the second host, with what the controller has then

Prints each round; the last line is JSON::

    {"install": {"pip_s": …, "ours_s": …, "second_host_ratio": …, "ratio": …}}

with medians of seconds and of ratios. Needs root (it starts containers); removes its hosts when it ends.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import tempfile

import yaml
from hosts import BENCHMARKS, PROJECT, BenchmarkError, Hosts, main_of_pairs

INSTALL = BENCHMARKS / "install.yml"
ROLE = PROJECT / "roles" / "litellm"
HOSTS = Hosts("install")


def seconds(host: str, cache: str, **variables: str) -> float:
    """How long one installation takes on *host*, without the connection and without asking what is to be done.

    :param cache: folder of the controller's cache.
    :raises BenchmarkError: when the playbook does not say it.
    """
    printed = HOSTS.playbook(INSTALL, f"--limit={host}", f"--extra-vars={json.dumps(variables)}", XDG_CACHE_HOME=cache)
    found = re.search(r"seconds=(\d+\.\d+)", printed)
    if not found:
        raise BenchmarkError(f"{INSTALL.name} told no time:\n{printed}")
    return float(found.group(1))


def measure(pairs: int) -> dict[str, float]:
    """Create the hosts, install by turns, remove the hosts; medians of seconds, and of the ratios within each round."""
    defaults = yaml.safe_load((ROLE / "defaults" / "main.yml").read_text(encoding="utf-8"))
    lock = str(ROLE / "files" / "locks" / f"{defaults['litellm_version']}.txt")
    pip, ours, first, second = [], [], [], []
    print("Creating two hosts", flush=True)
    with HOSTS.running():
        HOSTS.playbook(BENCHMARKS / "prepare.yml")
        for pair in range(1, pairs + 1):
            with tempfile.TemporaryDirectory(prefix="bench-cache-") as cache:
                pip.append(seconds("install1", cache, bench_with="pip", bench_lock=lock, litellm_fetch_on="host"))
                ours.append(seconds("install1", cache, bench_with="ours", litellm_fetch_on="host"))
                first.append(seconds("install1", cache, bench_with="ours", litellm_fetch_on="controller"))
                second.append(seconds("install2", cache, bench_with="ours", litellm_fetch_on="controller"))
            print(
                f"pair {pair}: pip {pip[-1]:.1f} s, ours {ours[-1]:.1f} s; fetched on the controller: first host "
                f"{first[-1]:.1f} s, second {second[-1]:.1f} s",
                flush=True,
            )
    return {
        "pip_s": round(statistics.median(pip), 1),
        "ours_s": round(statistics.median(ours), 1),
        "second_host_ratio": round(statistics.median(b / a for a, b in zip(first, second, strict=True)), 3),
        "ratio": round(statistics.median(a / b for a, b in zip(ours, pip, strict=True)), 3),
    }


if __name__ == "__main__":
    sys.exit(main_of_pairs("Time installations beside pip, and on a second host.", "install", measure))
