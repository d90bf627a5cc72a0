# SPDX-License-Identifier: GPL-3.0-or-later
"""One change of one thing, and the requests that make it."""

from __future__ import annotations

import typing as t
from dataclasses import asdict, dataclass, field, replace
from urllib.parse import quote

from .._litellm_names import MARKER
from .client import Call
from .differences import Difference, body_of, mark, shown
from .kinds import CREDENTIAL, KEY, KINDS, TEAM, USER

if t.TYPE_CHECKING:
    from .desired import Desired
    from .present import Row


@dataclass(frozen=True)
class Change:
    """What is done to one thing.

    :param action: ``create``, ``update``, ``rotate`` or ``remove``.
    :param differences: what changes, one phrase each.
    :param calls: the requests, in their order.
    :param makes: the name of the key that gets a value; empty where none does.
    """

    kind: str
    name: str
    action: str
    differences: list[str] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    makes: str = ""

    def as_line(self) -> str:
        """The change as a run shows it."""
        told = f": {', '.join(self.differences)}" if self.differences else ""
        return f"{self.action} {self.kind} {self.name}{told}"

    def as_result(self) -> dict[str, t.Any]:
        """The change as modules return it; ``change_of`` reads it again."""
        return asdict(self)


def change_of(result: t.Mapping[str, t.Any]) -> Change:
    """The change that ``as_result`` made *result* of."""
    return Change(**{**result, "calls": [Call(**call) for call in result["calls"]]})


def made(each: Desired, fields: t.Mapping[str, t.Any], noted: t.Mapping[str, t.Any]) -> Change:
    """Create *each*, which LiteLLM lacks, with the marker *noted*."""
    kind = KINDS[each.kind]
    body = {name: value for name, value in fields.items() if value not in (None, [], {}, "")}
    body[kind.name_field] = each.name
    if kind.name_field != kind.id_field and kind is not KEY:
        body[kind.id_field] = each.name
    if kind.marked:
        body["metadata"] = {**(fields.get("metadata") or {}), MARKER: dict(noted)}
    if kind is USER:
        body["auto_create_key"] = False
        body.setdefault("user_role", kind.empty["user_role"])
    if kind is CREDENTIAL:
        body.setdefault("credential_info", {})
    secret = {KEY.name: "key", CREDENTIAL.name: "credential_values"}.get(kind.name, "")
    if kind is KEY and each.fields.get("expires"):
        body["duration"] = each.fields["expires"]
    calls = [Call(kind.making, body, secret=secret)]
    return Change(each.kind, each.name, "create", _told(each), calls, each.name if secret else "")


def changed(each: Desired, row: Row, differences: t.Sequence[Difference]) -> Change:
    """Change the fields of *row* that differ."""
    kind = KINDS[each.kind]
    body = {kind.id_field: row.id, **body_of(differences, row)}
    call = Call(kind.changing, body)
    if kind is CREDENTIAL:
        call = Call(kind.changing.format(name=quote(row.id)), body, "PATCH", "credential_values")
    return Change(each.kind, each.name, "update", [str(found) for found in differences], [call])


def put_aside(each: Desired, row: Row, reason: str, owner: str) -> Change:
    """First step of a rotation: the key gives its name to the one that replaces it. It serves on until its grace is over."""
    grace = str(each.fields.get("grace") or "")
    metadata = {
        **(row.fields.get("metadata") or {}),
        MARKER: {"by": row.marker.get("by") or owner, "replaced": each.name},
    }
    body = {"key": row.id, "key_alias": f"{each.name}~{row.id[:8]}", "metadata": metadata}
    if grace:
        body["duration"] = grace
    told = [reason, f"the old value is valid for {grace}" if grace else "the old value is refused from then on"]
    return Change(each.kind, each.name, "rotate", told, [Call(KEY.changing, body)])


def rotated(each: Desired, fields: t.Mapping[str, t.Any], row: Row, owner: str) -> Change:
    """Second step: the key is made with its new value, and with what the old one has spent.

    LiteLLM's own way, ``/key/regenerate``, needs a licence.
    """
    kept = _as_it_is(each, row)
    metadata = {**kept["metadata"], **(fields.get("metadata") or {})}
    # Who changes one thing leaves it to the inventory that declares it.
    noted = {key: value for key, value in row.marker.items() if key != "replaced"}
    noted = mark(each, owner) if each.whole or not noted else noted
    new = made(each, {**kept, **fields, "metadata": metadata}, noted).calls[0]
    calls = [replace(new, body={**new.body, "spend": row.fields.get("spend") or 0})]
    if not each.fields.get("grace"):
        calls.append(Call(KEY.removing, {"keys": [row.id]}))
    return Change(
        each.kind, each.name, "rotate", [f"spend {shown(row.fields.get('spend') or 0)} goes on"], calls, each.name
    )


def _as_it_is(each: Desired, row: Row) -> dict[str, t.Any]:
    """The fields of *row* that nobody declares, as they are."""
    metadata = {key: value for key, value in (row.fields.get("metadata") or {}).items() if key != MARKER}
    kept = {theirs: row.value(theirs) for ours, theirs in KEY.fields.items() if not each.wants(ours)}
    return {**kept, "metadata": metadata}


def removed(row: Row) -> list[Change]:
    """Remove what is there."""
    kind = KINDS[row.kind]
    if kind is CREDENTIAL:
        call = Call(kind.removing.format(name=quote(row.id)), method="DELETE")
    else:
        call = Call(kind.removing, {kind.removed: [row.id] if kind.many_at_once else row.id})
    return [Change(row.kind, row.name or row.told.partition(" ")[2], "remove", [], [call])]


def _told(each: Desired) -> list[str]:
    kind = KINDS[each.kind]
    parts = [(name, each.part(name)) for name in kind.fields]
    further = [(name, each.fields.get(name)) for name in ("teams", "expires", "rotation")]
    return [f"{name} {shown(value)}" for name, value in (*parts, *further) if value not in (None, [], {}, "", False)]


def joined(team: str, user: str) -> Call:
    """Have a user in a team."""
    return Call("/team/member_add", {TEAM.id_field: team, "member": {"role": "user", "user_id": user}})


def left(team: str, user: str) -> Call:
    """Have a user leave a team. LiteLLM removes the user's keys of that team."""
    return Call("/team/member_delete", {TEAM.id_field: team, "user_id": user})
