# SPDX-License-Identifier: GPL-3.0-or-later
"""Where clients reach a gateway."""

from __future__ import annotations

import ipaddress
import typing as t


def url(host: str, port: int) -> str:
    """The address of a gateway at *host*, *port*."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def client_urls(host: str, port: int, names: t.Iterable[str], own: t.Iterable[str]) -> list[str]:
    """Where clients on other machines reach what listens on *host*, *port*, the most useful first; often none.

    :param names: by which the inventory knows this host.
    :param own: the host's own addresses.
    """
    if _is_loopback(host):
        return []
    if host not in ("0.0.0.0", "::"):  # noqa: S104 - compared, not bound
        return [url(host, port)]
    # What listens on every IPv4 address cannot be reached by IPv6.
    found = [name for name in [*names, *own] if name and not _is_loopback(name)]
    found = [name for name in found if host == "::" or ":" not in name]
    return [url(name, port) for name in dict.fromkeys(found)]


def _is_loopback(name: str) -> bool:
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")
