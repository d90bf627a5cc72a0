# SPDX-License-Identifier: GPL-3.0-or-later
"""What has to go when a gateway is taken away: everything that the collection put there, and nothing else."""

from __future__ import annotations

import glob
import grp
import os
import pwd
import re
import typing as t

from .._host.accounts import account_of, is_made
from .._host.engines import image_command, image_reference
from .._host.observe import drop_ins
from .._host.processes import running_supervisor
from .._host.systemd import SOCKET, loaded_units
from .._managers import MANAGERS
from .._release.desired import Release
from .._release.layout import SLOTS, Layout

_HALF_WRITTEN = ".ansible_tmp*"
"""What Ansible leaves of a file that it was killed over."""

_INSTALL_FILES = (
    "slots",
    "tools",
    "requirements-*.txt",
    *(f"{each.name}-*" for each in MANAGERS.values() if each.runs_containers),
    _HALF_WRITTEN,
)
_CONFIG_FILES = ("slots", "config.yaml", "litellm.env", "supervisord.conf", _HALF_WRITTEN)
_STATE_FILES = ("releases", "supervisord.log*", "slot-*.log*", _HALF_WRITTEN)
_RUNTIME_FILES = (*map(str, SLOTS), "supervisor.sock", "supervisord.pid")

PROCESSES = "/proc"

FIRST_OF_PEOPLE = 1000
"""Below are the numbers of a system's own accounts and groups."""

_ENVIRONMENT = re.compile(r"\d+\.\d+[\w.]*(?:-[0-9a-f]{8})?")
"""Names of virtual environments: a version, and what other packages are in it."""


class Removal(t.NamedTuple):
    """What is there of a gateway.

    :param units: systemd units to stop, the socket before the services that it starts. The files of some may be gone.
    :param supervisor: whether a supervisor of ours runs.
    :param installers: processes that still install, for a play that was killed.
    :param paths: files and folders, in the order to remove them.
    :param accounts: the accounts that the gateway ran as and the role made.
    :param group: whether there is a group of that account's name and no account, as a play leaves it that was killed.
    :param images: images that slots ran.
    """

    units: list[str]
    supervisor: bool
    installers: list[int]
    paths: list[str]
    accounts: list[str]
    group: bool
    images: list[Image]


class Image(t.NamedTuple):
    """An image of an engine, and the command to remove it with."""

    engine: list[str]
    reference: str


def _owned(folder: str, patterns: t.Iterable[str], wanted: t.Collection[str] = ()) -> list[str]:
    """What is ours in *folder*, and the folder itself when it holds nothing else.

    :param wanted: folders that stay, and so does what they are in.
    """
    if not os.path.isdir(folder) or folder in wanted:
        return []
    ours = sorted(path for pattern in patterns for path in glob.glob(os.path.join(glob.escape(folder), pattern)))
    foreign = {os.path.join(folder, name) for name in os.listdir(folder)} - set(ours)
    found = ours if foreign or _holds(folder, wanted) else [folder]
    return [path for path in found if path not in wanted and not _holds(path, wanted)]


def _holds(folder: str, wanted: t.Iterable[str]) -> bool:
    """Whether one of *wanted* is, or will be, in *folder*."""
    return any(each.startswith(f"{folder}/") for each in wanted)


def _files_of(place: Layout, default: Layout, wanted: t.Collection[str] = ()) -> list[str]:
    """Everything of ours in the folders of *place*."""
    return [
        *_owned(place.install, [*_INSTALL_FILES, *_environments(place.install)], wanted),
        *_owned(place.config, _CONFIG_FILES, wanted),
        *_owned(place.runtime, _RUNTIME_FILES, wanted),
        *_owned(place.state, ["*", ".*"] if place.state == default.state else _STATE_FILES, wanted),
    ]


def _unit_files(layout: Layout) -> list[str]:
    """The files of systemd's and podman's units that are there, the socket before the services that it starts."""
    services = [path for slot in SLOTS for path in layout.service_units(slot)]
    return [path for path in [layout.socket_unit(), *services] if os.path.lexists(path)]


def _boot_links(layout: Layout) -> list[str]:
    return sorted(glob.glob(f"{glob.escape(layout.units)}/*.wants/litellm[@.]*"))


def find_left(layout: Layout, places: t.Iterable[Layout], default: Layout, release: Release) -> list[str]:
    """What is ours in other *places* than *layout*, and what another service manager made: units come last, since they
    say which places there were.
    """
    wanted = layout.folders.values()
    paths = [path for place in places for path in _files_of(place, default, wanted)]
    if not release.manager.uses_systemd:
        return paths + ([*_boot_links(layout), *_unit_files(layout)] if release.privileged else [])
    patterns = {
        layout.state: ("supervisord.log*", "slot-*.log*"),
        layout.runtime: ("supervisor.sock", "supervisord.pid"),
    }
    logs = [path for folder, names in patterns.items() for path in _existing(folder, names)]
    return [*paths, *_existing(layout.config, ["supervisord.conf"]), *logs]


def _existing(folder: str, patterns: t.Iterable[str]) -> list[str]:
    return sorted(path for pattern in patterns for path in glob.glob(os.path.join(glob.escape(folder), pattern)))


def _begun_account(user: str) -> bool:
    """Whether there is a system's group of the name *user* that nobody is in, and no such user."""
    if account_of(user) is not None:
        return False
    try:
        group = grp.getgrnam(user)
    except KeyError:
        return False
    return (
        not group.gr_mem
        and group.gr_gid < FIRST_OF_PEOPLE
        and all(each.pw_gid != group.gr_gid for each in pwd.getpwall())
    )


def _environments(install: str) -> list[str]:
    """Names of the virtual environments that were made or begun."""
    names = os.listdir(install) if os.path.isdir(install) else []
    return [glob.escape(name) for name in names if _ENVIRONMENT.fullmatch(name)]


def _installers(layout: Layout) -> list[int]:
    """Numbers of processes that install: programs below the installation folder that are no slot, and ``python -m venv`` for one."""
    found = []
    for path in glob.glob(f"{PROCESSES}/[0-9]*/cmdline"):
        try:
            with open(path, encoding="utf-8", errors="replace") as handle:
                words = handle.read().split("\0")
        except OSError:
            continue  # it ended
        serves = words[0].startswith(f"{layout.install}/slots/") or layout.supervisor_config() in words
        inside = [word.startswith(f"{layout.install}/") for word in words]
        if not serves and (inside[0] or (any(inside) and "venv" in words[1:4])):
            found.append(int(path.split("/")[-2]))
    return sorted(found)


def engine_folders(layout: Layout) -> list[str]:
    """The folders that may stand for images."""
    return sorted(glob.glob(f"{glob.escape(layout.install)}/*-*"))


def images_of(layout: Layout, installations: t.Iterable[str]) -> list[Image]:
    """The images that folders of *installations* stand for."""
    found = []
    for folder in installations:
        name = os.path.basename(folder)
        reference = image_reference(layout, name)
        command = image_command(layout, name)
        if reference and command:
            found.append(Image(command, reference))
    return found


def find_removal(
    layout: Layout, default: Layout, users: t.Iterable[str], privileged: bool, places: t.Sequence[Layout] = ()
) -> Removal:
    """Look at the host for whatever a deploy left there.

    :param default: where a gateway is unless the operator chooses. The default state folder is the service's own home
        and goes as a whole; of a chosen one, only what the collection wrote there.
    :param users: whom the service runs or ran as, where this process is root.
    :param privileged: whether this process is root; systemd units and accounts are only looked for then.
    :param places: where else the gateway is or was.
    """
    loaded = [unit.name for unit in loaded_units()] if privileged else []
    files = _unit_files(layout) if privileged else []
    units = {os.path.basename(path).replace(".container", ".service") for path in files} | set(loaded)
    anywhere, users = [layout, *places], list(dict.fromkeys(users))
    paths = [*files, *_boot_links(layout), *drop_ins(layout)] if privileged else []
    for place in anywhere:
        paths += [path for path in _files_of(place, default) if path not in paths]
    return Removal(
        units=sorted(units, key=lambda name: (name != SOCKET, name)),
        supervisor=any(running_supervisor(place) for place in anywhere),
        installers=sorted({number for place in anywhere for number in _installers(place)}),
        paths=paths,
        accounts=[user for user in users if privileged and any(is_made(user, place.state) for place in anywhere)],
        group=privileged and any(map(_begun_account, users[:1])),
        images=[image for place in anywhere for image in images_of(place, engine_folders(place))],
    )
