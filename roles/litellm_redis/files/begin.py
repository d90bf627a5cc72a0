# SPDX-License-Identifier: GPL-3.0-or-later
"""Begins the file that Redis or Sentinel goes on writing: what is declared, and what they have found out since.

Called before each start: ``begin.py redis|sentinel DECLARED STATE [ADDRESS PORT]``. The last two are the primary at first.
"""

from __future__ import annotations

import os
import sys

FOUND_OUT = (
    "sentinel myid",
    "sentinel current-epoch",
    "sentinel config-epoch",
    "sentinel leader-epoch",
    "sentinel known-replica",
    "sentinel known-sentinel",
)
"""What Sentinel finds out and keeps by itself, beside where the primary is."""
MONITOR = "sentinel monitor "
HOSTS = "# hosts "


def redis(declared: str, state: list[str] | None, first: list[str]) -> list[str]:
    """The lines of Redis's file: with the primary that it followed last, or the *first* one.

    :param declared: the path of the declared file.
    :param state: the lines that are there; None before the first start.
    """
    following = [" ".join(["replicaof", *first])] if first else []
    if state is not None:
        following = [line for line in state if line.startswith("replicaof ")]
    return [f"include {declared}", *following]


def sentinel(declared: list[str], state: list[str] | None) -> list[str]:
    """The lines of Sentinel's file: those that are declared, with what it found out about hosts that are declared still."""
    kept = state or []
    hosts = next((line.split()[2:] for line in declared if line.startswith(HOSTS)), [])
    words = next((line.split() for line in kept if line.startswith(MONITOR)), [])
    lines = []
    for line in declared:
        if line.startswith(MONITOR) and len(words) > 4 and words[3] in hosts:
            line = " ".join([*line.split()[:3], *words[3:5], *line.split()[5:]])
        lines.append(line)
    for line in kept:
        if line.startswith(FOUND_OUT) and (" known-" not in line or line.split()[3] in hosts):
            lines.append(line)
    return lines


def lines_of(path: str) -> list[str] | None:
    """The lines of a file; None where there is none."""
    try:
        with open(path, encoding="utf-8") as opened:
            return opened.read().splitlines()
    except FileNotFoundError:
        return None


def main() -> None:
    """Write the file, whole or not at all."""
    kind, declared, state, *first = sys.argv[1:]
    found = lines_of(state)
    lines = redis(declared, found, first) if kind == "redis" else sentinel(lines_of(declared) or [], found)
    beside = f"{state}.new"
    with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as opened:
        opened.write("\n".join(lines) + "\n")
        opened.flush()
        os.fsync(opened.fileno())
    os.replace(beside, state)


if __name__ == "__main__":
    main()
