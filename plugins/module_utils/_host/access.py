# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the accounts of a gateway can reach its folders. Reads only, and asks ``test`` as another account."""

from __future__ import annotations

import os
import posixpath
import stat
import subprocess
import typing as t

from .._faults import Fault
from .._release.desired import Release
from .._release.layout import Layout
from .accounts import account_of

HIDDEN = ("/home", "/root", "/run/user")
"""What ``ProtectHome=yes`` hides from a service of systemd."""


def is_allowed(found: os.stat_result, bits: int, number: int, groups: t.Collection[int]) -> bool:
    """Whether the permissions of a file or folder allow all of *bits*, which are those for others (``S_IROTH`` …).

    :param number: the account's number.
    :param groups: numbers of its groups.
    """
    if number == 0:
        return True
    if found.st_uid == number:
        bits <<= 6
    elif found.st_gid in groups:
        bits <<= 3
    return found.st_mode & bits == bits


def folder_faults(release: Release, layout: Layout) -> list[Fault]:
    """Every folder of the gateway that cannot be made here, or that the service could not get to."""
    folders = layout.folders
    if not release.privileged:
        found = {name: _closed_to_writing(path) for name, path in folders.items()}
        what = f"{release.user} cannot write to"
    elif release.container:
        return []  # an engine brings the folders in as root
    else:
        found = {name: _closed_above(path, release.user) for name, path in folders.items()}
        what = f"{release.user} cannot enter"
    faults = [
        Fault(
            "closed-folder",
            f"litellm_{name}_dir",
            f"is {folders[name]}, and {what} {path}",
            "choose another folder, or open that one",
        )
        for name, path in found.items()
        if path
    ]
    if release.manager.uses_systemd and "ProtectHome" not in release.unit_overrides.get("service", {}).get(
        "Service", {}
    ):
        faults += [
            Fault(
                "closed-folder",
                f"litellm_{name}_dir",
                f"is {path}, which the service's sandbox hides",
                "choose another folder, or set ProtectHome in litellm_unit_overrides",
            )
            for name, path in folders.items()
            if path.startswith(tuple(f"{place}/" for place in HIDDEN))
        ]
    return faults


def _existing(path: str) -> str:
    """*path*, or the nearest folder above it that is there."""
    while not os.path.exists(path):
        path = posixpath.dirname(path)
    return path


def _closed_to_writing(path: str) -> str:
    """The folder that this account would have to write to for *path*, where it cannot; else nothing."""
    there = _existing(path)
    return "" if os.access(there, os.W_OK | os.X_OK) else there


def _closed_above(path: str, user: str) -> str:
    """The first folder above *path* that *user* cannot enter. What is not there yet is made as it has to be."""
    account = account_of(user)
    number = account.pw_uid if account else -1
    groups = os.getgrouplist(user, account.pw_gid) if account else []
    there = _existing(posixpath.dirname(path))
    above = there.split("/")[1:] if there != "/" else []
    for count in range(1, len(above) + 1):
        folder = "/" + "/".join(above[:count])
        if is_allowed(os.stat(folder), stat.S_IXOTH, number, groups):
            continue
        # An access list may allow what the permissions do not show.
        if account is None or not _enters(folder, number, account.pw_gid, groups):
            return folder
    return ""


def _enters(folder: str, number: int, group: int, groups: t.Sequence[int]) -> bool:
    """Whether an account can enter *folder*; True also where this process cannot act as that account."""
    command = ["/usr/bin/test", "-x", folder]
    try:
        asked = subprocess.run(  # noqa: S603 - one program of the system, with a folder
            command, user=number, group=group, extra_groups=groups, check=False, timeout=30
        )
    except (OSError, subprocess.SubprocessError):
        return True
    return asked.returncode == 0
