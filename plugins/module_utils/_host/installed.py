# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed on a host: which installations are whole, which an account cannot use, what nothing needs. Reads only."""

from __future__ import annotations

import glob
import os
import stat
import typing as t

from .._release.images import engine_of
from .._release.layout import Layout
from .access import is_allowed
from .accounts import account_of
from .engines import image_is_there


def has_python(environment: str) -> bool:
    """Whether the Python of a virtual environment can be started: it leads to one of the host's, which may have gone."""
    return os.access(os.path.join(environment, "bin", "python"), os.X_OK)


def complete_installations(layout: Layout) -> frozenset[str]:
    """Folders of installations that were made to their end and still have what they run."""
    stamps = glob.glob(os.path.join(glob.escape(layout.install), "*", ".complete"))
    folders = (os.path.dirname(stamp) for stamp in stamps)
    return frozenset(folder for folder in folders if _is_there(layout, folder))


def _is_there(layout: Layout, folder: str) -> bool:
    name = os.path.basename(folder)
    return image_is_there(layout, name) if engine_of(name) else has_python(folder)


def closed_installations(layout: Layout, installations: t.Iterable[str], user: str) -> frozenset[str]:
    """Those virtual environments that the account *user* cannot use, with the one of the tools where there is one.

    Nothing where there is no such account.
    """
    account = account_of(user)
    if account is None:
        return frozenset()
    groups = frozenset(os.getgrouplist(user, account.pw_gid))
    folders = [folder for folder in installations if not engine_of(os.path.basename(folder))]
    folders += [layout.tools()] if os.path.isdir(layout.tools()) else []
    return frozenset(
        folder
        for folder in folders
        if not all(_can_use(path, account.pw_uid, groups) for path in _entries_of_environment(folder))
    )


def _entries_of_environment(folder: str) -> t.Iterator[str]:
    """The paths that are looked at for all of a virtual environment: its folders, its programs, and each package's folder and
    files of the first level. The files of one package have one mode.
    """
    yield folder
    for pattern in ("bin", "bin/*", "lib", "lib/*", "lib/*/*", "lib/*/*/*", "lib/*/*/*/*.py"):
        yield from glob.iglob(os.path.join(glob.escape(folder), pattern))


def _can_use(path: str, number: int, groups: frozenset[int]) -> bool:
    """Whether an account may read *path*, and enter it where it is a folder. A link is not followed: what it leads to
    is not the environment's own.
    """
    found = os.lstat(path)
    if stat.S_ISLNK(found.st_mode):
        return True
    bits = stat.S_IROTH | (stat.S_IXOTH if stat.S_ISDIR(found.st_mode) else 0)
    return is_allowed(found, bits, number, groups)


def unfinished_installations(layout: Layout, complete: t.Collection[str]) -> frozenset[str]:
    """What is there of installations that are not *complete*: their folders, requirements without one, and the tools.

    :param complete: folders of those that are.
    """
    found = {layout.tools()} if os.path.isdir(layout.tools()) and not _has_tools(layout) else set()
    for path in glob.glob(os.path.join(glob.escape(layout.install), "requirements-*.txt")):
        installation = layout.installation(os.path.basename(path)[len("requirements-") : -len(".txt")])
        if installation not in complete:
            found |= {installation, path} if os.path.isdir(installation) else {path}
    return frozenset(found)


def _has_tools(layout: Layout) -> bool:
    """Whether the tools can be used: pip is the last thing that they get, whole, and has no command of its own."""
    pip = os.path.join(glob.escape(layout.tools()), "lib", "python3*", "site-packages", "pip")
    return has_python(layout.tools()) and bool(glob.glob(pip))


def unused_downloads(layout: Layout) -> frozenset[str]:
    """Unpacked packages in uv's cache that no installation has a hard link to; uv fetches what it misses."""
    folders = glob.glob(os.path.join(glob.escape(layout.downloads()), "archive-*", "*"))
    return frozenset(folder for folder in folders if not _is_linked(folder))


def _is_linked(folder: str) -> bool:
    """Whether any file below *folder* has another name elsewhere."""
    files = (os.path.join(parent, name) for parent, _folders, names in os.walk(folder) for name in names)
    return any(os.lstat(path).st_nlink > 1 for path in files)
