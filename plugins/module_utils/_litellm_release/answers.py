# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""From the options of ``litellm_release`` to its result: look at the host, compare, refuse or answer."""

from __future__ import annotations

import datetime
import grp
import os
import pwd
import re
import typing as t
from dataclasses import asdict, replace

from .._host.access import folder_problems
from .._host.accounts import MADE, account_of, group_exists, is_made
from .._host.deaths import death_notices
from .._host.engines import container_host_problems, engine_command
from .._host.observe import (
    NEEDED_MEGABYTES,
    Python,
    find_python,
    free_megabytes,
    observe,
    own_processes,
    port_problem,
    running_supervisor,
    systemd_holds_port,
)
from .._host.systemd import RUNS, SOCKET, loaded_units
from .._managers import Manager
from .._release.containers import (
    Container,
    engine_of,
    registry_of,
)
from .._release.desired import (
    Release,
    client_url,
)
from .._release.differences import difference_view, told
from .._release.going_back import back_problem, plan_back
from .._release.layout import Layout, layout_for
from .._release.observed import (
    PUBLISHED_MODES,
    Observed,
    published,
    stamp_text,
)
from .._release.permissions import Whose, secrets_permission
from .._release.places import place_of
from .._release.plan import Plan, next_number, plan
from .._release.reach import client_urls, own_addresses
from .removal import (
    Image,
    engine_folders,
    find_left,
    find_removal,
    images_of,
)
from .resolve import (
    HostRefused,
    layout_problems,
    settled_release,
)


def host_problems(
    release: Release,
    layout: Layout,
    observed: Observed,
    todo: Plan,
    python: Python,
    chosen: str,
    allow_downgrade: bool = False,
) -> list[str]:
    """Every reason why this host cannot take the release; none when nothing is to be installed or bound.

    :param chosen: the Python that the operator names, or an empty string.
    :param allow_downgrade: whether an older version than the one that serves is meant.
    """
    problems = []
    served = observed.served
    if served and not allow_downgrade and _numbers(release.version) < _numbers(served.version):
        problems.append(
            f"LiteLLM {served.version} serves here, and litellm_version {release.version} is older; after an upgrade "
            f"write litellm_version: {served.version} into the inventory. To have the older one, go back with the "
            "playbook rollback, or set litellm_allow_downgrade."
        )
    if release.container:
        problems += container_host_problems(release, release.container)
    else:
        problems += installation_problems(release, layout, todo, python, chosen)
    if todo.differences:
        problems += folder_problems(release, layout)
        own = own_processes(layout) | own_processes(place_of(layout, served))
        problem = port_problem(release.host, release.port, own)
        if problem:
            problems.append(f"{problem}; free it, or choose another litellm_port or litellm_host.")
    return problems


def installation_problems(release: Release, layout: Layout, todo: Plan, python: Python, chosen: str) -> list[str]:
    """Every reason why LiteLLM cannot be installed here; none when it does not have to be."""
    problems = []
    if todo.install and not python.path and not (release.privileged and python.packages):
        reader = f" that {release.user} can run" if release.privileged else ""
        problems.append(
            f"litellm_python is {chosen}, which is no Python from 3.10 to 3.14{reader}."
            if chosen
            else f"No Python from 3.10 to 3.14{reader} was found; install one, or name it in litellm_python."
        )
    if todo.install and python.path and python.packages and not release.privileged:
        names = " ".join(python.packages)
        problems.append(f"{python.path} cannot make virtual environments; ask root to install: {names}.")
    if todo.install:
        free = free_megabytes(layout.install)
        if free < NEEDED_MEGABYTES:
            problems.append(f"{layout.install} has {free} MB free, and LiteLLM needs {NEEDED_MEGABYTES} MB.")
    return problems


def _numbers(version: str) -> list[int]:
    """A version's numbers, to compare with another's."""
    return [int(number) for number in re.findall(r"\d+", version)]


def plan_removal(options: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """The result of ``litellm_release`` with ``state=absent``.

    :param options: the module's options.
    """
    privileged = os.geteuid() == 0
    account = pwd.getpwuid(os.geteuid())
    layout = layout_for(privileged, account.pw_dir, options["directories"])
    observed = observe(layout, None)
    users = [options["user"], *(record.user for record in observed.records if record.user)]
    removal = find_removal(layout, layout_for(privileged, account.pw_dir, {}), users, privileged, observed.places)
    differences = [f"{path} is there" for path in removal.paths]
    differences += [f"user {name} is there" for name in removal.accounts]
    differences += [f"group {options['user']} is there"] if removal.group else []
    differences += [f"{name} is not stopped" for name in removal.units if not removal.paths]
    differences += [f"process {number} installs" for number in removal.installers]
    return {
        "changed": bool(differences),
        "differences": differences,
        "diff": [{"prepared": "".join(f"{what}\n" for what in differences)}],
        "removal": {**removal._asdict(), "images": [image._asdict() for image in removal.images]},
        "host": {"privileged": privileged, "supervisor": described_supervisor(layout, observed)},
    }


def described_supervisor(layout: Layout, observed: Observed) -> dict[str, str]:
    """The supervisor that runs, wherever its folders are, for the task that stops it; else that of *layout*."""
    found = next((each for each in (layout, *observed.places) if running_supervisor(each)), layout)
    return {
        "tools": found.tools(),
        "config": found.supervisor_config(),
        "socket": f"{found.runtime}/supervisor.sock",
        "pid_file": found.supervisor_pid_file(),
        "home": found.state,
        "runtime": found.runtime,
    }


def plan_release(options: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """The result of ``litellm_release`` with ``state=present``.

    :param options: the module's options.
    :raises HostRefused: with every reason at once.
    """
    privileged = os.geteuid() == 0
    release = settled_release(options, privileged, os.path.isdir("/run/systemd/system"))
    layout = layout_for(privileged, pwd.getpwuid(os.geteuid()).pw_dir, options["directories"])
    problems = layout_problems(release, layout)
    if problems:
        raise HostRefused(problems)
    observed = observe(layout, release)
    default = layout_for(privileged, pwd.getpwuid(os.geteuid()).pw_dir, {})
    place = place_of(layout, observed.served)
    observed = replace(
        observed,
        left=tuple(find_left(layout, observed.places, default, release)),
        accounts=frozenset(each.user for each in observed.records if privileged and is_made(each.user, place.state)),
    )
    todo = plan(release, layout, observed, now())
    needs_python = todo.install and not release.container
    python = find_python(options["python"], shared=privileged) if needs_python else Python("", ())
    problems = host_problems(
        release,
        layout,
        observed,
        todo,
        python,
        options["python"],
        allow_downgrade=options["allow_downgrade"],
    )
    if problems:
        raise HostRefused(problems)
    owners = Owners(privileged, release.owner, release.user, release.group)
    result = described(todo, layout, observed, release.manager, release.host, release.port, owners)
    result["host"]["urls"] = client_urls(release.host, release.port, options["names"], own_addresses())
    result["release"] = described_release(release, observed, todo)
    result["plan"]["stamp"] = {"path": layout.stamp(release.environment), "content": stamp_text(release)}
    result["plan"]["secrets"] = secrets_permission(release, layout, todo.slot)._asdict()
    result["host"]["create_user"] = privileged and not account_of(release.user)
    result["host"]["account_comment"] = MADE
    result["host"]["create_group"] = privileged and not group_exists(release.group)
    result["plan"]["obsolete_images"] += [image._asdict() for image in _images_left(layout, place, release)]
    if release.container:
        result["plan"]["image"] = described_image(release.container, layout, release)
    result["host"]["python"] = python.path
    result["host"]["packages"] = list(python.packages)
    result["host"]["paths"]["environment"] = layout.environment(release.environment)
    return result


def _images_left(layout: Layout, place: Layout, release: Release) -> list[Image]:
    """The images that only slots in the *place* of before ran, which takes its list of them with it."""
    if place.install == layout.install:
        return []
    kept = release.container.image if release.container else ""
    return [image for image in images_of(place, engine_folders(place)) if image.reference != kept]


def described_release(release: Release, observed: Observed, todo: Plan) -> dict[str, t.Any]:
    """The release that serves in the end, and the version that serves until then."""
    served = observed.served
    if served and not todo.release:
        number, at = served.number, served.at
    else:
        number, at = next_number(observed), ""
    version_before = served.version if served else ""
    return {"number": number, "at": at, "version": release.version, "version_before": version_before}


def described_image(container: Container, layout: Layout, release: Release) -> dict[str, t.Any]:
    """The image of a release, for the tasks that fetch it."""
    registry, manager = registry_of(container.image), release.manager
    return {
        "engine": engine_command(manager, release.user),
        "user": release.user if manager.rootless else "root",
        "reference": container.image,
        "python": container.python,
        "registry": registry,
        "certificates": f"{manager.certificates}/{registry}",
        "folder": layout.environment(release.environment),
        "file": layout.image(release.environment),
    }


def plan_rollback(options: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """The result of ``litellm_release`` with ``state=previous``.

    :param options: the module's options.
    :raises HostRefused: where there is nothing to go back to.
    """
    privileged = os.geteuid() == 0
    account = pwd.getpwuid(os.geteuid())
    layout = layout_for(privileged, account.pw_dir, options["directories"])
    # Where the gateway is, whatever the inventory says by now.
    layout = place_of(layout, observe(layout, None).served)
    observed = observe(layout, None)
    problem, before = back_problem(layout, observed), observed.previous
    if problem or before is None:
        raise HostRefused([problem])
    owners = (
        Owners(True, "root", before.user or options["user"], before.group or options["group"])
        if privileged
        else Owners(False, account.pw_name, account.pw_name, grp.getgrgid(account.pw_gid).gr_name)
    )
    units = before.run_by.uses_systemd
    contained = (
        engine_of(os.path.basename(observed.links.get(f"{layout.code(before.slot)}/environment", ""))) is not None
    )
    whose = Whose(owners.owner, owners.user, owners.group, units, contained)
    todo = plan_back(layout, observed, before, whose, now())
    host, _colon, port = before.address.rpartition(":")
    result = described(todo, layout, observed, before.run_by, host.strip("[]"), int(port), owners)
    result["host"]["urls"] = client_urls(host.strip("[]"), int(port), options["names"], own_addresses())
    result["host"] |= {"create_user": False, "create_group": False}
    result["release"] = {"number": before.number, "at": before.at, "version": before.version}
    return result


def boot_link(layout: Layout, manager: Manager, slot: int) -> dict[str, str]:
    """The link that makes systemd start *slot* at boot; quadlets can be enabled in no other way."""
    generated = f"/run/systemd/generator/litellm@{slot}.service"
    target = generated if manager.uses_quadlets else layout.service_unit(slot)
    return {"path": layout.boot_link(slot), "target": target}


def described_units(reopen: bool) -> dict[str, t.Any]:
    """What earlier runs left systemd with, for the tasks that open the port and start a slot.

    :param reopen: whether the port has to be opened again in any case.
    """
    units, held = loaded_units(), not reopen and systemd_holds_port()
    return {
        "failed_units": [unit.name for unit in units if unit.state == "failed"],
        "reopen": not held,
        # A socket cannot be opened while what it starts runs, or while that has the port.
        "stop_first": [unit.name for unit in units if unit.state in RUNS and unit.name != SOCKET and not held],
    }


class Owners(t.NamedTuple):
    """Who deploys, and whom what is deployed belongs to."""

    privileged: bool
    owner: str
    user: str
    group: str


def now() -> str:
    """This moment in UTC, to the second, as ISO 8601."""
    return datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")


def described(
    todo: Plan, layout: Layout, observed: Observed, manager: Manager, address: str, port: int, owners: Owners
) -> dict[str, t.Any]:
    """A plan, and what its tasks must know of the host, as the module returns them."""
    units = manager.uses_systemd
    starts = not units and (todo.reconfigure or not observed.supervisor)
    return {
        "changed": bool(todo.differences),
        "differences": [each.planned for each in told(todo.differences)],
        "changes": [each.done for each in told(todo.differences)],
        "notices": death_notices(layout),
        "diff": difference_view(todo.differences),
        "plan": {
            "slot": todo.slot,
            "serving": observed.serving,
            "others": list(todo.others),
            "install": todo.install,
            "begun": list(todo.begun),
            "disposable": todo.disposable,
            "closed": list(todo.closed),
            "release": todo.release,
            "rebind": todo.rebind,
            "reconfigure": todo.reconfigure,
            "foreign": list(todo.foreign),
            "stage": todo.stage,
            "files": [asdict(file) for file in todo.files],
            "manager_files": [asdict(file) for file in todo.manager_files],
            "handover_files": [asdict(file) for file in todo.handover_files],
            "records": [asdict(file) for file in todo.records],
            "published": [
                {"path": path, "origin": origin, "mode": PUBLISHED_MODES[os.path.basename(path)]}
                for path, origin in published(layout, todo.slot).items()
            ],
            **(described_units(todo.reopen) if units else {}),
            "start_supervisor": starts,
            "gives_back": bool(observed.serving) and (todo.opens_first or (todo.replaces if units else todo.moved)),
            "starts_again": starts and not todo.moved and observed.serving in todo.others,
            "obsolete": list(todo.obsolete),
            "obsolete_images": [image._asdict() for image in images_of(layout, todo.obsolete)],
            "announced": [asdict(file) for file in todo.announced],
            "folders": [each._asdict() for each in todo.folders],
            "permissions": [each._asdict() for each in todo.permissions],
            "drop_ins": list(todo.drop_ins),
            "opens_first": todo.opens_first,
            "port_closes_file": place_of(layout, observed.served).port_closes_file(observed.serving),
            "replaces": todo.replaces,
            "former_user": todo.former_user if account_of(todo.former_user) else "",
            "left_first": list(todo.left_first),
            "left": list(todo.left),
            "accounts": list(todo.accounts),
            "moved": todo.moved,
            "running": sorted(observed.running),
            "former_tasks": observed.served.run_by.tasks if observed.served else "",
            "former_manager_files": [dict(file) for file in observed.served.manager_files] if observed.served else [],
            "boot_link": boot_link(layout, manager, todo.slot),
            "other_boot_links": [layout.boot_link(slot) for slot in todo.others],
        },
        "host": {
            "service_manager": manager.name,
            "service_tasks": manager.tasks,
            "privileged": owners.privileged,
            "user": owners.user,
            "group": owners.group,
            "owner": owners.owner,
            "paths": {
                "install": layout.install,
                "config": layout.config,
                "state": layout.state,
                "runtime": layout.runtime,
                "records": layout.records(),
                "tools": layout.tools(),
                "downloads": layout.downloads(),
                "code": layout.code(todo.slot),
                "gateway": layout.gateway(todo.slot),
                "container": layout.container(todo.slot),
                "settings": layout.settings(todo.slot),
                "state_file": layout.state_file(todo.slot),
            },
            "address": address,
            "port": port,
            "supervisor": described_supervisor(layout, observed),
            "url": client_url(address, port),
        },
    }
