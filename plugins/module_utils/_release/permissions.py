# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom each folder and file of a gateway belongs to, and who may read it. Pure; looks at nothing."""

from __future__ import annotations

import typing as t
from dataclasses import replace

from .content import slot_files
from .desired import SECRETS_MODE, Release
from .layout import SLOTS, Layout
from .records import Record
from .service_files import manager_files

PASSAGE = "0751"
"""A folder that another account may pass through, while the slot that it runs still serves."""


class Permission(t.NamedTuple):
    """What a path should have. *owner* and *group* are names or empty for any, *mode* is octal text as Ansible writes it."""

    path: str
    owner: str
    group: str
    mode: str

    @property
    def account(self) -> str:
        """``user:group``."""
        return f"{self.owner}:{self.group}"


class Whose(t.NamedTuple):
    """Whom the files of a host belong to, and whom the gateway runs as.

    :param units: whether slots are services of systemd, which makes the folders for what runs by itself.
    :param container: whether slots are containers, which have programs of their own.
    """

    owner: str
    user: str
    group: str
    units: bool
    container: bool = False


def whose(release: Release) -> Whose:
    """Whom the files of *release* belong to."""
    return Whose(
        release.owner, release.user, release.group, release.manager.uses_systemd, release.container is not None
    )


def shared_folders(whose: Whose, layout: Layout) -> list[Permission]:
    """The folders that all slots have in common, each behind the one that it is in."""
    owner, user, group = whose.owner, whose.user, whose.group
    found = [
        Permission(layout.install, owner, group, "0755"),
        Permission(f"{layout.install}/slots", owner, group, "0755"),
        Permission(layout.config, owner, group, "0750"),
        Permission(f"{layout.config}/slots", owner, group, "0750"),
        Permission(layout.state, user, group, "0750"),
        Permission(layout.records(), owner, group, "0750"),
    ]
    # systemd makes it at each start, and takes it away at each end.
    return found if whose.units else [*found, Permission(layout.runtime, user, group, "0750")]


def slot_folders(whose: Whose, layout: Layout, slot: int) -> list[Permission]:
    """The folders of one slot, each behind the one that it is in."""
    owner, user, group = whose.owner, whose.user, whose.group
    found = [
        Permission(layout.code(slot), owner, group, "0755"),
        Permission(layout.gateway(slot), owner, group, "0755"),
        Permission(layout.configuration(slot), owner, group, "0750"),
    ]
    if whose.container:
        found.append(Permission(layout.container(slot), owner, group, "0755"))
    return found if whose.units else [*found, Permission(f"{layout.runtime}/{slot}", user, group, "0750")]


def secrets_permission(release: Release, layout: Layout, slot: int) -> Permission:
    """Who may read a slot's secrets."""
    owner = release.secrets_owner
    group = "root" if owner == "root" else release.group
    return Permission(layout.secrets_file(slot), owner, group, SECRETS_MODE)


def key_permission(release: Release, layout: Layout, slot: int) -> Permission:
    """Who may read the key of a slot's certificate."""
    return Permission(layout.key_file(slot), release.user, release.group, SECRETS_MODE)


def slot_permissions(release: Release, layout: Layout, slot: int) -> list[Permission]:
    """Folders, files and secrets of one slot."""
    files = [Permission(file.path, file.owner, file.group, file.mode) for file in slot_files(release, layout, slot)]
    files += [key_permission(release, layout, slot)] if release.tls else []
    return [*slot_folders(whose(release), layout, slot), *files, secrets_permission(release, layout, slot)]


def as_recorded(release: Release, record: Record | None) -> Release:
    """*release* with the account and the service manager of *record*, which own the files of its slot."""
    if record is None or not record.user:
        return release
    container = release.container if record.run_by == release.manager else None
    return replace(release, user=record.user, group=record.group, manager=record.run_by, container=container)


def held_permissions(
    release: Release, layout: Layout, records: t.Mapping[int, Record | None]
) -> t.Iterator[Permission]:
    """What a host that serves should have, its shared folders first.

    :param records: each slot to the record of what it is kept for; None for a slot that is free, whose secrets must be
        closed and are nobody's business else.
    """
    yield from shared_folders(whose(release), layout)
    for slot, record in records.items():
        if record:
            yield from slot_permissions(as_recorded(release, record), layout, slot)
        else:
            yield secrets_permission(release, layout, slot)._replace(owner="", group="")
    for file in manager_files(release, layout, SLOTS[0]):
        yield Permission(file.path, file.owner, file.group, file.mode)


def passable(permission: Permission) -> Permission:
    """*permission* with a mode that lets the former account, which still serves, pass through a folder."""
    return permission._replace(mode=PASSAGE) if permission.mode == "0750" else permission


def needed_folders(
    whose: Whose, layout: Layout, slot: int, modes: t.Mapping[str, str], owners: t.Mapping[str, str], shared: bool
) -> tuple[Permission, ...]:
    """The folders that are missing or wrong, for *slot* to be written and started.

    :param shared: whether another account's slot serves until then, and needs the folders as well.
    """
    common = shared_folders(whose, layout)
    wanted = [*(map(passable, common) if shared else common), *slot_folders(whose, layout, slot)]
    return tuple(each for each in wanted if each.path not in modes or wrong(each, modes, owners))


def wrong(permission: Permission, modes: t.Mapping[str, str], owners: t.Mapping[str, str]) -> bool:
    """Whether what is there, by its path, has another mode or owner; what is missing is another matter."""
    if permission.path not in modes:
        return False
    return modes[permission.path] != permission.mode or (
        bool(permission.owner) and owners.get(permission.path) != permission.account
    )
