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
from ansible_collections.llmops.litellm.plugins.module_utils._differences import Difference, Texts, told
from ansible_collections.llmops.litellm.plugins.module_utils._layout import SLOTS, Layout
from ansible_collections.llmops.litellm.plugins.module_utils._named_changes import (
    config_changes,
    environment_changes,
    unit_changes,
)
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
    digest,
    has_units,
    manager_digest,
    manager_files,
    program_files,
    record_of,
    slot_files,
)

ADDRESS_SETTINGS = ("ListenStream", "socket")
"""What systemd and supervisor call the address."""

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


def _file_differences(files: t.Iterable[File], layout: Layout, observed: Observed) -> t.Iterator[Difference]:
    released = observed.served.digests if observed.served else {}
    for file in files:
        text = observed.texts.get(file.path)
        name = known_as(file.path, layout, observed)
        if text is None:
            yield Difference(name, "missing", "written", texts=Texts(name, "", file.content))
        elif text != file.content:
            texts = Texts(name, text, file.content)
            named = _named_changes(file.path, text, file.content)
            if released.get(file.path, digest(text)) != digest(text):
                yield Difference(name, "edited by hand", "as declared", texts=texts)
            elif not named:
                yield Difference(name, detail="comments, order or spacing", texts=texts)
            yield from (replace(each, texts=texts) for each in named)
        elif observed.modes.get(file.path) != file.mode:
            yield Difference(f"mode of {name}", observed.modes.get(file.path, "unknown"), file.mode)


def known_as(path: str, layout: Layout, observed: Observed) -> str:
    """*path*, behind the fixed name that a person may have edited it under."""
    names = [name for name, origin in published(layout, observed.serving).items() if origin == path]
    return f"{names[0]} ({path})" if names and observed.links.get(names[0], path) == path else path


def _named_changes(path: str, before: str, after: str) -> list[Difference]:
    """What differs in the file at *path*, by name; nothing where names do not tell."""
    name = posixpath.basename(path)
    if name == "config.yaml":
        return config_changes(before, after)
    if name.endswith(".env"):
        return environment_changes(before, after, name)
    owners = {".socket": "the socket", ".conf": "supervisor"}
    return unit_changes(before, after, owners.get(posixpath.splitext(name)[1], "the service"))


def _program_differences(files: t.Sequence[File], observed: Observed) -> t.Iterator[Difference]:
    """Our own sources as one difference: which files, and a digest of all of them. Nobody reads them in a diff."""
    texts = {file.path: observed.texts.get(file.path) for file in files}
    other = [posixpath.basename(file.path) for file in files if texts[file.path] != file.content]
    if other:
        there = [text for text in texts.values() if text is not None]
        names = ", ".join(other[:3]) + (f" and {len(other) - 3} more" if len(other) > 3 else "")
        subject = f"program of the slot, {len(other)} of {len(files)} files ({names})"
        was = f"sha256:{digest(*there)}" if there else "missing"
        yield Difference(subject, was, f"sha256:{digest(*(file.content for file in files))}")
    for file in files:
        if texts[file.path] == file.content and observed.modes.get(file.path) != file.mode:
            yield Difference(f"mode of {file.path}", observed.modes.get(file.path, "unknown"), file.mode)


def _install_differences(release: Release, layout: Layout, observed: Observed) -> t.Iterator[Difference]:
    if not observed.user:
        subject = f"user {release.user} with group {release.group}"
        yield Difference(subject, "missing", "there", implied=not observed.serving)
    if observed.texts.get(layout.stamp(release.environment)) != stamp_text(release):
        folder = layout.environment(release.environment)
        # Another version is another difference, and says it all.
        implied = _environment_of(observed.serving, layout, observed) != folder
        if release.container:
            subject, was, now = f"image {release.container.image}", "not fetched", "fetched and checked"
        else:
            subject, was, now = f"LiteLLM {release.version} in {folder}", "not installed as required", "installed"
        yield Difference(subject, was, now, implied=implied)
    if release.manager == "supervisor" and layout.tools() in observed.unfinished:
        yield Difference(f"supervisor in {layout.tools()}", "not installed as required", "installed")


def _environment_of(slot: int, layout: Layout, observed: Observed) -> str:
    """The environment that a slot runs; an empty text without one."""
    return observed.links.get(f"{layout.code(slot)}/environment", "")


def _slot_differences(release: Release, layout: Layout, observed: Observed) -> t.Iterator[Difference]:
    slot = observed.serving or _free_slot(observed)
    programs = program_files(release, layout, slot)
    files = [file for file in slot_files(release, layout, slot) if file not in programs]
    found = [*_file_differences(files, layout, observed), *_program_differences(programs, observed)]
    if not observed.serving:
        yield Difference("release", "none", f"the first one here (LiteLLM {release.version} under {release.manager})")
        # On a host without a release, everything of the slot is new.
        yield from (replace(each, implied=True) for each in found)
        return
    yield from _environment_differences(release, layout, observed)
    yield from found
    secrets = secrets_path(layout, slot)
    name = known_as(secrets, layout, observed)
    if secrets not in observed.digests:
        yield Difference(f"secrets in {name}", "missing", "written")
    elif observed.digests[secrets] != release.secrets_digest:
        yield Difference(f"secrets in {name}", detail="values are not shown")
    elif observed.modes.get(secrets) != SECRETS_MODE:
        yield Difference(f"mode of {name}", observed.modes.get(secrets, "unknown"), SECRETS_MODE)


def _environment_differences(release: Release, layout: Layout, observed: Observed) -> t.Iterator[Difference]:
    link = _environment_of(observed.serving, layout, observed)
    served = observed.served
    if link != layout.environment(release.environment):
        version = served.version if served else ""
        if not link:
            yield Difference(f"environment of slot {observed.serving}", "missing", release.environment)
        elif version != release.version:
            yield Difference("LiteLLM", version, release.version)
        if release.container:
            yield Difference("image", detail=release.container.image)
        elif link and version == release.version:
            yield Difference(f"packages of LiteLLM {release.version}")
    elif served and served.requirements != release.requirements_digest:
        yield Difference(f"packages of LiteLLM {release.version}")


def _closed(release: Release, layout: Layout, observed: Observed) -> list[str]:
    """The folders that the service's account has to be able to use and cannot."""
    needless = {layout.tools()} if release.has_units else set()
    return sorted(observed.closed - needless)


def _place_differences(release: Release, layout: Layout, observed: Observed) -> t.Iterator[Difference]:
    """What of the installations is put right without a release."""
    for folder in _closed(release, layout, observed):
        yield Difference(folder, f"closed to {release.user}", "open to it")
    for path in sorted(_left_behind(layout, observed, layout.environment(release.environment))):
        yield Difference(path, "left of an installation that was not finished", "removed")


def _state_differences(release: Release, layout: Layout, observed: Observed, slot: int) -> t.Iterator[Difference]:
    if slot not in observed.running:
        yield Difference(f"slot {slot}", "stopped", "running")
    for other in sorted(observed.running - {slot}):
        yield Difference(f"slot {other}", "running", "stopped")
    if release.manager == "supervisor" and not observed.supervisor:
        yield Difference("supervisor", "stopped", "running")
    if not observed.held:
        yield Difference("port", "not held by litellm.socket", "held by it")
    if release.has_units:
        wanted = {"litellm.socket", f"litellm@{slot}.service"}
        yield from (Difference(f"start of {name} at boot", "off", "on") for name in sorted(wanted - observed.enabled))
        yield from (Difference(f"start of {name} at boot", "on", "off") for name in sorted(observed.enabled - wanted))
    for name, origin in published(layout, slot).items():
        if observed.links.get(name) != origin:
            there = "another file than the serving slot's" if name in observed.links else "missing"
            yield Difference(name, there, f"{origin} again")


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
    serving = observed.serving
    install = list(_install_differences(release, layout, observed))
    staged = list(_slot_differences(release, layout, observed))
    manager = list(_manager_differences(release, layout, observed))
    state = list(_state_differences(release, layout, observed, serving)) if serving else []
    if serving and not state and not observed.answers:
        staged.append(Difference(f"slot {serving}", f"running without an answer on {release.address}", "replaced"))
    new = bool(install or staged or manager) or not serving
    slot = _free_slot(observed) if new else serving
    # An earlier run may have written the new address and ended before it moved there.
    elsewhere = release.has_units and bool(serving) and not observed.listens
    before, after = _manager_files_in_order(manager_files(release, layout, slot), observed)
    differences = (*install, *staged, *manager, *state, *_place_differences(release, layout, observed))
    environment = layout.environment(release.environment)
    disposable = environment not in observed.links.values()
    changes = [each.done for each in told(differences)]
    record = record_of(release, layout, slot, next_number(observed), at, changes)
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


def _manager_differences(release: Release, layout: Layout, observed: Observed) -> t.Iterator[Difference]:
    served = observed.served
    files = manager_files(release, layout, observed.serving or SLOTS[0])
    found = [replace(each, implied=not served) for each in _file_differences(files, layout, observed)]
    if served and served.address != release.address:
        yield Difference("address", served.address, release.address)
        # The same in the service manager's own words.
        found = [replace(each, implied=each.subject.split(" ")[0] in ADDRESS_SETTINGS) for each in found]
    elif served and not found and served.manager != manager_digest(release, layout):
        yield Difference(release.manager, "started before its files changed", "started with them")
    yield from found


def _not_there(files: t.Iterable[File], observed: Observed) -> t.Iterator[File]:
    """Those of *files* that are missing or other; each one that is written costs a round trip."""
    for file in files:
        there = (observed.texts.get(file.path), observed.modes.get(file.path), observed.owners.get(file.path))
        if there != (file.content, file.mode, f"{file.owner}:{file.group}"):
            yield file


def next_number(observed: Observed) -> int:
    """The number of the release that a run would make."""
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
    files = [File(**file) for file in before.manager_files]
    reconfigure = before.manager != served.manager
    first, after = _manager_files_in_order(files, observed)
    differences = tuple(_differences_back(layout, observed, served, before))
    changes = (f"went back to release {before.number}", *(each.done for each in differences[1:]))
    record = replace(before, number=next_number(observed), at=at, changes=changes)
    return Plan(
        differences=differences,
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


def _differences_back(layout: Layout, observed: Observed, served: Record, before: Record) -> t.Iterator[Difference]:
    """What going back from the release *served* to the one *before* changes."""
    yield Difference("release", f"{served.number}", f"{before.number} of {before.at} again")
    if served.version != before.version:
        yield Difference("LiteLLM", served.version, before.version)
    if served.address != before.address:
        yield Difference("address", served.address, before.address)
    paths = [f"{layout.settings(record.slot)}/config.yaml" for record in (served, before)]
    yield from config_changes(*(observed.texts.get(path, "") for path in paths))
