# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""From the options of ``litellm_release`` to the release that they describe: who runs it, as whom, with how many workers."""

from __future__ import annotations

import grp
import ipaddress
import os
import pwd
import re
import typing as t
from dataclasses import asdict

from .._host.accounts import account_of
from .._host.resources import default_workers
from .._managers import AUTO, MANAGERS
from .._release.containers import Container, container_problems
from .._release.desired import Release
from .._release.images import environment_name, image_problems
from .._release.layout import Layout

PLAIN_PATH = re.compile(r"/[^\s\"'%$\\;#]+\Z")
"""Unit files and supervisor's configuration give a meaning of their own to what is left out here."""


class HostRefused(Exception):
    """The host cannot run the release. *problems* has every reason, each one sentence."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__(" ".join([*problems, "Nothing was changed."]))


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def resolve_release(options: t.Mapping[str, t.Any], privileged: bool, systemd: bool) -> Release:
    """The release with all that depends on the host filled in.

    :param privileged: whether this process is root.
    :param systemd: whether systemd runs here.
    :raises HostRefused: when systemd is asked for where it cannot be had.
    """
    choice = options["service_manager"]
    if choice == AUTO:
        choice = "systemd" if systemd and privileged else "supervisor"
    manager = MANAGERS[choice]
    choices = "set litellm_service_manager to supervisor or auto"
    if manager.uses_systemd and not systemd:
        raise HostRefused([f"systemd does not run here, and {manager.name} needs it; {choices}."])
    if manager.uses_systemd and not privileged:
        raise HostRefused([f"systemd units need root; use become, or {choices}."])
    problems = []
    if not 1 <= options["port"] <= 65535:
        problems.append(f"litellm_port is {options['port']}, and ports are from 1 to 65535.")
    if not manager.uses_systemd and ":" in options["host"]:
        problems.append(f"litellm_host is {options['host']}, and supervisor takes only an IPv4 address or a name.")
    if manager.uses_systemd and not _is_address(options["host"]):
        problems.append(f"litellm_host is {options['host']}, and systemd takes only an IP address.")
    problems += [
        f"litellm_{name} is {options[name]}, and it cannot be negative."
        for name in ("workers", "max_requests_before_restart", "max_worker_memory", "max_body")
        if options[name] < 0
    ]
    container = resolve_container(options["container"]) if manager.runs_containers else None
    if container:
        problems += image_problems(container.image, options["version"], container.moving_tags)
        problems += container_problems(container)
    if problems:
        raise HostRefused(problems)
    account = pwd.getpwuid(os.geteuid())
    user = account_of(options["user"])
    image = environment_name(manager, container.image, options["user"]) if container else ""
    return Release(
        version=options["version"],
        environment=image or options["environment_name"] or options["version"],
        requirements_digest=image or options["requirements_digest"],
        config=options["config"],
        settings=options["settings"],
        secrets_digest=options["secrets_digest"],
        gateway=options["gateway"],
        python_files=options["python_files"],
        manager=manager,
        host=options["host"],
        port=options["port"],
        user=options["user"] if privileged else account.pw_name,
        group=options["group"] if privileged else grp.getgrgid(account.pw_gid).gr_name,
        privileged=privileged,
        workers=options["workers"] or default_workers(float(container.cpus) if container and container.cpus else None),
        max_requests_before_restart=options["max_requests_before_restart"],
        max_worker_memory=options["max_worker_memory"],
        max_body=options["max_body"],
        start_timeout=options["start_timeout"],
        drain_timeout=options["drain_timeout"],
        keepalive_timeout=options["keepalive_timeout"],
        overrides=options["unit_overrides"],
        container=container,
        user_number=user.pw_uid if user else 0,
    )


def resolve_container(options: t.Mapping[str, t.Any]) -> Container:
    """What the slots' containers have in common."""
    fields: dict[str, t.Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in options.items()
    }
    return Container(**fields)


def layout_problems(release: Release, layout: Layout) -> list[str]:
    """Every folder that cannot be one of the gateway's."""
    problems = []
    folders = {name: path for name, path in asdict(layout).items() if name not in ("units", "quadlets")}
    for name, path in folders.items():
        if not PLAIN_PATH.match(path):
            problems.append(f"litellm_{name}_dir is {path!r}; it must be absolute, without blanks, quotes, % and $.")
        elif list(folders.values()).count(path) > 1:
            problems.append(f"litellm_{name}_dir is {path}, and so is another folder of the gateway.")
    if release.manager.uses_systemd and not layout.runtime.startswith("/run/"):
        problems.append(f"litellm_runtime_dir is {layout.runtime}; under systemd it must be below /run.")
    return problems
