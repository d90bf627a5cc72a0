# SPDX-License-Identifier: GPL-3.0-or-later
"""A balancer as its variables declare it, checked as a whole."""

from __future__ import annotations

import ipaddress
import re
import typing as t
from dataclasses import dataclass

from ...module_utils._addresses import is_address
from .._report.problems import Problem
from .gateways import Gateway, address_of, gateways_of
from .numbers import is_true, number, whole_number

if t.TYPE_CHECKING:
    from collections.abc import Mapping

_PREFIX = "litellm_balancer_"
_INTERFACE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,14}")
_PATH = re.compile(r"/[A-Za-z0-9._/@+-]+")
_PORTS = (1, 65535)
_DAY = 86400

_WHOLE_NUMBERS: dict[str, tuple[int, int]] = {
    "gateway_port": _PORTS,
    "redirect_port": (0, 65535),
    "hsts": (0, 10 * 365 * _DAY),
    "metrics_port": _PORTS,
    "connections": (10, 500_000),
    "connections_per_address": (0, 10_000_000),
    "max_body": (0, 2000),
    "request_timeout": (1, _DAY),
    "answer_timeout": (1, _DAY),
    "keepalive_timeout": (1, _DAY),
    "drain_timeout": (0, _DAY),
    "virtual_router": (1, 255),
}
_NUMBERS = {"connect_timeout": (0.05, 60.0), "check_interval": (0.1, 600.0)}
HTTP, HTTPS = 80, 443


@dataclass(frozen=True)
class VirtualAddress:
    """What keepalived needs to know of the address that several balancers share.

    :param address: the address, with or without ``/`` and the length of its network.
    :param interface: the interface that gets it.
    :param router: keepalived's number of it.
    :param own: the address of this balancer.
    :param others: the addresses of the others.
    :param priority: 1 to 254; of two balancers that start at once the one with the higher number gets the address.
    """

    address: str
    interface: str
    router: int
    own: str
    others: tuple[str, ...]
    priority: int


@dataclass(frozen=True)
class Balancer:
    """Everything that a balancer's configuration says. Numbers are named as in the inventory, without ``litellm_balancer_``.

    :param gateways: where requests go.
    :param listen: the addresses of the clients' port.
    :param port: the clients' port.
    :param tls: whether there is a certificate.
    :param gateway_ca: the file of the authorities of gateways with TLS; empty for those of the host.
    :param request_log: whether each request is logged.
    :param whole: the whole numbers; seconds, MB, ports and counts.
    :param seconds: the other numbers, all of them seconds.
    :param virtual: the address that balancers share, or None.
    """

    gateways: tuple[Gateway, ...]
    listen: tuple[str, ...]
    port: int
    tls: bool
    gateway_ca: str
    request_log: bool
    whole: Mapping[str, int]
    seconds: Mapping[str, float]
    virtual: VirtualAddress | None


def _virtual_address(
    variables: Mapping[str, t.Any],
    host: str,
    balancers: Mapping[str, Mapping[str, t.Any]],
    router: int,
    problems: list[Problem],
) -> VirtualAddress | None:
    """The shared address, or None where there is none, or where *problems* got something."""
    before = len(problems)
    address = str(variables[f"{_PREFIX}virtual_address"] or "")
    if not address:
        return None
    try:
        ipaddress.ip_interface(address)
    except ValueError:
        remedy = "write 192.0.2.10 or 192.0.2.10/24"
        problems.append(Problem((f"{_PREFIX}virtual_address",), f"is {address!r}, which is no address", remedy))
    interface = str(variables[f"{_PREFIX}virtual_interface"] or variables.get("default_interface") or "")
    if not _INTERFACE.fullmatch(interface):
        told = f"is {interface!r}, which is no name of an interface" if interface else "is needed"
        remedy = "" if interface else "the host has no default route to take it from"
        problems.append(Problem((f"{_PREFIX}virtual_interface",), told, remedy))
    if host not in balancers:
        told = f"is {variables[f'{_PREFIX}group']}, and this host is no member of it"
        problems.append(Problem((f"{_PREFIX}group",), told, "balancers find each other in that group"))
    addresses = {name: address_of(name, other) for name, other in balancers.items()}
    for name, found in addresses.items():
        if not is_address(found):
            told = f"is {found!r}, and keepalived needs an address"
            problems.append(Problem((f"host {name}", f"{_PREFIX}address"), told))
    if len(problems) > before:
        return None
    others = tuple(found for name, found in addresses.items() if name != host)
    priority = max(1, 200 - list(addresses).index(host))
    return VirtualAddress(address, interface, router, addresses[host], others, priority)


def _certificate(variables: Mapping[str, t.Any], problems: list[Problem]) -> bool:
    """Whether there is a certificate; *problems* gets what is half there."""
    given = {each: str(variables[f"{_PREFIX}{each}"] or "") for each in ("tls_certificate", "tls_key")}
    for name, text in given.items():
        if text and not text.startswith("/") and "-----BEGIN" not in text:
            told = "is neither an absolute path on the balancer nor the text of a PEM file"
            problems.append(Problem((f"{_PREFIX}{name}",), told))
        other = "tls_key" if name == "tls_certificate" else "tls_certificate"
        if text and not given[other]:
            problems.append(Problem((f"{_PREFIX}{other}",), f"is needed beside {_PREFIX}{name}"))
    return bool(given["tls_certificate"])


def _listen(variables: Mapping[str, t.Any], problems: list[Problem]) -> tuple[str, ...]:
    addresses = tuple(str(each) for each in variables[f"{_PREFIX}listen"])
    if not addresses:
        problems.append(Problem((f"{_PREFIX}listen",), "is empty, so that nobody could reach the balancer"))
    for index, address in enumerate(addresses):
        if address != "*" and not is_address(address):
            problems.append(
                Problem((f"{_PREFIX}listen", index), f"is {address!r}, which is no address", "or write '*'")
            )
    return addresses


def _ports_differ(ports: Mapping[str, int], problems: list[Problem]) -> None:
    seen: dict[int, str] = {}
    for name, port in ports.items():
        if port and port in seen:
            problems.append(Problem((f"{_PREFIX}{name}",), f"is {port}, which {_PREFIX}{seen[port]} is already"))
        seen.setdefault(port, name)


def balancer_of(
    variables: Mapping[str, t.Any],
    host: str,
    gateways: Mapping[str, Mapping[str, t.Any]],
    balancers: Mapping[str, Mapping[str, t.Any]],
) -> tuple[Balancer, list[Problem]]:
    """The balancer that *variables* declare on *host*, and everything that is wrong with it, in the order of the variables.

    :param variables: those of the role by their full names, and ``default_interface``.
    :param gateways: the hosts of the group of gateways, with their variables.
    :param balancers: the hosts of the group of balancers, with their variables.
    """
    problems: list[Problem] = []
    whole = {
        name: whole_number(variables[_PREFIX + name], (_PREFIX + name,), limits, problems)
        for name, limits in _WHOLE_NUMBERS.items()
    }
    seconds = {
        name: number(variables[_PREFIX + name], (_PREFIX + name,), limits, problems)
        for name, limits in _NUMBERS.items()
    }
    flags = {
        name: is_true(variables[_PREFIX + name], (_PREFIX + name,), problems) for name in ("greeting", "request_log")
    }
    tls = _certificate(variables, problems)
    given = variables[f"{_PREFIX}port"]
    port = (HTTPS if tls else HTTP) if given is None else whole_number(given, (f"{_PREFIX}port",), _PORTS, problems)
    redirect = whole["redirect_port"] if tls else 0
    _ports_differ({"port": port, "redirect_port": redirect, "metrics_port": whole["metrics_port"]}, problems)
    authorities = str(variables[f"{_PREFIX}gateway_ca"] or "")
    if authorities and not _PATH.fullmatch(authorities):
        problems.append(Problem((f"{_PREFIX}gateway_ca",), f"is {authorities!r}, and has to be an absolute path"))
    named = variables[f"{_PREFIX}gateways"]
    group = str(variables[f"{_PREFIX}gateway_group"])
    found = gateways_of(named, group, gateways, whole["gateway_port"], flags["greeting"], problems)
    listen = _listen(variables, problems)
    virtual = _virtual_address(variables, host, balancers, whole["virtual_router"], problems)
    made = Balancer(
        tuple(found),
        listen,
        port,
        tls,
        authorities,
        flags["request_log"],
        {**whole, "redirect_port": redirect},
        seconds,
        virtual,
    )
    return made, problems
