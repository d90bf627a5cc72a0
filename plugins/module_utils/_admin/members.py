# SPDX-License-Identifier: GPL-3.0-or-later
"""The teams that a user is in."""

from __future__ import annotations

import typing as t

from .changes import Change, joined, left
from .kinds import KEY, TEAM, USER

if t.TYPE_CHECKING:
    from .desired import Desired
    from .present import Present, Row


def members_of(row: Row) -> list[str]:
    """The ids of the teams that the user of *row* is in."""
    return [str(team) for team in row.fields.get("teams") or []]


def member_changes(each: Desired, before: t.Sequence[str], present: Present, problems: list[str]) -> list[Change]:
    """What brings the user *each* into the declared teams, and out of the others.

    :param before: ids of the teams that the user is in.
    :param problems: gets what LiteLLM would take away with that.
    """
    if each.kind != USER.name or not each.wants("teams"):
        return []
    rows = {name: present.find(TEAM.name, name) for name in each.fields.get("teams") or []}
    after = [row.id if row else name for name, row in rows.items()]
    coming = [team for team in after if team not in before]
    going = [team for team in before if team not in after]
    for team in going:
        lost = [
            key.told
            for key in present.rows.get(KEY.name, ())
            if key.fields.get("user_id") == each.name and key.fields.get("team_id") == team
        ]
        if lost:
            problems.append(
                f"{each.told}: leaves team {team}, and LiteLLM would remove {', '.join(lost)} with that; remove them first, or give "
                f"them another user"
            )
    if not coming and not going:
        return []
    told = [f"joins {team}" for team in coming] + [f"leaves {team}" for team in going]
    calls = [joined(team, each.name) for team in coming] + [left(team, each.name) for team in going]
    return [Change(each.kind, each.name, "update", told, calls)]
