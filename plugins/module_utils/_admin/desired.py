# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody wants a gateway's database to hold, and what that is in LiteLLM's fields."""

from __future__ import annotations

import hashlib
import typing as t
from dataclasses import dataclass, field

from .kinds import KINDS, TAG

LICENSED = frozenset(
    {
        "tags",
        "guardrails",
        "policies",
        "prompts",
        "model_max_budget",
        "disable_global_guardrails",
        "allowed_passthrough_routes",
        "denied_passthrough_routes",
        "secret_manager_settings",
        "team_member_key_duration",
        "logging",
        "organization_id",
        "auto_rotate",
        "rotation_interval",
    }
)
"""LiteLLM's fields of keys and teams that it refuses, or does nothing for, without a licence."""


@dataclass(frozen=True)
class Desired:
    """One thing that is wanted.

    :param fields: the fields of the inventory language to their values; one that is not there is left as it is.
    :param whole: whether a field that is not there is to be empty.
    """

    kind: str
    name: str
    fields: t.Mapping[str, t.Any] = field(default_factory=dict)
    whole: bool = False

    @property
    def told(self) -> str:
        """The thing as sentences name it."""
        return f"{self.kind} {self.name}"

    def part(self, name: str) -> t.Any:
        """The value of the dotted field *name*; None where it is not there."""
        first, _dot, second = name.partition(".")
        value = self.fields.get(first)
        if second:
            return value.get(second) if isinstance(value, dict) else None
        # A budget of one's own is a dictionary, one of litellm_budgets its name.
        return None if name == "budget" and isinstance(value, dict) else value

    def wants(self, name: str) -> bool:
        """Whether the dotted field *name* is declared."""
        return self.whole or name.partition(".")[0] in self.fields

    def litellm_fields(self) -> dict[str, t.Any]:
        """What is wanted, by LiteLLM's names; None for a field that is to be empty. References are names still."""
        kind = KINDS[self.kind]
        found = {theirs: self.part(ours) for ours, theirs in kind.fields.items() if self.wants(ours)}
        if kind is TAG and "description" in found:
            found["description"] = found["description"] or ""
        return {**found, **(self.fields.get("extra") or {})}


def digest(value: str) -> str:
    """What LiteLLM keeps of a key's value."""
    return hashlib.sha256(value.encode()).hexdigest()
