# SPDX-License-Identifier: GPL-3.0-or-later
"""The database that a gateway keeps keys, teams and spend in, as operators declare it: where it is, who may enter, how many at once.

It is one PostgreSQL behind a host or a socket, or behind an address that is a secret as a whole. A password that stands in the
declaration is refused, and so are more connections than the database is said to have.
"""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

from ...module_utils._serving import SLOTS_AT_ONCE
from .._report.problems import type_name
from . import field_types, places

if t.TYPE_CHECKING:
    from .._report.report import Report, Spot
    from .options import RenderOptions

PORT = 5432
NAME = "litellm"
"""The database and its role, unless told otherwise."""

CONNECTIONS = 10
POOL_WAIT = 60
"""How many connections a worker keeps, and how long a question waits for a free one, in seconds: LiteLLM's own numbers."""

VERIFIED = "verify-full"
SSL_MODES = ("disable", "prefer", "require", VERIFIED)
"""How the connection is encrypted, in words of PostgreSQL's; the last one also asks who answers."""

_HERE = ("localhost", "127.0.0.1", "::1")
_PATH = places.path_like("/run/postgresql")


@dataclass(frozen=True)
class Database:
    """A database that was declared, and is whole. Waits are in seconds; 0 leaves one to Prisma.

    :param url_env: name of the variable with the whole address; empty: it is put together of the rest.
    :param host: name, address, or the folder of PostgreSQL's socket.
    :param password_env: name of the variable with the password; never its value.
    :param connections: how many a worker keeps.
    :param pool_wait: how long a question waits for a free one.
    :param connect: how long a new connection may take.
    :param answer: how long an answer may take.
    """

    url_env: str = ""
    host: str = ""
    port: int = PORT
    name: str = NAME
    user: str = NAME
    password_env: str = ""
    sslmode: str = ""
    ca: str = ""
    connections: int = CONNECTIONS
    pool_wait: int = POOL_WAIT
    connect: int = 0
    answer: int = 0

    @property
    def has_socket(self) -> bool:
        """Whether it is asked through a socket of the host."""
        return self.host.startswith("/")

    @property
    def encryption(self) -> str:
        """How the connection is encrypted: as declared, else whatever leaves the host; a socket has nothing of it."""
        if self.sslmode or self.has_socket:
            return self.sslmode
        return "prefer" if self.host in _HERE else "require"

    @property
    def mounts(self) -> list[str]:
        """What a container needs of the host to reach it. A socket comes and goes, so it is the folder that it is in."""
        return [f"{self.host}:{self.host}"] * self.has_socket + [f"{self.ca}:{self.ca}:ro"] * bool(self.ca)


def read_database(options: RenderOptions, report: Report) -> Database | None:
    """The database that *options* declare; None where there is none, or where something in it is wrong, which is reported."""
    value, at = options.database, report.at("database")
    if value is None or value in ({}, ""):
        return None
    before = len(report.problems)
    if not isinstance(value, dict):
        at.add("field-type", f"must be a dictionary, not {type_name(value)}", "write host: NAME, or url_env: NAME")
        return None
    read = field_types.record(_FIELDS)(value, at) or {}
    named = {field: value[field] for field in _FIELDS if value.get(field) is not None}
    _check_place(named, at)
    places.check_secrets({field: read.get(field) for field in ("url_env", "password_env")}, options, at)
    pool, timeouts = read.pop("pool", {}), read.pop("timeouts", {})
    connections = pool.get("connections", CONNECTIONS)
    _check_room(read.pop("max_connections", None), connections, options, at.child("max_connections"))
    if len(report.problems) > before:
        return None
    return Database(**read, connections=connections, pool_wait=pool.get("wait", POOL_WAIT), **timeouts)


def _check_place(named: t.Mapping[str, t.Any], at: Spot) -> None:
    """It is in exactly one place, and what stands beside the place belongs to it."""
    if "url_env" in named:
        for field in _OF_HOST:
            if field in named:
                message = "stands beside url_env, whose address says it"
                at.child(field).add("contradiction", message, "keep one of the two")
        return
    if "host" not in named:
        at.add("missing-field", "does not say where the database is", "write host: NAME, or url_env: NAME")
        return
    by_socket = str(named["host"]).startswith("/")
    for field in ("sslmode", "ca") if by_socket else ():
        if field in named:
            at.child(field).add("contradiction", "is for a host, not for a socket", "take it out")
    if "ca" in named and named.get("sslmode") != VERIFIED and not by_socket:
        message = "is of no use where nobody asks who answers"
        at.child("ca").add("contradiction", message, f"write sslmode: {VERIFIED} beside it")
    if "password_env" not in named and not by_socket:
        message = "is missing; a database behind a host asks for a password"
        at.child("password_env").add("missing-field", message, "name the variable of litellm_secrets that has it")


def _check_room(maximum: int | None, connections: int, options: RenderOptions, at: Spot) -> None:
    """All workers of all hosts fit into what the database has for them, also while a host hands over."""
    if maximum is None:
        return
    if not options.workers:
        message = "cannot be kept where each host has as many workers as cores"
        at.add("too-many-connections", message, "write litellm_workers")
        return
    wanted = options.workers * options.hosts * connections * SLOTS_AT_ONCE
    if wanted > maximum:
        fits = maximum // (options.workers * options.hosts * SLOTS_AT_ONCE)
        message = (
            f"is {maximum}, and {options.hosts} {'hosts' if options.hosts > 1 else 'host'} x {options.workers} workers x "
            f"{connections} connections, twice while a slot hands over, are {wanted}"
        )
        remedy = f"write pool: {{connections: {fits}}}" if fits else "write fewer litellm_workers, or a greater number"
        at.add("too-many-connections", message, remedy)


def _host(value: t.Any, at: Spot) -> str | None:
    checked = field_types.text(value, at)
    if checked is not None and checked.startswith("/"):
        return _PATH(checked, at)
    if checked is None or places.is_host(checked):
        return checked
    remedy = f"write the name alone, and port: {PORT} beside it; an address with everything in it is for url_env"
    at.add("bad-address", "is no name of a host, no address and no folder of a socket", remedy)
    return None


def _ssl_mode(value: t.Any, at: Spot) -> str | None:
    checked = field_types.text(value, at)
    if checked is None or checked in SSL_MODES:
        return checked
    at.add("bad-ssl-mode", f"is none of {', '.join(SSL_MODES)}", f"write {VERIFIED}, which asks who answers, too")
    return None


_SECONDS = field_types.whole(1)
_FIELDS: dict[str, field_types.FieldType] = {
    "url_env": field_types.environment_name,
    "host": _host,
    "port": places.port,
    "name": field_types.name,
    "user": field_types.name,
    "password_env": field_types.environment_name,
    "sslmode": _ssl_mode,
    "ca": _PATH,
    "pool": field_types.record({"connections": field_types.whole(1), "wait": _SECONDS}),
    "timeouts": field_types.record({"connect": _SECONDS, "answer": _SECONDS}),
    "max_connections": field_types.whole(1),
}
# What an address as a whole says itself.
_OF_HOST = ("host", "port", "name", "user", "password_env", "sslmode", "ca")
