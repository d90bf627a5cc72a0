# SPDX-License-Identifier: GPL-3.0-or-later
"""Look at files of a host: text, permissions, owner, digest, and where a link leads. Reads only."""

from __future__ import annotations

import grp
import os
import pwd
import stat
import typing as t

from .._release.desired import text_digest


def text_of(path: str) -> str | None:
    """The text of a file; None where it cannot be read."""
    try:
        with open(path, encoding="utf-8", errors="replace") as handle:
            return handle.read()
    except OSError:
        return None


def mode_of(path: str) -> str:
    """The permissions of a file or folder, as octal text like Ansible's."""
    return f"{stat.S_IMODE(os.stat(path).st_mode):04o}"


def owner_of(path: str) -> str:
    """``user:group``, by name; by number where there is none."""
    found = os.stat(path)
    try:
        return f"{pwd.getpwuid(found.st_uid).pw_name}:{grp.getgrgid(found.st_gid).gr_name}"
    except KeyError:
        return f"{found.st_uid}:{found.st_gid}"


def link_target(link: str, origins: t.Mapping[str, str]) -> str:
    """Where *link* leads: a symbolic link's target, or the file of *origins* that it is another name of."""
    if os.path.islink(link):
        return os.readlink(link)
    origin = origins.get(link, "")
    return origin if origin and os.path.exists(origin) and os.path.samefile(link, origin) else ""


def digest_of(path: str) -> str | None:
    """SHA-256 of a file's text; None where it cannot be read."""
    text = text_of(path)
    return None if text is None else text_digest(text)
