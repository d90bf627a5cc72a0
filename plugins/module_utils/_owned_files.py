# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and folders of a service on its host: what they should be, how they differ, and how they are put right."""

from __future__ import annotations

import contextlib
import grp
import os
import pwd
import shutil
import stat
import typing as t

OWNER = 0
"""Root, who owns the files."""


class Refusal(Exception):
    """Why a service takes a configuration as little as its role does, in a sentence."""


class File(t.NamedTuple):
    """A file as it should be.

    :param group: of the group; root owns all of them.
    :param shown: whether a difference of its text may be shown.
    """

    path: str
    content: str
    mode: int
    group: str
    shown: bool


def text_of(path: str) -> str | None:
    """The text of a file; None where there is none."""
    try:
        with open(path, encoding="utf-8") as opened:
            return opened.read()
    except (FileNotFoundError, NotADirectoryError):
        return None


def pem_text(option: t.Mapping[str, str | None]) -> str:
    """The text of a certificate or key: the ``content`` of an option, or what its ``source`` holds, a path on the host.

    :raises Refusal: where it cannot be read there.
    """
    source = option["source"]
    if not source:
        return (option["content"] or "").strip() + "\n"
    try:
        text = text_of(source)
    except (OSError, ValueError) as error:
        raise Refusal(f"{source} cannot be read: {error}") from error
    if text is None:
        raise Refusal(f"{source} does not exist on the host")
    return text


def group_number(name: str) -> int:
    """The number of a group; -1 where there is none yet."""
    try:
        return grp.getgrnam(name).gr_gid
    except KeyError:
        return -1


def user_number(name: str) -> int:
    """The number of an account; -1 where there is none yet."""
    try:
        return pwd.getpwnam(name).pw_uid
    except KeyError:
        return -1


def differences(file: File) -> list[str]:
    """How a file differs from the one on the host, a sentence each."""
    before = text_of(file.path)
    if before is None:
        return [f"{file.path} is missing"]
    found = os.stat(file.path)
    told = [] if before == file.content else [f"{file.path} has another text"]
    if stat.S_IMODE(found.st_mode) != file.mode:
        told.append(f"{file.path} has the mode {stat.S_IMODE(found.st_mode):04o} instead of {file.mode:04o}")
    if (found.st_uid, found.st_gid) != (OWNER, group_number(file.group)):
        told.append(f"{file.path} belongs to others than root and the group {file.group}")
    return told


def difference_shown(file: File) -> dict[str, str]:
    """A file's difference for Ansible's diff mode."""
    before = text_of(file.path) or ""
    if not file.shown:
        before, after = ("", "\n") if before == file.content else ("(not shown)\n", "(another one, not shown)\n")
        return {"before": before, "after": after, "before_header": file.path, "after_header": file.path}
    return {"before": before, "after": file.content, "before_header": file.path, "after_header": file.path}


def write(path: str, text: str, mode: int, group: str) -> None:
    """Put a file in place, whole or not at all."""
    beside = f"{path}.new"
    with contextlib.suppress(FileNotFoundError):
        os.unlink(beside)
    with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as opened:
        opened.write(text)
        opened.flush()
        os.fchown(opened.fileno(), OWNER, group_number(group))
        os.fchmod(opened.fileno(), mode)
        os.fsync(opened.fileno())
    os.replace(beside, path)


def remove(path: str) -> None:
    """Take a file away, if it is there."""
    with contextlib.suppress(FileNotFoundError):
        os.unlink(path)


def remove_all(paths: t.Iterable[str]) -> None:
    """Take files away, and folders with what is in them."""
    for path in paths:
        if os.path.isdir(path):
            shutil.rmtree(path)
        else:
            os.unlink(path)


class Folder(t.NamedTuple):
    """A folder as it should be."""

    path: str
    user: str
    group: str
    mode: int

    def difference(self) -> str:
        """How it differs; empty where it does not."""
        try:
            found = os.stat(self.path)
        except FileNotFoundError:
            return f"{self.path} is missing"
        wanted = (user_number(self.user), group_number(self.group), self.mode)
        same = (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == wanted
        return "" if same else f"{self.path} has another owner, group or mode"

    def put_right(self) -> None:
        """Make it, or correct it."""
        os.makedirs(self.path, 0o700, exist_ok=True)
        os.chown(self.path, user_number(self.user), group_number(self.group))
        os.chmod(self.path, self.mode)
