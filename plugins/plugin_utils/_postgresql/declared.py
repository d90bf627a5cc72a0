# SPDX-License-Identifier: GPL-3.0-or-later
"""PostgreSQL on one host as its variables declare it, checked as a whole."""

from __future__ import annotations

import ipaddress
import re
import typing as t
from dataclasses import dataclass

from ...module_utils._addresses import is_address
from .._report.problems import Problem, type_name
from .places import ADMIN

if t.TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "litellm_postgresql_"
_NAME = re.compile(r"[a-z_][a-z0-9_]{0,44}")
_ACCOUNT = re.compile(r"[a-z_][a-z0-9_-]{0,31}")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_DIRECTIVE = re.compile(r"[a-z_][a-z0-9_.]*")
_NUMBERS = {
    "port": (1, 65535),
    "memory": (128, 1_048_576),
    "connections": (5, 5000),
    "pool": (1, 1000),
    "dump_keep": (1, 10_000),
}
_PEM = ("tls_certificate", "tls_key", "tls_ca")
SHORTEST_PASSWORD = 16
"""Characters. What PostgreSQL keeps of a password is slow to guess from, which helps little where that is short."""
SLOTS = 2
"""How many slots of a gateway have connections at once: while one takes over, the other drains."""
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


class Gateway(t.NamedTuple):
    """A gateway that uses the database, as the inventory has it.

    :param host: its name in the inventory.
    :param address: where it comes from; empty where the inventory does not say so.
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
    :param tls: whether clients come with TLS.
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
    tls: bool
    password: str
    connections: int
    needed: int
    memory: int
    dump_schedule: str
    dump_folder: str
    dump_keep: int
    settings: Mapping[str, str]


class _Reading:
    """The variables while they are read; ``problems`` gets what is wrong with them."""

    def __init__(self, variables: Mapping[str, t.Any]) -> None:
        self.variables = variables
        self.problems: list[Problem] = []

    def value(self, name: str) -> t.Any:
        return self.variables[PREFIX + name]

    def text(self, name: str) -> str:
        value = self.value(name)
        return "" if value is None else str(value)

    def refuse(self, name: str, message: str, remedy: str = "", *below: str | int) -> None:
        self.problems.append(Problem((PREFIX + name, *below), message, remedy))

    def number(self, name: str) -> int:
        value, (least, most) = self.value(name), _NUMBERS[name]
        if isinstance(value, str) and value.isdecimal():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            self.refuse(name, f"is {value}, and has to be a whole number from {least} to {most}")
            return least
        return value

    def matching(self, name: str, pattern: re.Pattern[str], what: str) -> str:
        text = self.text(name)
        if not pattern.fullmatch(text):
            self.refuse(name, f"is {text!r}, and has to be {what}")
        return text


def postgresql_of(
    variables: Mapping[str, t.Any], password: str, host: str, gateways: t.Sequence[Gateway]
) -> tuple[PostgreSQL, list[Problem]]:
    """PostgreSQL as *variables* declare it on *host*, and everything that is wrong with it.

    :param variables: those of the role by their full names.
    :param password: what ``litellm_postgresql_password_env`` names; empty where there is none.
    :param gateways: those of the inventory.
    """
    read = _Reading(variables)
    listen = _listen(read)
    made = PostgreSQL(
        user=_user(read),
        database=_database(read),
        socket_user=read.matching("socket_user", _ACCOUNT, "the name of an account"),
        listen=listen,
        port=read.number("port"),
        clients=_clients(read, host, listen, gateways),
        tls=_tls(read),
        password=_password(read, password),
        connections=read.number("connections"),
        needed=SLOTS * read.number("pool") * sum(gateway.workers for gateway in gateways),
        memory=read.number("memory"),
        dump_schedule=_schedule(read),
        dump_folder=_dump_folder(read),
        dump_keep=read.number("dump_keep"),
        settings=_settings(read),
    )
    _network(read, made)
    _budget(read, made, gateways)
    return made, read.problems


def _user(read: _Reading) -> str:
    name = read.matching("user", _NAME, "at most 45 small letters, digits and '_', with no digit first")
    if name == ADMIN or name.startswith("pg_"):
        read.refuse("user", f"is {name!r}, which is a role of PostgreSQL's own")
    return name


def _database(read: _Reading) -> str:
    name = read.matching("database", _NAME, "at most 45 small letters, digits and '_', with no digit first")
    if name in _OTHER_DATABASES:
        read.refuse("database", f"is {name!r}, which is a database of PostgreSQL's own")
    return name


def _listen(read: _Reading) -> tuple[str, ...]:
    addresses = tuple(str(each) for each in read.value("listen"))
    for index, address in enumerate(addresses):
        if not is_address(address):
            read.refuse("listen", f"is {address!r}, which is no address", "0.0.0.0 is every IPv4 address", index)
    return addresses


def opens_network(listen: t.Iterable[str]) -> bool:
    """Whether other machines reach what listens on these addresses."""
    return any(not is_address(each) or not ipaddress.ip_address(each).is_loopback for each in listen)


def _clients(read: _Reading, host: str, listen: tuple[str, ...], gateways: t.Sequence[Gateway]) -> tuple[str, ...]:
    """The networks that are declared, else the addresses of the gateways, in the way that PostgreSQL writes them."""
    given = read.value("clients")
    if not opens_network(listen):
        if given:
            told = f"is given, and {PREFIX}listen has no address that other hosts reach"
            read.refuse("clients", told, "add one there, or take this out")
        return ()
    networks = []
    for index, each in enumerate(given):
        try:
            networks.append(str(ipaddress.ip_network(str(each))))
        except ValueError as error:
            read.refuse("clients", f"is {str(each)!r}, which is no network: {error}", "such as 192.0.2.0/24", index)
    if given:
        return tuple(dict.fromkeys(networks))
    others = [gateway for gateway in gateways if gateway.host != host]
    nameless = [gateway.host for gateway in others if not is_address(gateway.address)]
    if nameless:
        told = f"is empty, and the inventory has no address of {', '.join(nameless)}"
        read.refuse("clients", told, "write the network that gateways come from, such as 192.0.2.0/24")
    elif not others:
        told = f"is empty, and the inventory has no gateway besides, so that {PREFIX}listen is for nobody"
        read.refuse("clients", told, "write the network that gateways come from, such as 192.0.2.0/24")
    return tuple(dict.fromkeys(str(ipaddress.ip_network(each.address)) for each in others if is_address(each.address)))


def _tls(read: _Reading) -> bool:
    given = {name: read.text(name) for name in _PEM}
    for name, text in given.items():
        if text and not text.startswith("/") and "-----BEGIN" not in text:
            read.refuse(name, "is neither an absolute path on the host nor the text of a PEM file")
        if not text and any(given.values()):
            there = " and ".join(PREFIX + other for other, found in given.items() if found)
            read.refuse(name, f"is needed beside {there}")
    return bool(given["tls_certificate"])


def _password(read: _Reading, password: str) -> str:
    name = read.text("password_env")
    if not name:
        return ""
    if not _VARIABLE.fullmatch(name):
        # It may be the password itself.
        read.refuse("password_env", "is no name of a variable", "write the name, and its value in litellm_secrets")
    elif not password:
        told = f"names {name}, which neither litellm_secrets nor the environment of the controller has"
        read.refuse("password_env", told)
    elif len(password) < SHORTEST_PASSWORD:
        told = f"names {name}, which has fewer than {SHORTEST_PASSWORD} characters"
        read.refuse("password_env", told, "openssl rand -hex 32 makes one")
    elif not (password.isascii() and password.isprintable()):
        told = f"names {name}, which has characters that programs understand in different ways"
        read.refuse("password_env", told, "use letters, digits and signs of ASCII")
    return password


def _schedule(read: _Reading) -> str:
    schedule = read.text("dump_schedule")
    if "\n" in schedule:
        read.refuse("dump_schedule", "has to be one line", "such as daily, or Mon *-*-* 03:00:00")
    return schedule


def _dump_folder(read: _Reading) -> str:
    folder = read.text("dump_folder").rstrip("/")
    if not re.fullmatch(r"/[A-Za-z0-9._/-]+", folder) or folder.count("/") < 2 or ".." in folder:
        told = (
            f"is {folder!r}, and has to be the absolute path of a folder of its own, of letters, digits, '.', '_', '-'"
        )
        read.refuse("dump_folder", told, "such as /var/backups/litellm-postgresql")
    return folder


def _settings(read: _Reading) -> dict[str, str]:
    given = read.value("settings")
    if not isinstance(given, dict):
        read.refuse("settings", f"is {type_name(given)}, and has to be a dictionary")
        return {}
    for name, value in given.items():
        if not isinstance(name, str) or not _DIRECTIVE.fullmatch(name):
            read.refuse("settings", "is no directive of PostgreSQL", "write it in small letters", str(name))
        elif name in OWNED:
            follows = OWNED[name]
            told = f"is written by the role{f', as {PREFIX}{follows} says' if follows else ''}"
            read.refuse("settings", told, "take it out", name)
        elif isinstance(value, (list, dict)) or value is None or not str(value).isprintable():
            read.refuse("settings", f"is {type_name(value)}, and has to be one line of text or a number", "", name)
    return {str(name): _directive(value) for name, value in given.items()}


def _directive(value: t.Any) -> str:
    """A value without its quotes."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value)


def _network(read: _Reading, declared: PostgreSQL) -> None:
    """Whoever reaches PostgreSQL over a network has a password, and nobody reads anything on its way."""
    if declared.listen and not read.text("password_env"):
        told = f"is needed, because gateways come by the network at {PREFIX}listen"
        read.refuse("password_env", told, "name a variable of litellm_secrets")
    if opens_network(declared.listen) and not declared.tls:
        told = "opens PostgreSQL to the network without TLS, so that every answer can be read there"
        read.refuse("listen", told, f"write {PREFIX}tls_certificate, {PREFIX}tls_key and {PREFIX}tls_ca")


def _budget(read: _Reading, declared: PostgreSQL, gateways: t.Sequence[Gateway]) -> None:
    """Every worker of every gateway can have its pool, also while one slot takes over from another."""
    if declared.needed > declared.connections:
        workers = sum(gateway.workers for gateway in gateways)
        pool = declared.needed // workers // SLOTS
        told = (
            f"is {declared.connections}, and {len(gateways)} gateways with {workers} workers together, each with a pool of"
            f" {pool}, need {declared.needed} while one slot takes over from another"
        )
        read.refuse("connections", told, f"write {declared.needed}, or a smaller pool in both places")
