# SPDX-License-Identifier: GPL-3.0-or-later
"""The result of ``litellm_release`` for a plan: what differs, what has to be done, and what the tasks need to know.

Each function that makes a part of ``plan`` or ``host`` tells its keys, beside those that are fields of ``Plan`` and mean what
that says of them.
"""

from __future__ import annotations

import os
import typing as t
from dataclasses import dataclass

from .._certificates import first_of
from .._host.accounts import MADE, account_of, group_exists
from .._host.addresses import own_addresses
from .._host.certificates import certificate_notices
from .._host.deaths import death_notices
from .._host.engines import engine_command
from .._host.processes import running_supervisor
from .._host.pythons import Python
from .._host.systemd import RUNS, SOCKET, loaded_units
from .._managers import Manager
from .._release.containers import Container
from .._release.desired import File, Release, client_url
from .._release.differences import difference_view, worth_telling
from .._release.images import registry_of
from .._release.layout import Layout
from .._release.observed import PUBLISHED_MODES, Observed, published, stamp_text
from .._release.permissions import key_permission, secrets_permission
from .._release.places import place_of
from .._release.plan import Plan
from .._release.reach import client_urls
from .._release.records import Record
from .removal import Image, engine_folders, images_of


@dataclass(frozen=True)
class Target:
    """Who runs the gateway once a plan is carried out, as whom, and where clients reach it.

    :param privileged: whether the play acts as root.
    :param owner: user that the files belong to which the service only reads.
    :param user: user that the service runs as.
    :param group: group that the service runs as.
    :param host: address that it listens on.
    :param port: port that it listens on.
    :param names: by which the inventory knows this host.
    :param certificate: file of the certificate that it shows; empty for plain HTTP.
    :param chain: the text of that file.
    """

    manager: Manager
    privileged: bool
    owner: str
    user: str
    group: str
    host: str
    port: int
    names: tuple[str, ...]
    certificate: str = ""
    chain: str = ""


@dataclass(frozen=True)
class Deploy:
    """What a deploy installs besides; a slot to go back to has it already.

    :param python: what to build virtual environments with.
    :param packages_for: what packages are chosen for on this host; empty for containers.
    """

    release: Release
    python: Python
    packages_for: t.Mapping[str, str]


def planned_result(
    todo: Plan,
    layout: Layout,
    observed: Observed,
    target: Target,
    serves: t.Mapping[str, t.Any],
    deploy: Deploy | None = None,
) -> dict[str, t.Any]:
    """The whole result for a plan, in plain data.

    :param serves: number, time and versions of the release that serves in the end.
    :param deploy: None where the slot has been installed already.
    """
    differences = worth_telling(todo.differences)
    return {
        "changed": bool(todo.differences),
        "differences": [each.planned for each in differences],
        "changes": [each.done for each in differences],
        "notices": death_notices(layout) + certificate_notices(target.chain),
        "diff": difference_view(todo.differences),
        "release": dict(serves),
        "plan": {
            **_slots(todo, observed, target.manager),
            **_files(todo, layout, observed),
            **_leftovers(todo, layout, observed, deploy),
            **(_units(todo, layout, observed, target.manager) if target.manager.uses_systemd else {}),
            **(_staging(deploy.release, layout, todo.slot, observed) if deploy else {}),
        },
        "host": {
            **_host(target),
            **_accounts(target, deploy),
            "supervisor": supervisor_result(layout, observed),
            "paths": _paths(layout, todo.slot, deploy),
        },
    }


def as_result(file: File) -> dict[str, str]:
    """A file for the task that writes it: path, owner, group, mode, and ``content``, or ``source`` where the controller has the
    text: the option that it is, with the file's name behind that where the option has several.
    """
    text = {"source": file.source} if file.source else {"content": file.content}
    return {"path": file.path, "owner": file.owner, "group": file.group, "mode": file.mode, **text}


def _slots(todo: Plan, observed: Observed, manager: Manager) -> dict[str, t.Any]:
    """Which slot serves and which ones stop, and what has to be done to the service manager for it.

    - ``serving``: the slot that serves now, 0 without a release.
    - ``served``: number, time and version of the release that serves now, where it is reached on the host itself, and the file of
      the certificate that it shows; empty without one.
    - ``running``: the slots that run now.
    - ``start_supervisor``: whether supervisor has to be started, or started again for its own new configuration.
    - ``gives_back``: whether the port goes back to who held it when ``slot`` does not become ready.
    - ``starts_again``: whether the slot that serves has to be started again then, because its supervisor was.
    - ``former_tasks``: ``systemd`` or ``supervisor``, whichever starts and stops what serves now; empty without a release.
    """
    units, served = manager.uses_systemd, observed.served
    starts = not units and (todo.reconfigure or not observed.supervisor)
    return {
        "slot": todo.slot,
        "serving": observed.serving,
        "served": _served(served) if served else {},
        "others": list(todo.others),
        "running": sorted(observed.running),
        "install": todo.install,
        "release": todo.release,
        "stage": todo.stage,
        "rebind": todo.rebind,
        "opens_first": todo.opens_first,
        "replaces": todo.replaces,
        "start_supervisor": starts,
        "gives_back": bool(served) and (todo.opens_first or (todo.replaces if units else todo.moved)),
        "starts_again": starts and not todo.moved and observed.serving in todo.others,
        "former_tasks": served.run_by.tasks if served else "",
    }


def _served(served: Record) -> dict[str, t.Any]:
    host, _colon, port = served.address.rpartition(":")
    return {
        "number": served.number,
        "at": served.at,
        "version": served.version,
        "url": client_url(host.strip("[]"), int(port), bool(served.certificate)),
        "certificate": served.certificate,
    }


def _files(todo: Plan, layout: Layout, observed: Observed) -> dict[str, t.Any]:
    """What to write, link and permit, each in the order in which it has to be done.

    Files are those of ``as_result``; a folder or a permission has path, owner, group and mode.

    - ``former_manager_files``: the service manager's files for what serves now.
    - ``port_closes_file``: where to note, for the slot that serves now, that its port is its own and closes with it. Of use
      with ``opens_first``.
    - ``published``: the fixed names of the serving slot's files, what they are another name of, and their modes.
    """
    served = observed.served
    return {
        "announced": list(map(as_result, todo.announced)),
        "folders": [each._asdict() for each in todo.folders],
        "closed": list(todo.closed),
        "foreign": list(todo.foreign),
        "files": list(map(as_result, todo.files)),
        "manager_files": list(map(as_result, todo.manager_files)),
        "former_manager_files": [dict(file) for file in served.manager_files] if served else [],
        "port_closes_file": place_of(layout, served).port_closes_file(observed.serving),
        "handover_files": list(map(as_result, todo.handover_files)),
        "records": list(map(as_result, todo.records)),
        "published": [
            {"path": path, "origin": origin, "mode": PUBLISHED_MODES[os.path.basename(path)]}
            for path, origin in published(layout, todo.slot).items()
        ],
        "permissions": [each._asdict() for each in todo.permissions],
        "former_user": todo.former_user if account_of(todo.former_user) else "",
    }


def _leftovers(todo: Plan, layout: Layout, observed: Observed, deploy: Deploy | None) -> dict[str, t.Any]:
    """What to remove, before and after *slot* serves.

    - ``obsolete_images``: images that are of no use after this run, each with the command of its engine.
    """
    images = images_of(layout, todo.obsolete)
    images += _images_left(layout, place_of(layout, observed.served), deploy.release) if deploy else []
    return {
        "left_first": list(todo.left_first),
        "drop_ins": list(todo.drop_ins),
        "begun": list(todo.begun),
        "disposable": todo.disposable,
        "obsolete": list(todo.obsolete),
        "obsolete_images": [image._asdict() for image in images],
        "left": list(todo.left),
        "accounts": list(todo.accounts),
    }


def _images_left(layout: Layout, place: Layout, release: Release) -> list[Image]:
    """The images that only slots in the former *place* ran, which takes its list of them with it."""
    if place.install == layout.install:
        return []
    kept = release.container.image if release.container else ""
    return [image for image in images_of(place, engine_folders(place)) if image.reference != kept]


def _units(todo: Plan, layout: Layout, observed: Observed, manager: Manager) -> dict[str, t.Any]:
    """What earlier runs left systemd with, and what starts at boot; only where slots are services of systemd.

    - ``failed_units``: units that systemd counts as failed, which it may refuse to start.
    - ``reopen``: whether the port has to be opened, also because systemd does not hold it.
    - ``stop_first``: units to stop before the port can be opened.
    - ``boot_link``: the link that makes systemd start the slot at boot, its path and its target.
    - ``other_boot_links``: the paths of such links of the slots to stop.
    """
    units, held = loaded_units(), not todo.reopen and observed.held
    return {
        "failed_units": [unit.name for unit in units if unit.state == "failed"],
        "reopen": not held,
        # A socket cannot be opened while what it starts runs, or while that has the port.
        "stop_first": [unit.name for unit in units if unit.state in RUNS and unit.name != SOCKET and not held],
        "boot_link": boot_link(layout, manager, todo.slot),
        "other_boot_links": [layout.boot_link(slot) for slot in todo.others],
    }


def boot_link(layout: Layout, manager: Manager, slot: int) -> dict[str, str]:
    """The link that makes systemd start *slot* at boot; quadlets can be enabled in no other way."""
    generated = f"/run/systemd/generator/litellm@{slot}.service"
    target = generated if manager.uses_quadlets else layout.service_unit(slot)
    return {"path": layout.boot_link(slot), "target": target}


def _staging(release: Release, layout: Layout, slot: int, observed: Observed) -> dict[str, t.Any]:
    """What makes an installation and a slot complete beside *files*; only for a deploy.

    - ``bill``: the bill of materials of the installation, its path and the digest that the record of what serves names.
    - ``stamp``: the file that marks a complete installation, its path and content.
    - ``secrets``: the slot's environment file with the secrets, its path, owner, group and mode.
    - ``key``: the key of the slot's certificate likewise, and ``source``, where the host has it, empty where the controller has
      its text; missing for plain HTTP.
    - ``image``: where a container runs the slot, what ``image_result`` says.
    """
    released, tls = observed.served.bill if observed.served else "", release.tls
    return {
        "bill": {"path": layout.bill(release.installation), "digest": released},
        "stamp": {"path": layout.stamp(release.installation), "content": stamp_text(release)},
        "secrets": secrets_permission(release, layout, slot)._asdict(),
        **({"key": {**key_permission(release, layout, slot)._asdict(), "source": tls.key_source}} if tls else {}),
        **({"image": image_result(release.container, layout, release)} if release.container else {}),
    }


def image_result(container: Container, layout: Layout, release: Release) -> dict[str, t.Any]:
    """The image of a release, for the tasks that fetch it: the command of its engine, the account that has it, its reference and
    registry, the folder of the registry's certificates, and the folder and file that stand for it on the host.
    """
    registry, manager = registry_of(container.image), release.manager
    return {
        "engine": engine_command(manager, release.user),
        "user": release.user if manager.rootless else "root",
        "reference": container.image,
        "python": container.python,
        "registry": registry,
        "certificates": f"{manager.certificates}/{registry}",
        "folder": layout.installation(release.installation),
        "file": layout.image(release.installation),
    }


def _host(target: Target) -> dict[str, t.Any]:
    """Who runs the gateway, and where clients reach it.

    - ``service_manager``: its name.
    - ``service_tasks``: ``systemd`` or ``supervisor``, whichever starts and stops slots.
    - ``user``, ``group``, ``owner``: as in ``Target``.
    - ``address``, ``port``: where the gateway listens.
    - ``url``: where it is reached on the host itself.
    - ``urls``: where clients on other machines reach it, the most useful first.
    - ``certificate``: the file of the certificate that it shows, for whoever asks it on the host; empty for plain HTTP.
    - ``certified``: the certificate in a few words; empty for plain HTTP.
    """
    found = first_of(target.chain)
    certified = found.names if found else () if target.certificate else None
    return {
        "service_manager": target.manager.name,
        "service_tasks": target.manager.tasks,
        "user": target.user,
        "group": target.group,
        "owner": target.owner,
        "address": target.host,
        "port": target.port,
        "url": client_url(target.host, target.port, bool(target.certificate)),
        "urls": client_urls(target.host, target.port, target.names, own_addresses(), certified),
        "certificate": target.certificate,
        "certified": f"certificate for {', '.join(found.names) or 'no name'}, until {found.last_day}" if found else "",
    }


def _accounts(target: Target, deploy: Deploy | None) -> dict[str, t.Any]:
    """The account to create and the Python to use or to bring, where something is installed.

    - ``create_user``, ``create_group``: whether the service's is missing. One that is there is used as it is.
    - ``account_comment``: what an account that is created says of itself, so that a later run knows it.
    - ``python``: the Python to make installations with; empty when ``packages`` bring it.
    - ``packages``: the distribution's packages that have to be installed first.
    - ``target``: what packages are chosen for, as ``package_target`` tells it; not where a container runs the slot.
    """
    if deploy is None:
        return {"create_user": False, "create_group": False}
    return {
        "create_user": target.privileged and not account_of(target.user),
        "create_group": target.privileged and not group_exists(target.group),
        "account_comment": MADE,
        "python": deploy.python.path,
        "packages": list(deploy.python.packages),
        **({"target": dict(deploy.packages_for)} if deploy.packages_for else {}),
    }


def _paths(layout: Layout, slot: int, deploy: Deploy | None) -> dict[str, str]:
    """``paths``: the folders of the gateway, and those of *slot*."""
    installed = {"installation": layout.installation(deploy.release.installation)} if deploy else {}
    return {
        **layout.folders,
        "tools": layout.tools(),
        "downloads": layout.downloads(),
        "installation_link": layout.installation_link(slot),
        "state_file": layout.state_file(slot),
        **installed,
    }


def supervisor_result(layout: Layout, observed: Observed) -> dict[str, str]:
    """``supervisor``: that of *layout*, or the one that runs with folders elsewhere, for the task that stops it."""
    found = next((each for each in (layout, *observed.places) if running_supervisor(each)), layout)
    return {
        "tools": found.tools(),
        "config": found.supervisor_config(),
        "socket": f"{found.runtime}/supervisor.sock",
        "pid_file": found.supervisor_pid_file(),
        "home": found.state,
        "runtime": found.runtime,
    }
