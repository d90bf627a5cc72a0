"""A gateway with a database, in memory: it answers in the shapes that LiteLLM 1.108.7 was seen to answer in."""

from __future__ import annotations

import copy
import hashlib
import json
import typing as t
from datetime import datetime, timezone
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from ansible_collections.llmops.litellm.plugins.module_utils._durations import span
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.http import Answer, Request

from tests.unit.plugins.gateway_stub import KEY, answer, error

RECORDED: dict[str, t.Any] = json.loads((Path(__file__).parent / "admin_answers.json").read_text())
NOW = datetime(2026, 11, 28, 12, tzinfo=timezone.utc)
_NAMED_BY = {
    "team": "team_id",
    "user": "user_id",
    "budget": "budget_id",
    "tag": "name",
    "credential": "credential_name",
    "key": "token",
}

Row = dict[str, t.Any]


def stamp(moment: datetime) -> str:
    """A point in time as LiteLLM writes it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


class AdminStub:
    """Calling it sends a request.

    :param served: names of models; :param licensed: whether it has LiteLLM's licence.
    """

    def __init__(self, served: t.Sequence[str] = ("gpt-5", "deepseek-v3.2"), licensed: bool = False) -> None:
        self.rows: dict[str, list[Row]] = {kind: [] for kind in _NAMED_BY}
        self.served = served
        self.licensed = licensed
        self.asked: list[Request] = []
        self.refusing: dict[str, Answer] = {}
        """Path to what is answered there, once."""

    @property
    def writes(self) -> list[tuple[str, t.Any]]:
        """Paths and bodies of what was to be changed."""
        return [(urlsplit(request.url).path, request.body) for request in self.asked if request.method != "GET"]

    def row(self, kind: str, name: str) -> Row:
        """The one that is called *name*."""
        field = "key_alias" if kind == "key" else _NAMED_BY[kind]
        return next(row for row in self.rows[kind] if row[field] == name)

    def add(self, kind: str, name: str, **fields: t.Any) -> Row:
        """Something that is there from the start."""
        row = {**copy.deepcopy(RECORDED[kind]), _NAMED_BY[kind]: name, "created_at": stamp(NOW), **fields}
        if kind == "key":
            row = {**row, "key_alias": name, "token": fields.get("token") or hashlib.sha256(name.encode()).hexdigest()}
        if kind == "team":
            row.setdefault("team_alias", name)
            row["team_alias"] = fields.get("team_alias", name)
        self.rows[kind].append(row)
        return row

    def __call__(self, request: Request) -> Answer:
        self.asked.append(request)
        parts = urlsplit(request.url)
        if request.headers.get("Authorization") != f"Bearer {KEY}":
            return error(401, "Authentication Error, Invalid proxy server token passed.", "token_not_found_in_db")
        if parts.path in self.refusing:
            return self.refusing.pop(parts.path)
        if request.method == "GET":
            return self._listed(parts.path, parse_qs(parts.query))
        if parts.path.startswith("/credentials"):
            return self._credential(request.method, unquote(parts.path), request.body)
        _empty, kind, verb = parts.path.split("/")
        do = {"new": self._make, "generate": self._make, "update": self._change, "delete": self._remove}
        return {**do, "member_add": self._join, "member_delete": self._leave}[verb](kind, request.body)

    def _listed(self, path: str, query: dict[str, list[str]]) -> Answer:
        if path == "/health/license":
            return answer({**RECORDED["license"], "has_license": self.licensed})
        if path == "/v1/models":
            return answer({"data": [{"id": name} for name in self.served]})
        if path == "/credentials":
            return answer({"success": True, "credentials": self.rows["credential"]})
        kind = "team" if path == "/v2/team/list" else path.split("/")[1]
        rows = self.rows[kind]
        if "page" not in query:
            return answer(rows)
        page, size = int(query["page"][0]), int((query.get("page_size") or query["size"])[0])
        shown = rows[(page - 1) * size : page * size]
        return answer({f"{kind}s": shown, "total_pages": -(-len(rows) // size)})

    def _make(self, kind: str, body: Row) -> Answer:
        body = dict(body)
        if kind == "key":
            body["token"] = hashlib.sha256(body.pop("key").encode()).hexdigest()
            if any(row["key_alias"] == body["key_alias"] for row in self.rows["key"]):
                return self._recorded("alias taken")
        row = self.add(kind, body.get("key_alias") or body[_NAMED_BY[kind]])
        self._write(row, body)
        return answer(row)

    def _change(self, kind: str, body: Row) -> Answer:
        body = dict(body)
        name = body.pop("key") if kind == "key" else body.pop(_NAMED_BY[kind])
        found = [row for row in self.rows[kind] if row[_NAMED_BY[kind]] == name]
        if not found:
            return self._recorded("no such key" if kind == "key" else "no such team")
        if kind == "user" and body.get("models") == []:
            body.pop("models")
        self._write(found[0], body)
        return answer(found[0])

    @staticmethod
    def _write(row: Row, body: Row) -> None:
        duration = body.pop("duration", None)
        if duration is not None:
            length = span(duration)
            row["expires"] = stamp(NOW + length) if length else None
        row.update(body)

    def _remove(self, kind: str, body: Row) -> Answer:
        gone = next(iter(body.values()))
        gone = gone if isinstance(gone, list) else [gone]
        if not [row for row in self.rows[kind] if row[_NAMED_BY[kind]] in gone] and kind != "budget":
            return self._recorded("no key to delete" if kind == "key" else "no team to delete")
        self.rows[kind] = [row for row in self.rows[kind] if row[_NAMED_BY[kind]] not in gone]
        return answer(None)

    def _join(self, _kind: str, body: Row) -> Answer:
        user = next(row for row in self.rows["user"] if row["user_id"] == body["member"]["user_id"])
        user["teams"] = [*(user.get("teams") or []), body["team_id"]]
        return answer({})

    def _leave(self, _kind: str, body: Row) -> Answer:
        user = next(row for row in self.rows["user"] if row["user_id"] == body["user_id"])
        user["teams"].remove(body["team_id"])
        return answer({})

    def _credential(self, method: str, path: str, body: t.Any) -> Answer:
        name = path.removeprefix("/credentials").lstrip("/")
        if method == "POST":
            self.add("credential", body["credential_name"], credential_info=body["credential_info"])
        elif method == "PATCH":
            self.row("credential", name)["credential_info"] = body["credential_info"]
        else:
            self.rows["credential"] = [row for row in self.rows["credential"] if row["credential_name"] != name]
        return answer({"success": True})

    @staticmethod
    def _recorded(name: str) -> Answer:
        recorded = RECORDED["errors"][name]
        return answer(recorded["body"], recorded["status"])
