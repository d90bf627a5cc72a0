# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""What has to go when a gateway is taken away: everything that the collection put there, and nothing else."""

from __future__ import annotations

import glob
import os
import typing as t

from ansible_collections.llmops.litellm.plugins.module_utils._accounts import account_of
from ansible_collections.llmops.litellm.plugins.module_utils._containers import ENGINES
from ansible_collections.llmops.litellm.plugins.module_utils._engines import image_command, image_reference
from ansible_collections.llmops.litellm.plugins.module_utils._host import running_supervisor
from ansible_collections.llmops.litellm.plugins.module_utils._layout import SLOTS, Layout

_INSTALL_FILES = ("slots", "tools", "requirements-*.txt", *(f"{engine}-*" for engine in ENGINES))
_CONFIG_FILES = ("slots", "config.yaml", "litellm.env", "supervisord.conf")
_STATE_FILES = ("releases", "supervisord.log*", "slot-*.log*")
_RUNTIME_FILES = (*map(str, SLOTS), "supervisor.sock", "supervisord.pid")


class Removal(t.NamedTuple):
    """What is there of a gateway.

    :param units: systemd units to stop, the services before the socket that starts them.
    :param supervisor: whether a supervisor of ours runs.
    :param paths: files and folders, in the order to remove them.
    :param account: whether the service's account is one that the role made.
    :param images: images that slots ran.
    """

    units: list[str]
    supervisor: bool
    paths: list[str]
    account: bool
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


def _environments(install: str) -> list[str]:
    """Names of the environments that were installed or begun: each has its requirements beside it."""
    names = glob.glob(os.path.join(glob.escape(install), "requirements-*.txt"))
    return [glob.escape(os.path.basename(name)[len("requirements-") : -len(".txt")]) for name in names]


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
    services = [path for slot in SLOTS for path in layout.service_units(slot)]
    units = [path for path in [*services, layout.socket_unit()] if privileged and os.path.lexists(path)]
    links = glob.glob(f"{glob.escape(layout.units)}/*.wants/litellm[@.]*") if privileged else []
    paths = [*units, *sorted(links)]
    paths += _owned(layout.install, [*_INSTALL_FILES, *_environments(layout.install)])
    paths += _owned(layout.config, _CONFIG_FILES)
    paths += _owned(layout.runtime, _RUNTIME_FILES)
    paths += _owned(layout.state, ["*", ".*"] if layout.state == default.state else _STATE_FILES)
    return Removal(
        units=[os.path.basename(path).replace(".container", ".service") for path in units],
        supervisor=running_supervisor(layout) > 0,
        paths=paths,
        account=privileged and _made_account(user, layout),
        images=images_of(layout, sorted(glob.glob(os.path.join(glob.escape(layout.install), "*-*")))),
    )
