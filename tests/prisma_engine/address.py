"""The address of a database in Prisma's words, for node-postgres."""

from __future__ import annotations

import os
import typing as t
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

_PORT = 5432
_WAIT = 10
_CONNECT = 5
_IDLE = 300


class BadAddressError(Exception):
    """The address is none of a PostgreSQL."""


@dataclass(frozen=True)
class Address:
    """Where the database is, and how it is asked.

    :param host: a name, or the folder of a socket.
    :param wait: seconds until a request has a connection.
    :param connect: seconds until one is there.
    :param secure: the connection is of TLS; *authority* says whose certificates count, and empty: those of the system.
    :param checked: the server has to show a certificate that counts.
    """

    host: str
    port: int
    name: str
    user: str
    password: str
    schema: str
    connections: int
    wait: int
    connect: int
    options: str
    secure: bool
    checked: bool
    authority: str

    @property
    def place(self) -> str:
        return f"{self.host}:{self.port}"

    def for_node(self) -> dict[str, t.Any]:
        """The options of a pool of node-postgres."""
        tls: dict[str, t.Any] = {"rejectUnauthorized": self.checked}
        if self.authority:
            tls["ca"] = Path(self.authority).read_text(encoding="utf-8")
        return {
            **{"host": self.host, "port": self.port, "database": self.name},
            **{"user": self.user, "password": self.password, "options": self.options or None},
            **{"max": self.connections, "idleTimeoutMillis": 1000 * _IDLE},
            "connectionTimeoutMillis": 1000 * max(self.wait, self.connect),
            "ssl": tls if self.secure else False,
        }


def read_address(text: str) -> Address:
    """The address in *text*.

    :raises BadAddressError: when it is none; the text, which has a password, is not in the message.
    """
    try:
        parts = urlsplit(text)
        port = parts.port or _PORT
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        numbers = {name: int(value) for name, value in query.items() if value.isdecimal()}
    except ValueError as wrong:
        raise BadAddressError("the address of the database is none") from wrong
    if parts.scheme not in {"postgresql", "postgres"}:
        raise BadAddressError("the address of the database begins with neither postgresql:// nor postgres://")
    return Address(
        host=query.get("host") or unquote(parts.hostname or ""),
        port=port,
        name=unquote(parts.path.removeprefix("/")),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        schema=query.get("schema", "public"),
        connections=numbers.get("connection_limit", 2 * (os.cpu_count() or 1) + 1),
        wait=numbers.get("pool_timeout", _WAIT),
        connect=numbers.get("connect_timeout", _CONNECT),
        options=query.get("options", ""),
        secure=query.get("sslmode") == "require",
        checked=query.get("sslaccept") == "strict",
        authority=query.get("sslcert", ""),
    )
