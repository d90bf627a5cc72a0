# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed, in the form that pip and tools for bills of materials read."""

from __future__ import annotations

import contextlib
import typing as t

from .lock import Lock

# ansible-core requires it; ansible-test imports plugins without what ansible-core requires.
with contextlib.suppress(ImportError):
    from packaging.utils import canonicalize_name

if t.TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def requirements_of(packages: Iterable[Mapping[str, str]], lock: str) -> str:
    """A line for each of *packages*: its name and version, and the hashes that *lock* has for this version.

    :param packages: each with ``name`` and ``version``.
    :param lock: the text of a lock; empty without one.
    """
    hashes = {(entry.name, entry.version): entry.hashes for entry in Lock.parse(lock).entries}
    lines = []
    for package in packages:
        name, version = package["name"], package["version"]
        known = hashes.get((str(canonicalize_name(name)), version), ())
        lines.append(" ".join([f"{name}=={version}", *(f"--hash={each}" for each in known)]))
    return "".join(f"{line}\n" for line in lines)
