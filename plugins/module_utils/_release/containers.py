# SPDX-License-Identifier: GPL-3.0-or-later
"""The container of a slot: its image, options and command, as all engines take them. Pure; looks at nothing."""

from __future__ import annotations

import re
import typing as t
from dataclasses import dataclass, field

from .._faults import Fault

HOST_NETWORK = "host"

RESOURCE = re.compile(r"[0-9]+(\.[0-9]+)?[bkmg]?\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Container:
    """What the containers of a gateway have in common. A field that is named like an option below ``container`` of
    ``litellm_release`` is that option.

    :param image: reference of the image, with registry and tag or digest; no engine takes an empty one.
    :param python: the image's Python that has LiteLLM, an absolute path in the image; likewise.
    :param pull: when the image is fetched, ``missing``, ``always`` or ``never``.
    :param archive: where the controller has an archive of the image, which brings it; empty where a registry does.
    :param moving_tags: tags that are taken although they move.
    :param network: name of the engine's network; ``host`` shares the host's.
    :param memory: most memory it may use, such as ``2g``; empty for no limit.
    :param cpus: most processors it may use, such as ``1.5``; empty for no limit.
    :param volumes: further mounts, ``source:target`` or ``source:target:options``.
    :param options: further options of ``podman run`` and ``docker run``.
    :param mounts: what it has of the host because of other options, as ``volumes``.
    :param programs: what runs beside the gateway, file name to SHA-256 of its text.
    """

    image: str = ""
    python: str = ""
    pull: str = "missing"
    archive: str = ""
    moving_tags: tuple[str, ...] = ()
    network: str = HOST_NETWORK
    memory: str = ""
    cpus: str = ""
    volumes: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    mounts: tuple[str, ...] = ()
    programs: t.Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ContainerPaths:
    """What one slot's container has of the host, under the same paths.

    :param name: the container's.
    :param code: folder with the programs, read only.
    :param configuration: files with configuration, service environment without secrets and code of the operator's own, read only.
    :param secrets: the environment file with the secrets, which is root's and not mounted.
    :param state: the service's home, to write to.
    :param runtime: the slot's own folder for its state file and sockets, to write to.
    :param url: where the host asks the gateway how it is.
    :param start_timeout: seconds that the slot may take until it is ready.
    :param stop_timeout: seconds that it may take to end before it is killed.
    :param certificate: file of the certificate that it serves HTTPS with; empty for plain HTTP.
    """

    name: str
    code: str
    configuration: tuple[str, ...]
    secrets: str
    state: str
    runtime: str
    url: str
    start_timeout: int
    stop_timeout: int
    certificate: str = ""


class Account(t.NamedTuple):
    """Whom a slot runs as.

    :param number: the user's; 0 where nothing depends on it.
    """

    user: str
    group: str
    number: int = 0


def container_name(slot: int) -> str:
    """The container of a slot."""
    return f"litellm-{slot}"


def container_faults(container: Container) -> list[Fault]:
    """Everything about a container, other than its image, that no engine would take."""
    faults = []
    if not re.match(r"/[^\s\"'%$\\]+\Z", container.python):
        message, remedy = f"is {container.python!r}", "it must be an absolute path in the image"
        faults.append(Fault("bad-container", "litellm_image_python", message, remedy))
    if container.memory and not RESOURCE.match(container.memory):
        faults.append(
            Fault("bad-container", "litellm_container_memory", f"is {container.memory!r}", "write a size such as 2g")
        )
    if container.cpus and not re.match(r"[0-9]+(\.[0-9]+)?\Z", container.cpus):
        faults.append(
            Fault("bad-container", "litellm_container_cpus", f"is {container.cpus!r}", "write a number such as 1.5")
        )
    for volume in container.volumes:
        if not re.match(r"[^:\s]+:/[^:\s]*(:[A-Za-z,]+)?\Z", volume):
            remedy = "write source:/target or source:/target:ro"
            faults.append(Fault("bad-container", "litellm_container_volumes", f"has {volume!r}", remedy))
    return faults


def run_options(container: Container, place: ContainerPaths) -> list[str]:
    """The options of ``podman run`` and ``docker run`` that both engines share, one word each."""
    check = [container.python, "-I", f"{place.code}/container/health.py", f"--state-file={place.runtime}/state"]
    if container.network == HOST_NETWORK:
        check.append(f"--url={place.url}")
        check += [f"--certificate={place.certificate}"] if place.certificate else []
    options = [
        "--pull=never",
        # Instead of the image's own, which would parse the arguments.
        f"--entrypoint={container.python}",
        "--read-only",
        "--tmpfs=/tmp",
        "--cap-drop=all",
        "--security-opt=no-new-privileges",
        f"--network={container.network}",
        f"--volume={place.code}:{place.code}:ro,Z",
        *(f"--volume={path}:{path}:ro,Z" for path in place.configuration),
        f"--volume={place.state}:{place.state}:z",
        f"--workdir={place.state}",
        f"--env=HOME={place.state}",
        f"--stop-timeout={place.stop_timeout}",
        f"--health-cmd={' '.join(check)}",
        f"--health-start-period={place.start_timeout}s",
    ]
    options += [f"--memory={container.memory}"] if container.memory else []
    options += [f"--cpus={container.cpus}"] if container.cpus else []
    options += [f"--volume={volume}" for volume in (*container.mounts, *container.volumes)]
    return [*options, *container.options]
