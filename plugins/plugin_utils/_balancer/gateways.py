# SPDX-License-Identifier: GPL-3.0-or-later
"""The gateways behind a balancer: those that are named, or the hosts of a group."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

from ...module_utils._addresses import is_address
from .._variables import kinds
from .._variables.reading import AT_GATEWAY, address_of

if t.TYPE_CHECKING:
    from collections.abc import Mapping

    from .._report.report import Spot
    from .._variables.reading import Variables


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


def _of_host(host: str, variables: Mapping[str, t.Any]) -> dict[str, t.Any]:
    return {
        "name": host,
        "address": address_of(host, variables, AT_GATEWAY),
        "port": variables.get("litellm_port"),
        "tls": bool(variables.get("litellm_tls_certificate")),
    }


def gateways_of(
    read: Variables, hosts: Mapping[str, Mapping[str, t.Any]], port: int, greeting: bool
) -> tuple[Gateway, ...]:
    """The gateways that are named, else *hosts*, the members of the group with their variables.

    :param port: that of a gateway that has none of its own.
    :param greeting: whether gateways greet that say nothing of it.
    """
    gateway = kinds.record(
        {
            "name": kinds.Field(kinds.word, needed=True),
            "address": kinds.Field(kinds.host, needed=True),
            "port": kinds.Field(kinds.port, port),
            "tls": kinds.Field(kinds.flag, False),
            "tls_name": kinds.Field(kinds.host_name, ""),
            "greeting": kinds.Field(kinds.flag, greeting),
        }
    )
    at = read.at("gateways")
    named = kinds.items(read.given("gateways"), at)
    entries: list[tuple[t.Any, Spot]] = [(entry, at.child(index)) for index, entry in enumerate(named or ())]
    if named == []:
        entries = [(_of_host(host, own), read.report.at(f"host {host}")) for host, own in hosts.items()]
    if not entries and named is not None:
        remedy = f"put hosts into the group {read.text('gateway_group')}, or name them"
        at.add("too-few-hosts", "names no gateway, and nor does the inventory", remedy)
    found: dict[str, Gateway] = {}
    for entry, spot in entries:
        fields = gateway(entry, spot)
        if fields and fields["name"] in found:
            spot.child("name").add("written-twice", f"is {fields['name']!r}, which another gateway has already")
        elif fields:
            # A certificate has a name without the dot that ends a whole one.
            own = fields["name"] if is_address(fields["address"]) else fields["address"].rstrip(".")
            found[fields["name"]] = Gateway(**{**fields, "tls_name": fields["tls_name"] or own})
    return tuple(found.values())
