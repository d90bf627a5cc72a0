# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask the container engines of a host: which there are, which images they have, who may run containers. Reads only."""

from __future__ import annotations

import os
import pwd
import re
import subprocess
import typing as t

from .._faults import Fault
from .._managers import Manager
from .._release.container_units import runtime_of
from .._release.containers import Container
from .._release.desired import Release
from .._release.images import engine_of
from .._release.layout import Layout
from .accounts import account_of, group_of

LINGERING = "/var/lib/systemd/linger"
"""Has a file for each user whose services run without a session."""

SUBORDINATES = 2
"""How many ranges a user namespace has at least when it has more users than its own."""


def container_host_faults(release: Release, container: Container) -> list[Fault]:
    """Every reason why this host cannot run *container* for *release*; none when it can."""
    faults = engine_faults(release.manager)
    group = group_of(release.user)
    if release.manager.own_group and group not in ("", release.group):
        message = f"is {release.group}, and podman runs {release.user} in its own group"
        faults.append(Fault("unfit-account", "litellm_group", message, f"set it to {group}"))
    unable = rootless_problem(release.manager, release.user) if release.manager.rootless else ""
    if unable:
        faults.append(Fault("unfit-account", "litellm_user", unable))
    elif (
        container.pull == "never"
        and not container.archive
        and not has_image(engine_command(release.manager, release.user), container.image)
    ):
        message = (
            f"is {container.image}, which {release.manager.name} does not have here, and litellm_image_pull is never"
        )
        remedy = "load it into the engine, or set litellm_image_pull to missing"
        faults.append(Fault("missing-image", "litellm_image", message, remedy))
    return faults


def engine_faults(manager: Manager) -> list[Fault]:
    """Why the engine of a service manager cannot run a slot here; nothing when it can."""
    found, needed = engine_version(manager), manager.oldest_engine
    if found >= needed:
        return []
    program = os.path.basename(manager.engine)
    wanted = f"{program} {'.'.join(map(str, needed))} or newer"
    if found == (0, 0):
        message = f"is {manager.name}, and {manager.engine} is missing"
        return [Fault("no-engine", "litellm_service_manager", message, f"install {wanted}")]
    message = f"{'.'.join(map(str, found))} is installed"
    return [Fault("no-engine", program, message, f"litellm_service_manager {manager.name} needs {wanted}")]


def image_is_there(layout: Layout, installation: str) -> bool:
    """Whether the engine still has the image that an installation stands for; True for a virtual environment."""
    return not engine_of(installation) or has_image(
        image_command(layout, installation), image_reference(layout, installation)
    )


def image_reference(layout: Layout, installation: str) -> str:
    """The image that an installation stands for; empty where it stands for none."""
    try:
        with open(layout.image(installation), encoding="utf-8") as handle:
            return handle.read().strip()
    except OSError:
        return ""


def image_command(layout: Layout, installation: str) -> list[str]:
    """The command of the engine that has the image of an installation, run as the owner of the image's reference file.

    :returns: nothing where it stands for none, or its reference or that account is gone.
    """
    manager = engine_of(installation)
    try:
        owner = pwd.getpwuid(os.stat(layout.image(installation)).st_uid).pw_name
    except (OSError, KeyError):
        return []
    return engine_command(manager, owner) if manager else []


def engine_command(manager: Manager, user: str) -> list[str]:
    """The program of a service manager's engine; of a rootless one, with what makes it *user*'s. Nothing where that account is missing."""
    if not manager.rootless:
        return [manager.engine]
    account = account_of(user)
    if account is None:
        return []
    variables = [f"HOME={account.pw_dir}", f"XDG_RUNTIME_DIR={runtime_of(account.pw_uid)}"]
    return ["/usr/sbin/runuser", f"--user={user}", "--", "/usr/bin/env", "--chdir=/", *variables, manager.engine]


def has_image(command: t.Sequence[str], image: str) -> bool:
    """Whether the engine behind *command* has an image."""
    return bool(command) and _output([*command, "image", "inspect", "--format={{.Id}}", image]) is not None


def _output(command: t.Sequence[str]) -> str | None:
    """What a program of an engine prints; None where it is missing or fails."""
    try:
        probe = subprocess.run(  # noqa: S603 - a list, of a program that _managers names
            command, capture_output=True, text=True, check=True, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return probe.stdout


def rootless_problem(manager: Manager, user: str) -> str:
    """Why *user* cannot run containers, and what to do; empty when it can."""
    if user == "root":
        return "is root; name another account, or set litellm_service_manager to podman"
    account = account_of(user)
    if account is None:
        return f"is {user}, and there is no such account; create one with useradd --create-home {user}"
    if not os.path.isdir(runtime_of(account.pw_uid)) or not os.path.exists(f"{LINGERING}/{user}"):
        return f"is {user}, who has services only while logged in; run loginctl enable-linger {user}"
    namespace = _output([*engine_command(manager, user), "unshare", "cat", "/proc/self/uid_map"])
    if namespace is None or len(namespace.splitlines()) < SUBORDINATES:
        return (
            f"is {user}, and podman has no user namespace for that account; install newuidmap (package uidmap or "
            f"shadow-utils), and run usermod --add-subuids 100000-165535 --add-subgids 100000-165535 {user}"
        )
    return ""


def engine_version(manager: Manager) -> tuple[int, int]:
    """Major and minor version of an engine's client; (0, 0) where there is none."""
    found = re.search(r"(\d+)\.(\d+)", _output([manager.engine, "--version"]) or "")
    return (int(found.group(1)), int(found.group(2))) if found else (0, 0)
