# SPDX-License-Identifier: GPL-3.0-or-later
"""What a host has, as far as a release is concerned, and where the files of its slots are. Pure."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from .desired import CONFIG_MODE, SECRETS_MODE, File, Release, text_digest
from .layout import SLOTS, Layout
from .records import Record, newest, previous

PUBLISHED_MODES = {"config.yaml": CONFIG_MODE, "litellm.env": SECRETS_MODE}
"""The files that have a fixed name beside the slots, and their permissions."""


@dataclass(frozen=True)
class Observed:
    """What a host has, as far as a release is concerned.

    :param texts: content of each file that was looked at; a file that is missing is not in it.
    :param modes: octal text of the permissions of each file and folder.
    :param owners: ``user:group`` of each file and folder.
    :param links: where each link that was looked at points to.
    :param digests: SHA-256 of each file with secrets, and of the files that a release to go back to has.
    :param installations: folders of those that are complete.
    :param closed: those of them, and the tools, that the service's account cannot use.
    :param unfinished: what is left of installations that did not come to their end.
    :param downloads: what is kept of downloads although no installation uses it.
    :param user: whether the service's user and group exist.
    :param enabled: systemd units that start at boot.
    :param running: slots that serve.
    :param records: what was released here before.
    :param supervisor: whether supervisor runs.
    :param listens: whether the port is open at the address that the newest record names.
    :param held: whether systemd has the port that its socket names; True where it need not.
    :param opened: the address that systemd's socket is open at; empty where it is closed or need not be open, or nobody can tell.
    :param answers: whether the gateway answers its readiness check.
    :param drop_ins: folders with files that change what the gateway's units say.
    :param places: where else a gateway of this host is or was.
    :param left: what is ours there, and what another service manager has left.
    :param accounts: users that the role made, by the records.
    :param python_files: Python files beside the configurations of all slots.
    """

    texts: t.Mapping[str, str] = field(default_factory=dict)
    modes: t.Mapping[str, str] = field(default_factory=dict)
    owners: t.Mapping[str, str] = field(default_factory=dict)
    links: t.Mapping[str, str] = field(default_factory=dict)
    digests: t.Mapping[str, str] = field(default_factory=dict)
    installations: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    unfinished: frozenset[str] = frozenset()
    downloads: frozenset[str] = frozenset()
    user: bool = False
    enabled: frozenset[str] = frozenset()
    running: frozenset[int] = frozenset()
    records: tuple[Record, ...] = ()
    supervisor: bool = False
    listens: bool = False
    held: bool = True
    opened: str = ""
    answers: bool = False
    drop_ins: tuple[str, ...] = ()
    places: tuple[Layout, ...] = ()
    left: tuple[str, ...] = ()
    accounts: frozenset[str] = frozenset()
    python_files: frozenset[str] = frozenset()

    @property
    def served(self) -> Record | None:
        """The release that serves, by the records."""
        return newest(self.records)

    @property
    def serving(self) -> int:
        """The slot that serves by the records, or 0 without one."""
        return self.served.slot if self.served else 0

    def installation_of(self, slot: int, layout: Layout) -> str:
        """The folder of the installation that a slot runs; empty without one."""
        return self.links.get(layout.installation_link(slot), "")

    def has(self, file: File) -> bool:
        """Whether *file* is there with its text, whosever it is."""
        text = self.texts.get(file.path)
        return text is not None and text_digest(text) == file.digest

    @property
    def previous(self) -> Record | None:
        """The release that can be gone back to."""
        return previous(self.records)


def published(layout: Layout, slot: int) -> dict[str, str]:
    """Fixed path of each file of the serving slot, to the slot's file that it is a hard link to."""
    return {f"{layout.config}/{name}": f"{layout.configuration(slot)}/{name}" for name in PUBLISHED_MODES}


def stamp_text(release: Release) -> str:
    """What the stamp of a complete installation says."""
    return f"{release.version} {release.requirements_digest}\n"


def free_slot(observed: Observed) -> int:
    """The slot that neither serves nor is kept to go back to.

    Of several, it is one that does not run: the unit of a slot that an interrupted run started says where its folders are.
    """
    taken = {record.slot for record in (observed.served, observed.previous) if record} or observed.running
    free = [slot for slot in SLOTS if slot not in taken]
    return next((slot for slot in free if slot not in observed.running), (free or SLOTS)[0])
