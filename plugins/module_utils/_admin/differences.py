# SPDX-License-Identifier: GPL-3.0-or-later
"""In what one thing that is there differs from what is wanted, in LiteLLM's fields."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

from .._durations import TOLERANCE, moment, span
from .._litellm_names import MARKER
from .kinds import KINDS

if t.TYPE_CHECKING:
    import datetime

    from .desired import Desired
    from .present import Present, Row

_ANY_ORDER = frozenset({"models"})
_REFERENCES = {"team_id": "team"}
"""LiteLLM's field to the kind that a name in it stands for, whose id LiteLLM wants."""


@dataclass(frozen=True)
class Difference:
    """One field that differs.

    :param field: LiteLLM's name of what is written.
    :param name: the field as people write it.
    :param before: what is there; :param after: what is wanted. None is nothing.
    :param written: what LiteLLM is told.
    """

    field: str
    name: str
    before: t.Any
    after: t.Any
    written: t.Any

    def __str__(self) -> str:
        return f"{self.name} {shown(self.before)} -> {shown(self.after)}"


class _Choices(t.Protocol):
    @property
    def now(self) -> datetime.datetime: ...

    @property
    def owner(self) -> str: ...


def shown(value: t.Any) -> str:
    """A value in a sentence."""
    if value in (None, [], {}, ""):
        return "none"
    if isinstance(value, list):
        return f"[{', '.join(str(each) for each in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {shown(each)}' for key, each in value.items())}}}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def resolved(each: Desired, present: Present) -> dict[str, t.Any]:
    """What is wanted by LiteLLM's names, with ids where people write names."""
    fields = each.litellm_fields()
    for field, kind in _REFERENCES.items():
        row = present.find(kind, fields[field]) if fields.get(field) else None
        if row is not None:
            fields[field] = row.id
    return fields


def differences_of(each: Desired, fields: t.Mapping[str, t.Any], row: Row, choices: _Choices) -> list[Difference]:
    """The fields of *row* that differ from *fields*, and its marker."""
    kind = KINDS[each.kind]
    names = {theirs: ours for ours, theirs in kind.fields.items()}
    found = (
        [] if each.name in (row.name, row.id) else [Difference(kind.name_field, "name", row.name, each.name, each.name)]
    )
    for field, after in fields.items():
        before = row.value(field)
        if field in ("metadata", "credential_info"):
            found += _metadata(field, before or {}, after or {})
        elif not _same(field, before, after, each.kind):
            if after is None and field == "user_email":
                # LiteLLM cannot take an address away.
                continue
            # A period without a limit says nothing, and older LiteLLM cannot take it away.
            if field == "budget_duration" and fields.get("max_budget") is None and row.value("max_budget") is None:
                continue
            written = kind.empty.get(field) if after is None else after
            found.append(Difference(field, names.get(field, field), before, after, written))
    found += _expiry(each, row, choices.now)
    if kind.marked and each.whole:
        found += _mark(each, row, choices.owner)
    return found


def mark(each: Desired, owner: str) -> dict[str, t.Any]:
    """What is noted with what this collection made."""
    rotation = str(each.fields.get("rotation") or "")
    return {"by": owner, **({"rotation": rotation} if rotation else {})}


def _mark(each: Desired, row: Row, owner: str) -> list[Difference]:
    noted = mark(each, owner)
    if dict(row.marker) == noted:
        return []
    before = row.marker.get("by") or "nobody"
    name = "noted rotation" if before == owner else "declared by"
    told = (row.marker.get("rotation"), noted.get("rotation")) if before == owner else (before, owner)
    return [Difference(f"metadata.{MARKER}", name, told[0], told[1], noted)]


def _metadata(field: str, before: t.Mapping[str, t.Any], after: t.Mapping[str, t.Any]) -> list[Difference]:
    """Only what is named is compared: LiteLLM and others note things there, too."""
    return [
        Difference(f"{field}.{key}", f"metadata.{key}", before.get(key), value, value)
        for key, value in after.items()
        if before.get(key) != value
    ]


def _same(field: str, before: t.Any, after: t.Any, kind: str) -> bool:
    empty = KINDS[kind].empty.get(field)

    def plain(value: t.Any) -> t.Any:
        if value in (None, [], {}, "", False) or value == empty:
            return None
        if isinstance(value, list) and field in _ANY_ORDER:
            return sorted(str(item) for item in value)
        return value

    return bool(plain(before) == plain(after))


def _expiry(each: Desired, row: Row, now: datetime.datetime) -> list[Difference]:
    if not each.wants("expires") or each.kind != "key":
        return []
    after, expires, made = (
        each.fields.get("expires"),
        moment(row.fields.get("expires")),
        moment(row.fields.get("created_at")),
    )
    length = span(str(after or ""))
    if length is None or made is None:
        return [] if expires is None else [Difference("duration", "expires", str(expires)[:16], None, "-1")]
    due = made + length
    if expires is not None and (abs(expires - due) <= TOLERANCE or (expires <= now and due <= now)):
        return []
    left = max(1, int((due - now).total_seconds()))
    return [
        Difference(
            "duration", "expires", str(expires)[:16] if expires else None, f"{after} after it was made", f"{left}s"
        )
    ]


def body_of(differences: t.Iterable[Difference], row: Row) -> dict[str, t.Any]:
    """What LiteLLM is told to put *differences* right. It replaces all metadata, so what others noted is sent along."""
    body: dict[str, t.Any] = {}
    for difference in differences:
        block, _dot, key = difference.field.partition(".")
        if key:
            body.setdefault(block, dict(row.value(block) or {}))[key] = difference.written
        else:
            body[block] = difference.written
    return body
