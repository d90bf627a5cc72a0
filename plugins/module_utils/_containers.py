# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""What a slot is under podman and Docker: which image, which options, which command. Pure; looks at nothing."""

from __future__ import annotations

import re
import typing as t
from dataclasses import dataclass

ENGINES = {"podman": "/usr/bin/podman", "docker": "/usr/bin/docker"}
"""Service managers that run a slot in a container, and the program of each."""

HOST_NETWORK = "host"

IMAGE = re.compile(
    r"(?P<name>(?P<registry>[A-Za-z0-9.-]+(?::[0-9]+)?)/[a-z0-9._/-]+)"
    r"(?::(?P<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?P<digest>@sha256:[0-9a-f]{64})?\Z"
)
"""A reference that means the same on every host: with its registry, so that no search list decides."""

VERSION = re.compile(r"(?<![0-9.])[0-9]+\.[0-9]+\.[0-9]+")
FIXED = re.compile(r"[0-9]{4}-?[0-9]{2}-?[0-9]{2}|(?<![0-9a-f])(?=[a-f]*[0-9])[0-9a-f]{7,64}(?![0-9a-f])")
"""A date or a commit: what tags are named after that never move, beside versions."""

RESOURCE = re.compile(r"[0-9]+(\.[0-9]+)?[bkmg]?\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Container:
    """What the containers of a gateway have in common.

    :param image: reference of the image, with registry and tag or digest.
    :param python: the image's Python that has LiteLLM, an absolute path in the image.
    :param network: name of the engine's network; ``host`` shares the host's.
    :param memory: most memory it may use, such as ``2g``; empty for no limit.
    :param cpus: most processors it may use, such as ``1.5``; empty for no limit.
    :param volumes: further mounts, ``source:target`` or ``source:target:options``.
    :param options: further options of ``podman run`` and ``docker run``.
    """

    image: str
    python: str
    network: str = HOST_NETWORK
    memory: str = ""
    cpus: str = ""
    volumes: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """What one slot's container sees of the host, under the same paths, and where it works.

    :param code: folder with the programs, read only.
    :param settings: files with configuration and settings, read only.
    :param state: the service's home, to write to.
    :param runtime: the slot's own folder for its state file and sockets, to write to.
    """

    code: str
    settings: tuple[str, ...]
    state: str
    runtime: str


def container_name(slot: int) -> str:
    """The container of a slot."""
    return f"litellm-{slot}"


def registry_of(image: str) -> str:
    """The registry that an image comes from; empty where the reference names none."""
    found = IMAGE.match(image)
    return found.group("registry") if found else ""


def moving(tag: str) -> bool:
    """Whether a tag names no version, date or commit, so that another image may have it tomorrow."""
    return not (VERSION.search(tag) or FIXED.search(tag))


def image_problems(image: str, version: str, allowed: t.Collection[str]) -> list[str]:
    """Why *image* is not what a release may run; nothing when it is.

    :param version: LiteLLM's version that the configuration is checked against.
    :param allowed: moving tags that the operator allows by name.
    """
    found = IMAGE.match(image)
    registry = found.group("registry") if found else ""
    if not found or not ("." in registry or ":" in registry or registry == "localhost"):
        return [
            f"litellm_image is {image!r}; it must be registry/name:tag or registry/name@sha256:digest, "
            f"such as ghcr.io/berriai/litellm:v{version}."
        ]
    tag, digest = found.group("tag"), found.group("digest")
    if not tag:
        return [] if digest else [f"litellm_image is {image}, which names no tag; write {image}:v{version}."]
    if not digest and moving(tag) and tag not in allowed:
        return [
            f"litellm_image is {image}, and the tag {tag} moves from image to image; write {found.group('name')}:v{version}, "
            f"or name {tag} in litellm_image_moving_tags."
        ]
    named = VERSION.search(tag)
    if named and not version.startswith(named.group()):
        return [f"litellm_image is {image}, and litellm_version is {version}; set litellm_version to {named.group()}."]
    return []


def container_problems(container: Container) -> list[str]:
    """Everything about a container, other than its image, that no engine would take."""
    problems = []
    if not re.match(r"/[^\s\"'%$\\]+\Z", container.python):
        problems.append(f"litellm_image_python is {container.python!r}; it must be an absolute path in the image.")
    if container.memory and not RESOURCE.match(container.memory):
        problems.append(f"litellm_container_memory is {container.memory!r}; write a size such as 2g.")
    if container.cpus and not re.match(r"[0-9]+(\.[0-9]+)?\Z", container.cpus):
        problems.append(f"litellm_container_cpus is {container.cpus!r}; write a number such as 1.5.")
    for volume in container.volumes:
        if not re.match(r"[^:\s]+:/[^:\s]*(:[A-Za-z,]+)?\Z", volume):
            problems.append(f"litellm_container_volumes has {volume!r}; write source:/target or source:/target:ro.")
    return problems


def word(text: str) -> str:
    """One word of a command line in a unit file, as systemd.service(5) and quadlet read it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"' if re.search(r"[\s\"'\\]", text) or not text else escaped


def run_options(container: Container, place: Place, url: str, start_seconds: int, stop_seconds: int) -> list[str]:
    """The options of ``podman run`` and ``docker run`` that both engines share, one word each.

    :param url: where the gateway can be asked how it is, from the host.
    :param start_seconds: how long the slot may take until it is ready.
    :param stop_seconds: how long it may take to end before it is killed.
    """
    check = [container.python, "-I", f"{place.code}/litellm_health.py", f"--state-file={place.runtime}/state"]
    if container.network == HOST_NETWORK:
        check.append(f"--url={url}")
    options = [
        "--read-only",
        "--tmpfs=/tmp",
        "--cap-drop=all",
        "--security-opt=no-new-privileges",
        f"--network={container.network}",
        f"--volume={place.code}:{place.code}:ro,Z",
        *(f"--volume={path}:{path}:ro,Z" for path in place.settings),
        f"--volume={place.state}:{place.state}:z",
        f"--workdir={place.state}",
        f"--env=HOME={place.state}",
        f"--stop-timeout={stop_seconds}",
        f"--health-cmd={' '.join(check)}",
        f"--health-start-period={start_seconds}s",
    ]
    options += [f"--memory={container.memory}"] if container.memory else []
    options += [f"--cpus={container.cpus}"] if container.cpus else []
    options += [f"--volume={volume}" for volume in container.volumes]
    return [*options, *container.options]
