# SPDX-License-Identifier: GPL-3.0-or-later
"""From the options of ``litellm_release`` to its result: look at the host, compare, refuse or answer."""

from __future__ import annotations

import datetime
import grp
import os
import pwd
import time
import typing as t
from dataclasses import replace

from .._certificates import first_of
from .._host import systemd
from .._host.accounts import is_made
from .._host.observe import observe
from .._host.pythons import Python, find_python, installed_version, package_target
from .._release.desired import Release
from .._release.going_back import DEPLOY_INSTEAD, back_fault, database_fault, lost_release, plan_back
from .._release.images import engine_of
from .._release.layout import layout_for
from .._release.observed import Observed
from .._release.permissions import Whose
from .._release.places import place_of
from .._release.plan import Plan, next_number, plan
from .refusals import host_faults
from .removal import find_left, find_removal
from .resolve import Choices, HostRefused, layout_faults, resolve_release, taken
from .result import Deploy, Target, planned_result, supervisor_result


def plan_release(options: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """The result of ``litellm_release`` with ``state=present``.

    :param options: the module's options.
    :raises HostRefused: with every reason at once.
    """
    privileged = os.geteuid() == 0
    release = resolve_release(options, privileged, systemd.is_there())
    layout = layout_for(privileged, pwd.getpwuid(os.geteuid()).pw_dir, options["directories"])
    faults = layout_faults(release, layout)
    if faults:
        raise HostRefused(faults)
    observed = observe(layout, release)
    default = layout_for(privileged, pwd.getpwuid(os.geteuid()).pw_dir, {})
    place = place_of(layout, observed.served)
    observed = replace(
        observed,
        left=tuple(find_left(layout, observed.places, default, release)),
        accounts=frozenset(each.user for each in observed.records if privileged and is_made(each.user, place.state)),
    )
    todo = plan(release, layout, observed, now())
    choices = Choices(**taken(Choices, options))
    needs_python = todo.install and not release.container
    python = find_python(choices.python, shared=privileged) if needs_python else Python("", ())
    version = python.version if needs_python else installed_version(layout.installation(release.installation))
    faults = host_faults(release, layout, observed, todo, python, choices)
    if faults:
        raise HostRefused(faults)
    target = Target(
        release.manager,
        privileged,
        release.owner,
        release.user,
        release.group,
        release.host,
        release.port,
        tuple(options["names"]),
        layout.certificate_file(todo.slot) if release.tls else "",
        release.tls.certificate if release.tls else "",
    )
    serves = served_release(release, observed, todo)
    return planned_result(
        todo,
        layout,
        observed,
        target,
        serves,
        Deploy(release, python, {} if release.container else package_target(version)),
    )


def tell_target(options: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """The result of ``litellm_release`` with ``state=target``.

    :param options: the module's options.
    """
    python = find_python(options["python"], shared=os.geteuid() == 0)
    return {"changed": False, "differences": [], "host": {"target": package_target(python.version)}}


def served_release(release: Release, observed: Observed, todo: Plan) -> dict[str, t.Any]:
    """The release that serves in the end, and the version that serves until then."""
    served = observed.served
    if served and not todo.release:
        number, at = served.number, served.at
    else:
        number, at = next_number(observed), ""
    version_before = served.version if served else ""
    return {"number": number, "at": at, "version": release.version, "version_before": version_before}


def plan_rollback(options: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """The result of ``litellm_release`` with ``state=previous``.

    :param options: the module's options.
    :raises HostRefused: where there is nothing to go back to.
    """
    privileged = os.geteuid() == 0
    account = pwd.getpwuid(os.geteuid())
    layout = layout_for(privileged, account.pw_dir, options["directories"])
    observed = observe(layout, None)
    place = place_of(layout, observed.served)
    if place != layout:
        # Where the gateway is, whatever the inventory says by now.
        layout, observed = place, observe(place, None)
    fault, before = back_fault(layout, observed), observed.previous
    if before and observed.served and not fault:
        choices = Choices(**taken(Choices, options))
        fault = database_fault(observed.served, before, choices.allow_salt_change, choices.allow_downgrade)
    chain = observed.texts.get(before.certificate, "") if before else ""
    certificate = first_of(chain)
    if certificate and certificate.ends <= time.time() and before and not fault:
        fault = lost_release(before, f"its certificate ended on {certificate.last_day}", DEPLOY_INSTEAD)
    if fault or before is None:
        raise HostRefused([fault] if fault else [])
    owner, user, group = (
        ("root", before.user or options["user"], before.group or options["group"])
        if privileged
        else (account.pw_name, account.pw_name, grp.getgrgid(account.pw_gid).gr_name)
    )
    contained = engine_of(os.path.basename(observed.installation_of(before.slot, layout))) is not None
    whose = Whose(owner, user, group, before.run_by.uses_systemd, contained)
    todo = plan_back(layout, observed, before, whose, now())
    host, _colon, port = before.address.rpartition(":")
    names, address = tuple(options["names"]), host.strip("[]")
    target = Target(before.run_by, privileged, owner, user, group, address, int(port), names, before.certificate, chain)
    serves = {"number": before.number, "at": before.at, "version": before.version}
    return planned_result(todo, layout, observed, target, serves)


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
        "host": {"supervisor": supervisor_result(layout, observed)},
    }


def now() -> str:
    """This moment in UTC, to the second, as ISO 8601."""
    return datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
