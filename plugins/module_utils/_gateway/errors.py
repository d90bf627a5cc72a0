# SPDX-License-Identifier: GPL-3.0-or-later
"""The errors of a request to a gateway: six kinds, whether the gateway, a provider or the network failed."""

from __future__ import annotations

import re
import typing as t

AUTHENTICATION = "authentication"
RATE_LIMIT = "rate_limit"
INVALID_REQUEST = "invalid_request"
MODEL_NOT_FOUND = "model_not_found"
TIMEOUT = "timeout"
UNAVAILABLE = "unavailable"

RETRYABLE = frozenset({RATE_LIMIT, TIMEOUT, UNAVAILABLE})
"""Kinds of errors that may not occur again at the next attempt."""

_BY_STATUS = {
    401: AUTHENTICATION,
    402: AUTHENTICATION,  # the account behind the key has no balance
    403: AUTHENTICATION,
    404: MODEL_NOT_FOUND,
    408: TIMEOUT,
    429: RATE_LIMIT,
    504: TIMEOUT,
}

# Texts in LiteLLM's own answers whose status stands for another kind of error.
_BY_TEXT = {
    "no_db_connection": AUTHENTICATION,  # 400
    "Invalid model name passed": MODEL_NOT_FOUND,  # 400
    "no healthy deployments": UNAVAILABLE,  # 400
    "No deployments available": UNAVAILABLE,  # 429: all deployments of the model are cooling down
}

_CLEARER = {
    "No connected db.": "the key is not the gateway's master key, and without a database it knows no other",
}

_KEY = re.compile(r"\b(?:sk|pk|rk)-[\w*-]{8,}|(?<=Bearer )\S+")


class GatewayError(Exception):
    """A request that got no answer, or an error for one. The text says why; keys in it are replaced by stars.

    :param kind: one of the six kinds of this module.
    :param http_status: the answer's HTTP status; 0 when no answer came.
    """

    def __init__(self, kind: str, message: str, http_status: int = 0) -> None:
        self.kind = kind
        self.http_status = http_status
        super().__init__(_KEY.sub("****", message))

    @property
    def retryable(self) -> bool:
        """Whether the same request may be answered later."""
        return self.kind in RETRYABLE

    def as_result(self) -> dict[str, t.Any]:
        """The error as modules return it: ``kind``, ``message``, ``http_status`` and ``retryable``."""
        return {
            "kind": self.kind,
            "message": str(self),
            "http_status": self.http_status,
            "retryable": self.retryable,
        }


def refusal(status: int, body: t.Any) -> GatewayError:
    """The error that an answer stands for.

    :param status: the answer's HTTP status, which is not 200.
    :param body: the answer's parsed JSON; None when it has none.
    """
    error = body.get("error") if isinstance(body, dict) else None
    error = error if isinstance(error, dict) else {}
    message = str(error.get("message") or "")
    said = f"{error.get('type')} {message}"
    kind = next((kind for text, kind in _BY_TEXT.items() if text in said), None) or _of_status(status)
    # After the first paragraph, LiteLLM explains how to configure it.
    message = message.split("\n\n", maxsplit=1)[0] or f"HTTP status {status}"
    return GatewayError(kind, _CLEARER.get(message, message), status)


def _of_status(status: int) -> str:
    return _BY_STATUS.get(status) or (INVALID_REQUEST if 400 <= status < 500 else UNAVAILABLE)
