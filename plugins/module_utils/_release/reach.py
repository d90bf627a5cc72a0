# SPDX-License-Identifier: GPL-3.0-or-later
"""Where clients reach a gateway."""

from __future__ import annotations

import typing as t

from .._addresses import is_loopback


def url(host: str, port: int, secure: bool = False) -> str:
    """The address of a gateway at *host*, *port*.

    :param secure: whether it serves HTTPS.
    """
    return f"{'https' if secure else 'http'}://{f'[{host}]' if ':' in host else host}:{port}"


def client_urls(
    host: str, port: int, names: t.Iterable[str], own: t.Iterable[str], certified: t.Sequence[str] | None = None
) -> list[str]:
    """Where clients on other machines reach what listens on *host*, *port*, the most useful first; often none.

    :param names: by which the inventory knows this host.
    :param own: the host's own addresses.
    :param certified: the names in its certificate, without which clients do not trust it; None where it serves plain HTTP.
    """
    if is_loopback(host):
        return []
    if certified is not None:
        return [url(name, port, secure=True) for name in _certified([*names, host, *own], certified) or [host]]
    if host not in ("0.0.0.0", "::"):  # noqa: S104 - compared, not bound
        return [url(host, port)]
    # What listens on every IPv4 address cannot be reached by IPv6.
    found = [name for name in [*names, *own] if name and not is_loopback(name)]
    found = [name for name in found if host == "::" or ":" not in name]
    return [url(name, port) for name in dict.fromkeys(found)]


def _certified(candidates: t.Iterable[str], names: t.Sequence[str]) -> list[str]:
    """Those of *candidates* that are among the *names* of a certificate; where none is, those names that are whole ones."""
    found = [each for each in candidates if any(_fits(each, name) for name in names)]
    return list(dict.fromkeys(found or [name for name in names if not name.startswith("*.")]))


def _fits(candidate: str, name: str) -> bool:
    """Whether *candidate* is what the *name* of a certificate stands for."""
    if name.startswith("*."):
        return candidate.partition(".")[2].lower() == name[2:].lower()
    return candidate.lower() == name.lower()
