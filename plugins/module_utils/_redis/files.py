# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and folders of Redis on its host: what they should be."""

from __future__ import annotations

import secrets
import typing as t

from .. import _redis_places as places
from .._owned_files import File, Folder, pem_text, text_of
from .trial import Program


def wanted_files(options: t.Mapping[str, t.Any], program: Program, admin: str) -> list[File]:
    """The files that the options of the module declare.

    :param admin: the SHA-256 of the password of root's account.
    :raises Refusal: where a certificate or key is no file on the host.
    """
    found = []
    for each in options["files"]:
        text = each["content"].replace("@PROGRAM@", f"@{program.path} {program.name}")
        found.append(_file(each, text, "root", True))
    for each in options["secret_files"]:
        text = each["content"]
        if each["path"] == places.USERS:
            text += f"user {places.ADMIN} on #{admin} sanitize-payload ~* &* +@all\n"
        found.append(_file(each, text, places.ACCOUNT, False))
    for each in options["pem_files"]:
        found.append(_file(each, pem_text(each), places.ACCOUNT, False))
    return found


def _file(option: t.Mapping[str, str], text: str, group: str, shown: bool) -> File:
    return File(option["path"], text, int(option["mode"], 8), group, shown)


def admin_password() -> tuple[str, bool]:
    """The password of root's account of this Redis, and whether the host has it already."""
    there = text_of(places.ADMIN_PASSWORD)
    return (there.strip(), True) if there else (secrets.token_hex(32), False)


def folders(socket_group: str) -> list[Folder]:
    """The folders of configuration and of the socket; systemd makes those of the data."""
    return [
        Folder(places.FOLDER, "root", places.ACCOUNT, 0o750),
        # What is made in it belongs to its group.
        Folder(places.RUNTIME, places.ACCOUNT, socket_group, 0o2750),
    ]
