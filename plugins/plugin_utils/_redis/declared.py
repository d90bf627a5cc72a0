# SPDX-License-Identifier: GPL-3.0-or-later
"""Redis on one host as its variables declare it, checked as a whole."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from ...module_utils._addresses import is_loopback
from ...module_utils._redis_places import ADMIN, REPLICA, WATCHER
from .._report.problems import did_you_mean
from .._report.secrets import SHORTEST_SECRET
from .._variables import kinds
from .._variables.certificates import read_certificate
from .._variables.directives import Directives
from .._variables.reading import Variables, address_of

if t.TYPE_CHECKING:
    from collections.abc import Mapping

    from .._report.problems import Problem

PREFIX = "litellm_redis_"
GROUP = f"{PREFIX}group"
AT_REDIS = f"{PREFIX}address"
"""The variable that says under which address others reach a host, where ``ansible_host`` is not that."""
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
_DIRECTIVES = Directives("Redis", r"[a-z][a-z0-9-]*", OWNED, PREFIX, ("no", "yes"), '""')


@dataclass(frozen=True)
class Redis:
    """Everything that Redis on one host is told.

    :param hosts: name in the inventory to address, of all that share the data; empty where this host is alone.
    :param host: the name of this host.
    :param primary: the name of the first primary; empty where this host is alone.
    :param sentinel: whether Sentinel watches them.
    :param pem: the certificate, its key and its authority by the variables' names; empty without TLS.
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
    pem: Mapping[str, str] = field(repr=False)
    username: str
    passwords: tuple[str, ...] = field(repr=False)
    namespace: str
    memory: int
    settings: Mapping[str, str]

    @property
    def tls(self) -> bool:
        """Whether it is asked with TLS."""
        return bool(self.pem)

    @property
    def replicates(self) -> str:
        """The address of the primary that this host is a replica of at first; empty where it is none."""
        return "" if self.primary in ("", self.host) else self.hosts[self.primary]


def redis_of(
    variables: Mapping[str, t.Any], host: str, hosts: Mapping[str, Mapping[str, t.Any]]
) -> tuple[Redis, list[Problem]]:
    """Redis as *variables* declare it on *host*, and everything that is wrong with it.

    :param variables: those of the role by their full names.
    :param hosts: the members of the group, with their variables.
    """
    read = Variables(variables, PREFIX)
    together = {name: address_of(name, of_host, AT_REDIS) for name, of_host in hosts.items()} if host in hosts else {}
    together = together if len(together) > 1 else {}
    made = Redis(
        host=host,
        hosts=together,
        primary=_primary(read, together),
        sentinel=_sentinel(read, together),
        listen=_listen(read, together),
        port=read.read("port", kinds.port, 0),
        sentinel_port=read.read("sentinel_port", kinds.port, 0),
        pem=read_certificate(read),
        username=_username(read),
        passwords=_passwords(read),
        namespace=read.read("namespace", kinds.word, ""),
        memory=read.read("memory", kinds.whole(16, 1_048_576), 0),
        settings=read.read("settings", _DIRECTIVES, {}),
    )
    _network(read, made)
    return made, read.report.problems


def _primary(read: Variables, hosts: Mapping[str, str]) -> str:
    named = read.text("primary")
    if not hosts:
        return ""
    if named and named not in hosts:
        message = f"is {kinds.quoted(named)}, which is no host of {read.text('group')}"
        read.at("primary").add("unknown-host", message, did_you_mean(named, hosts))
    return named if named in hosts else next(iter(hosts))


def _sentinel(read: Variables, hosts: Mapping[str, str]) -> bool:
    enough = len(hosts) >= FEWEST_WITH_SENTINEL
    wanted = enough if read.given("sentinel") in (None, "") else read.flag("sentinel")
    if wanted and not enough:
        message = (
            f"needs three hosts in the group {read.text('group')} that can outvote one, and there are {len(hosts)}"
        )
        read.at("sentinel").add("too-few-hosts", message)
    return wanted


def _listen(read: Variables, hosts: Mapping[str, str]) -> tuple[str, ...]:
    addresses = read.many("listen", kinds.address)
    if hosts and not read.given("listen"):
        message = f"is empty, and the {len(hosts)} hosts of {read.text('group')} have to reach each other"
        read.at("listen").add("missing-field", message, "write the address of each host there")
    for name, address in hosts.items():
        kinds.host(address, read.report.at(f"host {name}", AT_REDIS))
    return addresses


def _username(read: Variables) -> str:
    name = read.read("username", kinds.word, "")
    if name in (ADMIN, REPLICA, WATCHER, "default"):
        read.at("username").add("reserved-name", f"is {name!r}, which is another account of this Redis")
    return name


def _passwords(read: Variables) -> tuple[str, ...]:
    password, former, at = read.text("password"), read.text("former_password"), read.at("password")
    if password and len(password) < SHORTEST_SECRET:
        at.add("weak-password", f"has fewer than {SHORTEST_SECRET} characters", "openssl rand -hex 32 makes one")
    if former and not password:
        at.add("missing-field", f"is needed beside {PREFIX}former_password")
    return tuple(dict.fromkeys(text for text in (password, former) if text))


def _network(read: Variables, redis: Redis) -> None:
    """Whoever reaches Redis over a network has a password, and nobody reads it on its way."""
    if redis.listen and not redis.passwords:
        message = f"is needed, because {PREFIX}listen opens Redis to the network"
        read.at("password").add("missing-field", message, "openssl rand -hex 32 makes one")
    away = [each for each in redis.listen if not is_loopback(each)]
    if not read.flag("allow_plain") and away and not redis.tls:
        message = f"opens Redis to the network at {', '.join(away)} without TLS, so that the password can be read there"
        remedy = f"write {PREFIX}tls_certificate, {PREFIX}tls_key and {PREFIX}tls_ca, or {PREFIX}allow_plain: true"
        read.at("listen").add("open-network", message, remedy)
    if redis.sentinel and redis.port and redis.port == redis.sentinel_port:
        read.at("sentinel_port").add("same-port", f"is {redis.port}, which {PREFIX}port is already")
