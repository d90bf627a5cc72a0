# SPDX-License-Identifier: GPL-3.0-or-later
"""What a gateway keeps in its database, kind by kind: how each is listed, made, changed and removed, and what its fields are."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

_LIMITS = {"rpm": "rpm_limit", "tpm": "tpm_limit"}
_BUDGET = {"budget.limit": "max_budget", "budget.period": "budget_duration"}
_PARALLEL = {"parallel": "max_parallel_requests"}


@dataclass(frozen=True)
class Kind:
    """One kind of thing. Paths are those of the gateway's API.

    :param name: in sentences, and the end of its module's name.
    :param id_field: LiteLLM's field that its requests name it by.
    :param name_field: LiteLLM's field with the name that a person gave it.
    :param fields: dotted name of a field that is written to LiteLLM as it is, to LiteLLM's name.
    :param listing: path of the list, with ``{page}`` where it comes in pages.
    :param rows: key of the list in the answer; empty where the answer is the list.
    :param making: path that makes one; :param changing: path that changes one.
    :param removing: path that removes some; :param removed: its field, which takes a list of ids, or one of them.
    :param many_at_once: whether ``removed`` takes a list.
    :param marked: whether it has metadata, so that what this collection made can be told from the rest.
    """

    name: str
    id_field: str
    name_field: str
    fields: t.Mapping[str, str]
    listing: str
    rows: str
    making: str
    changing: str
    removing: str
    removed: str
    many_at_once: bool = True
    marked: bool = True
    empty: t.Mapping[str, t.Any] = field(default_factory=dict)
    """LiteLLM's field to what is written to take its value away, where that is not null."""


BUDGET = Kind(
    name="budget",
    id_field="budget_id",
    name_field="budget_id",
    fields={
        "limit": "max_budget",
        "soft_limit": "soft_budget",
        "period": "budget_duration",
        **_LIMITS,
        **_PARALLEL,
    },
    listing="/budget/list",
    rows="",
    making="/budget/new",
    changing="/budget/update",
    removing="/budget/delete",
    removed="id",
    many_at_once=False,
    marked=False,
)
TEAM = Kind(
    name="team",
    id_field="team_id",
    name_field="team_alias",
    fields={"models": "models", **_BUDGET, **_LIMITS, "blocked": "blocked", "metadata": "metadata"},
    listing="/v2/team/list?page={page}&page_size=100",
    rows="teams",
    making="/team/new",
    changing="/team/update",
    removing="/team/delete",
    removed="team_ids",
    empty={"models": [], "blocked": False},
)
USER = Kind(
    name="user",
    id_field="user_id",
    name_field="user_id",
    fields={
        "email": "user_email",
        "role": "user_role",
        "models": "models",
        **_BUDGET,
        **_LIMITS,
        **_PARALLEL,
        "metadata": "metadata",
    },
    listing="/user/list?page={page}&page_size=100",
    rows="users",
    making="/user/new",
    changing="/user/update",
    removing="/user/delete",
    removed="user_ids",
    # LiteLLM leaves a user's models alone where the list is empty.
    empty={"models": ["all-proxy-models"], "user_role": "internal_user"},
)
KEY = Kind(
    name="key",
    id_field="key",
    name_field="key_alias",
    fields={
        "team": "team_id",
        "user": "user_id",
        "models": "models",
        "aliases": "aliases",
        **_BUDGET,
        "budget": "budget_id",
        **_LIMITS,
        **_PARALLEL,
        "blocked": "blocked",
        "metadata": "metadata",
    },
    listing="/key/list?page={page}&size=100&return_full_object=true&sort_by=created_at&sort_order=asc",
    rows="keys",
    making="/key/generate",
    changing="/key/update",
    removing="/key/delete",
    removed="keys",
    empty={"models": [], "aliases": {}, "blocked": False},
)
TAG = Kind(
    name="tag",
    id_field="name",
    name_field="name",
    fields={"description": "description", "models": "models", **_BUDGET, **_LIMITS, **_PARALLEL},
    listing="/tag/list",
    rows="",
    making="/tag/new",
    changing="/tag/update",
    removing="/tag/delete",
    removed="name",
    many_at_once=False,
    marked=False,
    empty={"models": []},
)
CREDENTIAL = Kind(
    name="credential",
    id_field="credential_name",
    name_field="credential_name",
    fields={"info": "credential_info"},
    listing="/credentials",
    rows="credentials",
    making="/credentials",
    changing="/credentials/{name}",
    removing="/credentials/{name}",
    removed="",
    many_at_once=False,
    marked=False,
)

KINDS = {kind.name: kind for kind in (BUDGET, TEAM, USER, KEY, TAG, CREDENTIAL)}
"""In the order in which they are made, since a key names its team, user and budget; they are removed in the opposite one."""
DECLARED = (BUDGET, TEAM, USER, KEY)
"""Those that an inventory declares as a whole."""

LITELLMS_OWN = {"user": ("default_user_id",), "team": ("litellm-dashboard",)}
"""Ids of what LiteLLM makes for itself, which nobody declares and nothing reports."""
