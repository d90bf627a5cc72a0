# SPDX-License-Identifier: GPL-3.0-or-later
"""A password as PostgreSQL keeps it: RFC 5803, SCRAM-SHA-256. The password itself is sent nowhere."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
import secrets

ROUNDS = 4096
_KEPT = re.compile(r"SCRAM-SHA-256\$(\d+):([^$]+)\$([^:]+):(.+)")


def kept(password: str, salt: bytes = b"", rounds: int = ROUNDS) -> str:
    """What PostgreSQL keeps of a password of ASCII characters.

    :param salt: 16 bytes; by chance where there is none.
    """
    salt = salt or secrets.token_bytes(16)
    salted = hashlib.pbkdf2_hmac("sha256", password.encode("ascii"), salt, rounds)
    client = hashlib.sha256(hmac.new(salted, b"Client Key", "sha256").digest()).digest()
    server = hmac.new(salted, b"Server Key", "sha256").digest()
    texts = [base64.b64encode(each).decode() for each in (salt, client, server)]
    return f"SCRAM-SHA-256${rounds}:{texts[0]}${texts[1]}:{texts[2]}"


def is_of(found: str, password: str) -> bool:
    """Whether what PostgreSQL keeps, *found*, is of a password."""
    parts = _KEPT.fullmatch(found)
    if not parts:
        return False
    try:
        salt = base64.b64decode(parts[2], validate=True)
    except binascii.Error:
        return False
    return hmac.compare_digest(found, kept(password, salt, int(parts[1])))
