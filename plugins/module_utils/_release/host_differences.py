# SPDX-License-Identifier: GPL-3.0-or-later
"""What differs between a host and the release that it should have. Pure."""

from __future__ import annotations

import posixpath
import typing as t
from dataclasses import replace

from .content import slot_files
from .desired import File, Release, digest, text_digest
from .differences import Difference, Texts
from .layout import SLOTS, Layout
from .named_changes import certificate_changes, config_changes, service_environment_changes, unit_changes
from .observed import (
    Observed,
    free_slot,
    published,
    stamp_text,
)
from .permissions import Permission
from .programs import program_files, python_files
from .records import Record
from .service_files import manager_digest, manager_files

ADDRESS_SETTINGS = ("ListenStream", "socket")
"""What systemd and supervisor call the address."""


def _file_differences(files: t.Iterable[File], layout: Layout, observed: Observed) -> t.Iterator[Difference]:
    released = observed.served.texts if observed.served else {}
    for file in files:
        text = observed.texts.get(file.path)
        name = known_as(file.path, layout, observed)
        if text is None:
            texts = Texts(name, "", file.content)
            added = [replace(each, change="added") for each in _named_python(file.path)]
            added += certificate_changes("", file.content) if file.path.endswith(".pem") else []
            missing = [Difference(name, "missing", "written")]
            yield from (replace(each, texts=texts) for each in (added if file.path not in released else []) or missing)
        elif text != file.content:
            texts = Texts(name, text, file.content)
            named = _named_changes(file.path, text, file.content)
            # Whoever renews a certificate on the host is no stranger.
            if not file.path.endswith(".pem") and released.get(file.path, text_digest(text)) != text_digest(text):
                yield Difference(name, "edited by hand", "as declared", texts=texts)
            elif not named:
                yield Difference(name, detail="comments, order or spacing", texts=texts)
            yield from (replace(each, texts=texts) for each in named)


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
        return service_environment_changes(before, after, name)
    if name.endswith(".py"):
        return _named_python(path)
    if name.endswith(".pem"):
        return certificate_changes(before, after)
    owners = {".socket": "the socket", ".conf": "supervisor"}
    return unit_changes(before, after, owners.get(posixpath.splitext(name)[1], "the service"))


def _named_python(path: str) -> list[Difference]:
    """That a Python file of the operator's own differs, by its name; nothing for other files."""
    name = posixpath.basename(path)
    return [Difference(f"Python file {name}")] if name.endswith(".py") else []


def stray_python_files(release: Release, layout: Layout, observed: Observed, slot: int) -> list[str]:
    """Python files beside the configuration of *slot* that are none of the release; LiteLLM would find them first."""
    wanted = {file.path for file in python_files(release, layout, slot)}
    return sorted(
        path for path in observed.python_files - wanted if posixpath.dirname(path) == layout.configuration(slot)
    )


def _python_differences(release: Release, layout: Layout, observed: Observed, slot: int) -> t.Iterator[Difference]:
    released = observed.served.files if observed.served else {}
    for path in stray_python_files(release, layout, observed, slot):
        if path in released:
            yield from (replace(each, change="removed") for each in _named_python(path))
        else:
            yield Difference(path, "added by hand", "removed")


def _program_differences(files: t.Sequence[File], observed: Observed) -> t.Iterator[Difference]:
    """Our own sources as one difference: which files, and a digest of all of them. Nobody reads them in a diff."""
    there = [text_digest(observed.texts[file.path]) for file in files if file.path in observed.texts]
    other = [posixpath.basename(file.path) for file in files if not observed.has(file)]
    if other:
        names = ", ".join(other[:3]) + (f" and {len(other) - 3} more" if len(other) > 3 else "")
        subject = f"program of the slot, {len(other)} of {len(files)} files ({names})"
        was = f"sha256:{digest(*there)}" if there else "missing"
        yield Difference(subject, was, f"sha256:{digest(*(file.digest for file in files))}")


def install_differences(release: Release, layout: Layout, observed: Observed) -> t.Iterator[Difference]:
    """What has to be installed or created before a slot can be staged."""
    if not observed.user:
        subject = f"user {release.user} with group {release.group}"
        yield Difference(subject, "missing", "there", implied=not observed.serving)
    if observed.texts.get(layout.stamp(release.installation)) != stamp_text(release):
        folder = layout.installation(release.installation)
        # Another version is another difference, and says it all.
        implied = observed.installation_of(observed.serving, layout) != folder
        if release.container:
            subject, was, now = f"image {release.container.image}", "not fetched", "fetched and checked"
        else:
            subject, was, now = f"LiteLLM {release.version} in {folder}", "not installed as required", "installed"
        yield Difference(subject, was, now, implied=implied)
    if not release.manager.uses_systemd and layout.tools() in observed.unfinished:
        yield Difference(f"supervisor in {layout.tools()}", "not installed as required", "installed")


def slot_differences(release: Release, layout: Layout, observed: Observed) -> t.Iterator[Difference]:
    """In what the slot that serves differs from *release*; without one, that it is the first."""
    slot = observed.serving or free_slot(observed)
    programs = program_files(release, layout, slot)
    files = [file for file in slot_files(release, layout, slot) if file not in programs]
    found = [
        *_file_differences(files, layout, observed),
        *_python_differences(release, layout, observed, slot),
        *_program_differences(programs, observed),
    ]
    if not observed.serving:
        yield Difference(
            "release", "none", f"the first one here (LiteLLM {release.version} under {release.manager.name})"
        )
        # On a host without a release, everything of the slot is new.
        yield from (replace(each, implied=True) for each in found)
        return
    yield from _version_differences(release, layout, observed)
    yield from found
    yield from _key_differences(release, layout, observed, slot)
    secrets = layout.secrets_file(slot)
    name = known_as(secrets, layout, observed)
    if secrets not in observed.digests:
        yield Difference(f"secrets in {name}", "missing", "written")
    elif observed.digests[secrets] != release.secrets_digest:
        yield Difference(f"secrets in {name}", detail="values are not shown")


def _key_differences(release: Release, layout: Layout, observed: Observed, slot: int) -> t.Iterator[Difference]:
    path = layout.key_file(slot)
    if release.tls and path not in observed.digests:
        new = observed.served is not None and path not in observed.served.files
        yield Difference(f"key of the certificate in {path}", "missing", "written", implied=new)
    elif release.tls and observed.digests[path] != release.tls.key_digest:
        yield Difference("key of the certificate", detail="it is not shown")


def stray_certificates(release: Release, layout: Layout, observed: Observed, slot: int) -> list[str]:
    """A certificate and a key of *slot* that the release does not serve with."""
    there = {*observed.texts, *observed.digests}
    return (
        []
        if release.tls
        else [path for path in (layout.certificate_file(slot), layout.key_file(slot)) if path in there]
    )


def _version_differences(release: Release, layout: Layout, observed: Observed) -> t.Iterator[Difference]:
    link = observed.installation_of(observed.serving, layout)
    served = observed.served
    if link != layout.installation(release.installation):
        version = served.version if served else ""
        if not link:
            yield Difference(f"installation of slot {observed.serving}", "missing", release.installation)
        elif version != release.version:
            yield Difference("LiteLLM", version, release.version)
        if release.container:
            yield Difference("image", detail=release.container.image)
        elif link and version == release.version:
            yield Difference(f"packages of LiteLLM {release.version}")
    elif served and served.requirements != release.requirements_digest:
        yield Difference(f"packages of LiteLLM {release.version}")


def closed_folders(release: Release, layout: Layout, observed: Observed) -> list[str]:
    """The folders that the service's account has to be able to use and cannot."""
    needless = {layout.tools()} if release.manager.uses_systemd else set()
    return sorted(observed.closed - needless)


def left_behind(layout: Layout, observed: Observed, installation: str) -> frozenset[str]:
    """What is left of installations that nothing needs: no slot runs it, and it is not what is to be installed."""
    needed = {installation, *observed.links.values()}
    texts = {layout.requirements(posixpath.basename(folder)) for folder in needed}
    return observed.unfinished - needed - texts - {layout.tools()}


def installation_differences(release: Release, layout: Layout, observed: Observed) -> t.Iterator[Difference]:
    """What of the installations is put right without a release."""
    for folder in closed_folders(release, layout, observed):
        yield Difference(folder, f"closed to {release.user}", "open to it")
    for path in sorted(left_behind(layout, observed, layout.installation(release.installation))):
        yield Difference(path, "left of an installation that was not finished", "removed")


def state_differences(release: Release, layout: Layout, observed: Observed, slot: int) -> t.Iterator[Difference]:
    """What does not run, start at boot or have its fixed name as it should, while *slot* serves."""
    if slot not in observed.running:
        yield Difference(f"slot {slot}", "stopped", "running")
    for other in sorted(observed.running - {slot}):
        yield Difference(f"slot {other}", "running", "stopped")
    if not release.manager.uses_systemd and not observed.supervisor:
        yield Difference("supervisor", "stopped", "running")
    if not observed.held:
        yield Difference("port", "not held by litellm.socket", "held by it")
    if release.manager.uses_systemd:
        wanted = {"litellm.socket", f"litellm@{slot}.service"}
        yield from (Difference(f"start of {name} at boot", "off", "on") for name in sorted(wanted - observed.enabled))
        yield from (Difference(f"start of {name} at boot", "on", "off") for name in sorted(observed.enabled - wanted))
    for name, origin in published(layout, slot).items():
        if observed.links.get(name) != origin:
            there = "another file than the serving slot's" if name in observed.links else "missing"
            yield Difference(name, there, f"{origin} again")


def move_differences(release: Release, layout: Layout, place: Layout, served: Record) -> t.Iterator[Difference]:
    """What is somewhere else, someone else's, or run by another service manager, than it should be."""
    for name, folder in place.folders.items():
        if folder != layout.folders[name]:
            yield Difference(f"litellm_{name}_dir", folder, layout.folders[name])
    if served.run_by != release.manager:
        yield Difference("service manager", served.service_manager, release.manager.name)
    for name, was, wanted in (("user", served.user, release.user), ("group", served.group, release.group)):
        if was and was != wanted:
            yield Difference(f"litellm_{name}", was, wanted)


def permission_differences(permissions: t.Iterable[Permission], observed: Observed) -> t.Iterator[Difference]:
    """The modes and owners on the host that are other than *permissions*."""
    for each in permissions:
        mode, account = observed.modes[each.path], observed.owners.get(each.path, "nobody")
        if mode != each.mode:
            yield Difference(f"mode of {each.path}", mode, each.mode)
        if each.owner and account != each.account:
            yield Difference(f"owner of {each.path}", account, each.account)


def changes_slot(folder: str, slot: int) -> bool:
    """Whether files in this folder of drop-ins change the service of *slot*."""
    return folder.rpartition("/")[2] in {
        "litellm@.service.d",
        f"litellm@{slot}.service.d",
        f"litellm@{slot}.container.d",
    }


def drop_in_differences(folders: t.Iterable[str]) -> t.Iterator[Difference]:
    """The *folders* of drop-ins, which somebody else made to change units."""
    for folder in folders:
        yield Difference(folder, change="removed", detail="changing units is for litellm_unit_overrides")


def manager_differences(
    release: Release, layout: Layout, place: Layout, observed: Observed, moves: bool
) -> t.Iterator[Difference]:
    """What differs in the service manager's own files.

    :param place: where the gateway is.
    :param moves: whether it is somewhere else, which says why these files differ.
    """
    served = observed.served
    files = manager_files(release, place, observed.serving or SLOTS[0])
    found = [replace(each, implied=not served) for each in _file_differences(files, place, observed)]
    if served and served.address != release.address:
        yield Difference("address", served.address, release.address)
        # The same in the service manager's own words.
        found = [replace(each, implied=each.subject.split(" ")[0] in ADDRESS_SETTINGS) for each in found]
    elif served and not moves and not found and served.manager != manager_digest(release, layout):
        yield Difference(release.manager.name, "started before its files changed", "started with them")
    yield from found
