# SPDX-License-Identifier: GPL-3.0-or-later
"""What was released on a host, and when: one record for each hand-over. The newest one says which slot serves."""

from __future__ import annotations

import hashlib
import json
import typing as t
from dataclasses import asdict, dataclass, field, fields

from .._managers import MANAGERS, Manager
from .layout import SLOTS

KEPT = 20
"""How many records stay on a host."""

_ADDED = ("repairs", "release", "files", "folders", "user", "group", "bill", "salt", "migration", "breaking")
"""What records of earlier versions of the collection do not have."""


@dataclass(frozen=True)
class Record:
    """One hand-over. Nothing in it is a secret.

    :param number: 1 for a host's first release, then counting.
    :param at: when, in UTC, as ISO 8601.
    :param slot: the slot that has served since.
    :param version: LiteLLM's version.
    :param address: ``host:port``.
    :param manager: the digest of the service manager's files.
    :param service_manager: name of who runs the service.
    :param requirements: the digest of the requirements that the slot was started with.
    :param changes: what differed from the release before.
    :param manager_files: the service manager's own files as this slot needs them, each as the fields of a ``File``.
    :param repairs: the number of the release that this one is once more, because its slot was damaged; 0: none.
    :param release: digest of what was declared, whichever slot has it.
    :param files: path of each of the slot's files to its SHA-256, in hexadecimal; of the one with the secrets, that of this.
    :param folders: where the gateway was: ``install``, ``config``, ``state`` and ``runtime`` to a path.
    :param user: whom the service ran as.
    :param group: in which group it ran.
    :param bill: SHA-256, in hexadecimal, of the bill of materials of its installation; empty where there is none, as for an
        image.
    :param salt: what tells the key that LiteLLM encrypts with from another; empty where there is none.
    :param migration: the newest migration of the database that its LiteLLM has; empty without a database.
    :param breaking: those of its migrations after which an older LiteLLM does not work as before.
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
    repairs: int = 0
    release: str = ""
    files: t.Mapping[str, str] = field(default_factory=dict)
    folders: t.Mapping[str, str] = field(default_factory=dict)
    user: str = ""
    group: str = ""
    bill: str = ""
    salt: str = ""
    migration: str = ""
    breaking: tuple[str, ...] = ()

    @property
    def texts(self) -> dict[str, str]:
        """Path of each file of the release to the SHA-256 of its text. What has another one was edited by hand."""
        of_manager = {file["path"]: file["content"].encode() for file in self.manager_files}
        return {**self.files, **{path: hashlib.sha256(text).hexdigest() for path, text in of_manager.items()}}

    @property
    def certificate(self) -> str:
        """The file of the certificate that this slot serves HTTPS with; empty where it serves plain HTTP."""
        return next((path for path in self.files if path.endswith("/certificate.pem")), "")

    @property
    def run_by(self) -> Manager:
        """Who runs the service."""
        return MANAGERS[self.service_manager]

    @property
    def origin(self) -> int:
        """The number of the release that was declared, which this one may be a repair of."""
        return self.repairs or self.number


def record_text(record: Record) -> str:
    """The text of the file that keeps *record*."""
    return json.dumps(asdict(record), indent=2) + "\n"


def parse_record(text: str) -> Record | None:
    """The record in *text*; nothing where it is damaged, for the next release writes a new one."""
    try:
        values = json.loads(text)
        names = [each.name for each in fields(Record)]
        kept = {name: values[name] for name in names if name in values or name not in _ADDED}
        lists = {name: tuple(kept.get(name, ())) for name in ("changes", "manager_files", "breaking")}
        record = Record(**{**kept, **lists})
    except (ValueError, KeyError, TypeError):
        return None
    known = record.slot in SLOTS and record.service_manager in MANAGERS
    return record if known and isinstance(record.number, int) else None


def newest(records: t.Sequence[Record]) -> Record | None:
    """The record of what serves; nothing on a host without a release."""
    return max(records, key=lambda record: record.number, default=None)


def previous(records: t.Sequence[Record]) -> Record | None:
    """The record of what served before, whose slot is kept to go back to.

    A slot that was started again in its place has several records of its own, of which the newest counts; and a release
    whose slot was damaged is in another slot by now. Both are passed over.
    """
    serving = newest(records)
    latest = {record.slot: record for record in sorted(records, key=lambda record: record.number)}
    others = [record for slot, record in latest.items() if serving and slot != serving.slot]
    return newest([record for record in others if serving and record.origin != serving.origin])


def superfluous(records: t.Sequence[Record]) -> list[Record]:
    """The records that go when one more is written."""
    return sorted(records, key=lambda record: record.number)[: -(KEPT - 1)]
