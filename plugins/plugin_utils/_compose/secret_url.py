# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses that a secret belongs into, and secrets under another name: put together where the secret is known, on the way to the host."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SecretUrl:
    """A variable of the service that is made of an address and a secret.

    :param name: the variable.
    :param before: the text before the secret, which stands in it percent-encoded.
    :param secret: the variable that has the secret.
    :param after: the text behind it.
    :param whole: the secret is an address itself, and *after* is what its query gets besides, ``a=1&b=2``.
    :param plain: there is no address, and the variable has the secret as it is.
    """

    name: str
    before: str
    secret: str
    after: str
    whole: bool = False
    plain: bool = False
