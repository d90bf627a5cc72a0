# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses of hosts: what tells one from a name."""

from __future__ import annotations

import ipaddress


def is_address(text: str) -> bool:
    """Whether *text* is an IPv4 or IPv6 address, without brackets."""
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
