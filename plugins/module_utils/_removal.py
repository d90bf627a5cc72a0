# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""What has to go when a gateway is taken away: everything that the collection put there, and nothing else."""

from __future__ import annotations

import glob
import grp
import os
import pwd
import re
import typing as t

from ansible_collections.llmops.litellm.plugins.module_utils._accounts import account_of
from ansible_collections.llmops.litellm.plugins.module_utils._containers import ENGINES
from ansible_collections.llmops.litellm.plugins.module_utils._engines import image_command, image_reference
from ansible_collections.llmops.litellm.plugins.module_utils._host import running_supervisor
from ansible_collections.llmops.litellm.plugins.module_utils._layout import SLOTS, Layout
from ansible_collections.llmops.litellm.plugins.module_utils._systemd import SOCKET, loaded_units

_HALF_WRITTEN = ".ansible_tmp*"
"""What Ansible leaves of a file that it was killed over."""

_INSTALL_FILES = ("slots", "tools", "requirements-*.txt", *(f"{engine}-*" for engine in ENGINES), _HALF_WRITTEN)
_CONFIG_FILES = ("slots", "config.yaml", "litellm.env", "supervisord.conf", _HALF_WRITTEN)
_STATE_FILES = ("releases", "supervisord.log*", "slot-*.log*", _HALF_WRITTEN)
_RUNTIME_FILES = (*map(str, SLOTS), "supervisor.sock", "supervisord.pid")

PROCESSES = "/proc"

FIRST_OF_PEOPLE = 1000
"""Below are the numbers of a system's own accounts and groups."""

_ENVIRONMENT = re.compile(r"\d+\.\d+[\w.]*(?:-[0-9a-f]{8})?")
"""Names of environments: a version, and what other packages are in it."""


class Removal(t.NamedTuple):
    """What is there of a gateway.

    :param units: systemd units to stop, the socket before the services that it starts. The files of some may be gone.
    :param supervisor: whether a supervisor of ours runs.
    :param installers: processes that still install, for a play that was killed.
    :param paths: files and folders, in the order to remove them.
    :param account: whether the service's account is one that the role made.
    :param group: whether there is a group of that account's name and no account, as a play leaves it that was killed.
    :param images: images that slots ran.
    """

    units: list[str]
    supervisor: bool
    installers: list[int]
    paths: list[str]
    account: bool
    group: bool
    images: list[Image]


class Image(t.NamedTuple):
    """An image of an engine, and the command to remove it with."""

    engine: list[str]
    reference: str


def _owned(folder: str, patterns: t.Iterable[str]) -> list[str]:
    """What is ours in *folder*, and the folder itself when it holds nothing else."""
    if not os.path.isdir(folder):
        return []
    ours = sorted(path for pattern in patterns for path in glob.glob(os.path.join(glob.escape(folder), pattern)))
    foreign = {os.path.join(folder, name) for name in os.listdir(folder)} - set(ours)
    return ours if foreign else [folder]


def _made_account(user: str, layout: Layout) -> bool:
    account = account_of(user)
    return account is not None and account.pw_dir == layout.state


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
    """Names of the environments that were installed or begun."""
    names = os.listdir(install) if os.path.isdir(install) else []
    return [glob.escape(name) for name in names if _ENVIRONMENT.fullmatch(name)]


def _installers(layout: Layout) -> list[int]:
    """Processes that install something: programs below the folder for that which are no slot, and Python making one there."""
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


def images_of(layout: Layout, environments: t.Iterable[str]) -> list[Image]:
    """The images that folders of *environments* stand for."""
    found = []
    for folder in environments:
        name = os.path.basename(folder)
        reference = image_reference(layout, name)
        command = image_command(layout, name)
        if reference and command:
            found.append(Image(command, reference))
    return found


def find_removal(layout: Layout, default: Layout, user: str, privileged: bool) -> Removal:
    """Look at the host for whatever a deployment left there.

    :param default: where a gateway is unless the operator chooses. The default state folder is the service's own home
        and goes as a whole; of a chosen one, only what the collection wrote there.
    :param user: whom the service runs as, where this process is root.
    :param privileged: whether this process is root; systemd units and accounts are only looked for then.
    """
    files = [layout.socket_unit(), *(path for slot in SLOTS for path in layout.service_units(slot))]
    files = [path for path in files if privileged and os.path.lexists(path)]
    loaded = [unit.name for unit in loaded_units()] if privileged else []
    units = {os.path.basename(path).replace(".container", ".service") for path in files} | set(loaded)
    links = glob.glob(f"{glob.escape(layout.units)}/*.wants/litellm[@.]*") if privileged else []
    paths = [*files, *sorted(links)]
    paths += _owned(layout.install, [*_INSTALL_FILES, *_environments(layout.install)])
    paths += _owned(layout.config, _CONFIG_FILES)
    paths += _owned(layout.runtime, _RUNTIME_FILES)
    paths += _owned(layout.state, ["*", ".*"] if layout.state == default.state else _STATE_FILES)
    return Removal(
        units=sorted(units, key=lambda name: (name != SOCKET, name)),
        supervisor=running_supervisor(layout) > 0,
        installers=_installers(layout),
        paths=paths,
        account=privileged and _made_account(user, layout),
        group=privileged and _begun_account(user),
        images=images_of(layout, sorted(glob.glob(os.path.join(glob.escape(layout.install), "*-*")))),
    )
