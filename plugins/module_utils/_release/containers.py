# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""What a slot is under podman and Docker: which image, which options, which command. Pure; looks at nothing."""

from __future__ import annotations

import hashlib
import posixpath
import re
import typing as t
from dataclasses import dataclass, field

from .._managers import MANAGERS, Manager
from .units import SANDBOX, SYSTEM_CALLS, Section

HOST_PYTHON = "/usr/bin/python3"
"""What attends a Docker container on the host."""

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
    :param pull: when the image is fetched, ``missing``, ``always`` or ``never``.
    :param moving_tags: tags that are taken although they move.
    :param network: name of the engine's network; ``host`` shares the host's.
    :param memory: most memory it may use, such as ``2g``; empty for no limit.
    :param cpus: most processors it may use, such as ``1.5``; empty for no limit.
    :param volumes: further mounts, ``source:target`` or ``source:target:options``.
    :param options: further options of ``podman run`` and ``docker run``.
    :param programs: what runs beside the gateway, file name to SHA-256 of its text.
    """

    image: str
    python: str
    pull: str = "missing"
    moving_tags: tuple[str, ...] = ()
    network: str = HOST_NETWORK
    memory: str = ""
    cpus: str = ""
    volumes: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    programs: t.Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Place:
    """What one slot's container has of the host, under the same paths.

    :param name: the container's.
    :param code: folder with the programs, read only.
    :param settings: files with configuration, settings and code of the operator's own, read only.
    :param secrets: the environment file with the secrets, which is root's and not mounted.
    :param state: the service's home, to write to.
    :param runtime: the slot's own folder for its state file and sockets, to write to.
    :param url: where the host asks the gateway how it is.
    :param start_timeout: seconds that the slot may take until it is ready.
    :param stop_timeout: seconds that it may take to end before it is killed.
    """

    name: str
    code: str
    settings: tuple[str, ...]
    secrets: str
    state: str
    runtime: str
    url: str
    start_timeout: int
    stop_timeout: int


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


def environment_name(manager: Manager, image: str, user: str) -> str:
    """The folder that says which image a slot runs, in the place of a virtual environment.

    :param user: whom the service runs as; it has images of its own where the engine is rootless.
    """
    whose = f"{user} {image}" if manager.rootless else image
    return f"{manager.name}-{hashlib.sha256(whose.encode()).hexdigest()[:12]}"


def engine_of(environment: str) -> Manager | None:
    """The service manager whose image an environment stands for; None for a virtual environment."""
    manager = MANAGERS.get(environment.rpartition("-")[0])
    return manager if manager and manager.runs_containers else None


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


def command_line(words: t.Iterable[str]) -> str:
    """A command line of a unit file."""
    return " ".join(map(word, words))


def run_options(container: Container, place: Place) -> list[str]:
    """The options of ``podman run`` and ``docker run`` that both engines share, one word each."""
    check = [container.python, "-I", f"{place.code}/container/health.py", f"--state-file={place.runtime}/state"]
    if container.network == HOST_NETWORK:
        check.append(f"--url={place.url}")
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
        *(f"--volume={path}:{path}:ro,Z" for path in place.settings),
        f"--volume={place.state}:{place.state}:z",
        f"--workdir={place.state}",
        f"--env=HOME={place.state}",
        f"--stop-timeout={place.stop_timeout}",
        f"--health-cmd={' '.join(check)}",
        f"--health-start-period={place.start_timeout}s",
    ]
    options += [f"--memory={container.memory}"] if container.memory else []
    options += [f"--cpus={container.cpus}"] if container.cpus else []
    options += [f"--volume={volume}" for volume in container.volumes]
    return [*options, *container.options]


def runtime_directory(folder: str) -> str:
    """A folder below ``/run`` as systemd's ``RuntimeDirectory`` names it."""
    return posixpath.relpath(folder, "/run")


def podman_sections(
    container: Container, place: Place, manager: Manager, account: Account, gateway: t.Sequence[str]
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
            "PodmanArgs": [word(option) for option in options],
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
    container: Container, place: Place, manager: Manager, account: Account, gateway: t.Sequence[str]
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


def _docker_sections(place: Place) -> dict[str, Section]:
    return {
        "Unit": {"Requires": "docker.service", "After": "network-online.target docker.service"},
        "Service": {
            # docker looks for settings of its own; there are none here.
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
