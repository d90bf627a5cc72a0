# SPDX-License-Identifier: GPL-3.0-or-later
"""The Redis that gateways count in together, as operators declare it: where it is, who may enter, how long to wait for it.

It is one Redis behind a host or a socket, one that Sentinels name, or a cluster. What belongs to another form than the one
that is declared is refused, and so is a password that stands in the declaration.
"""

from __future__ import annotations

import re
import typing as t
from dataclasses import dataclass

from ...module_utils._managers import KUBERNETES, MANAGERS
from ...module_utils._redis_places import SOCKET
from .._report.problems import type_name
from . import field_types, places

if t.TYPE_CHECKING:
    from .._report.report import Report, Spot
    from .options import RenderOptions

LOCAL = "local"
"""The word for a Redis on the same host, which the role ``litellm_redis`` makes."""

PORT = 6379
NAMESPACE = "litellm"
WAIT = 0.5
"""How long a request waits for the Redis, in seconds. With 0.2 a worker that is busy gives up on one that is well."""

_PORT = re.compile(r"[1-9][0-9]{0,4}")
_PATH = places.path_like("/run/redis/redis.sock")
_NAMESPACE = re.compile(r"[A-Za-z0-9._-]+")


@dataclass(frozen=True)
class Redis:
    """A Redis that was declared, and is whole. Fields are empty where they were left out; waits are in seconds.

    :param password_env: name of the variable with the password; never its value.
    :param sentinels: those that know where ``sentinel_service`` is, each ``host:port``; empty: none is asked.
    :param cluster: nodes of a cluster, each ``host:port``; empty: it is none.
    :param keep_answers: how long an answer is kept for equal requests, in seconds; 0 keeps none.
    """

    host: str = ""
    port: int = PORT
    socket: str = ""
    username: str = ""
    password_env: str = ""
    tls: bool = False
    ca: str = ""
    sentinels: tuple[str, ...] = ()
    sentinel_service: str = ""
    sentinel_password_env: str = ""
    cluster: tuple[str, ...] = ()
    database: int = 0
    namespace: str = NAMESPACE
    connect: float = WAIT
    answer: float = WAIT
    keep_answers: int = 0

    @property
    def has_address(self) -> bool:
        """Whether a URL says where it is; LiteLLM has none for Sentinels and for a cluster."""
        return bool(self.host or self.socket)

    @property
    def mounts(self) -> list[str]:
        """What a container needs of the host to reach it. A socket comes and goes, so it is the folder that it is in."""
        folder = self.socket.rpartition("/")[0]
        return [f"{folder}:{folder}"] * bool(folder) + [f"{self.ca}:{self.ca}:ro"] * bool(self.ca)


def read_redis(options: RenderOptions, report: Report) -> Redis | None:
    """The Redis that *options* declare; None where there is none, or where something in it is wrong, which is reported."""
    value, at = options.redis, report.at("redis")
    if value is None or value in ({}, ""):
        return None
    before = len(report.problems)
    if value == LOCAL:
        _check_local(options.service_manager, at)
        value = {"socket": SOCKET}
    elif not isinstance(value, dict):
        at.add(
            "field-type", f"must be a dictionary or {LOCAL}, not {type_name(value)}", f"write {LOCAL}, or host: NAME"
        )
        return None
    read = field_types.record(_FIELDS)(value, at) or {}
    named = {field: value[field] for field in _FIELDS if value.get(field) not in (None, [])}
    _check_place(named, at)
    _check_beside(named, at)
    places.check_secrets({field: read.get(field) for field in ("password_env", "sentinel_password_env")}, options, at)
    if len(report.problems) > before:
        return None
    waits = read.pop("timeouts", {})
    cache = read.pop("cache", {})
    for field in ("sentinels", "cluster"):
        read[field] = tuple(read.get(field, ()))
    return Redis(**read, **waits, keep_answers=cache.get("seconds", 0))


def _check_local(service_manager: str, at: Spot) -> None:
    """The role that makes the Redis of a host has it run by systemd, whose folder for sockets it needs."""
    if service_manager == KUBERNETES:
        message = "is a service of a host, which pods of Kubernetes do not have"
        at.add("needs-systemd", message, "name a Redis that runs already: host: NAME")
    elif service_manager in MANAGERS and not MANAGERS[service_manager].uses_systemd:
        message = f"is a service of systemd, which service manager {service_manager} does without"
        at.add("needs-systemd", message, "name a Redis that runs already: host: NAME, or socket: /path")
    elif service_manager in MANAGERS and MANAGERS[service_manager].rootless:
        message = f"is a service of root's, whose socket the containers of {service_manager} cannot open"
        at.add("needs-systemd", message, "name a Redis that runs already: host: NAME")


def _check_place(named: t.Mapping[str, t.Any], at: Spot) -> None:
    """It is in exactly one place."""
    given = [place for place in _BESIDE if place in named]
    if not given:
        remedy = "write host: NAME, socket: /path, sentinels: [host:port], or cluster: [host:port]"
        at.add("missing-field", "does not say where the Redis is", remedy)
    for place in given[1:]:
        at.child(place).add("contradiction", f"stands beside {given[0]}, and both say where the Redis is", "keep one")


def _check_beside(named: t.Mapping[str, t.Any], at: Spot) -> None:
    """What stands beside the place belongs to it."""
    place = next((place for place in _BESIDE if place in named), "")
    for field in named:
        homes = [home for home, fields in _BESIDE.items() if field in fields]
        if place and homes and place not in homes:
            at.child(field).add("contradiction", f"is for {' or '.join(homes)}, not for {place}", "take it out")
    if "ca" in named and named.get("tls") is not True and place != "socket":
        at.child("ca").add("contradiction", "is of no use without TLS", "write tls: true beside it")
    if "username" in named and "password_env" not in named:
        message = "is missing; a Redis asks every user for a password"
        at.child("password_env").add("missing-field", message, "name the variable of litellm_secrets that has it")
    if place == "sentinels" and "sentinel_service" not in named:
        message = "is missing; Sentinels know a Redis by this name"
        at.child("sentinel_service").add("missing-field", message, "write the name after sentinel monitor")
    if place == "sentinels" and "username" in named and "sentinel_password_env" not in named:
        message = (
            "is missing; LiteLLM signs in at the Sentinels with username too, and they refuse one they do not know"
        )
        remedy = "give the Sentinels the same user and name its password, or leave username out"
        at.child("sentinel_password_env").add("missing-field", message, remedy)


def _host(value: t.Any, at: Spot) -> str | None:
    checked = field_types.text(value, at)
    if checked is None or places.is_host(checked):
        return checked
    at.add("bad-address", "is no name of a host and no address", "write the name alone, and port: 6379 beside it")
    return None


def parts_of(node: str) -> tuple[str, str]:
    """Host and port of a node; an IPv6 address loses its brackets."""
    host, _colon, port = node.rpartition(":")
    return (host[1:-1] if host.startswith("[") and host.endswith("]") else host), port


def _node(value: t.Any, at: Spot) -> str | None:
    """``host:port``, with an IPv6 address in brackets."""
    checked = field_types.text(value, at)
    if checked is None:
        return None
    host, port = parts_of(checked)
    if (
        places.is_host(host)
        and (":" in host) == ("[" in checked)
        and _PORT.fullmatch(port)
        and int(port) <= places.HIGHEST_PORT
    ):
        return checked
    at.add("bad-address", "is not host:port", "write redis-1.example.com:26379")
    return None


def _namespace(value: t.Any, at: Spot) -> str | None:
    checked = field_types.text(value, at)
    if checked is None or _NAMESPACE.fullmatch(checked):
        return checked
    at.add("bad-name", "is to stand before every key, and must be letters, digits and ._-", f"write {NAMESPACE}")
    return None


_ABOVE_ZERO = field_types.number(above_zero=True)
_FIELDS: dict[str, field_types.FieldType] = {
    "host": _host,
    "port": places.port,
    "socket": _PATH,
    "username": field_types.name,
    "password_env": field_types.environment_name,
    "tls": field_types.boolean,
    "ca": _PATH,
    "sentinels": field_types.list_of(_node),
    "sentinel_service": field_types.name,
    "sentinel_password_env": field_types.environment_name,
    "cluster": field_types.list_of(_node),
    "database": field_types.whole(0),
    "namespace": _namespace,
    "timeouts": field_types.record({"connect": _ABOVE_ZERO, "answer": _ABOVE_ZERO}),
    "cache": field_types.record({"seconds": field_types.whole(1)}),
}
# Each place that a Redis can be in, and the fields that only some of them have.
_BESIDE: dict[str, tuple[str, ...]] = {
    "host": ("port", "tls", "ca", "database", "cache"),
    "socket": ("database", "cache"),
    "sentinels": ("sentinel_service", "sentinel_password_env", "tls", "ca", "database"),
    "cluster": ("tls", "ca"),
}
