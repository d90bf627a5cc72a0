# SPDX-License-Identifier: GPL-3.0-or-later
"""An archive of what Prisma downloads for the client of a database: its program and its engines."""

from __future__ import annotations

import tarfile
import typing as t
import zlib

from .errors import PackagesError

if t.TYPE_CHECKING:
    from pathlib import Path

PROGRAM = "node_modules/prisma/build/index.js"
"""Prisma's program below the folder that ``PRISMA_BINARY_CACHE_DIR`` names; Prisma's client for Python starts it by this path."""


def prisma_problem(path: Path) -> str:
    """Why the archive *path* brings no program of Prisma's, as a sentence that goes on after its name; empty when it does.

    :raises PackagesError: when it is no archive.
    """
    try:
        with tarfile.open(path) as archive:
            # To its end, so that half of one is none.
            names = {member.name.removeprefix("./") for member in archive if member.isfile()}
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise PackagesError("is not an archive (tar), or only half of one") from error
    except OSError as error:
        raise PackagesError(f"cannot be read on the controller ({error.strerror or error})") from error
    if PROGRAM in names:
        return ""
    return (
        f"has no {PROGRAM}; pack the folder prisma of an installation with internet (tar -czf FILE -C FOLDER/prisma .)"
    )
