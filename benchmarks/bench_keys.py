"""What a second run over 1,000 keys costs, beside a loop of ``ansible.builtin.uri`` that asks for each of them.

The gateway, with a database, is the one that ``KEYS_GATEWAY`` and ``KEYS_MASTER_KEY`` name. The keys are made first, and removed in
the end. Each pair times one and then the other (A B A B …); nothing differs, so that neither writes. Prints every pair; the last line is
JSON, in seconds of the median, and the requests that the gateway got for each::

    {"keys": {"keys": 1000, "access_s": …, "access_requests": …, "loop_s": …, "loop_requests": …, "ratio": …}}
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import typing as t
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
KEYS = 1000
PAIRS = 5
OWNER = "bench-keys"
LONGEST = 3600
"""Seconds that a play may take."""

Play = list[dict[str, t.Any]]


def keys(count: int) -> dict[str, t.Any]:
    """*count* keys with limits."""
    return {f"{OWNER}-{number}": {"rpm": 60, "budget": {"limit": 5, "period": "30d"}} for number in range(count)}


def access(declared: dict[str, t.Any], folder: Path) -> Play:
    """The collection's way; what it answers is written to ``found.json``."""
    task = {
        "url": "{{ lookup('env', 'KEYS_GATEWAY') }}",
        "master_key": "{{ lookup('env', 'KEYS_MASTER_KEY') }}",
        "use_proxy": False,
        "keys": declared,
        "owner": OWNER,
        "handover": {"file": str(folder / "values.yml")},
    }
    write = {"content": "{{ found }}", "dest": str(folder / "found.json")}
    return [{"llmops.litellm.litellm_access": task, "register": "found"}, {"ansible.builtin.copy": write}]


def loop(declared: dict[str, t.Any]) -> Play:
    """The way of a loop: each key is asked for, and refused where it is not as declared."""
    task = {
        "url": "{{ lookup('env', 'KEYS_GATEWAY') }}/key/list?return_full_object=true&key_alias={{ item }}",
        "headers": {"Authorization": "Bearer {{ lookup('env', 'KEYS_MASTER_KEY') }}"},
        "use_proxy": False,
    }
    return [
        {
            "ansible.builtin.uri": task,
            "loop": list(declared),
            "register": "answer",
            "failed_when": "answer.status != 200 or answer.json['keys'][0].rpm_limit != 60 or answer.json['keys'][0].max_budget != 5",
        }
    ]


def seconds(tasks: Play, folder: Path) -> float:
    """How long a play of *tasks* takes.

    :raises SystemExit: when it fails.
    """
    variables = {"ansible_python_interpreter": sys.executable}
    play = {"hosts": "localhost", "connection": "local", "gather_facts": False, "vars": variables, "tasks": tasks}
    (folder / "play.yml").write_text(yaml.safe_dump([play]))
    start = time.perf_counter()
    ended = subprocess.run(  # noqa: S603 - a list
        [sys.executable, "-m", "ansible", "playbook", "-i", "localhost,", str(folder / "play.yml")],
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
        env={**os.environ, "ANSIBLE_CONFIG": str(ROOT / "ansible.cfg")},
    )
    took = time.perf_counter() - start
    if ended.returncode:
        sys.exit(ended.stdout[-3000:] + ended.stderr[-3000:])
    return took


def main() -> None:
    """Make the keys, time the pairs, print them, and remove the keys."""
    parser = argparse.ArgumentParser(description="Time a second run over many keys.")
    parser.add_argument("--keys", type=int, default=KEYS)
    parser.add_argument("--pairs", type=int, default=PAIRS)
    arguments = parser.parse_args()
    if not os.environ.get("KEYS_GATEWAY") or not os.environ.get("KEYS_MASTER_KEY"):
        sys.exit(
            "KEYS_GATEWAY and KEYS_MASTER_KEY are not set: they name a gateway with a database, and its master key"
        )
    declared = keys(arguments.keys)
    ours, theirs, requests = [], [], 0
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        print(f"made {arguments.keys} keys in {seconds(access(declared, folder), folder):.1f} s", flush=True)
        try:
            for pair in range(1, arguments.pairs + 1):
                ours.append(seconds(access(declared, folder), folder))
                found = json.loads((folder / "found.json").read_text())
                if found["changed"]:
                    sys.exit("the second run should change nothing")
                requests = found["requests"]
                theirs.append(seconds(loop(declared), folder))
                print(f"pair {pair}: access {ours[-1]:.2f} s, loop {theirs[-1]:.2f} s", flush=True)
        finally:
            seconds(access({}, folder), folder)
    ours_s, theirs_s = statistics.median(ours), statistics.median(theirs)
    figures = {
        "keys": arguments.keys,
        "access_s": round(ours_s, 2),
        "access_requests": requests,
        "loop_s": round(theirs_s, 2),
        "loop_requests": arguments.keys,
        "ratio": round(theirs_s / ours_s, 1),
    }
    print(json.dumps({"keys": figures}))


if __name__ == "__main__":
    main()
