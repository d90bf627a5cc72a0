# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses of hosts: what tells one from a name, and which one reaches what listens on all of them."""

from __future__ import annotations

import ipaddress


def is_address(text: str) -> bool:
    """Whether *text* is an IPv4 or IPv6 address, without brackets."""
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def is_loopback(text: str) -> bool:
    """Whether only the host itself reaches what listens at the address *text*."""
    return ipaddress.ip_address(text).is_loopback


def client_host(host: str) -> str:
    """The address at which a process on the host reaches what listens on *host*."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound
