# SPDX-License-Identifier: GPL-3.0-or-later
"""What a gateway's database holds now, as its API answers, without any key's value."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field
from functools import cached_property

from .._litellm_names import MARKER
from .kinds import KEY, KINDS, LITELLMS_OWN, Kind

_FURTHER = ("spend", "expires", "created_at", "budget_reset_at", "teams")
"""Fields of LiteLLM's that info modules return beside those that can be declared."""


@dataclass(frozen=True)
class Row:
    """One thing that is there.

    :param id: what LiteLLM's requests name it by; of a key, the SHA-256 of its value.
    :param name: what people call it; empty for a key that nobody named.
    :param fields: as LiteLLM answered.
    """

    kind: str
    id: str
    name: str
    fields: t.Mapping[str, t.Any]

    @property
    def marker(self) -> t.Mapping[str, t.Any]:
        """What this collection noted there; empty where it did not make it."""
        found = (self.fields.get("metadata") or {}).get(MARKER)
        return found if isinstance(found, dict) else {}

    @property
    def told(self) -> str:
        """The thing as sentences name it."""
        return f"{self.kind} {self.name or self.id[:12] + '…'}"

    def value(self, name: str) -> t.Any:
        """What LiteLLM's field *name* holds; budgets and limits of a tag stand in a table of their own."""
        if self.fields.get(name) is None and self.kind == "tag":
            return (self.fields.get("litellm_budget_table") or {}).get(name)
        if self.fields.get(name) is None:
            return (self.fields.get("metadata") or {}).get(name)
        return self.fields[name]

    def as_result(self) -> dict[str, t.Any]:
        """The thing as modules return it, by the names of LiteLLM's fields; never with a part of a secret."""
        names = [*KINDS[self.kind].fields.values(), *_FURTHER]
        found = {name: self.value(name) for name in names if self.value(name) is not None}
        return {"name": self.name, "id": self.id, **found}


@dataclass(frozen=True)
class Present:
    """Everything that was read.

    :param rows: kind to what is there of it.
    :param served: names that clients may ask for; None where that was not asked.
    :param licensed: whether the gateway has LiteLLM's licence.
    """

    rows: t.Mapping[str, t.Sequence[Row]] = field(default_factory=dict)
    served: t.Sequence[str] | None = None
    licensed: bool = False

    @cached_property
    def _by_id(self) -> dict[tuple[str, str], Row]:
        return {(row.kind, row.id): row for row in self._all()}

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], Row]:
        return {(row.kind, row.name): row for row in reversed(self._all()) if row.name}

    @cached_property
    def _replaced(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self.rows.get(KEY.name, ()):
            if row.marker.get("replaced"):
                found.setdefault(str(row.marker["replaced"]), []).append(row)
        return found

    def _all(self) -> list[Row]:
        return [row for rows in self.rows.values() for row in rows]

    def find(self, kind: str, name: str) -> Row | None:
        """The one that is called *name*, by its id or else by the name that a person gave it; None when there is none."""
        by_id = None if kind == KEY.name else self._by_id.get((kind, name))
        return by_id or self._by_name.get((kind, name))

    def key_of(self, digest: str) -> Row | None:
        """The key whose value has the SHA-256 *digest*; None when there is none."""
        return self._by_id.get((KEY.name, digest))

    def replaced(self, name: str) -> list[Row]:
        """The keys that gave the name *name* to one that replaces them, oldest first."""
        return self._replaced.get(name, [])


def row_of(kind: Kind, fields: t.Mapping[str, t.Any]) -> Row:
    """The row that one entry of a list describes."""
    identity = fields.get("token") if kind is KEY else fields.get(kind.id_field)
    name = fields.get(kind.name_field) or ("" if kind is KEY else identity)
    return Row(kind.name, str(identity or ""), str(name or ""), fields)


def is_litellms_own(row: Row) -> bool:
    """Whether LiteLLM made *row* for itself, such as the keys of people who are signed in to its interface."""
    return row.id in LITELLMS_OWN.get(row.kind, ()) or row.fields.get("team_id") in LITELLMS_OWN["team"]
