# SPDX-License-Identifier: GPL-3.0-or-later
"""What an HTTP header can carry: the one rule, for keys in files, in variables and in the environment."""

from __future__ import annotations


def fits_header(value: str) -> bool:
    """Whether *value* arrives as the value of a header as it is: ASCII, on one line, without space around it."""
    return value.isascii() and value.isprintable() and value == value.strip()


def fits_bearer(key: str) -> bool:
    """Whether clients can send *key* as ``Authorization: Bearer <key>``: it has no blanks either."""
    return fits_header(key) and " " not in key
