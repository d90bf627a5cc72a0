# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses of hosts: what tells one from a name, which ones only their host reaches, and which one reaches what listens on all."""

from __future__ import annotations

import ipaddress
import re

_NAME = re.compile(
    r"(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?)*\.?"
)


def is_address(text: str) -> bool:
    """Whether *text* is an IPv4 or IPv6 address, without brackets."""
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def is_host_name(text: str) -> bool:
    """Whether *text* can be the name of a host, with or without a domain. An IPv4 address looks like one."""
    return _NAME.fullmatch(text) is not None


def is_loopback(host: str) -> bool:
    """Whether only processes of this host reach what listens on *host*, an address or a name."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def client_host(host: str) -> str:
    """The address at which a process on the host reaches what listens on *host*."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound
