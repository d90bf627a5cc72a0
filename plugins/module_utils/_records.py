# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""What was released on a host, and when: one record for each hand-over. The newest one says which slot serves."""

from __future__ import annotations

import json
import typing as t
from dataclasses import asdict, dataclass, field, fields

from ansible_collections.llmops.litellm.plugins.module_utils._layout import SLOTS

KEPT = 20
"""How many records stay on a host."""


@dataclass(frozen=True)
class Record:
    """One hand-over. Nothing in it is a secret.

    :param number: 1 for a host's first release, then counting.
    :param at: when, in UTC, as ISO 8601.
    :param slot: the slot that has served since.
    :param version: LiteLLM's version.
    :param address: ``host:port``.
    :param manager: the digest of the service manager's files.
    :param service_manager: who runs the service.
    :param requirements: the digest of the requirements that the slot was started with.
    :param changes: what differed from the release before.
    :param manager_files: the service manager's own files as this slot needs them, each as the fields of a ``File``.
    :param digests: short digest of each file of the release, by its path. What has another one was edited by hand.
    """

    number: int
    at: str
    slot: int
    version: str
    address: str
    manager: str
    service_manager: str
    requirements: str
    changes: tuple[str, ...] = ()
    manager_files: tuple[t.Mapping[str, str], ...] = ()
    digests: t.Mapping[str, str] = field(default_factory=dict)


def record_text(record: Record) -> str:
    """The text of the file that keeps *record*."""
    return json.dumps(asdict(record), indent=2) + "\n"


def parse_record(text: str) -> Record | None:
    """The record in *text*; nothing where it is damaged, for the next release writes a new one."""
    try:
        values = json.loads(text)
        kept = {each.name: values[each.name] for each in fields(Record) if each.name in values}
        lists = {name: tuple(kept[name]) for name in ("changes", "manager_files")}
        record = Record(**{**kept, **lists, "digests": dict(kept.get("digests", {}))})
    except (ValueError, KeyError, TypeError):
        return None
    return record if record.slot in SLOTS and isinstance(record.number, int) else None


def newest(records: t.Sequence[Record]) -> Record | None:
    """The record of what serves; nothing on a host without a release."""
    return max(records, key=lambda record: record.number, default=None)


def previous(records: t.Sequence[Record]) -> Record | None:
    """The record of what served before, whose slot is kept to go back to.

    A slot that was started again in its place has several records of its own; they are passed over.
    """
    serving = newest(records)
    return newest([record for record in records if serving and record.slot != serving.slot])


def superfluous(records: t.Sequence[Record]) -> list[Record]:
    """The records that go when one more is written."""
    return sorted(records, key=lambda record: record.number)[: -(KEPT - 1)]
