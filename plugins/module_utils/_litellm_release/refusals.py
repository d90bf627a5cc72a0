# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a host cannot take a release: every reason at once, each with what to do."""

from __future__ import annotations

import re

from .._faults import Fault
from .._host.access import folder_faults
from .._host.engines import container_host_faults
from .._host.ports import port_fault
from .._host.processes import own_processes
from .._host.pythons import Python
from .._host.resources import NEEDED_MEGABYTES, free_megabytes
from .._litellm_names import SUPPORTED_PYTHONS
from .._release.content import salt_mark
from .._release.desired import Release
from .._release.layout import Layout
from .._release.observed import Observed
from .._release.places import place_of
from .._release.plan import Plan
from .._release.records import newest
from .resolve import Choices


def host_faults(
    release: Release,
    layout: Layout,
    observed: Observed,
    todo: Plan,
    python: Python,
    choices: Choices,
) -> list[Fault]:
    """Every reason why this host cannot take the release; none when nothing is to be installed or bound."""
    faults = []
    served = observed.served
    if served and not choices.allow_downgrade and _numbers(release.version) < _numbers(served.version):
        message = f"{served.version} serves here, and litellm_version {release.version} is older"
        remedy = (
            f"after an upgrade write litellm_version: {served.version} into the inventory. To have the older one, go back "
            "with the playbook rollback, or set litellm_allow_downgrade"
        )
        faults.append(Fault("older-version", "LiteLLM", message, remedy))
    if not choices.allow_salt_change:
        faults += salt_faults(release, observed)
    if release.container:
        faults += container_host_faults(release, release.container)
    else:
        faults += installation_faults(release, layout, todo, python, choices.python)
    if todo.differences:
        faults += folder_faults(release, layout)
        own = own_processes(layout) | own_processes(place_of(layout, served))
        fault = port_fault(release.host, release.port, own)
        faults += [fault] if fault else []
    return faults


def salt_faults(release: Release, observed: Observed) -> list[Fault]:
    """Why LiteLLM must not encrypt with the salt key of *release*: an earlier release had another one."""
    salted = newest([record for record in observed.records if record.salt])
    if salted is None or salt_mark(release) in {"", salted.salt}:
        return []
    message = (
        f"is another one than that of release {salted.number}; with it LiteLLM can no longer read the models and "
        "credentials that it keeps in the database, while virtual keys, teams and spend go on. Write the former key, or, where "
        "none of those are kept or they may be lost, set litellm_allow_salt_change"
    )
    return [Fault("other-salt-key", "litellm_salt_key", message)]


def installation_faults(release: Release, layout: Layout, todo: Plan, python: Python, chosen: str) -> list[Fault]:
    """Every reason why LiteLLM cannot be installed here; none when it does not have to be.

    :param chosen: the Python that the operator names; empty where it is left to the host.
    """
    if not todo.install:
        return []
    faults = []
    if not python.path and not (release.privileged and python.packages):
        span = " to ".join(SUPPORTED_PYTHONS)
        reader = f" that {release.user} can run" if release.privileged else ""
        faults.append(
            Fault("no-python", "litellm_python", f"is {chosen}, which is no Python from {span}{reader}")
            if chosen
            else Fault(
                "no-python",
                "No Python",
                f"from {span}{reader} was found",
                "install one, or name it in litellm_python",
            )
        )
    if python.path and python.packages and not release.privileged:
        remedy = f"ask root to install: {' '.join(python.packages)}"
        faults.append(Fault("no-python", python.path, "cannot make virtual environments", remedy))
    free = free_megabytes(layout.install)
    if free < NEEDED_MEGABYTES:
        faults.append(Fault("no-space", layout.install, f"has {free} MB free, and LiteLLM needs {NEEDED_MEGABYTES} MB"))
    return faults


def _numbers(version: str) -> list[int]:
    """A version's numbers, to compare with another's."""
    return [int(number) for number in re.findall(r"\d+", version)]
