# SPDX-License-Identifier: GPL-3.0-or-later
"""The gateways behind a balancer: those that are named, or the hosts of a group."""

from __future__ import annotations

import re
import typing as t
from dataclasses import dataclass

from ...module_utils._addresses import is_address
from .._report.problems import Problem, did_you_mean, type_name
from .numbers import is_true, whole_number

if t.TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .._report.locations import Location

_FIELDS = ("name", "address", "port", "tls", "tls_name", "greeting")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_HOST = re.compile(
    r"(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?)*\.?"
)
_PORTS = (1, 65535)


@dataclass(frozen=True)
class Gateway:
    """One gateway as a balancer reaches it.

    :param name: what the balancer calls it.
    :param address: an IP address, or a name that the balancer's host resolves.
    :param tls: whether it is asked with TLS.
    :param tls_name: the name that its certificate has to be for; HAProxy compares names, and no addresses.
    :param greeting: whether it answers a greeting before a request is sent.
    """

    name: str
    address: str
    port: int
    tls: bool
    tls_name: str
    greeting: bool


def address_of(host: str, variables: Mapping[str, t.Any]) -> str:
    """Under which address other hosts reach *host*, which has *variables* in the inventory."""
    return str(variables.get("litellm_balancer_address") or variables.get("ansible_host") or host)


def _of_host(host: str, variables: Mapping[str, t.Any], port: int, greeting: bool) -> dict[str, t.Any]:
    return {
        "name": host,
        "address": address_of(host, variables),
        "port": variables.get("litellm_port", port),
        "tls": bool(variables.get("litellm_tls_certificate")),
        "greeting": greeting,
    }


def _gateway(entry: t.Any, at: Location, port: int, greeting: bool, problems: list[Problem]) -> Gateway | None:
    """The gateway that *entry* declares, or None where *problems* got something."""
    before = len(problems)
    if not isinstance(entry, dict):
        problems.append(Problem(at, f"is {type_name(entry)}, and has to be a dictionary", "write name and address"))
        return None
    for field in entry:
        if field not in _FIELDS:
            problems.append(Problem((*at, field), "is no field of a gateway", did_you_mean(str(field), _FIELDS)))
    name, address = str(entry.get("name", "")), str(entry.get("address", ""))
    if not _NAME.fullmatch(name):
        problems.append(Problem((*at, "name"), f"is {name!r}, and has to be letters, digits, '.', '_' and '-'"))
    if not is_address(address) and not _HOST.fullmatch(address):
        problems.append(Problem((*at, "address"), f"is {address!r}, which is neither an address nor a name of a host"))
    tls_name = str(entry.get("tls_name") or (name if is_address(address) else address))
    if not _HOST.fullmatch(tls_name) and entry.get("tls_name"):
        problems.append(Problem((*at, "tls_name"), f"is {tls_name!r}, which is no name of a host"))
    number = whole_number(entry.get("port", port), (*at, "port"), _PORTS, problems)
    tls = is_true(entry.get("tls", False), (*at, "tls"), problems)
    greets = is_true(entry.get("greeting", greeting), (*at, "greeting"), problems)
    return Gateway(name, address, number, tls, tls_name, greets) if len(problems) == before else None


def gateways_of(
    named: Sequence[t.Any],
    group: str,
    hosts: Mapping[str, Mapping[str, t.Any]],
    port: int,
    greeting: bool,
    problems: list[Problem],
) -> list[Gateway]:
    """The gateways that are *named*, else *hosts*, the members of *group* with their variables.

    :param port: that of a gateway that has none of its own.
    :param greeting: whether gateways greet that say nothing of it.
    :param problems: gets what is wrong, at paths that begin with ``litellm_balancer_gateways``, or with a host.
    """
    if named:
        places: list[Location] = [("litellm_balancer_gateways", index) for index in range(len(named))]
        entries = list(named)
    else:
        places = [(f"host {host}",) for host in hosts]
        entries = [_of_host(host, variables, port, greeting) for host, variables in hosts.items()]
    if not entries:
        remedy = f"put hosts into the group {group}, or name them"
        problems.append(Problem(("litellm_balancer_gateways",), "names no gateway, and nor does the inventory", remedy))
    found: dict[str, Gateway] = {}
    for entry, at in zip(entries, places, strict=True):
        gateway = _gateway(entry, at, port, greeting, problems)
        if gateway and gateway.name in found:
            problems.append(Problem((*at, "name"), f"is {gateway.name!r}, which another gateway has already"))
        elif gateway:
            found[gateway.name] = gateway
    return list(found.values())
