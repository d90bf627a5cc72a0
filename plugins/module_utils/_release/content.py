# SPDX-License-Identifier: GPL-3.0-or-later
"""What a release amounts to on a host: all files of a slot, a digest of all that is declared, and the record. Pure."""

from __future__ import annotations

import typing as t

from .desired import CONFIG_MODE, File, Release, text_digest
from .layout import SLOTS, Layout
from .programs import program_files, python_files
from .records import Record
from .service_files import manager_digest, manager_files, service_unit

SALT_MARK = 4
"""Characters that are kept of the digest of a salt key: one in 65,536 others has the same, and to whoever guesses they say no more."""


def slot_files(release: Release, layout: Layout, slot: int) -> list[File]:
    """The files of one slot, without the secrets and the key of its certificate, whose texts are not to be seen here."""
    owner, group = release.owner, release.group
    # A unit of its own, not a template: a release that is given up must not change what the serving slot restarts as.
    return [
        File(layout.config_file(slot), release.config, owner, group, CONFIG_MODE, "config"),
        File(
            layout.service_environment_file(slot),
            release.service_environment,
            owner,
            group,
            "0640",
            "service_environment",
        ),
        *(
            [File(layout.certificate_file(slot), release.tls.certificate, owner, group, CONFIG_MODE)]
            if release.tls
            else []
        ),
        *python_files(release, layout, slot),
        *([service_unit(release, layout, slot)] if release.manager.uses_systemd else []),
        *program_files(release, layout, slot),
    ]


def release_digest(release: Release, layout: Layout) -> str:
    """Short digest of all that is declared, whichever slot has it."""
    texts = [f"{file.path}\n{file.digest}" for file in slot_files(release, layout, SLOTS[0])]
    parts = [*texts, release.installation, release.requirements_digest, release.secrets_digest]
    parts += [release.address, manager_digest(release, layout)]
    parts += [release.tls.key_digest] if release.tls else []
    return text_digest("\n".join(parts))[:16]


def record_of(
    release: Release,
    layout: Layout,
    slot: int,
    number: int,
    at: str,
    changes: t.Iterable[str],
    repairs: int = 0,
    bill: str = "",
) -> Record:
    """The record that a hand-over of *release* to *slot* ends with.

    :param repairs: the number of the release that this one is once more; 0: none.
    :param bill: digest of the bill of materials of its installation; empty before it is installed.
    """
    files = {file.path: file.digest for file in slot_files(release, layout, slot)}
    files.update({layout.key_file(slot): release.tls.key_digest} if release.tls else {})
    return Record(
        number=number,
        at=at,
        slot=slot,
        version=release.version,
        address=release.address,
        manager=manager_digest(release, layout),
        service_manager=release.manager.name,
        requirements=release.requirements_digest,
        changes=tuple(changes),
        manager_files=tuple(file.whole for file in manager_files(release, layout, slot)),
        repairs=repairs,
        release=release_digest(release, layout),
        # A digest once more: Ansible blackens the one that the module was given wherever it returns it.
        files={**files, layout.secrets_file(slot): text_digest(release.secrets_digest)},
        folders=layout.folders,
        user=release.user,
        group=release.group,
        bill=bill,
        salt=salt_mark(release),
    )


def salt_mark(release: Release) -> str:
    """What tells the salt key of *release* from another; empty without one. Too short to find out the key by it."""
    return text_digest(release.salt_digest)[:SALT_MARK] if release.salt_digest else ""
