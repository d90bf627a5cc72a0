# SPDX-License-Identifier: GPL-3.0-or-later
"""The addresses that a host has towards others."""

from __future__ import annotations

import socket

_ELSEWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses that belong to nobody."""


def own_addresses() -> list[str]:
    """The addresses by which this host goes out, IPv4 first. Nothing is sent, and no name is looked up."""
    return [address for family, there in _ELSEWHERE for address in [_address_towards(family, there)] if address]


def _address_towards(family: int, there: str) -> str:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((there, 9))
            return str(probe.getsockname()[0])
    except OSError:
        return ""  # no way out, or no such protocol
