# SPDX-License-Identifier: GPL-3.0-or-later
"""What differs between a host and the release that it should have, and what has to be done for it. Pure."""

from __future__ import annotations

import posixpath
import typing as t
from dataclasses import dataclass

from .._managers import Manager
from .content import record_of, release_digest, slot_files
from .desired import File, Release
from .differences import Difference, worth_telling
from .host_differences import (
    changes_slot,
    closed_folders,
    drop_in_differences,
    install_differences,
    installation_differences,
    left_behind,
    manager_differences,
    move_differences,
    permission_differences,
    slot_differences,
    state_differences,
    stray_certificates,
    stray_python_files,
)
from .images import engine_of
from .layout import SLOTS, Layout
from .observed import Observed, free_slot
from .permissions import (
    Permission,
    Whose,
    as_recorded,
    held_permissions,
    needed_folders,
    shared_folders,
    whose,
    wrong,
)
from .places import place_of, stale_units
from .port import port_of
from .records import Record, record_text, superfluous
from .service_files import service_unit


@dataclass(frozen=True)
class Plan:
    """What a run has to do. Nothing differs: nothing to do.

    :param slot: the slot that serves in the end.
    :param install: the installation is not there yet, or an image is fetched for each release.
    :param release: *slot* starts with another release than before; else the slot that served only has to be put right.
    :param foreign: what another service manager or release made of *slot*, to remove before that.
    :param stage: *slot* gets another release than it has, so that its files and secrets are written.
    :param files: what to write of *slot* before that is started, and earlier records that come along.
    :param manager_files: what to write of the service manager's files before *slot* is started.
    :param handover_files: what to write of them once *slot* has proved itself.
    :param records: the record that *slot* serves, which ends the hand-over; empty where it serves already.
    :param others: the slots to stop then.
    :param obsolete: records, installations and downloads that are of no use then.
    :param rebind: the address changes, so the port has to be let go for a moment.
    :param reopen: the port is open otherwise than its unit will say once *slot* starts; systemd would lose it.
    :param reconfigure: the service manager itself has to read its configuration again.
    :param begun: what is left of earlier installations, to remove before this one.
    :param disposable: no slot runs the installation, so that it goes when it cannot be completed.
    :param closed: folders to open to the service's account.
    :param announced: the slot's unit, to write before anything else: it says where, if this run ends early.
    :param folders: the folders to make, or to put right, before *files* are written.
    :param permissions: what has other owners or modes than it should, once *slot* serves.
    :param drop_ins: folders that change units, to remove before *slot* is started.
    :param opens_first: the new port can be opened before the old one closes.
    :param moved: who or where the gateway is changes, so that what served cannot go on beside the new slot's manager.
    :param replaces: supervisor holds the port and systemd is to, or the other way round.
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
    stage: bool
    files: tuple[File, ...]
    manager_files: tuple[File, ...]
    handover_files: tuple[File, ...]
    records: tuple[File, ...]
    others: tuple[int, ...]
    obsolete: tuple[str, ...]
    rebind: bool
    reconfigure: bool
    begun: tuple[str, ...] = ()
    disposable: bool = False
    closed: tuple[str, ...] = ()
    announced: tuple[File, ...] = ()
    folders: tuple[Permission, ...] = ()
    permissions: tuple[Permission, ...] = ()
    drop_ins: tuple[str, ...] = ()
    opens_first: bool = False
    reopen: bool = False
    moved: bool = False
    replaces: bool = False
    former_user: str = ""
    left_first: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()


def known_slots(layout: Layout, observed: Observed, manager: Manager) -> tuple[int, ...]:
    """The slots that the service manager can be told to stop: systemd only those whose unit is there."""
    return tuple(
        slot
        for slot in SLOTS
        if not manager.uses_systemd or any(path in observed.texts for path in layout.service_units(slot))
    )


def _foreign(release: Release, layout: Layout, observed: Observed, slot: int) -> tuple[str, ...]:
    """Files of *slot* that are another service manager's, and Python files that the release does not have."""
    own = layout.service_unit(slot, release.manager.uses_quadlets)
    units = [path for path in layout.service_units(slot) if path != own and path in observed.texts]
    strays = stray_certificates(release, layout, observed, slot)
    return (*units, *stray_python_files(release, layout, observed, slot), *strays)


def _obsolete(layout: Layout, observed: Observed, before: Record | None, installation: str) -> tuple[str, ...]:
    """The records beyond those that are kept, the installations that only slots without a purpose still use, what is left
    of some that were only begun, and downloads that none uses.

    :param before: the release that can be gone back to in the end.
    """
    kept = {installation, observed.installation_of(before.slot, layout) if before else ""}
    records = [layout.record(record.number) for record in superfluous(observed.records)]
    installations = sorted(observed.installations - kept)
    # An installation is known by its requirements, so these go last.
    requirements = [layout.requirements(name) for name in map(posixpath.basename, installations) if not engine_of(name)]
    left = sorted(left_behind(layout, observed, installation))
    return (*records, *installations, *requirements, *left, *sorted(observed.downloads))


def _installs_again(release: Release, observed: Observed, new: bool, replaces: bool) -> bool:
    """Whether something has to be brought to the host although the installation is there."""
    if release.container:
        return new and release.container.pull == "always"
    # supervisor is among the tools only where it was needed before.
    return not release.manager.uses_systemd and observed.served is not None and replaces


def _kept(place: Layout, observed: Observed) -> dict[int, Record | None]:
    """Each slot of *place* to the record of what it is kept for."""
    records = [record for record in (observed.previous, observed.served) if record]
    purposes = {record.slot: record for record in records if place_of(place, record) == place}
    return {slot: purposes.get(slot) for slot in SLOTS}


class _Comparison(t.NamedTuple):
    """What differs, by what puts it right.

    :param install: an installation or an account, which is brought to the host.
    :param moves: where the gateway is, whose and under what, for which it moves.
    :param staged: what the slot that serves has or runs, for which another one is staged.
    :param manager: what the service manager's own files say.
    :param state: what is put right where it is.
    """

    install: list[Difference]
    moves: list[Difference]
    staged: list[Difference]
    manager: list[Difference]
    state: list[Difference]


def _compare(release: Release, layout: Layout, place: Layout, observed: Observed) -> _Comparison:
    """What differs from *release*, beside permissions and what is left elsewhere."""
    served, serving = observed.served, observed.serving
    moves = list(move_differences(release, layout, place, served)) if served else []
    staged = list(slot_differences(release, place, observed))
    staged += drop_in_differences(each for each in observed.drop_ins if serving and changes_slot(each, serving))
    state = list(state_differences(release, place, observed, serving)) if serving else []
    if serving and not state and not observed.answers:
        staged.append(Difference(f"slot {serving}", f"running without an answer on {release.address}", "replaced"))
    return _Comparison(
        install=list(install_differences(release, layout, observed)),
        moves=moves,
        staged=staged,
        manager=list(manager_differences(release, layout, place, observed, bool(moves))),
        state=state,
    )


class _Left(t.NamedTuple):
    """What is of no use any more, and where the gateway is not.

    :param first: files and folders that nothing runs from, to remove before anything else.
    :param last: the rest of them, to remove in the end.
    :param accounts: users that the gateway ran as.
    """

    first: tuple[str, ...]
    last: tuple[str, ...]
    accounts: tuple[str, ...]

    def differences(self) -> t.Iterator[Difference]:
        for path in (*self.first, *self.last):
            yield Difference(path, change="removed", detail="left of where the gateway was")
        for name in self.accounts:
            yield Difference(f"user {name}", change="removed", detail="the gateway ran as it before")


def _left(release: Release, layout: Layout, observed: Observed, slot: int, before: Record | None) -> _Left:
    """What is left for a run that ends with *slot* serving and *before* to go back to."""
    first = tuple(path for path in observed.left if not _is_used(path, layout, observed))
    last = [path for path in observed.left if path not in first]
    last += stale_units(layout, observed.texts, slot) if release.manager.uses_systemd else ()
    accounts = sorted(observed.accounts - {release.user, before.user if before else ""})
    return _Left(first, tuple(last), tuple(accounts))


def _wrong_permissions(release: Release, place: Layout, observed: Observed) -> list[Permission]:
    """What has other owners or modes on a host that serves than it should have."""
    if not observed.served:
        return []
    held = held_permissions(as_recorded(release, observed.served), place, _kept(place, observed))
    return [each for each in held if wrong(each, observed.modes, observed.owners)]


def _slot_files(
    release: Release, layout: Layout, place: Layout, observed: Observed, slot: int
) -> tuple[tuple[File, ...], tuple[File, ...]]:
    """What to write of *slot* before anything else, and what before it is started, with the records that come along."""
    announced = [service_unit(release, layout, slot)] if release.manager.uses_systemd else []
    carried = [record_file(each, layout, release.owner, release.group) for each in _carried(layout, place, observed)]
    own = [file for file in slot_files(release, layout, slot) if file not in announced]
    return tuple(_not_there(announced, observed)), tuple(_not_there((*carried, *own), observed))


def plan(release: Release, layout: Layout, observed: Observed, at: str) -> Plan:
    """Compare, and say what to do.

    A slot's files, its version and what is installed of it, its secrets, its place and the port make a release: a
    difference there needs the free slot. Whatever else differs (a stopped service, a unit that is not enabled, the mode of
    a file) is put right where it is.

    :param at: when the plan is made, for the record.
    """
    served, serving = observed.served, observed.serving
    place = place_of(layout, served)
    found = _compare(release, layout, place, observed)
    new = bool(found.install or found.moves or found.staged or found.manager) or not serving
    slot = free_slot(observed) if new else serving
    # A release that is the one that serves, once more, leaves the way back as it is.
    repairs = served.origin if served and served.release == release_digest(release, layout) else 0
    before = observed.previous if repairs or not new else served
    left, wrongs = _left(release, layout, observed, slot, before), _wrong_permissions(release, place, observed)
    differences = (
        *(*found.install, *found.staged, *found.moves, *found.manager, *found.state),
        *permission_differences(wrongs, observed),
        *drop_in_differences(each for each in observed.drop_ins if not changes_slot(each, serving)),
        *(() if new else left.differences()),
        *installation_differences(release, layout, observed),
    )
    port = port_of(release, layout, observed, slot)
    announced, files = _slot_files(release, layout, place, observed, slot)
    changes = [each.done for each in worth_telling(differences)]
    bill = "" if found.install else _known_bill(release, layout, observed)
    record = record_of(release, layout, slot, next_number(observed), at, changes, repairs, bill)
    other = not same_account(whose(release), served)
    folders = needed_folders(whose(release), layout, slot, observed.modes, observed.owners, shared=other)
    installation = layout.installation(release.installation)
    disposable = installation not in observed.links.values()
    return Plan(
        differences=differences,
        slot=slot,
        install=bool(found.install) or _installs_again(release, observed, new, port.replaces),
        release=new,
        foreign=_foreign(release, layout, observed, slot) if new else (),
        stage=new,
        files=files if new else (),
        manager_files=tuple(_not_there(port.before, observed)) if new else (),
        handover_files=tuple(port.after),
        records=(record_file(record, layout, release.owner, release.group),) if new else (),
        others=tuple(other for other in known_slots(layout, observed, release.manager) if other != slot),
        obsolete=_obsolete(layout, observed, before, installation),
        rebind=port.rebind,
        reconfigure=bool(found.manager or found.moves),
        announced=announced if new else (),
        folders=folders,
        permissions=later_permissions(whose(release), layout, served, wrongs, folders),
        drop_ins=observed.drop_ins,
        opens_first=port.opens_first,
        reopen=port.reopen,
        moved=bool(found.moves),
        replaces=port.replaces,
        former_user=served.user if other and served else "",
        left_first=left.first,
        left=left.last,
        accounts=left.accounts,
        begun=tuple(sorted(observed.unfinished & {layout.tools(), *([installation] if disposable else [])})),
        disposable=disposable,
        closed=tuple(closed_folders(release, layout, observed)),
    )


def _known_bill(release: Release, layout: Layout, observed: Observed) -> str:
    """The digest of the bill of materials of an installation that is there: as it was released, else as it is."""
    served = observed.served
    same = served and (served.version, served.requirements) == (release.version, release.requirements_digest)
    known = served.bill if served and same else ""
    return known or observed.digests.get(layout.bill(release.installation), "")


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
    """Those of *files* that are missing or other."""
    for file in files:
        there = (observed.modes.get(file.path), observed.owners.get(file.path))
        if there != (file.mode, f"{file.owner}:{file.group}") or not observed.has(file):
            yield file


def next_number(observed: Observed) -> int:
    """The number of the release that a run would make."""
    return observed.served.number + 1 if observed.served else 1


def record_file(record: Record, layout: Layout, owner: str, group: str) -> File:
    """The file that keeps *record* on the host."""
    return File(layout.record(record.number), record_text(record), owner, group, "0640")
