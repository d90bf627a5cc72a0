# SPDX-License-Identifier: GPL-3.0-or-later
"""How the port passes from the slot that serves to another one: what opens and closes, and when which file is written. Pure."""

from __future__ import annotations

import ipaddress
import typing as t

from .._managers import Manager
from .desired import File, Release
from .layout import SLOTS, Layout
from .observed import Observed
from .service_files import manager_files


class Port(t.NamedTuple):
    """How the port passes to the slot; each as in ``Plan``, *before* and *after* are the service manager's files."""

    opens_first: bool
    replaces: bool
    rebind: bool
    reopen: bool
    before: list[File]
    after: list[File]


def port_of(release: Release, layout: Layout, observed: Observed, slot: int) -> Port:
    """How the port passes to *slot* of *release*."""
    units, files = release.manager.uses_systemd, manager_files(release, layout, slot)
    first, replaces = opens_first(observed, release.manager, release.address), _replaces(release, layout, observed)
    before, after = (files, []) if first else manager_files_in_order(files, layout, observed)
    # An earlier run may have written the new address and ended before it moved there.
    elsewhere = bool(observed.serving) and not observed.listens
    changes = units and not first and not replaces and (elsewhere or _port_changes(release, layout, observed))
    return Port(first, replaces, changes, units and not first and reopens(layout, observed, before), before, after)


def opens_first(observed: Observed, manager: Manager, address: str) -> bool:
    """Whether systemd can hold the port of *address* while a slot still serves another one."""
    served = observed.served
    if not served or not manager.uses_systemd or not served.run_by.uses_systemd:
        return False
    ports = {each.rpartition(":")[2] for each in (served.address, address)}
    return len(ports) > 1 and observed.listens and served.slot in observed.running


def _replaces(release: Release, layout: Layout, observed: Observed) -> bool:
    """Whether supervisor holds the port that systemd is to hold, or the other way round."""
    if release.manager.uses_systemd:
        return observed.supervisor
    return release.privileged and layout.socket_unit() in observed.texts


def _port_changes(release: Release, layout: Layout, observed: Observed) -> bool:
    """Whether the port has to be opened again (its address or options change), not only be pointed at another slot."""
    if observed.served and observed.served.address != release.address:
        return True
    wanted = [file for slot in SLOTS for file in manager_files(release, layout, slot)]
    texts = {file.content for file in wanted}
    changed = any(observed.texts.get(file.path, file.content) not in texts for file in wanted)
    return changed or any(folder.endswith("/litellm.socket.d") for folder in observed.drop_ins)


def reopens(layout: Layout, observed: Observed, files: t.Iterable[File]) -> bool:
    """Whether systemd would lose the port when it reads its units again, because an earlier run ended between writing an
    address and opening it.

    :param files: what is written before the slot starts.
    """
    path = layout.socket_unit()
    text = next((file.content for file in files if file.path == path), observed.texts.get(path, ""))
    return bool(observed.opened) and not _says(text, observed.opened)


def _says(text: str, address: str) -> bool:
    """Whether a socket's unit names *address*; True where one of the two is no address and port."""
    there = [_parsed(line.partition("=")[2]) for line in text.splitlines() if line.startswith("ListenStream=")]
    return None in there or _parsed(address) in (*there, None)


def _parsed(address: str) -> tuple[object, str] | None:
    host, _colon, port = address.rpartition(":")
    try:
        return ipaddress.ip_address(host.strip("[]")), port
    except ValueError:
        return None


def manager_files_in_order(
    files: t.Iterable[File], layout: Layout, observed: Observed
) -> tuple[list[File], list[File]]:
    """The service manager's files to write before the slot starts, and those that wait for the hand-over.

    The port's unit names the slot it wakes, so it waits, unless nobody serves there yet, or it names another port than
    the one that is open.
    """
    before: list[File] = []
    after: list[File] = []
    there = observed.texts.get(layout.socket_unit(), "")
    for file in files:
        waits = observed.serving and file.path == layout.socket_unit() and there and not reopens(layout, observed, ())
        (after if waits else before).append(file)
    return before, after
