# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a host cannot take a release: every reason at once, each with what to do."""

from __future__ import annotations

import re

from .._host.access import folder_problems
from .._host.engines import container_host_problems
from .._host.ports import port_problem
from .._host.processes import own_processes
from .._host.pythons import Python
from .._host.resources import NEEDED_MEGABYTES, free_megabytes
from .._release.content import salt_mark
from .._release.desired import Release
from .._release.layout import Layout
from .._release.observed import Observed
from .._release.places import place_of
from .._release.plan import Plan
from .._release.records import newest
from .resolve import Choices


def host_problems(
    release: Release,
    layout: Layout,
    observed: Observed,
    todo: Plan,
    python: Python,
    choices: Choices,
) -> list[str]:
    """Every reason why this host cannot take the release; none when nothing is to be installed or bound."""
    problems = []
    served = observed.served
    if served and not choices.allow_downgrade and _numbers(release.version) < _numbers(served.version):
        problems.append(
            f"LiteLLM {served.version} serves here, and litellm_version {release.version} is older; after an upgrade "
            f"write litellm_version: {served.version} into the inventory. To have the older one, go back with the "
            "playbook rollback, or set litellm_allow_downgrade."
        )
    if not choices.allow_salt_change:
        problems += salt_problems(release, observed)
    if release.container:
        problems += container_host_problems(release, release.container)
    else:
        problems += installation_problems(release, layout, todo, python, choices.python)
    if todo.differences:
        problems += folder_problems(release, layout)
        own = own_processes(layout) | own_processes(place_of(layout, served))
        problem = port_problem(release.host, release.port, own)
        if problem:
            problems.append(f"{problem}; free it, or choose another litellm_port or litellm_host.")
    return problems


def salt_problems(release: Release, observed: Observed) -> list[str]:
    """Why LiteLLM must not encrypt with the salt key of *release*: an earlier release had another one."""
    salted = newest([record for record in observed.records if record.salt])
    if salted is None or salt_mark(release) in {"", salted.salt}:
        return []
    return [
        f"litellm_salt_key is another one than that of release {salted.number}; with it LiteLLM can no longer read the models and "
        "credentials that it keeps in the database, while virtual keys, teams and spend go on. Write the former key, or, where "
        "none of those are kept or they may be lost, set litellm_allow_salt_change."
    ]


def installation_problems(release: Release, layout: Layout, todo: Plan, python: Python, chosen: str) -> list[str]:
    """Every reason why LiteLLM cannot be installed here; none when it does not have to be.

    :param chosen: the Python that the operator names; empty where it is left to the host.
    """
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
