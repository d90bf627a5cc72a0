# SPDX-License-Identifier: GPL-3.0-or-later
"""The ports of a balancer's clients, which systemd holds and hands over."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

if t.TYPE_CHECKING:
    from .balancer import Balancer

_FIRST = 3
"""The first file that systemd hands over; they come in the order in which its unit names the ports."""


@dataclass(frozen=True)
class Port:
    """One port that clients come to.

    :param address: where it listens; ``*`` is every IPv4 address.
    :param file: the number of the open file by which HAProxy gets it.
    """

    address: str
    number: int
    file: int

    @property
    def variable(self) -> str:
        """The environment variable by which HAProxy is told of the file."""
        return f"LITELLM_BALANCER_PORT_{self.file}"


def client_ports(balancer: Balancer) -> list[Port]:
    """Where clients ask."""
    return [Port(address, balancer.port, _FIRST + index) for index, address in enumerate(balancer.listen)]


def redirect_ports(balancer: Balancer) -> list[Port]:
    """Where clients are sent to HTTPS; none without a certificate."""
    number = balancer.whole["redirect_port"]
    first = _FIRST + len(balancer.listen)
    return [Port(address, number, first + index) for index, address in enumerate(balancer.listen)] if number else []


def ports_of(balancer: Balancer) -> list[Port]:
    """All ports that clients come to, in the order of their files."""
    return client_ports(balancer) + redirect_ports(balancer)
