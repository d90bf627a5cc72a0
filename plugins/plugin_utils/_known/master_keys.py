# SPDX-License-Identifier: GPL-3.0-or-later
"""Which master keys cannot work, and which keys and passwords protect nothing: the one list, for files that are checked and for deployments."""

from __future__ import annotations

import typing as t

from ...module_utils._headers import fits_bearer
from .._report.secrets import SHORTEST_SECRET

if t.TYPE_CHECKING:
    from .._report.problems import Severity

KNOWN_TO_EVERYBODY = frozenset(
    {
        "sk-1234",
        "sk-12345",
        "sk-123456",
        "1234",
        "changeme",
        "sk-changeme",
        "sk-test",
        "sk-master",
        "password",
        "sk-local-master",
    }
)
"""Keys of documentation and examples. LiteLLM itself refuses most of them."""


class KeyFault(t.NamedTuple):
    """Why a master key is none, without the key."""

    message: str
    severity: Severity


def master_key_fault(key: str) -> KeyFault | None:
    """What is wrong with *key*, which is not empty; None where nothing is."""
    if key.strip() in KNOWN_TO_EVERYBODY:
        message = (
            "is a key that everybody knows; LiteLLM refuses to start with such keys, and before 1.104 served with them"
        )
        return KeyFault(message, "error")
    if not fits_bearer(key):
        message = "holds spaces or letters that no HTTP header carries; LiteLLM starts, and refuses every request"
        return KeyFault(message, "error")
    if len(key) < SHORTEST_SECRET:
        return KeyFault(f"has {len(key)} characters, which can be guessed", "warning")
    return None


def password_fault(password: str) -> str:
    """Why *password* protects nothing, without it; empty where it does."""
    bare = password.strip().casefold()
    if bare in KNOWN_TO_EVERYBODY or f"sk-{bare}" in KNOWN_TO_EVERYBODY:
        return "is one that everybody knows"
    return f"has {len(password)} characters, which can be guessed" if len(password) < SHORTEST_SECRET else ""
