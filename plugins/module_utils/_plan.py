# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""What differs between a host and the release that it should have, and what has to be done for it. Pure."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from ansible_collections.llmops.litellm.plugins.module_utils._layout import SLOTS, Layout
from ansible_collections.llmops.litellm.plugins.module_utils._permissions import (
    Permission,
    Whose,
    as_recorded,
    held_permissions,
    needed_folders,
    shared_folders,
    whose,
    wrong,
)
from ansible_collections.llmops.litellm.plugins.module_utils._places import place_of, stale_units
from ansible_collections.llmops.litellm.plugins.module_utils._records import (
    Record,
    newest,
    previous,
    record_text,
    superfluous,
)
from ansible_collections.llmops.litellm.plugins.module_utils._release import (
    CONFIG_MODE,
    SECRETS_MODE,
    File,
    Release,
    has_units,
    manager_digest,
    manager_files,
    record_of,
    release_digest,
    service_unit,
    slot_files,
)

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
    :param environments: folders of complete environments.
    :param user: whether the service's user and group exist.
    :param enabled: systemd units that start at boot.
    :param running: slots that serve.
    :param records: what was released here before.
    :param supervisor: whether supervisor runs.
    :param listens: whether the port is open at the address that the newest record names.
    :param held: whether systemd has the port that its socket names; True where it need not.
    :param answers: whether the gateway answers its readiness check.
    :param drop_ins: folders with files that change what the gateway's units say.
    :param places: where else a gateway of this host is or was.
    :param left: what is ours there, and what another service manager has left.
    :param accounts: users that the role made, by the records.
    """

    texts: t.Mapping[str, str] = field(default_factory=dict)
    modes: t.Mapping[str, str] = field(default_factory=dict)
    owners: t.Mapping[str, str] = field(default_factory=dict)
    links: t.Mapping[str, str] = field(default_factory=dict)
    digests: t.Mapping[str, str] = field(default_factory=dict)
    environments: frozenset[str] = frozenset()
    user: bool = False
    enabled: frozenset[str] = frozenset()
    running: frozenset[int] = frozenset()
    records: tuple[Record, ...] = ()
    supervisor: bool = False
    listens: bool = False
    held: bool = True
    answers: bool = False
    drop_ins: tuple[str, ...] = ()
    places: tuple[Layout, ...] = ()
    left: tuple[str, ...] = ()
    accounts: frozenset[str] = frozenset()

    @property
    def served(self) -> Record | None:
        """The release that serves, by the records."""
        return newest(self.records)

    @property
    def serving(self) -> int:
        """The slot that serves by the records, or 0 without one."""
        return self.served.slot if self.served else 0

    @property
    def previous(self) -> Record | None:
        """The release that can be gone back to."""
        return previous(self.records)


@dataclass(frozen=True)
class Difference:
    """One thing that is not as it should be: what, and the texts to show for it, which may be empty."""

    what: str
    path: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Plan:
    """What a run has to do. Nothing differs: nothing to do.

    :param slot: the slot that serves in the end.
    :param install: the environment of the version, the account or the folders are not there yet.
    :param release: a new release has to be staged in *slot*; else the slot that served only has to be put right.
    :param foreign: what another service manager made of *slot*, to remove before that.
    :param files: what to write before *slot* is started.
    :param handover_files: what to write once *slot* has proved itself; the record ends it.
    :param others: the slots to stop then.
    :param obsolete: records and environments that are of no use then.
    :param rebind: the address changes, so the port has to be let go for a moment.
    :param reconfigure: the service manager itself has to read its configuration again.
    :param announced: what to write before anything else, so that a later run finds the new place if this one ends early.
    :param folders: the folders to make, or to put right, before *files* are written.
    :param permissions: what has other owners or modes than it should, once *slot* serves.
    :param drop_ins: folders that change units, to remove before *slot* is started.
    :param opens_first: the new port can be opened before the old one closes.
    :param moved: who or where the gateway is changes, so that what served cannot go on beside the new slot's manager.
    :param replaces: ``systemd`` or ``supervisor`` where that holds the port, and another is to; else empty.
    :param former_user: whose files in the state folder become the new user's; empty when nobody's do.
    :param left_first: what to remove before anything else, where an earlier run was about to put the gateway.
    :param left: what to remove once only *slot* runs, where the gateway was before.
    :param accounts: the users to remove then.
    """

    differences: tuple[Difference, ...]
    slot: int
    install: bool
    release: bool
    foreign: tuple[str, ...]
    files: tuple[File, ...]
    handover_files: tuple[File, ...]
    others: tuple[int, ...]
    obsolete: tuple[str, ...]
    rebind: bool
    reconfigure: bool
    announced: tuple[File, ...] = ()
    folders: tuple[Permission, ...] = ()
    permissions: tuple[Permission, ...] = ()
    drop_ins: tuple[str, ...] = ()
    opens_first: bool = False
    moved: bool = False
    replaces: str = ""
    former_user: str = ""
    left_first: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()


def told(differences: t.Iterable[Difference], observed: Observed) -> list[str]:
    """What to say of *differences*; of a host without a release it goes without saying that each file is missing."""
    return [each.what for each in differences if observed.serving or not each.path]


def secrets_path(layout: Layout, slot: int) -> str:
    """The environment file with a slot's secrets."""
    return f"{layout.settings(slot)}/litellm.env"


def published(layout: Layout, slot: int) -> dict[str, str]:
    """The serving slot's files under their fixed names: name to the file that it is another name of."""
    return {f"{layout.config}/{name}": f"{layout.settings(slot)}/{name}" for name in PUBLISHED_MODES}


def stamp_text(release: Release) -> str:
    """What the stamp of a complete installation says."""
    return f"{release.version} {release.requirements_digest}\n"


def _free_slot(observed: Observed) -> int:
    """The slot that neither serves nor is kept to go back to; where nothing is recorded, one that does not run."""
    taken = {record.slot for record in (observed.served, observed.previous) if record} or observed.running
    return next((slot for slot in SLOTS if slot not in taken), SLOTS[0])


def known_slots(layout: Layout, observed: Observed, manager: str) -> tuple[int, ...]:
    """The slots that the service manager can be told to stop: systemd only those whose unit is there."""
    return tuple(
        slot
        for slot in SLOTS
        if not has_units(manager) or any(path in observed.texts for path in layout.service_units(slot))
    )


def _foreign_units(layout: Layout, observed: Observed, manager: str, slot: int) -> tuple[str, ...]:
    """The files that make another service of *slot* than *manager* does."""
    own = layout.service_unit(slot, manager)
    return tuple(path for path in layout.service_units(slot) if path != own and path in observed.texts)


def _obsolete(layout: Layout, observed: Observed, before: Record | None, environment: str) -> tuple[str, ...]:
    """The records beyond those that are kept, and the environments that only slots without a purpose still use.

    :param before: the release that can be gone back to in the end.
    """
    kept = {environment, observed.links.get(f"{layout.code(before.slot)}/environment", "") if before else ""}
    records = [layout.record(record.number) for record in superfluous(observed.records)]
    return (*records, *sorted(observed.environments - kept))


def _file_differences(files: t.Iterable[File], observed: Observed) -> t.Iterator[Difference]:
    for file in files:
        text = observed.texts.get(file.path)
        if text is None:
            yield Difference(f"{file.path} is missing", file.path, "", file.content)
        elif text != file.content:
            yield Difference(f"{file.path} differs", file.path, text, file.content)


def _install_differences(release: Release, layout: Layout, observed: Observed) -> t.Iterator[Difference]:
    if not observed.user:
        yield Difference(f"user {release.user} or group {release.group} is missing")
    if observed.texts.get(layout.stamp(release.environment)) != stamp_text(release):
        folder = layout.environment(release.environment)
        yield Difference(
            f"image {release.container.image} has not been fetched and checked"
            if release.container
            else f"LiteLLM {release.version} is not installed as required in {folder}"
        )


def _slot_differences(release: Release, layout: Layout, observed: Observed) -> t.Iterator[Difference]:
    slot = observed.serving
    if not slot:
        yield Difference("no release is serving")
        # On a host without a release, everything of the slot is new.
        yield from _file_differences(slot_files(release, layout, _free_slot(observed)), observed)
        return
    yield from _file_differences(slot_files(release, layout, slot), observed)
    link = observed.links.get(f"{layout.code(slot)}/environment", "nothing")
    if link != layout.environment(release.environment):
        yield Difference(
            f"slot {slot} does not run image {release.container.image}"
            if release.container
            else f"slot {slot} runs LiteLLM {link.rsplit('/', 1)[-1]} instead of {release.environment}"
        )
    elif observed.served and observed.served.requirements != release.requirements_digest:
        yield Difference(f"slot {slot} was started before the packages of LiteLLM {release.version} changed")
    secrets = secrets_path(layout, slot)
    if observed.digests.get(secrets) != release.secrets_digest:
        yield Difference(f"{secrets} differs (values are not shown)")


def _state_differences(release: Release, layout: Layout, observed: Observed, slot: int) -> t.Iterator[Difference]:
    if slot not in observed.running:
        yield Difference(f"slot {slot} is not running")
    for other in sorted(observed.running - {slot}):
        yield Difference(f"slot {other} is still running")
    if release.manager == "supervisor" and not observed.supervisor:
        yield Difference("supervisor is not running")
    if not observed.held:
        yield Difference("litellm.socket does not hold the port")
    if release.has_units:
        wanted = {"litellm.socket", f"litellm@{slot}.service"}
        yield from (Difference(f"{name} does not start at boot") for name in sorted(wanted - observed.enabled))
        yield from (Difference(f"{name} starts at boot") for name in sorted(observed.enabled - wanted))
    for name, origin in published(layout, slot).items():
        if observed.links.get(name) != origin:
            yield Difference(f"{name} is not the serving slot's")


def _move_differences(release: Release, layout: Layout, place: Layout, served: Record) -> t.Iterator[Difference]:
    """What is somewhere else, someone else's, or run by another service manager, than it should be."""
    for name, folder in place.folders.items():
        if folder != layout.folders[name]:
            yield Difference(f"litellm_{name}_dir is {folder} instead of {layout.folders[name]}")
    if served.service_manager != release.manager:
        yield Difference(f"{served.service_manager} runs it instead of {release.manager}")
    for name, was, wanted in (("user", served.user, release.user), ("group", served.group, release.group)):
        if was and was != wanted:
            yield Difference(f"litellm_{name} is {was} instead of {wanted}")


def _permission_differences(permissions: t.Iterable[Permission], observed: Observed) -> t.Iterator[Difference]:
    for each in permissions:
        mode, account = observed.modes[each.path], observed.owners.get(each.path, "nobody")
        if mode != each.mode:
            yield Difference(f"{each.path} has mode {mode} instead of {each.mode}")
        if each.owner and account != each.account:
            yield Difference(f"{each.path} belongs to {account} instead of {each.account}")


def _changes_slot(folder: str, slot: int) -> bool:
    """Whether files in this folder of drop-ins change the service of *slot*."""
    return folder.rpartition("/")[2] in {
        "litellm@.service.d",
        f"litellm@{slot}.service.d",
        f"litellm@{slot}.container.d",
    }


def _drop_in_differences(folders: t.Iterable[str]) -> t.Iterator[Difference]:
    for folder in folders:
        yield Difference(f"{folder} changes what the units say; that is for litellm_unit_overrides to do")


def _port_changes(release: Release, layout: Layout, observed: Observed) -> bool:
    """Whether the port that is there has to be opened again, not only to wake another slot."""
    if observed.served and observed.served.address != release.address:
        return True
    wanted = [file for slot in SLOTS for file in manager_files(release, layout, slot)]
    texts = {file.content for file in wanted}
    changed = any(observed.texts.get(file.path, file.content) not in texts for file in wanted)
    return changed or any(folder.endswith("/litellm.socket.d") for folder in observed.drop_ins)


def opens_first(observed: Observed, manager: str, address: str) -> bool:
    """Whether systemd can hold the port of *address* while a slot still serves another one."""
    served = observed.served
    if not served or not has_units(manager) or not has_units(served.service_manager):
        return False
    ports = {each.rpartition(":")[2] for each in (served.address, address)}
    return len(ports) > 1 and observed.listens and served.slot in observed.running


def _replaced(release: Release, layout: Layout, observed: Observed) -> str:
    """Who holds the port that another is to hold."""
    if release.has_units:
        return "supervisor" if observed.supervisor else ""
    return "systemd" if release.privileged and layout.socket_unit() in observed.texts else ""


def _kept(place: Layout, observed: Observed) -> dict[int, Record | None]:
    """Each slot of *place* to the record of what it is kept for."""
    records = [record for record in (observed.previous, observed.served) if record]
    purposes = {record.slot: record for record in records if place_of(place, record) == place}
    return {slot: purposes.get(slot) for slot in SLOTS}


def plan(release: Release, layout: Layout, observed: Observed, at: str) -> Plan:
    """Compare, and say what to do.

    A slot's files, its version and what is installed of it, its secrets, its place and the port make a release: a
    difference there needs the free slot. Whatever else differs (a stopped service, a unit that is not enabled, the mode of
    a file) is put right where it is.

    :param at: when the plan is made, for the record.
    """
    served, serving = observed.served, observed.serving
    place = place_of(layout, served)
    install = list(_install_differences(release, layout, observed))
    moves = list(_move_differences(release, layout, place, served)) if served else []
    staged = list(_slot_differences(release, place, observed))
    staged += _drop_in_differences(each for each in observed.drop_ins if serving and _changes_slot(each, serving))
    manager = list(_file_differences(manager_files(release, place, serving or SLOTS[0]), observed))
    if served and served.address != release.address:
        manager.append(Difference(f"listens on {served.address} instead of {release.address}"))
    elif served and not moves and not manager and served.manager != manager_digest(release, layout):
        manager.append(Difference(f"{release.manager} has not taken up its files since they changed"))
    state = list(_state_differences(release, place, observed, serving)) if serving else []
    if serving and not state and not observed.answers:
        staged.append(Difference(f"slot {serving} is running but does not answer on {release.address}"))
    new = bool(install or moves or staged or manager) or not serving
    slot = _free_slot(observed) if new else serving
    held = list(held_permissions(as_recorded(release, served), place, _kept(place, observed))) if served else []
    wrongs = [each for each in held if wrong(each, observed.modes, observed.owners)]
    left_first = tuple(path for path in observed.left if not _is_used(path, layout, observed))
    left = [path for path in observed.left if path not in left_first]
    left += stale_units(layout, observed.texts, slot) if release.has_units else ()
    # A release that is the one that serves, once more, leaves the way back as it is.
    repairs = served.origin if served and served.release == release_digest(release, layout) else 0
    before = observed.previous if repairs or not new else served
    accounts = sorted(observed.accounts - {release.user, before.user if before else ""})
    state += _permission_differences(wrongs, observed)
    state += _drop_in_differences(each for each in observed.drop_ins if not _changes_slot(each, serving))
    if not new:
        state += [Difference(f"{path} is left of where the gateway was") for path in (*left_first, *left)]
        state += [Difference(f"user {name} is left of whom the gateway ran as") for name in accounts]
    # An earlier run may have written the new address and ended before it moved there.
    elsewhere = release.has_units and bool(serving) and not observed.listens
    first_open = opens_first(observed, release.manager, release.address)
    replaces = _replaced(release, layout, observed)
    socket = manager_files(release, layout, slot)
    first, after = (socket, []) if first_open else manager_files_in_order(socket, observed)
    differences = (*install, *staged, *moves, *manager, *state)
    record = record_of(release, layout, slot, next_number(observed), at, told(differences, observed), repairs)
    records = [record_file(each, layout, release.owner, release.group) for each in _carried(layout, place, observed)]
    other = not same_account(whose(release), served)
    folders = needed_folders(whose(release), layout, slot, observed.modes, observed.owners, shared=other)
    files = (*records, *slot_files(release, layout, slot), *first)
    return Plan(
        differences=differences,
        slot=slot,
        install=bool(install),
        release=new,
        foreign=_foreign_units(layout, observed, release.manager, slot) if new else (),
        files=tuple(_not_there(files, observed)) if new else (),
        handover_files=(*after, record_file(record, layout, release.owner, release.group)) if new else tuple(after),
        others=tuple(other for other in known_slots(layout, observed, release.manager) if other != slot),
        obsolete=_obsolete(layout, observed, before, layout.environment(release.environment)),
        rebind=not first_open and not replaces and (elsewhere or _port_changes(release, layout, observed)),
        reconfigure=bool(manager) or bool(moves),
        announced=(service_unit(release, layout, slot),) if release.has_units and place != layout else (),
        folders=folders,
        permissions=later_permissions(whose(release), layout, served, wrongs, folders),
        drop_ins=observed.drop_ins,
        opens_first=first_open,
        moved=bool(moves),
        replaces=replaces,
        former_user=served.user if other and served else "",
        left_first=left_first,
        left=tuple(left),
        accounts=tuple(accounts),
    )


def _is_used(path: str, layout: Layout, observed: Observed) -> bool:
    """Whether *path* may be of use to a slot that runs or serves; units always may."""
    texts = [observed.texts.get(unit, "") for slot in observed.running for unit in layout.service_units(slot)]
    places = [place_of(layout, observed.served), *filter(None, map(layout.named_in, texts))]
    folders = [layout.units, layout.quadlets, *(folder for place in places for folder in place.folders.values())]
    return any(path == folder or path.startswith(f"{folder}/") for folder in folders)


def _carried(layout: Layout, place: Layout, observed: Observed) -> t.Iterable[Record]:
    """The records to take along to another place, so that numbers go on."""
    gone = superfluous(observed.records)
    return [record for record in observed.records if record not in gone] if place.state != layout.state else ()


def same_account(whose: Whose, served: Record | None) -> bool:
    """Whether what serves runs as the same user and group."""
    return served is None or not served.user or (served.user, served.group) == (whose.user, whose.group)


def later_permissions(
    whose: Whose, layout: Layout, served: Record | None, wrongs: t.Iterable[Permission], made: t.Iterable[Permission]
) -> tuple[Permission, ...]:
    """What to put right once the new slot serves: what is wrong and was not *made* right, and what was kept passable."""
    done = {each.path for each in made}
    kept = () if same_account(whose, served) else shared_folders(whose, layout)
    return (*(each for each in wrongs if each.path not in done), *kept)


def _not_there(files: t.Iterable[File], observed: Observed) -> t.Iterator[File]:
    """Those of *files* that are missing or other; each one that is written costs a round trip."""
    for file in files:
        there = (observed.texts.get(file.path), observed.modes.get(file.path), observed.owners.get(file.path))
        if there != (file.content, file.mode, f"{file.owner}:{file.group}"):
            yield file


def next_number(observed: Observed) -> int:
    return observed.served.number + 1 if observed.served else 1


def record_file(record: Record, layout: Layout, owner: str, group: str) -> File:
    return File(layout.record(record.number), record_text(record), owner, group, "0640")


def manager_files_in_order(files: t.Iterable[File], observed: Observed) -> tuple[list[File], list[File]]:
    """The service manager's files to write before the slot starts, and those that wait for the hand-over.

    The port's unit names the slot it wakes, so it waits, unless nobody serves there yet.
    """
    before: list[File] = []
    after: list[File] = []
    for file in files:
        waits = observed.serving and file.path.endswith(".socket") and file.path in observed.texts
        (after if waits else before).append(file)
    return before, after
