# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""What an HTTP header can carry: the one rule, for keys in files, in variables and in the environment."""

from __future__ import annotations


def fits_header(value: str) -> bool:
    """Whether *value* arrives as the value of a header as it is: ASCII, on one line, without space around it."""
    return value.isascii() and value.isprintable() and value == value.strip()


def fits_bearer(key: str) -> bool:
    """Whether clients can send *key* as ``Authorization: Bearer <key>``: it has no blanks either."""
    return fits_header(key) and " " not in key
