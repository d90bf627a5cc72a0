# SPDX-License-Identifier: GPL-3.0-or-later
"""What a service of systemd is that runs a slot in a container: under podman, rootless podman and Docker. Pure."""

from __future__ import annotations

import posixpath
import re
import typing as t

from .._managers import Manager
from .._unit_lines import SANDBOX, SYSTEM_CALLS, Section
from .containers import Account, Container, ContainerPaths, run_options

HOST_PYTHON = "/usr/bin/python3"
"""What attends a Docker container on the host."""


def quote_word(text: str) -> str:
    """One word of a command line in a unit file, as systemd.service(5) and quadlet read it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"' if re.search(r"[\s\"'\\]", text) or not text else escaped


def command_line(words: t.Iterable[str]) -> str:
    """A command line of a unit file."""
    return " ".join(map(quote_word, words))


def runtime_directory(folder: str) -> str:
    """A folder below ``/run`` as systemd's ``RuntimeDirectory`` names it."""
    return posixpath.relpath(folder, "/run")


def podman_sections(
    container: Container, place: ContainerPaths, manager: Manager, account: Account, gateway: t.Sequence[str]
) -> dict[str, Section]:
    """What makes a quadlet of a service: podman itself passes the socket in and the notice out.

    The secrets are one of podman's own from the start of the service to its end. So is the slot's folder: systemd would
    take it back from the container's user with each command of the unit, while the container still stops.

    :param account: of the host, that the container runs as, in its own group.
    :param gateway: program and arguments that serve on the socket at descriptor 3.
    """
    options = [
        # Its number is looked up on the host, at each start; the image need not know it.
        f"--hostuser={account.user}",
        f"--secret={place.name},type=mount,mode=0444",
        f"--volume={place.runtime}:{place.runtime}:Z",
        *run_options(container, place),
    ]
    inside = ["-I", *gateway, "--fd=3", f"--environment-file=/run/secrets/{place.name}"]
    forget = command_line(["-" + manager.engine, "secret", "rm", place.name])
    owner = [f"--owner={account.user}", f"--group={account.group}"]
    return {
        "Container": {
            "Image": container.image,
            "ContainerName": place.name,
            "Exec": command_line(inside),
            "User": account.user,
            "Notify": True,
            "PodmanArgs": [quote_word(option) for option in options],
        },
        "Service": {
            "ExecStartPre": [
                command_line(["/usr/bin/install", "--directory", "--mode=0750", *owner, place.runtime]),
                forget,
                command_line([manager.engine, "secret", "create", place.name, place.secrets]),
            ],
            "ExecStopPost": [forget, command_line(["/usr/bin/rm", "--recursive", "--force", place.runtime])],
        },
    }


def attended_sections(
    container: Container, place: ContainerPaths, manager: Manager, account: Account, gateway: t.Sequence[str]
) -> dict[str, Section]:
    """What makes a service of a container of Docker or rootless podman; ``handover.py`` stands between the two.

    :param account: of the host, that the container runs as.
    :param gateway: program and arguments that serve on the socket at descriptor 3.
    """
    handover = ["-I", f"{place.code}/container/handover.py"]
    options = [
        # What it says goes to whoever attends it, and so to the journal; no second copy.
        "--log-driver=none",
        f"--env=NOTIFY_SOCKET={place.runtime}/notify.sock",
        f"--volume={place.runtime}:{place.runtime}:Z",
        *(["--userns=keep-id"] if manager.rootless else []),
        *run_options(container, place),
    ]
    whom = [f"--engine={manager.engine}", f"--name={place.name}"]
    inside = [*handover, "receive", f"--folder={place.runtime}", "--"]
    inside += [container.python, "-I", *gateway, "--fd=3", "--environment-file=/dev/fd/4"]
    attend = [HOST_PYTHON, *handover, "run", *whom, f"--folder={place.runtime}", f"--secrets={place.secrets}"]
    attend += [f"--user={account.user}", f"--group={account.group}"]
    own = _rootless_sections(account) if manager.rootless else _docker_sections(place)
    return {
        "Unit": own["Unit"],
        "Service": {
            "ExecStart": command_line([*attend, "--", *options, container.image, *inside]),
            "ExecStopPost": command_line([HOST_PYTHON, *handover, "remove", *whom]),
            "RuntimeDirectory": runtime_directory(place.runtime),
            "RuntimeDirectoryMode": "0770",
            **own["Service"],
        },
    }


def _docker_sections(place: ContainerPaths) -> dict[str, Section]:
    return {
        "Unit": {"Requires": "docker.service", "After": "network-online.target docker.service"},
        "Service": {
            # docker looks for a configuration of its own; there are none here.
            "Environment": f"DOCKER_CONFIG={place.runtime}",
            **SANDBOX,
            # What it opens in the slot's folder is the container's to use.
            "CapabilityBoundingSet": "CAP_CHOWN",
            "SystemCallFilter": [*SYSTEM_CALLS, "@chown"],
        },
    }


def _rootless_sections(account: Account) -> dict[str, Section]:
    """podman keeps what runs below ``/run/user``, and gets its user namespace from programs that a sandbox would stop."""
    manager = f"user@{account.number}.service"
    return {
        "Unit": {
            "Requires": f"user-runtime-dir@{account.number}.service",
            "Wants": f"network-online.target {manager}",
            "After": f"network-online.target user-runtime-dir@{account.number}.service {manager}",
        },
        "Service": {
            "User": account.user,
            "Group": account.group,
            "Environment": f"XDG_RUNTIME_DIR={runtime_of(account.number)}",
        },
    }


def runtime_of(number: int) -> str:
    """Where a user's programs keep what runs, by the user's number."""
    return f"/run/user/{number}"
