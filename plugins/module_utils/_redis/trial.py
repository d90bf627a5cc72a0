# SPDX-License-Identifier: GPL-3.0-or-later
"""Which Redis the host has, and a throw-away one that tries a configuration before it takes effect."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import tempfile
import time
import typing as t

from .. import _redis_places as places
from .._owned_files import Refusal, text_of
from .client import Address, Connection, RedisError

START = 60.0
"""How long a throw-away Redis may take to start, in seconds; it has nothing to read."""


class Program(t.NamedTuple):
    """A program that is Redis when it is called by that name; the package with it has no service."""

    path: str
    name: str
    package: str

    @property
    def is_there(self) -> bool:
        """Whether the host has it."""
        return os.access(self.path, os.X_OK)


# The packages of the servers hold a link to these, and a service that starts by itself.
PROGRAMS = {
    "redis": Program("/usr/bin/redis-check-rdb", "redis-server", "redis-tools"),
    "valkey": Program("/usr/bin/valkey-check-rdb", "valkey-server", "valkey-tools"),
}
_VALKEY_SINCE = {"debian": 13, "ubuntu": 25}


def program_of(server: str) -> Program:
    """The program for ``redis``, ``valkey`` or ``auto``: then the one that runs here, else Valkey where there is one."""
    if server != "auto":
        return PROGRAMS[server]
    unit = text_of(places.UNITS[places.SERVICE]) or ""
    for program in PROGRAMS.values():
        if program.path in unit:
            return program
    fields = dict(re.findall(r'^(ID|VERSION_ID)="?([^"\n]*)', text_of("/etc/os-release") or "", re.MULTILINE))
    since = _VALKEY_SINCE.get(fields.get("ID", ""), 0)
    major = fields.get("VERSION_ID", "").partition(".")[0]
    return PROGRAMS["valkey" if since and major.isdecimal() and int(major) >= since else "redis"]


def directives(configuration: str) -> dict[str, str]:
    """The lines of a configuration, name to value."""
    lines = [line.split(" ", 1) for line in configuration.splitlines() if line and not line.startswith("#")]
    return {words[0]: words[1].strip() for words in lines if len(words) > 1}


@contextlib.contextmanager
def trial(program: Program, files: t.Mapping[str, str], password: str) -> t.Iterator[Connection]:
    """A connection, as root's account with *password*, to a Redis with the configuration in *files*, path to text.

    It has no data and no port, and follows nobody.

    :raises Refusal: where Redis does not start with it.
    """
    folder = tempfile.mkdtemp(prefix="litellm-redis-")
    try:
        for path, text in files.items():
            if path.startswith(f"{places.FOLDER}/"):
                moved = _moved(text, folder) if path.endswith(".conf") else text
                with open(_inside(path, folder), "w", encoding="utf-8") as opened:
                    opened.write(moved)
        with open(f"{folder}/log", "wb") as log:
            command = [program.name, _inside(places.CONFIGURATION, folder)]
            environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}
            started = subprocess.Popen(  # noqa: S603 - a list, of programs that this file names
                command, executable=program.path, stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=environment
            )
        try:
            with _connected(started, folder, password) as connection:
                yield connection
        finally:
            started.kill()
            started.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _inside(path: str, folder: str) -> str:
    return f"{folder}/{os.path.basename(path)}"


def _moved(text: str, folder: str) -> str:
    """A configuration whose files are in *folder*, and that opens no port."""
    own = {
        "port": "port 0",
        "tls-port": "tls-port 0",
        "dir": f"dir {folder}",
        "unixsocket": f"unixsocket {folder}/socket",
    }
    lines = [own.get(line.split(" ", 1)[0], line) for line in text.splitlines() if not line.startswith("replicaof ")]
    return "\n".join(lines).replace(f"{places.FOLDER}/", f"{folder}/") + "\n"


def _connected(started: subprocess.Popen[bytes], folder: str, password: str) -> Connection:
    until = time.monotonic() + START
    while started.poll() is None and time.monotonic() < until:
        with contextlib.suppress(RedisError):
            return Connection(Address(f"{folder}/socket"), places.ADMIN, password)
        time.sleep(0.05)
    with open(f"{folder}/log", encoding="utf-8", errors="replace") as log:
        raise Refusal(reason(log.read().replace(f"{folder}/", f"{places.FOLDER}/")))


def reason(log: str) -> str:
    """Why Redis has not started, from what it wrote."""
    at = re.search(r"\n>>> '(.*)'\n(.*)", log)
    if at:
        return f"{at[1]}: {at[2]}"
    told = [line.partition(" # ")[2] for line in log.splitlines() if " # " in line]
    # What it warns of at each start is no reason.
    reasons = [line for line in told if line and not line.startswith("WARNING") and "overcommit" not in line]
    return reasons[-1] if reasons else (log.strip().splitlines() or ["it said nothing"])[-1]
