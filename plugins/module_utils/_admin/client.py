# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks a gateway what its database holds, and has it changed: one method for each."""

from __future__ import annotations

import json
import re
import typing as t
from dataclasses import dataclass, field

from .._gateway.errors import INVALID_REQUEST, UNAVAILABLE, GatewayError, refusal
from .._gateway.http import Answer, Request, Send
from .kinds import Kind
from .present import Present, Row, row_of

_MOST_PAGES = 10_000
_LICENCE = "/health/license"
_SERVED = "/v1/models?include_model_access_groups=true"
_NESTED = re.compile(r"""\{'error': ['"](.*)['"]\}""", re.DOTALL)


@dataclass(frozen=True)
class Call:
    """One request that changes something.

    :param body: what is sent as JSON, without any secret.
    :param secret: the field of *body* that gets a secret when it is sent; empty where none does.
    """

    path: str
    body: t.Mapping[str, t.Any] = field(default_factory=dict)
    method: str = "POST"
    secret: str = ""


class AdminClient:
    """Reads and writes with the master key. Every method raises :class:`GatewayError` when the gateway does not do it.

    :param url: the gateway's URL, without a path.
    :param key: the master key.
    :param send: sends a request, see ``_gateway/http.sender``.
    """

    def __init__(self, url: str, key: str, send: Send) -> None:
        self._url = url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._send = send
        self.requests = 0
        """How many requests were sent."""

    def read(self, kinds: t.Iterable[Kind], models: bool = True) -> Present:
        """What is there of *kinds*, and (*models*) what is served. Lists come in pages of 100."""
        rows = {kind.name: self._rows(kind) for kind in kinds}
        served = [str(each.get("id")) for each in _list(self._get(_SERVED), "data", _SERVED)] if models else None
        return Present(rows, served, self._licensed())

    def write(self, call: Call, secret: t.Any = "") -> t.Any:
        """Send *call*, and return the answer's JSON.

        :param secret: what the call's secret field gets.
        """
        body = {**call.body, call.secret: secret} if call.secret else call.body
        return self._checked(call.method, call.path, body).json

    def _rows(self, kind: Kind) -> list[Row]:
        found: list[Row] = []
        for page in range(1, _MOST_PAGES):
            path = kind.listing.format(page=page)
            answer = self._get(path)
            found += [row_of(kind, entry) for entry in _list(answer, kind.rows, path)]
            if "{page}" not in kind.listing or page >= int(answer.get("total_pages") or 0):
                break
        return found

    def _licensed(self) -> bool:
        answer = self._answer("GET", _LICENCE)
        told = answer.json if answer.status == 200 else None
        return bool(told.get("has_license")) if isinstance(told, dict) else False

    def _get(self, path: str) -> t.Any:
        return self._checked("GET", path).json

    def _checked(self, method: str, path: str, body: t.Any = None) -> Answer:
        answer = self._answer(method, path, body)
        if answer.status != 200:
            raise refused(answer.status, answer.json, path)
        return answer

    def _answer(self, method: str, path: str, body: t.Any = None) -> Answer:
        self.requests += 1
        return self._send(Request(method, self._url + path, self._headers, body))


def _list(answer: t.Any, key: str, path: str) -> list[dict[str, t.Any]]:
    found = answer if not key else answer.get(key) if isinstance(answer, dict) else None
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise GatewayError(UNAVAILABLE, f"{path.partition('?')[0]} does not answer as LiteLLM does", 200)
    return found


def refused(status: int, body: t.Any, path: str) -> GatewayError:
    """The error that an answer stands for, whose text LiteLLM writes in three shapes.

    :param body: the answer's parsed JSON; None when it has none.
    """
    detail = body.get("detail") if isinstance(body, dict) else None
    if isinstance(detail, dict) and detail.get("error"):
        body = {"error": {"message": str(detail["error"])}}
    elif detail:
        body = {"error": {"message": json.dumps(detail) if isinstance(detail, list) else str(detail)}}
    error = body.get("error") if isinstance(body, dict) else None
    if isinstance(error, dict) and isinstance(error.get("message"), str):
        nested = _NESTED.fullmatch(error["message"])
        body = {"error": {**error, "message": nested.group(1)}} if nested else body
    if "db_not_connected" in str(body) or "not connected" in str(body).lower() or "No connected db" in str(body):
        message = "the gateway has no database, and keeps no keys, teams, users and budgets without one; declare litellm_database"
        return GatewayError(INVALID_REQUEST, message, status)
    found = refusal(status, body)
    place = path.partition("?")[0]
    kind = INVALID_REQUEST if status in (404, 403) and _is_about_the_request(body) else found.kind
    return GatewayError(kind, f"{place}: {found}", status)


def _is_about_the_request(body: t.Any) -> bool:
    return any(word in str(body) for word in ("not found", "Not found", "No keys found", "Enterprise"))
