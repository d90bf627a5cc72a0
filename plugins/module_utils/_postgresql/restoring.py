# SPDX-License-Identifier: GPL-3.0-or-later
"""Restores a dump by the program that the host has for it."""

from __future__ import annotations

import subprocess
import typing as t

from .. import _postgresql_places as places
from .. import _systemctl as systemd
from .programs import as_account, programs


def restore(options: t.Mapping[str, t.Any]) -> str:
    """Make the database what a dump holds; the path of the dump.

    :param options: the module's; ``restore`` is a path on the host, or ``newest``.
    :raises systemd.Failed: with what the program said.
    """
    found = programs()
    words = [places.DUMP, "restore", found.folder, str(options["port"]), options["database"]]
    done: subprocess.CompletedProcess[str] = subprocess.run(  # noqa: S603 - a list, of programs that this file names
        ["/usr/bin/python3", "-I", *words, options["dump_folder"], options["restore"]],
        **as_account(places.ACCOUNT),
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        told = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise systemd.Failed(f"{options['restore']} was not restored, and the database is as before: {told}")
    return done.stdout.strip()
