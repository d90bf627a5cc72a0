# SPDX-License-Identifier: GPL-3.0-or-later
"""Which release a slot serves, by the records of the host, and whether its files are still those that were released."""

from __future__ import annotations

import hashlib
import json
import stat
import typing as t
from pathlib import Path

OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Released(t.NamedTuple):
    """The release of a slot.

    :param number: 0 where no record names the slot, as in a pod.
    :param changed: how many of its files, as far as they may be read here, are not as they were released.
    """

    number: int = 0
    changed: int = 0


def released(records: Path, slot: str) -> Released:
    """What the newest of the *records* that names the *slot* says. Secrets are not read, and neither are units."""
    numbers = (int(each.stem) for each in records.glob("*.json") if each.stem.isdecimal())
    for number in sorted(numbers, reverse=True):
        try:
            record = json.loads((records / f"{number}.json").read_text(encoding="utf-8"))
            if str(record["slot"]) == slot:
                own = tuple(f"{record['folders'][kind]}/" for kind in ("install", "config"))
                files = {path: digest for path, digest in record["files"].items() if path.startswith(own)}
                return Released(number, sum(_differs(Path(path), digest) for path, digest in files.items()))
        except (OSError, ValueError, KeyError):
            continue  # one that is being written, or nobody's
    return Released()


def _differs(file: Path, digest: str) -> bool:
    """Whether a *file* has another digest. One of secrets, which its owner alone may read, has none that could be compared here."""
    try:
        if not file.stat().st_mode & OTHERS:
            return False
        return hashlib.sha256(file.read_bytes()).hexdigest() != digest
    except FileNotFoundError:
        return True
    except OSError:
        return False  # nothing that this process may read
