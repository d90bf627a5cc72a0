# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens what a part of a fleet needs in the firewall that closes it, and closes it again."""

from __future__ import annotations

import ipaddress
import socket
import typing as t
from dataclasses import dataclass

from .rules import VRRP, FirewallError, Rule

if t.TYPE_CHECKING:
    from .firewalls import Firewall


@dataclass(frozen=True)
class Outcome:
    """What was done, or would be.

    :ivar firewall: name of the firewall that closes ports here; empty for none.
    :ivar before: the rules of the part that were there, in words.
    :ivar after: those that are there in the end, in words.
    :ivar changed: whether anything differs.
    """

    firewall: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    changed: bool


def wanted_rules(options: t.Iterable[t.Mapping[str, t.Any]]) -> list[Rule]:
    """The rules that are asked for; names of hosts become their addresses, as this host knows them.

    :raises FirewallError: when a name has no address.
    """
    rules = []
    for option in options:
        ports = [0] if option["protocol"] == VRRP else option["ports"]
        sources = option["sources"]
        addresses = sorted({address for source in sources for address in _addresses(source)}) if sources else [""]
        rules += [Rule(option["protocol"], port, address) for port in ports for address in addresses]
    return sorted(set(rules))


def _addresses(source: str) -> list[str]:
    try:
        network = ipaddress.ip_network(source, strict=False)
    except ValueError:
        try:
            found = socket.getaddrinfo(source, None, type=socket.SOCK_STREAM)
        except OSError as error:
            raise FirewallError(
                f"{source} has no address here, so that nothing can be opened to it: {error}"
            ) from error
        return [str(entry[4][0]).partition("%")[0] for entry in found]
    return [str(network.network_address) if network.num_addresses == 1 else str(network)]


def bring(firewalls: t.Sequence[Firewall], part: str, rules: t.Sequence[Rule], dry: bool) -> Outcome:
    """Let in *rules* for *part* by the first firewall that closes ports, and nothing for it by any other one.

    :param dry: only say what would be done.
    """
    closing = next((each for each in firewalls if each.closes()), None) if rules else None
    before, changed = [], False
    for firewall in firewalls:
        wanted = list(rules) if firewall is closing else []
        there = firewall.rules(part)
        before += [rule.told for rule in there or ()]
        if there is None or sorted(there) != wanted:
            changed = True
            if not dry:
                firewall.put(part, wanted)
    after = tuple(rule.told for rule in rules) if closing else ()
    return Outcome(closing.name if closing else "", tuple(before), after, changed)
