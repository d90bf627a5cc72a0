# SPDX-License-Identifier: GPL-3.0-or-later
"""A balancer as its variables declare it, checked as a whole."""

from __future__ import annotations

import ipaddress
import typing as t
from dataclasses import dataclass

from ...module_utils._addresses import is_address
from .._variables import kinds
from .._variables.certificates import CERTIFICATE, KEY, read_certificate
from .._variables.reading import AT_GATEWAY, Variables, address_of
from .gateways import Gateway, gateways_of

if t.TYPE_CHECKING:
    from collections.abc import Mapping

    from .._report.problems import Problem
    from .._report.report import Spot

PREFIX = "litellm_balancer_"
_INTERFACE = kinds.matching(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,14}", "the name of an interface")
_VIRTUAL = kinds.optional(kinds.parsed(ipaddress.ip_interface, "no address", "write 192.0.2.10 or 192.0.2.10/24"))
_ADDRESS = kinds.parsed(ipaddress.ip_address, "no address", "or write '*'")
_DAY = 86400

_WHOLE_NUMBERS = {
    "gateway_port": kinds.port,
    "redirect_port": kinds.whole(0, 65535),
    "hsts": kinds.whole(0, 10 * 365 * _DAY),
    "metrics_port": kinds.port,
    "connections": kinds.whole(10, 500_000),
    "connections_per_address": kinds.whole(0, 10_000_000),
    "max_body": kinds.whole(0, 2000),
    "request_timeout": kinds.whole(1, _DAY),
    "answer_timeout": kinds.whole(1, _DAY),
    "keepalive_timeout": kinds.whole(1, _DAY),
    "drain_timeout": kinds.whole(0, _DAY),
    "virtual_router": kinds.whole(1, 255),
}
_NUMBERS = {"connect_timeout": kinds.number(0.05, 60), "check_interval": kinds.number(0.1, 600)}
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
    read: Variables, default_interface: str, host: str, balancers: Mapping[str, Mapping[str, t.Any]], router: int
) -> VirtualAddress | None:
    """The shared address, or None where there is none, or where something is wrong with it."""
    before = len(read.report.problems)
    address = read.read("virtual_address", _VIRTUAL, "")
    if not read.given("virtual_address"):
        return None
    interface, at = read.text("virtual_interface") or default_interface, read.at("virtual_interface")
    if interface:
        _INTERFACE(interface, at)
    else:
        at.add("missing-field", "is needed", "the host has no default route to take it from")
    if host not in balancers:
        message = f"is {read.text('group')}, and this host is no member of it"
        read.at("group").add("unknown-host", message, "balancers find each other in that group")
    addresses = {name: address_of(name, other, AT_GATEWAY) for name, other in balancers.items()}
    for name, found in addresses.items():
        if not is_address(found):
            at = read.report.at(f"host {name}", AT_GATEWAY)
            at.add("unknown-address", f"is {kinds.quoted(found)}, and keepalived needs an address")
    if len(read.report.problems) > before:
        return None
    others = tuple(found for name, found in addresses.items() if name != host)
    priority = max(1, 200 - list(addresses).index(host))
    return VirtualAddress(address, interface, router, addresses[host], others, priority)


def _listen(read: Variables) -> tuple[str, ...]:
    def address(value: t.Any, at: Spot) -> str | None:
        return "*" if value == "*" else _ADDRESS(value, at)

    if not read.given("listen"):
        read.at("listen").add("missing-field", "is empty, so that nobody could reach the balancer")
    return read.many("listen", address)


def _ports_differ(read: Variables, ports: Mapping[str, int]) -> None:
    seen: dict[int, str] = {}
    for name, port in ports.items():
        if port and port in seen:
            read.at(name).add("same-port", f"is {port}, which {PREFIX}{seen[port]} is already")
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
    read = Variables(variables, PREFIX)
    whole = {name: read.read(name, kind, 0) for name, kind in _WHOLE_NUMBERS.items()}
    seconds = {name: read.read(name, kind, 0.0) for name, kind in _NUMBERS.items()}
    greeting, request_log = read.flag("greeting"), read.flag("request_log")
    tls = bool(read_certificate(read, (CERTIFICATE, KEY)))
    port = (HTTPS if tls else HTTP) if read.given("port") in (None, "") else read.read("port", kinds.port, 0)
    whole["redirect_port"] = whole["redirect_port"] if tls else 0
    _ports_differ(read, {"port": port, "redirect_port": whole["redirect_port"], "metrics_port": whole["metrics_port"]})
    made = Balancer(
        gateway_ca=read.read("gateway_ca", kinds.optional(kinds.path), ""),
        gateways=gateways_of(read, gateways, whole["gateway_port"], greeting),
        listen=_listen(read),
        port=port,
        tls=tls,
        request_log=request_log,
        whole=whole,
        seconds=seconds,
        virtual=_virtual_address(
            read, str(variables.get("default_interface") or ""), host, balancers, whole["virtual_router"]
        ),
    )
    return made, read.report.problems
