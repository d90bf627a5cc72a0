# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what is wanted with what is there, and says what has to be done for it. Asks nobody, and changes nothing."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from .._durations import moment
from .changes import Change, changed, made, put_aside, removed, rotated
from .desired import Desired
from .differences import differences_of, mark, resolved
from .judging import problems_of
from .kinds import BUDGET, KEY, KINDS, TEAM, USER
from .members import member_changes, members_of
from .present import Present, Row, is_litellms_own

if t.TYPE_CHECKING:
    import datetime

KEEP, REPORT, REMOVE = "keep", "report", "remove"


@dataclass(frozen=True)
class Choices:
    """What a comparison depends on besides its two sides.

    :param now: the time.
    :param owner: whose marks count as this inventory's.
    :param unmanaged: what becomes of what nobody declares and this inventory did not make.
    :param whole: whether what this inventory made and declares no more is removed.
    """

    now: datetime.datetime
    owner: str
    unmanaged: str = KEEP
    whole: bool = False


@dataclass
class Plan:
    """What has to be done.

    :param changes: in the order in which they are done.
    :param problems: why nothing may be done, one sentence each.
    :param unmanaged: what is there that nobody declares.
    :param notices: what is worth knowing.
    """

    changes: list[Change] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    unmanaged: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def plan(wanted: t.Sequence[Desired], absent: t.Sequence[Desired], present: Present, choices: Choices) -> Plan:
    """What makes *present* what is *wanted*, without what is *absent*."""
    result = Plan(problems=problems_of(wanted, present))
    kept: set[tuple[str, str]] = set()
    for kind in KINDS.values():
        for each in wanted:
            if each.kind == kind.name:
                _plan_one(each, present, choices, result, kept)
    leaving = [row for each in absent for row in [present.find(each.kind, each.name)] if row]
    if choices.whole:
        leaving += _not_declared(present, choices, kept, result)
    _refuse_what_others_lose(leaving, present, result)
    for kind in reversed(KINDS.values()):
        rows = [row for row in leaving if row.kind == kind.name]
        result.changes += [change for row in rows for change in removed(row)]
    if result.problems:
        result.changes = []
    return result


def _plan_one(each: Desired, present: Present, choices: Choices, result: Plan, kept: set[tuple[str, str]]) -> None:
    """What makes one thing what it is declared to be.

    :param result: gets what has to be done for it, and what is wrong.
    :param kept: gets kind and id of each row that stays for it.
    """
    # LiteLLM would make another key of a value that is there under another name, without a word.
    row = present.find(each.kind, each.name) or present.key_of(str(each.fields.get("digest") or ""))
    fields = resolved(each, present)
    if each.kind == KEY.name:
        aside = present.replaced(each.name)
        kept |= {(old.kind, old.id) for old in aside}
        if row is None and aside:
            # A run was interrupted between the two steps of a rotation.
            result.changes.append(rotated(each, fields, aside[-1], choices.owner))
            return
    if row is None:
        result.changes.append(made(each, fields, mark(each, choices.owner)))
        result.changes += member_changes(each, [], present, result.problems)
        return
    kept.add((row.kind, row.id))
    reason = _why_rotated(each, row, choices.owner)
    if reason:
        result.changes += [put_aside(each, row, reason, choices.owner), rotated(each, fields, row, choices.owner)]
        return
    if each.kind == KEY.name and _has_expired(row, choices.now):
        result.notices.append(f"{row.told} has expired; a new rotation makes a new value for it, and spend goes on")
    found = differences_of(each, fields, row, choices)
    if found:
        result.changes.append(changed(each, row, found))
    if each.kind == USER.name:
        result.changes += member_changes(each, members_of(row), present, result.problems)


def _why_rotated(each: Desired, row: Row, owner: str) -> str:
    """Why the key needs another value; empty where it does not."""
    if each.kind != KEY.name:
        return ""
    digest = each.fields.get("digest")
    if digest:
        return "" if digest == row.id else "has another value than the declared one"
    rotation, noted = str(each.fields.get("rotation") or ""), row.marker.get("rotation", "")
    if row.marker.get("by") == owner and rotation and rotation != noted:
        return f"rotation {noted or 'none'} -> {rotation}"
    return ""


def _has_expired(row: Row, now: datetime.datetime) -> bool:
    expires = moment(row.fields.get("expires"))
    return expires is not None and expires <= now


def _not_declared(present: Present, choices: Choices, kept: set[tuple[str, str]], result: Plan) -> list[Row]:
    """What has to go although nobody names it: what this inventory made once, and all the rest where that is asked for."""
    leaving = []
    for rows in present.rows.values():
        for row in rows:
            if (row.kind, row.id) in kept:
                if row.marker.get("replaced") and _has_expired(row, choices.now):
                    leaving.append(row)
                continue
            if is_litellms_own(row):
                continue
            # Whose a budget is LiteLLM keeps nowhere, and tags and members of teams have budgets without a name.
            told_to = choices.unmanaged == REMOVE and row.kind != BUDGET.name
            if row.marker.get("by") == choices.owner or told_to:
                leaving.append(row)
            elif choices.unmanaged != KEEP:
                result.unmanaged.append(row.told)
    return leaving


def _refuse_what_others_lose(leaving: t.Sequence[Row], present: Present, result: Plan) -> None:
    """LiteLLM removes the keys of a team with it, and those of a user."""
    calls = [call.body for change in result.changes if change.kind == KEY.name for call in change.calls]
    going = {row.id for row in leaving if row.kind == KEY.name} | {id for body in calls for id in body.get("keys", ())}
    for row in leaving:
        if row.kind not in (TEAM.name, USER.name):
            continue
        moving = {body["key"] for body in calls if "key" in body and KINDS[row.kind].id_field in body}
        with_it = [
            key.told
            for key in present.rows.get(KEY.name, ())
            if key.fields.get(KINDS[row.kind].id_field) == row.id and key.id not in going | moving
        ]
        if with_it:
            result.problems.append(
                f"{row.told}: LiteLLM would remove {', '.join(with_it)} with it, which nobody asked for; remove them first, or "
                f"give them another {row.kind}"
            )
