# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a host can go back to the release before the one that serves, and what has to be done for it. Pure."""

from __future__ import annotations

import posixpath
import typing as t
from dataclasses import replace

from .._faults import Fault
from .desired import File, text_digest
from .differences import Difference
from .layout import Layout
from .named_changes import config_changes, python_changes
from .observed import Observed
from .permissions import (
    Whose,
    needed_folders,
)
from .places import place_of
from .plan import (
    Plan,
    known_slots,
    later_permissions,
    next_number,
    record_file,
    same_account,
)
from .port import manager_files_in_order, opens_first, reopens
from .records import Record

DEPLOY_INSTEAD = "deploy what you want instead"


def back_fault(layout: Layout, observed: Observed) -> Fault | None:
    """Why there is no way back; None where there is one."""
    served, before = observed.served, observed.previous
    if not served or not before:
        return Fault("no-way-back", "There is no release to go back to:", f"{layout.records()} names no earlier one")
    was = place_of(layout, before)
    gone = [folder for name, folder in was.folders.items() if folder != layout.folders[name]]
    if gone:
        message = f"it was in {' and '.join(gone)}, and the gateway has moved since"
        return lost_release(before, message, DEPLOY_INSTEAD)
    if before.run_by.uses_systemd != served.run_by.uses_systemd:
        message = f"{before.service_manager} ran it, and {served.service_manager} runs the gateway now"
        return lost_release(before, message, DEPLOY_INSTEAD)
    lacks = list(_lacks(layout, observed, before))
    if lacks:
        return lost_release(before, f"slot {before.slot} is not whole any more ({', '.join(lacks)})")
    return None


def lost_release(before: Record, message: str, remedy: str = "") -> Fault:
    """Why there is no way back to the release of a record."""
    return Fault("no-way-back", f"Release {before.number} cannot be gone back to:", message, remedy)


def database_fault(served: Record, before: Record, other_salt: bool, older: bool) -> Fault | None:
    """Why the release *before* cannot have the database of *served*; None where it can.

    :param other_salt: whether another salt key than that of what serves is meant.
    :param older: whether an older LiteLLM is meant, whatever was taken from the database.
    """
    if served.salt and before.salt and served.salt != before.salt and not other_salt:
        message = (
            f"it has another salt key than release {served.number}, and LiteLLM could not read the models and credentials that "
            "were kept in the database since"
        )
        return lost_release(before, message, "set litellm_allow_salt_change where there are none, or they may be lost")
    broke = [name for name in served.breaking if name not in before.breaking] if before.migration else []
    if broke and not older:
        message = f"LiteLLM {served.version} has taken from the database what LiteLLM {before.version} needs ({', '.join(broke)})"
        return lost_release(before, message, "restore a dump of before, or set litellm_allow_downgrade")
    return None


def _lacks(layout: Layout, observed: Observed, before: Record) -> t.Iterator[str]:
    """What the slot of *before* does not have, or has otherwise than when it served."""
    if observed.installation_of(before.slot, layout) not in observed.installations:
        yield f"LiteLLM {before.version} is missing"
    # Records of earlier versions of the collection name no files.
    for path, digest in (before.files or {layout.secrets_file(before.slot): ""}).items():
        found = observed.digests.get(path)
        if found is None:
            yield f"{posixpath.basename(path)} is missing"
        elif path.endswith(".pem"):
            continue  # whoever renews a certificate on the host does so in every slot
        elif digest and digest != (text_digest(found) if path == layout.secrets_file(before.slot) else found):
            yield f"{posixpath.basename(path)} differs"


def plan_back(layout: Layout, observed: Observed, before: Record, whose: Whose, at: str) -> Plan:
    """Go back to the release before the one that serves. Its slot still has all of it, so nothing is staged.

    :param before: its record, with which ``back_fault`` finds no fault.
    :param whose: whom its files belong to, and whom it runs as.
    """
    served = observed.served or before
    files = [File(**file) for file in before.manager_files]
    reconfigure = before.manager != served.manager
    first_open = opens_first(observed, before.run_by, before.address)
    first, after = (files, []) if first_open else manager_files_in_order(files, layout, observed)
    differences = tuple(_differences_back(layout, observed, served, before))
    changes = (f"went back to release {before.number}", *(each.done for each in differences[1:]))
    record = replace(before, number=next_number(observed), at=at, changes=changes, repairs=0)
    other = not same_account(whose, served)
    folders = needed_folders(whose, layout, before.slot, observed.modes, observed.owners, shared=other)
    return Plan(
        differences=differences,
        slot=before.slot,
        install=False,
        release=True,
        foreign=(),
        stage=False,
        files=(),
        manager_files=tuple(first) if reconfigure else (),
        handover_files=tuple(after),
        records=(record_file(record, layout, whose.owner, whose.group),),
        others=tuple(other for other in known_slots(layout, observed, before.run_by) if other != before.slot),
        obsolete=(),
        rebind=reconfigure and before.run_by.uses_systemd and not first_open,
        reconfigure=reconfigure,
        folders=folders,
        permissions=later_permissions(whose, layout, served, (), folders),
        drop_ins=observed.drop_ins,
        opens_first=first_open,
        reopen=before.run_by.uses_systemd and not first_open and reopens(layout, observed, first),
        moved=other,
        former_user=served.user if other else "",
    )


def _differences_back(layout: Layout, observed: Observed, served: Record, before: Record) -> t.Iterator[Difference]:
    """What going back from the release *served* to the one *before* changes."""
    yield Difference("release", f"{served.number}", f"{before.number} of {before.at} again")
    if served.version != before.version:
        yield Difference("LiteLLM", served.version, before.version)
    if served.migration and before.migration and served.migration != before.migration:
        change, detail = f"kept as LiteLLM {served.version} needs it", f"to {served.migration}"
        yield Difference("schema of the database", change=change, detail=detail)
    if served.address != before.address:
        yield Difference("address", served.address, before.address)
    paths = [layout.config_file(record.slot) for record in (served, before)]
    yield from config_changes(*(observed.texts.get(path, "") for path in paths))
    # Records of earlier versions of the collection name no files.
    if served.files and before.files:
        yield from python_changes(*(_python_digests(layout, record) for record in (served, before)))


def _python_digests(layout: Layout, record: Record) -> dict[str, str]:
    """The Python files of the operator's own that a release had: file name to digest."""
    folder = f"{layout.configuration(record.slot)}/"
    return {
        path[len(folder) :]: each
        for path, each in record.files.items()
        if path.startswith(folder) and path.endswith(".py")
    }
