# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""What differs between a host and the release that it should have, and what has to be done for it. Pure."""

from __future__ import annotations

import posixpath
import typing as t
from dataclasses import dataclass, field, replace

from ansible_collections.llmops.litellm.plugins.module_utils._containers import engine_of
from ansible_collections.llmops.litellm.plugins.module_utils._layout import SLOTS, Layout
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
    slot_files,
)

PUBLISHED_MODES = {"config.yaml": CONFIG_MODE, "litellm.env": SECRETS_MODE}
"""The files that have a fixed name beside the slots, and their permissions."""


@dataclass(frozen=True)
class Observed:
    """What a host has, as far as a release is concerned.

    :param texts: content of each file that was looked at; a file that is missing is not in it.
    :param modes: octal text of each file's permissions.
    :param owners: ``user:group`` of each file.
    :param links: where each link that was looked at points to.
    :param digests: SHA-256 of each file with secrets.
    :param environments: folders of complete environments.
    :param closed: those of them, and the tools, that the service's account cannot use.
    :param unfinished: what is left of installations that did not come to their end.
    :param downloads: what is kept of downloads although no environment uses it.
    :param user: whether the service's user and group exist.
    :param enabled: systemd units that start at boot.
    :param running: slots that serve.
    :param records: what was released here before.
    :param supervisor: whether supervisor runs.
    :param listens: whether the port is open at the address that the newest record names.
    :param held: whether systemd has the port that its socket names; True where it need not.
    :param answers: whether the gateway answers its readiness check.
    """

    texts: t.Mapping[str, str] = field(default_factory=dict)
    modes: t.Mapping[str, str] = field(default_factory=dict)
    owners: t.Mapping[str, str] = field(default_factory=dict)
    links: t.Mapping[str, str] = field(default_factory=dict)
    digests: t.Mapping[str, str] = field(default_factory=dict)
    environments: frozenset[str] = frozenset()
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
    answers: bool = False

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
    :param obsolete: records, environments and downloads that are of no use then.
    :param rebind: the address changes, so the port has to be let go for a moment.
    :param reconfigure: the service manager itself has to read its configuration again.
    :param begun: what is left of earlier installations, to remove before this one.
    :param disposable: no slot runs the environment to install, so that it goes when its installation fails.
    :param closed: folders to open to the service's account.
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
    begun: tuple[str, ...] = ()
    disposable: bool = False
    closed: tuple[str, ...] = ()


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


def _known_slots(layout: Layout, observed: Observed, manager: str) -> tuple[int, ...]:
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


def _obsolete(layout: Layout, observed: Observed, slot: int, environment: str) -> tuple[str, ...]:
    """The records beyond those that are kept, the environments that only slots without a purpose still use, what is left
    of installations, and downloads that no environment uses.
    """
    before = observed.previous if slot == observed.serving else observed.served
    kept = {environment, observed.links.get(f"{layout.code(before.slot)}/environment", "") if before else ""}
    records = [layout.record(record.number) for record in superfluous(observed.records)]
    environments = sorted(observed.environments - kept)
    # An environment is known by its requirements, so these go last.
    requirements = [layout.requirements(name) for name in map(posixpath.basename, environments) if not engine_of(name)]
    left = sorted(_left_behind(layout, observed, environment))
    return (*records, *environments, *requirements, *left, *sorted(observed.downloads))


def _left_behind(layout: Layout, observed: Observed, environment: str) -> frozenset[str]:
    """What is left of installations that nothing needs: no slot runs it, and it is not what is to be installed."""
    needed = {environment, *observed.links.values()}
    texts = {layout.requirements(posixpath.basename(folder)) for folder in needed}
    return observed.unfinished - needed - texts - {layout.tools()}


def _file_differences(files: t.Iterable[File], observed: Observed) -> t.Iterator[Difference]:
    for file in files:
        text = observed.texts.get(file.path)
        if text is None:
            yield Difference(f"{file.path} is missing", file.path, "", file.content)
        elif text != file.content:
            yield Difference(f"{file.path} differs", file.path, text, file.content)
        elif observed.modes.get(file.path) != file.mode:
            mode = observed.modes.get(file.path, "unknown")
            yield Difference(f"{file.path} has mode {mode} instead of {file.mode}")


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
    if release.manager == "supervisor" and layout.tools() in observed.unfinished:
        yield Difference(f"supervisor is not installed as required in {layout.tools()}")


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
    elif observed.modes.get(secrets) != SECRETS_MODE:
        yield Difference(f"{secrets} has mode {observed.modes.get(secrets, 'unknown')} instead of {SECRETS_MODE}")


def _closed(release: Release, layout: Layout, observed: Observed) -> list[str]:
    """The folders that the service's account has to be able to use and cannot."""
    needless = {layout.tools()} if release.has_units else set()
    return sorted(observed.closed - needless)


def _place_differences(release: Release, layout: Layout, observed: Observed) -> t.Iterator[Difference]:
    """What of the installations is put right without a release."""
    for folder in _closed(release, layout, observed):
        yield Difference(f"{folder} cannot be used by {release.user}")
    for path in sorted(_left_behind(layout, observed, layout.environment(release.environment))):
        yield Difference(f"{path} is left of an installation that was not finished")


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


def _port_changes(release: Release, layout: Layout, observed: Observed) -> bool:
    """Whether the port that is there has to be opened again, not only to wake another slot."""
    if observed.served and observed.served.address != release.address:
        return True
    wanted = [file for slot in SLOTS for file in manager_files(release, layout, slot)]
    texts = {file.content for file in wanted}
    return any(observed.texts.get(file.path, file.content) not in texts for file in wanted)


def plan(release: Release, layout: Layout, observed: Observed, at: str) -> Plan:
    """Compare, and say what to do.

    A slot's files, its version and what is installed of it, its secrets and the port make a release: a difference
    there needs the free slot. Whatever else differs (a stopped service, a unit that is not enabled) is put right where
    it is.

    :param at: when the plan is made, for the record.
    """
    served, serving = observed.served, observed.serving
    install = list(_install_differences(release, layout, observed))
    staged = list(_slot_differences(release, layout, observed))
    manager = list(_file_differences(manager_files(release, layout, serving or SLOTS[0]), observed))
    if served and served.address != release.address:
        manager.append(Difference(f"listens on {served.address} instead of {release.address}"))
    elif served and not manager and served.manager != manager_digest(release, layout):
        manager.append(Difference(f"{release.manager} has not taken up its files since they changed"))
    state = list(_state_differences(release, layout, observed, serving)) if serving else []
    if serving and not state and not observed.answers:
        staged.append(Difference(f"slot {serving} is running but does not answer on {release.address}"))
    new = bool(install or staged or manager) or not serving
    slot = _free_slot(observed) if new else serving
    # An earlier run may have written the new address and ended before it moved there.
    elsewhere = release.has_units and bool(serving) and not observed.listens
    before, after = _manager_files_in_order(manager_files(release, layout, slot), observed)
    differences = (*install, *staged, *manager, *state, *_place_differences(release, layout, observed))
    environment = layout.environment(release.environment)
    disposable = environment not in observed.links.values()
    record = record_of(release, layout, slot, _next_number(observed), at, told(differences, observed))
    return Plan(
        differences=differences,
        slot=slot,
        install=bool(install),
        release=new,
        foreign=_foreign_units(layout, observed, release.manager, slot) if new else (),
        files=tuple(_not_there((*slot_files(release, layout, slot), *before), observed)) if new else (),
        handover_files=(*after, _record_file(record, layout, release.owner, release.group)) if new else tuple(after),
        others=tuple(other for other in _known_slots(layout, observed, release.manager) if other != slot),
        obsolete=_obsolete(layout, observed, slot, environment),
        rebind=elsewhere or _port_changes(release, layout, observed),
        reconfigure=bool(manager),
        begun=tuple(sorted(observed.unfinished & {layout.tools(), *([environment] if disposable else [])})),
        disposable=disposable,
        closed=tuple(_closed(release, layout, observed)),
    )


def _not_there(files: t.Iterable[File], observed: Observed) -> t.Iterator[File]:
    """Those of *files* that are missing or other; each one that is written costs a round trip."""
    for file in files:
        there = (observed.texts.get(file.path), observed.modes.get(file.path), observed.owners.get(file.path))
        if there != (file.content, file.mode, f"{file.owner}:{file.group}"):
            yield file


def _next_number(observed: Observed) -> int:
    return observed.served.number + 1 if observed.served else 1


def _record_file(record: Record, layout: Layout, owner: str, group: str) -> File:
    return File(layout.record(record.number), record_text(record), owner, group, "0640")


def _manager_files_in_order(files: t.Iterable[File], observed: Observed) -> tuple[list[File], list[File]]:
    """The service manager's files to write before the slot starts, and those that wait for the hand-over.

    The port's unit names the slot it wakes, so it waits, unless nobody serves there yet.
    """
    before: list[File] = []
    after: list[File] = []
    for file in files:
        waits = observed.serving and file.path.endswith(".socket") and file.path in observed.texts
        (after if waits else before).append(file)
    return before, after


def plan_back(layout: Layout, observed: Observed, owner: str, group: str, at: str) -> Plan | None:
    """Go back to the release before the one that serves. Its slot still has all of it, so nothing is staged.

    :param owner: whom the records belong to.
    :returns: None where no earlier release is recorded, or the slot of the earlier one is not whole.
    """
    served, before = observed.served, observed.previous
    if not served or not before:
        return None
    environment = observed.links.get(f"{layout.code(before.slot)}/environment", "")
    if environment not in observed.environments or secrets_path(layout, before.slot) not in observed.digests:
        return None
    what = f"release {served.number} (LiteLLM {served.version}) serves instead of release {before.number}"
    files = [File(**file) for file in before.manager_files]
    reconfigure = before.manager != served.manager
    first, after = _manager_files_in_order(files, observed)
    record = replace(before, number=_next_number(observed), at=at, changes=(f"went back to release {before.number}",))
    return Plan(
        differences=(Difference(f"{what} of {before.at} (LiteLLM {before.version})"),),
        slot=before.slot,
        install=False,
        release=True,
        foreign=(),
        files=tuple(first) if reconfigure else (),
        handover_files=(*after, _record_file(record, layout, owner, group)),
        others=tuple(other for other in _known_slots(layout, observed, before.service_manager) if other != before.slot),
        obsolete=(),
        rebind=reconfigure and has_units(before.service_manager),
        reconfigure=reconfigure,
    )
