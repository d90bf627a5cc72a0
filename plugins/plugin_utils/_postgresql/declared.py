# SPDX-License-Identifier: GPL-3.0-or-later
"""PostgreSQL on one host as its variables declare it, checked as a whole."""

from __future__ import annotations

import ipaddress
import typing as t
from dataclasses import dataclass, field

from ...module_utils._addresses import is_address, is_loopback
from ...module_utils._env_text import is_name
from ...module_utils._postgresql_places import ADMIN
from ...module_utils._serving import SLOTS_AT_ONCE
from .._report.secrets import SHORTEST_SECRET
from .._variables import kinds
from .._variables.certificates import read_certificate
from .._variables.directives import Directives
from .._variables.reading import Variables

if t.TYPE_CHECKING:
    from collections.abc import Mapping

    from .._report.problems import Problem

PREFIX = "litellm_postgresql_"
_NAME = kinds.matching(r"[a-z_][a-z0-9_]{0,44}", "at most 45 small letters, digits and '_', with no digit first")
_ACCOUNT = kinds.matching(r"[a-z_][a-z0-9_-]{0,31}", "the name of an account")
_FOLDER = kinds.matching(
    r"(?!.*\.\.)(/+[A-Za-z0-9._-]+){2,}/*",
    "the absolute path of a folder of its own, of letters, digits, '.', '_', '-'",
    "bad-path",
    "such as /var/backups/litellm-postgresql",
)
_OTHER_DATABASES = ("postgres", "template0", "template1")

OWNED = {
    "config_file": "",
    "data_directory": "",
    "external_pid_file": "",
    "hba_file": "clients",
    "ident_file": "",
    "include": "",
    "include_dir": "",
    "include_if_exists": "",
    "jit": "",
    "listen_addresses": "listen",
    "log_destination": "",
    "logging_collector": "",
    "max_connections": "connections",
    "password_encryption": "",
    "port": "port",
    "reserved_connections": "connections",
    "ssl": "tls_certificate",
    "ssl_ca_file": "tls_ca",
    "ssl_cert_file": "tls_certificate",
    "ssl_key_file": "tls_key",
    "superuser_reserved_connections": "connections",
    "unix_socket_directories": "",
    "unix_socket_permissions": "",
}
"""Directives that the role writes by itself, to the variable that they follow, without its prefix; empty where none does."""
_DIRECTIVES = Directives("PostgreSQL", r"[a-z_][a-z0-9_.]*", OWNED, PREFIX, ("off", "on"))


class Gateway(t.NamedTuple):
    """A gateway that uses the database, as the inventory has it.

    :param host: its name in the inventory.
    :param address: where it comes from, as far as the inventory says so; else its name.
    :param workers: how many workers it has.
    """

    host: str
    address: str
    workers: int


@dataclass(frozen=True)
class PostgreSQL:
    """Everything that PostgreSQL on one host is told.

    :param clients: networks from which gateways come.
    :param memory: in MB.
    :param connections: how many the gateways may have together.
    :param needed: how many they need at most.
    :param pem: the certificate, its key and its authority by the variables' names; empty without TLS.
    :param password: of the role; empty where gateways come by the socket only.
    :param dump_keep: how many dumps stay.
    :param settings: further directives.
    """

    user: str
    database: str
    socket_user: str
    listen: tuple[str, ...]
    port: int
    clients: tuple[str, ...]
    pem: Mapping[str, str] = field(repr=False)
    password: str = field(repr=False)
    connections: int
    needed: int
    memory: int
    dump_schedule: str
    dump_folder: str
    dump_keep: int
    settings: Mapping[str, str]

    @property
    def tls(self) -> bool:
        """Whether clients come with TLS."""
        return bool(self.pem)

    @property
    def network(self) -> bool:
        """Whether other machines reach it."""
        return _opens_network(self.listen)


def postgresql_of(
    variables: Mapping[str, t.Any], password: str, host: str, gateways: t.Sequence[Gateway]
) -> tuple[PostgreSQL, list[Problem]]:
    """PostgreSQL as *variables* declare it on *host*, and everything that is wrong with it.

    :param variables: those of the role by their full names.
    :param password: what ``litellm_postgresql_password_env`` names; empty where there is none.
    :param gateways: those of the inventory.
    """
    read = Variables(variables, PREFIX)
    listen = read.many("listen", kinds.address)
    made = PostgreSQL(
        user=_user(read),
        database=_database(read),
        socket_user=read.read("socket_user", _ACCOUNT, ""),
        listen=listen,
        port=read.read("port", kinds.port, 0),
        clients=_clients(read, host, listen, gateways),
        pem=read_certificate(read),
        password=_password(read, password),
        connections=read.read("connections", kinds.whole(5, 5000), 0),
        needed=SLOTS_AT_ONCE
        * read.read("pool", kinds.whole(1, 1000), 0)
        * sum(gateway.workers for gateway in gateways),
        memory=read.read("memory", kinds.whole(128, 1_048_576), 0),
        dump_schedule=read.read("dump_schedule", kinds.line, ""),
        dump_folder=read.read("dump_folder", _FOLDER, "").rstrip("/"),
        dump_keep=read.read("dump_keep", kinds.whole(1, 10_000), 0),
        settings=read.read("settings", _DIRECTIVES, {}),
    )
    _network(read, made)
    _budget(read, made, gateways)
    return made, read.report.problems


def _user(read: Variables) -> str:
    name = read.read("user", _NAME, "")
    if name == ADMIN or name.startswith("pg_"):
        read.at("user").add("reserved-name", f"is {name!r}, which is a role of PostgreSQL's own")
    return name


def _database(read: Variables) -> str:
    name = read.read("database", _NAME, "")
    if name in _OTHER_DATABASES:
        read.at("database").add("reserved-name", f"is {name!r}, which is a database of PostgreSQL's own")
    return name


def _opens_network(listen: t.Iterable[str]) -> bool:
    return not all(map(is_loopback, listen))


def _clients(read: Variables, host: str, listen: tuple[str, ...], gateways: t.Sequence[Gateway]) -> tuple[str, ...]:
    """The networks that are declared, else the addresses of the gateways, in the way that PostgreSQL writes them."""
    networks, at = read.many("clients", kinds.network), read.at("clients")
    given = read.given("clients")
    if not _opens_network(listen):
        if given:
            message = f"is given, and {PREFIX}listen has no address that other hosts reach"
            at.add("contradiction", message, "add one there, or take this out")
        return ()
    if given:
        return tuple(dict.fromkeys(networks))
    others = [gateway for gateway in gateways if gateway.host != host]
    nameless = [gateway.host for gateway in others if not is_address(gateway.address)]
    remedy = "write the network that gateways come from, such as 192.0.2.0/24"
    if nameless:
        at.add("unknown-address", f"is empty, and the inventory has no address of {', '.join(nameless)}", remedy)
    elif not others:
        message = f"is empty, and the inventory has no gateway besides, so that {PREFIX}listen is for nobody"
        at.add("too-few-hosts", message, remedy)
    return tuple(dict.fromkeys(str(ipaddress.ip_network(each.address)) for each in others if is_address(each.address)))


def _password(read: Variables, password: str) -> str:
    name, at = read.text("password_env"), read.at("password_env")
    if not name:
        return ""
    if not is_name(name):
        # It may be the password itself.
        at.add("bad-variable", "is no name of a variable", "write the name, and its value in litellm_secrets")
    elif not password:
        message = f"names {name}, which neither litellm_secrets nor the environment of the controller has"
        at.add("missing-field", message)
    elif len(password) < SHORTEST_SECRET:
        message = f"names {name}, which has fewer than {SHORTEST_SECRET} characters"
        at.add("weak-password", message, "openssl rand -hex 32 makes one")
    elif not (password.isascii() and password.isprintable()):
        message = f"names {name}, which has characters that programs understand in different ways"
        at.add("weak-password", message, "use letters, digits and signs of ASCII")
    return password


def _network(read: Variables, declared: PostgreSQL) -> None:
    """Whoever reaches PostgreSQL over a network has a password, and nobody reads anything on its way."""
    if declared.listen and not read.text("password_env"):
        message = f"is needed, because gateways come by the network at {PREFIX}listen"
        read.at("password_env").add("missing-field", message, "name a variable of litellm_secrets")
    if declared.network and not declared.tls:
        message = "opens PostgreSQL to the network without TLS, so that every answer can be read there"
        remedy = f"write {PREFIX}tls_certificate, {PREFIX}tls_key and {PREFIX}tls_ca"
        read.at("listen").add("open-network", message, remedy)


def _budget(read: Variables, declared: PostgreSQL, gateways: t.Sequence[Gateway]) -> None:
    """Every worker of every gateway can have its pool, also while one slot takes over from another."""
    if 0 < declared.connections < declared.needed:
        workers = sum(gateway.workers for gateway in gateways)
        pool = declared.needed // workers // SLOTS_AT_ONCE
        message = (
            f"is {declared.connections}, and {len(gateways)} gateways with {workers} workers together, each with a pool of"
            f" {pool}, need {declared.needed} while one slot takes over from another"
        )
        remedy = f"write {declared.needed}, or a smaller pool in both places"
        read.at("connections").add("too-many-connections", message, remedy)
