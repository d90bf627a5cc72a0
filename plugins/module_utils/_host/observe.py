# SPDX-License-Identifier: GPL-3.0-or-later
"""Look at a host once: everything that a plan depends on. Reads only."""

from __future__ import annotations

import glob
import os

from .._release.content import slot_files
from .._release.desired import Release
from .._release.layout import SLOTS, Layout
from .._release.observed import Observed, published
from .._release.permissions import Whose, shared_folders, slot_folders
from .._release.places import known_places, place_of
from .._release.records import Record, newest, parse_record, previous
from .._release.service_files import manager_files
from .accounts import account_of, group_exists
from .files import digest_of, link_target, mode_of, owner_of, text_of
from .installed import closed_installations, complete_installations, unfinished_installations, unused_downloads
from .ports import answers, listens, systemd_holds_port
from .processes import contained_slot, running_slot, running_supervisor
from .systemd import open_at


def _enabled_units(units: str) -> frozenset[str]:
    wants = f"{glob.escape(units)}/*.wants"
    links = glob.glob(f"{wants}/litellm@*.service") + glob.glob(f"{wants}/litellm.socket")
    # One that leads to another unit starts that.
    targets = {os.path.basename(link): os.readlink(link) if os.path.islink(link) else link for link in links}
    return frozenset(name for name, target in targets.items() if os.path.basename(target) == name)


def _records(layout: Layout) -> tuple[Record, ...]:
    """What the records say, without those that cannot be read, since the next release writes a new one."""
    paths = glob.glob(os.path.join(glob.escape(layout.records()), "*.json"))
    found = (parse_record(text_of(path) or "") for path in paths)
    return tuple(record for record in found if record)


def _folders(layout: Layout) -> list[str]:
    """Every folder of a layout, whoever runs the gateway."""
    anyone = Whose("", "", "", units=False, container=True)
    found = [*shared_folders(anyone, layout), *(each for slot in SLOTS for each in slot_folders(anyone, layout, slot))]
    return [each.path for each in found]


def observe(layout: Layout, release: Release | None) -> Observed:
    """Everything about this host that a plan depends on, in one look.

    :param release: what the host should have; None to look only at what it had before.
    """
    privileged = release.privileged if release else os.geteuid() == 0
    places = known_places(layout, privileged, text_of, _records)
    by_number = {record.number: record for place in (*places, layout) for record in _records(place)}
    records = tuple(by_number.values())
    served, before = newest(records), previous(records)
    place = place_of(layout, served)
    looked_at = list(dict.fromkeys((layout, place)))
    origins = published(place, served.slot) if served else {}
    paths = [path for slot in SLOTS for path in layout.service_units(slot)]
    paths += [layout.socket_unit()] if privileged else []
    secrets = [each.secrets_file(slot) for each in looked_at for slot in SLOTS]
    secrets += [each.key_file(slot) for each in looked_at for slot in SLOTS]
    paths += [each.certificate_file(slot) for each in looked_at for slot in SLOTS]
    if release:
        hashed = secrets
        paths += [file.path for each in looked_at for slot in SLOTS for file in slot_files(release, each, slot)]
        paths += [file.path for each in looked_at for file in manager_files(release, each, SLOTS[0])]
    else:
        hashed = [*secrets, *(before.files if before else ())]
        paths += [file["path"] for record in records for file in record.manager_files]
        paths += [layout.config_file(slot) for slot in SLOTS]
    installations = complete_installations(layout)
    if release and layout.installation(release.installation) in installations:
        paths.append(layout.stamp(release.installation))
        hashed = [*hashed, layout.bill(release.installation)]
    folders = [path for each in looked_at for path in _folders(each) if os.path.isdir(path)]
    links = [each.installation_link(slot) for each in looked_at for slot in SLOTS] + list(origins)
    present = [path for path in paths + secrets if os.path.isfile(path)] + folders
    host, _colon, port = served.address.rpartition(":") if served else ("", "", "")
    anywhere = (layout, *places)
    running = frozenset(
        slot for slot in SLOTS for each in anywhere if running_slot(each, slot) or contained_slot(each, slot)
    )
    opened = port.isdigit() and listens(host.strip("[]"), int(port))
    units = release.manager.uses_systemd if release else bool(served and served.run_by.uses_systemd)
    socket = open_at() if units else ""
    return Observed(
        texts={path: text for path in paths for text in [text_of(path)] if text is not None},
        modes={path: mode_of(path) for path in present},
        owners={path: owner_of(path) for path in present},
        links={link: link_target(link, origins) for link in links if os.path.lexists(link)},
        digests={path: digest for path in hashed for digest in [digest_of(path)] if digest is not None},
        installations=installations,
        closed=closed_installations(layout, installations, release.user) if release else frozenset(),
        unfinished=unfinished_installations(layout, installations),
        downloads=unused_downloads(layout),
        user=release is None or (bool(account_of(release.user)) and group_exists(release.group)),
        enabled=_enabled_units(layout.units),
        running=running,
        records=records,
        supervisor=any(running_supervisor(each) for each in anywhere),
        listens=opened,
        held=not units or systemd_holds_port(socket),
        opened=socket or "",
        answers=opened
        and bool(served and served.slot in running and answers(host.strip("[]"), int(port), served.certificate)),
        drop_ins=drop_ins(layout) if privileged else (),
        places=places,
        python_files=frozenset(
            path
            for each in looked_at
            for slot in SLOTS
            for path in glob.glob(os.path.join(glob.escape(each.configuration(slot)), "*.py"))
        ),
    )


def drop_ins(layout: Layout) -> tuple[str, ...]:
    """The folders with files that change what the gateway's units say."""
    return tuple(folder for folder in layout.drop_in_folders() if glob.glob(f"{glob.escape(folder)}/*.conf"))
