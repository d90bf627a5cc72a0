# SPDX-License-Identifier: GPL-3.0-or-later
"""Which PostgreSQL the host has, and what it says of a configuration before that takes effect."""

from __future__ import annotations

import glob
import os
import pwd
import re
import shutil
import ssl
import subprocess
import tempfile
import typing as t

from .. import _postgresql_places as places
from .._certificates import texts_fault
from .._owned_files import Refusal, text_of

FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/bin")
"""Where distributions have the programs: Debian and its kin by version, the others among all."""
OLDEST = 13
PACKAGE = "postgresql"


class Programs(t.NamedTuple):
    """The programs of one version.

    :param folder: where they are; empty where they are not installed.
    :param major: such as 15; 0 where none is installed.
    :param version: such as 15.18.
    :param package: the package that has to be installed; empty where it is.
    """

    folder: str
    major: int
    version: str
    package: str


def as_account(name: str) -> dict[str, t.Any]:
    """What ``subprocess`` is told so that a program runs as an account of the host."""
    entry = pwd.getpwnam(name)
    if entry.pw_uid == os.geteuid():
        return {"cwd": "/"}
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": [], "cwd": "/"}


def programs() -> Programs:
    """The programs that the data are of, else the newest.

    :raises Refusal: where the host has those of another version than the data.
    """
    there = sorted((each for folder in FOLDERS for each in map(_found, glob.glob(folder)) if each), key=_major)
    data = (text_of(f"{places.DATA}/PG_VERSION") or "").strip()
    if not data:
        newest = there[-1] if there else Programs("", 0, "", PACKAGE)
        if there and newest.major < OLDEST:
            raise Refusal(f"PostgreSQL {newest.version} is too old: it has to be {OLDEST} or newer")
        return newest
    for each in there:
        if str(each.major) == data:
            return each
    if there:
        names = ", ".join(str(each.major) for each in there)
        raise Refusal(
            f"{places.DATA} is of PostgreSQL {data}, and the host has {names}: install {data} again, or make a dump with it,"
            " move the folder away and restore the dump"
        )
    return Programs("", int(data), "", f"{PACKAGE}-{data}")


def _major(found: Programs) -> int:
    return found.major


def _found(folder: str) -> Programs | None:
    """The programs in *folder*, where the server is among them."""
    program = f"{folder}/postgres"
    if not os.access(program, os.X_OK):
        return None
    said = re.search(r"(\d+)(\.\d+)*", _call([program, "--version"]).stdout)
    return Programs(folder, int(said[1]), said[0], "") if said else None


def _call(command: list[str]) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}
    return subprocess.run(  # noqa: S603 - a list, of programs that this file names
        command, capture_output=True, text=True, errors="replace", check=False, env=environment
    )


def directives(configuration: str) -> dict[str, str]:
    """The lines of a configuration that the role wrote, name to value."""
    pairs = (line.partition(" = ") for line in configuration.splitlines() if line and not line.startswith("#"))
    return {name.strip(): value.strip() for name, _sign, value in pairs}


def try_configuration(found: Programs, text: str) -> None:
    """Let PostgreSQL read a configuration; nothing is started.

    :raises Refusal: with what it says of it.
    """
    folder = tempfile.mkdtemp(prefix="litellm-postgresql-")
    try:
        path = f"{folder}/postgresql.conf"
        with open(path, "w", encoding="utf-8") as opened:
            opened.write(text)
        done = _call([f"{found.folder}/postgres", "-C", "port", "-c", f"config_file={path}"])
        if done.returncode:
            raise Refusal(reason(done.stderr, path))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def reason(said: str, path: str) -> str:
    """Why PostgreSQL did not take a configuration, from what it wrote."""
    lines = [re.sub(r"^.*?(LOG|FATAL|ERROR|DETAIL|HINT):\s*", "", line) for line in said.strip().splitlines()]
    own = re.compile(re.escape(path))
    plain = [line for line in lines if line and "contains errors" not in line and "skipping missing" not in line]
    told = [own.sub(places.CONFIGURATION, line) for line in plain]
    return "; ".join(dict.fromkeys(told)) or "it said nothing"


def try_certificate(certificate: str, key: str, authority: str) -> None:
    """Let TLS read a certificate, its key, and the certificate of its authority.

    :raises Refusal: where one of them cannot be read, or the key is another one's.
    """
    if fault := texts_fault(certificate, key):
        raise Refusal(f"litellm_postgresql_tls_key {fault}")
    try:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_verify_locations(cadata=authority.encode("ascii", errors="replace").decode("ascii"))
    except (ssl.SSLError, ValueError) as error:
        raise Refusal("litellm_postgresql_tls_ca is no PEM file") from error
