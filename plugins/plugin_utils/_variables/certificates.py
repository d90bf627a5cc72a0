# SPDX-License-Identifier: GPL-3.0-or-later
"""The certificate of a service, its key, and its authority, each as text or as a path on the host."""

from __future__ import annotations

import typing as t

from . import kinds

if t.TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .reading import Variables

CERTIFICATE, KEY, AUTHORITY = "tls_certificate", "tls_key", "tls_ca"


def read_certificate(read: Variables, names: Iterable[str] = (CERTIFICATE, KEY, AUTHORITY)) -> dict[str, str]:
    """The variables *names*, which are there together; empty where none of them is."""
    given = {name: read.read(name, kinds.pem, "") for name in names}
    there = [name for name in given if read.given(name)]
    for name in given:
        if there and name not in there:
            beside = " and ".join(read.name(other) for other in there)
            read.at(name).add("missing-field", f"is needed beside {beside}")
    return given if there else {}


def pem_files(given: Mapping[str, str], paths: Mapping[str, str], key_mode: str) -> list[dict[str, str]]:
    """Files of a host: its path and mode, and the text (``content``) or the path where it is (``source``).

    :param given: what :func:`read_certificate` returned.
    :param paths: the place on the host of each.
    """
    return [
        {
            "path": paths[name],
            "mode": key_mode if name == KEY else "0644",
            "source" if text.startswith("/") else "content": text,
        }
        for name, text in given.items()
    ]
