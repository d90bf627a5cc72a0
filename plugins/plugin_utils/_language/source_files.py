# SPDX-License-Identifier: GPL-3.0-or-later
"""Input files of the controller: an environment file, a configuration of one's own."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from .._report.report import Spot

_RULE = "unreadable-file"
_LARGEST = 16 * 1024 * 1024


@dataclass(frozen=True)
class SourceFile:
    """The text of a file, character for character, and the name that messages call it by."""

    name: str
    text: str = field(repr=False)


def read_source(path: str, at: Spot, name: str = "") -> SourceFile | None:
    """The file at *path*; None, with a problem, where there is none, it cannot be read, or it is not UTF-8 text.

    :param at: the option that asked for it.
    :param name: what messages call it, when that is not *path*.
    """
    name = name or path
    try:
        if os.path.getsize(path) > _LARGEST:
            at.add(_RULE, f"{name} is larger than {_LARGEST // 1024 // 1024} MiB")
            return None
        with open(path, "rb") as stream:
            content = stream.read()
        return SourceFile(name, content.decode())
    except UnicodeDecodeError as error:
        at.add(_RULE, f"{name} is not UTF-8 text", line=content.count(b"\n", 0, error.start) + 1)
    except OSError as error:
        at.add(_RULE, f"{name} cannot be read: {error.strerror}")
    return None


def in_working_directory(path: str) -> str:
    """*path* below the folder that the play was called from, as the command line means it."""
    return os.path.abspath(os.path.expanduser(path))
