# SPDX-License-Identifier: GPL-3.0-or-later
"""Redis on one host as its variables declare it, checked as a whole."""

from __future__ import annotations

import ipaddress
import re
import typing as t
from dataclasses import dataclass

from ...module_utils._addresses import is_address
from .._report.problems import Problem, did_you_mean, type_name
from .places import ADMIN, REPLICA, WATCHER

if t.TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "litellm_redis_"
GROUP = f"{PREFIX}group"
OF_HOST = (f"{PREFIX}address", "ansible_host")
"""Variables that say under which address other hosts reach a host, the first that is set."""
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_HOST = re.compile(r"(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?)*")
_DIRECTIVE = re.compile(r"[a-z][a-z0-9-]*")
_NUMBERS = {"port": (1, 65535), "sentinel_port": (1, 65535), "memory": (16, 1_048_576)}
_SECRETS = ("password", "former_password")
_PEM = ("tls_certificate", "tls_key", "tls_ca")
SHORTEST_PASSWORD = 16
"""Characters: what stands in Redis's file is a plain SHA-256, from which a short one can be guessed."""
FEWEST_WITH_SENTINEL = 3

OWNED = {
    "aclfile": "",
    "appendonly": "",
    "bind": "listen",
    "daemonize": "",
    "dir": "",
    "include": "",
    "masterauth": "password",
    "masteruser": "",
    "maxmemory": "memory",
    "maxmemory-policy": "",
    "port": "port",
    "protected-mode": "",
    "replicaof": "primary",
    "requirepass": "password",
    "slaveof": "primary",
    "supervised": "",
    "tls-ca-cert-file": "tls_ca",
    "tls-cert-file": "tls_certificate",
    "tls-key-file": "tls_key",
    "tls-port": "port",
    "unixsocket": "",
    "unixsocketperm": "",
    "user": "",
}
"""Directives that the role writes by itself, to the variable that they follow, without its prefix; empty where none does."""


@dataclass(frozen=True)
class Redis:
    """Everything that Redis on one host is told.

    :param hosts: name in the inventory to address, of all that share the data; empty where this host is alone.
    :param host: the name of this host.
    :param primary: the name of the first primary; empty where this host is alone.
    :param sentinel: whether Sentinel watches them.
    :param tls: whether it is asked with TLS.
    :param memory: in MB.
    :param settings: further directives.
    :param passwords: the password and the one that it replaces, as far as there are any.
    """

    host: str
    hosts: Mapping[str, str]
    primary: str
    sentinel: bool
    listen: tuple[str, ...]
    port: int
    sentinel_port: int
    tls: bool
    username: str
    passwords: tuple[str, ...]
    namespace: str
    memory: int
    settings: Mapping[str, str]

    @property
    def replicates(self) -> str:
        """The address of the primary that this host is a replica of at first; empty where it is none."""
        return "" if self.primary in ("", self.host) else self.hosts[self.primary]


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

    def word(self, name: str) -> str:
        text = self.text(name)
        if not _WORD.fullmatch(text):
            self.refuse(name, f"is {text!r}, and has to be letters, digits, '.', '_' and '-'")
        return text


def redis_of(
    variables: Mapping[str, t.Any], host: str, hosts: Mapping[str, Mapping[str, t.Any]]
) -> tuple[Redis, list[Problem]]:
    """Redis as *variables* declare it on *host*, and everything that is wrong with it.

    :param variables: those of the role by their full names.
    :param hosts: the members of the group, with their variables.
    """
    read = _Reading(variables)
    together = {name: _address(name, of_host) for name, of_host in hosts.items()} if host in hosts else {}
    together = together if len(together) > 1 else {}
    made = Redis(
        host=host,
        hosts=together,
        primary=_primary(read, together),
        sentinel=_sentinel(read, together),
        listen=_listen(read, together),
        port=read.number("port"),
        sentinel_port=read.number("sentinel_port"),
        tls=_tls(read),
        username=_username(read),
        passwords=_passwords(read),
        namespace=read.word("namespace"),
        memory=read.number("memory"),
        settings=_settings(read),
    )
    _network(read, made)
    return made, read.problems


def _address(host: str, variables: Mapping[str, t.Any]) -> str:
    return str(next((variables[name] for name in OF_HOST if variables.get(name)), host))


def _primary(read: _Reading, hosts: Mapping[str, str]) -> str:
    named = read.text("primary")
    if not hosts:
        return ""
    if named and named not in hosts:
        read.refuse("primary", f"is {named!r}, which is no host of {read.text('group')}", did_you_mean(named, hosts))
    return named if named in hosts else next(iter(hosts))


def _sentinel(read: _Reading, hosts: Mapping[str, str]) -> bool:
    value = read.value("sentinel")
    if value and len(hosts) < FEWEST_WITH_SENTINEL:
        told = f"needs three hosts in the group {read.text('group')} that can outvote one, and there are {len(hosts)}"
        read.refuse("sentinel", told)
    return len(hosts) >= FEWEST_WITH_SENTINEL if value is None else bool(value)


def _listen(read: _Reading, hosts: Mapping[str, str]) -> tuple[str, ...]:
    addresses = tuple(str(each) for each in read.value("listen"))
    for index, address in enumerate(addresses):
        if not is_address(address):
            read.refuse("listen", f"is {address!r}, which is no address", "0.0.0.0 is every IPv4 address", index)
    if hosts and not addresses:
        told = f"is empty, and the {len(hosts)} hosts of {read.text('group')} have to reach each other"
        read.refuse("listen", told, "write the address of each host there")
    for name, address in hosts.items():
        if not is_address(address) and not _HOST.fullmatch(address):
            told = f"is {address!r}, which is neither an address nor a name of a host"
            read.problems.append(Problem((f"host {name}", f"{PREFIX}address"), told))
    return addresses


def _tls(read: _Reading) -> bool:
    given = {name: read.text(name) for name in _PEM}
    for name, text in given.items():
        if text and not text.startswith("/") and "-----BEGIN" not in text:
            read.refuse(name, "is neither an absolute path on the host nor the text of a PEM file")
        if not text and any(given.values()):
            there = " and ".join(PREFIX + other for other, found in given.items() if found)
            read.refuse(name, f"is needed beside {there}")
    return bool(given["tls_certificate"])


def _username(read: _Reading) -> str:
    name = read.word("username")
    if name in (ADMIN, REPLICA, WATCHER, "default"):
        read.refuse("username", f"is {name!r}, which is another account of this Redis")
    return name


def _passwords(read: _Reading) -> tuple[str, ...]:
    given = {name: read.text(name) for name in _SECRETS}
    password = given["password"]
    if password and len(password) < SHORTEST_PASSWORD:
        read.refuse("password", f"has fewer than {SHORTEST_PASSWORD} characters", "openssl rand -hex 32 makes one")
    if given["former_password"] and not password:
        read.refuse("password", f"is needed beside {PREFIX}former_password")
    return tuple(dict.fromkeys(text for text in given.values() if text))


def _settings(read: _Reading) -> dict[str, str]:
    given = read.value("settings")
    if not isinstance(given, dict):
        read.refuse("settings", f"is {type_name(given)}, and has to be a dictionary")
        return {}
    for name, value in given.items():
        if not isinstance(name, str) or not _DIRECTIVE.fullmatch(name):
            read.refuse("settings", "is no directive of Redis", "write it in small letters", str(name))
        elif name in OWNED:
            follows = OWNED[name]
            told = f"is written by the role{f', as {PREFIX}{follows} says' if follows else ''}"
            read.refuse("settings", told, "take it out", name)
        elif isinstance(value, (list, dict)) or value is None or "\n" in str(value):
            read.refuse("settings", f"is {type_name(value)}, and has to be one line of text or a number", "", name)
    return {str(name): _directive(value) for name, value in given.items()}


def _directive(value: t.Any) -> str:
    """A value as Redis writes it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return '""' if value == "" else str(value)


def _network(read: _Reading, redis: Redis) -> None:
    """Whoever reaches Redis over a network has a password, and nobody reads it on its way."""
    if redis.listen and not redis.passwords:
        told = f"is needed, because {PREFIX}listen opens Redis to the network"
        read.refuse("password", told, "openssl rand -hex 32 makes one")
    away = [each for each in redis.listen if not is_address(each) or not ipaddress.ip_address(each).is_loopback]
    if away and not redis.tls and not read.value("allow_plain"):
        told = f"opens Redis to the network at {', '.join(away)} without TLS, so that the password can be read there"
        remedy = f"write {PREFIX}tls_certificate, {PREFIX}tls_key and {PREFIX}tls_ca, or {PREFIX}allow_plain: true"
        read.refuse("listen", told, remedy)
    if redis.sentinel and redis.port == redis.sentinel_port:
        read.refuse("sentinel_port", f"is {redis.port}, which {PREFIX}port is already")
