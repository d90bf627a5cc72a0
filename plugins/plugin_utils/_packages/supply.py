# SPDX-License-Identifier: GPL-3.0-or-later
"""From a lock to what is sent to a host: wheels are found or fetched, judged as a whole, and made a parcel."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import tempfile
import typing as t
from dataclasses import dataclass
from pathlib import Path

from .download import download
from .errors import PackagesError
from .folder import digests, opened
from .parcel import Parcel, Part, parcel_of, unpacked_uv
from .wheels import choose_wheels, host, this_machine

if t.TYPE_CHECKING:
    from collections.abc import Iterator

    from .lock import Entry, Lock, Target

UV = "uv"
SUPERVISOR = "supervisor"


@dataclass(frozen=True)
class Wanted:
    """What an installation needs.

    :param lock: LiteLLM's packages, for which :func:`~.choice.choose` has found no problem.
    :param tools: a lock of the programs beside it.
    :param target: the host.
    :param supervisor: whether the host's service manager is supervisor.
    """

    lock: Lock
    tools: Lock
    target: Target
    supervisor: bool

    @property
    def litellm(self) -> tuple[Entry, ...]:
        """LiteLLM's packages on the host."""
        return self.lock.for_host(self.target)

    def tool(self, name: str) -> tuple[Entry, ...]:
        """The package of a program, for whatever platform."""
        return tuple(entry for entry in self.tools.entries if entry.name == name)

    @property
    def host_tools(self) -> tuple[Entry, ...]:
        """What the host has beside LiteLLM."""
        return self.tool(SUPERVISOR) if self.supervisor else ()


def missing(wanted: Wanted, folder: Path) -> tuple[Entry, ...]:
    """The packages that *folder* lacks for the host and for this machine, or has with another hash only."""
    files = digests(folder) if folder.is_dir() else {}
    of_host = choose_wheels((*wanted.litellm, *wanted.host_tools), host(wanted.target), files).lacking
    return (*of_host, *_missing_here(wanted, files))


def fetch(wanted: Wanted, folder: Path, timeout: int) -> tuple[str, ...]:
    """Download into *folder* what is :func:`missing` there.

    :return: the names of the files that came.
    :raises PackagesError: when something cannot be had.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PackagesError(f"{folder} cannot be made a folder on the controller ({error.strerror})") from error
    with locked(folder):
        before = digests(folder)
        lacking = choose_wheels((*wanted.litellm, *wanted.host_tools), host(wanted.target), before).lacking
        download(lacking, wanted.target, folder, timeout)
        download(_missing_here(wanted, digests(folder)), None, folder, timeout)
        after = digests(folder)
    return tuple(name for name in after if after[name] != before.get(name))


def problems(wanted: Wanted, path: Path) -> list[str]:
    """What keeps the wheels of a folder or an archive from being installed on the host, as sentences that go on after its name.

    :raises PackagesError: when it is neither.
    """
    with opened(path) as folder:
        files = digests(folder)
        found = choose_wheels((*wanted.litellm, *wanted.host_tools), host(wanted.target), files).problems
        # A wheel of uv that is there must be what the lock has; one that is not may be a program of this machine.
        here = choose_wheels(wanted.tool(UV), this_machine(), files)
    changed = [problem for problem in here.problems if not here.files and "hash" in problem]
    away = ["there is no uv for the controller, neither among them nor as a program"]
    return [*found, *changed, *([] if here.files or changed or shutil.which(UV) else away)]


def parcel(wanted: Wanted, path: Path, cache: Path, timeout: int) -> Parcel:
    """What the host unpacks, made of the wheels of a folder or an archive that has no :func:`problems`.

    :raises PackagesError: when it cannot be made.
    """
    parcels = cache / "parcels"
    parcels.mkdir(parents=True, exist_ok=True, mode=0o700)
    with locked(parcels), opened(path) as folder, tempfile.TemporaryDirectory(prefix="uv-", dir=parcels) as room:
        files = digests(folder)
        of_here = choose_wheels(wanted.tool(UV), this_machine(), files).files
        uv = unpacked_uv(folder / of_here[0], Path(room)) if of_here else Path(shutil.which(UV) or UV)
        taker = host(wanted.target)
        parts = [Part("environment", wanted.litellm, choose_wheels(wanted.litellm, taker, files).files)]
        if wanted.host_tools:
            parts.append(Part("tools", wanted.host_tools, choose_wheels(wanted.host_tools, taker, files).files))
        return parcel_of(parts, wanted.target, folder, files, uv, parcels, timeout)


def cache_folder() -> Path:
    """Where the controller keeps what it fetched and made, for whoever runs the play."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base) / "llmops.litellm"


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let one process at a time work in *folder*, for a play does several hosts at once."""
    with (folder / ".lock").open("w") as mark:
        fcntl.flock(mark, fcntl.LOCK_EX)
        yield


def _missing_here(wanted: Wanted, files: dict[str, str]) -> tuple[Entry, ...]:
    return choose_wheels(wanted.tool(UV), this_machine(), files).lacking
