# SPDX-License-Identifier: GPL-3.0-or-later
"""PostgreSQL asked by its own client, ``psql``: SQL goes in by its input, and nothing secret is an argument."""

from __future__ import annotations

import contextlib
import json
import os
import re
import socket
import ssl
import subprocess
import typing as t

from .. import _postgresql_places as places
from .programs import as_account

CONNECT = 10
"""How long a connection may take, in seconds."""
ANSWER = 120
"""How long an answer may take, in seconds."""
_ASK_FOR_TLS = b"\x00\x00\x00\x08\x04\xd2\x16\x2f"


class PostgresError(Exception):
    """Something that PostgreSQL said or did not say, as a sentence about it."""


class Unreachable(PostgresError):
    """There is no connection."""


class Refused(PostgresError):
    """PostgreSQL said no to a statement, or to whoever came."""


class Asked(t.Protocol):
    """Whatever takes SQL; errors are those of :class:`PostgresError`."""

    def say(self, sql: str) -> str:
        """What SQL answers, as text."""

    def rows(self, query: str, **values: str) -> list[dict[str, t.Any]]:
        """The rows that a query answers, column to value."""


class Client(t.NamedTuple):
    """Whom PostgreSQL is asked as, and where.

    :param program: the path of ``psql``.
    :param host: an address, or the folder of the socket.
    :param password: what signs in; empty where the account does.
    :param mode: libpq's ``sslmode``.
    :param account: the account of the host that runs the program; empty for the one that asks.
    """

    program: str
    host: str
    port: int
    user: str
    database: str
    password: str = ""
    mode: str = "disable"
    account: str = ""

    def say(self, sql: str) -> str:
        """What SQL answers, as text.

        :raises Unreachable: where nobody answers.
        :raises Refused: where PostgreSQL says no.
        """
        words = ("--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--no-password", "--set=ON_ERROR_STOP=1")
        environment = {
            "PATH": "/usr/bin:/bin",
            "LC_ALL": "C.UTF-8",
            "HOME": "/nonexistent",
            "PGHOST": self.host,
            "PGPORT": str(self.port),
            "PGUSER": self.user,
            "PGDATABASE": self.database,
            "PGSSLMODE": self.mode,
            "PGSSLROOTCERT": places.AUTHORITY,
            "PGCONNECT_TIMEOUT": str(CONNECT),
            "PGAPPNAME": "ansible",
            **({"PGPASSWORD": self.password} if self.password else {}),
        }
        whose: dict[str, t.Any] = as_account(self.account) if self.account else {"cwd": "/"}
        try:
            done: subprocess.CompletedProcess[str] = subprocess.run(  # noqa: S603 - a list, of a program of the distribution
                [self.program, *words, "--file=-"],
                input=sql,
                env=environment,
                capture_output=True,
                text=True,
                errors="replace",
                check=False,
                timeout=ANSWER,
                **whose,
            )
        except subprocess.TimeoutExpired:
            # The error itself would show the environment.
            raise Unreachable(f"it gave no answer within {ANSWER} s") from None
        if done.returncode == 0:
            return done.stdout.strip()
        told = sentence_of(done.stderr)
        # What libpq says of connections it says before anything was read.
        raise (Unreachable if done.returncode == 2 and "FATAL" not in done.stderr else Refused)(told)

    def rows(self, query: str, **values: str) -> list[dict[str, t.Any]]:
        """The rows that a query answers, column to value.

        :param values: texts that stand in the query as ``:'name'``; psql quotes them.
        """
        told = [f"\\set {name} {_of_psql(value)}\n" for name, value in values.items()]
        wrapped = f"SELECT coalesce(json_agg(r), '[]') FROM ({query}) r;"  # noqa: S608 - the queries of this room
        said = self.say("".join([*told, wrapped]))
        found: list[dict[str, t.Any]] = json.loads(said)
        return found


def sentence_of(said: str) -> str:
    """What psql said went wrong, without the statement, which may hold what is secret."""
    found = re.findall(r"(?:ERROR|FATAL):\s+(.*)", said)
    if found:
        return str(found[-1])
    lines = [line for line in said.strip().splitlines() if line.startswith("psql:")]
    return lines[0].partition("error: ")[2] or lines[0] if lines else "psql failed"


def _of_psql(text: str) -> str:
    """A text as psql's own commands have it."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def literal(text: str) -> str:
    """A text as SQL has it."""
    return "'" + text.replace("'", "''") + "'"


def identifier(name: str) -> str:
    """A name as SQL has it."""
    return '"' + name.replace('"', '""') + '"'


def certificate_at(host: str, port: int) -> bytes:
    """The certificate that PostgreSQL shows, binary; empty where it shows none.

    It is compared with the one that should be there, so that it is trusted by nothing here.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with contextlib.suppress(OSError), socket.create_connection((host, port), timeout=CONNECT) as plain:
        plain.sendall(_ASK_FOR_TLS)
        if plain.recv(1) == b"S":
            with context.wrap_socket(plain) as connection:
                return connection.getpeercert(binary_form=True) or b""
    return b""


def admin(folder: str, port: int, database: str = places.ADMIN) -> Client:
    """PostgreSQL as root on the host asks it, by the socket.

    :param folder: of the programs.
    """
    account = "" if os.geteuid() == 0 else places.ACCOUNT
    return Client(f"{folder}/psql", places.RUNTIME, port, places.ADMIN, database, account=account)
