# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses of hosts: what tells one from a name, which ones only their host reaches, and which one reaches what listens on all."""

from __future__ import annotations

import ipaddress


def is_address(text: str) -> bool:
    """Whether *text* is an IPv4 or IPv6 address, without brackets."""
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether only processes of this host reach what listens on *host*, an address or a name."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def client_host(host: str) -> str:
    """The address at which a process on the host reaches what listens on *host*."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound
