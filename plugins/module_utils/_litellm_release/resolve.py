# SPDX-License-Identifier: GPL-3.0-or-later
"""From the options of ``litellm_release`` to the release that they describe: who runs it, as whom, with how many workers."""

from __future__ import annotations

import grp
import os
import pwd
import re
import typing as t
from dataclasses import dataclass, fields

from .._addresses import is_address
from .._faults import Fault
from .._host.accounts import account_of
from .._host.certificates import read_tls
from .._host.resources import default_workers
from .._managers import AUTO, MANAGERS, Manager
from .._release.containers import HOST_NETWORK, Container, container_faults
from .._release.desired import Release
from .._release.images import image_faults, installation_name
from .._release.layout import Layout
from .variables import VARIABLES

PLAIN_PATH = re.compile(r"/[^\s\"'%$\\;#]+\Z")
"""Unit files and supervisor's configuration give a meaning of their own to what is left out here."""


class HostRefused(Exception):
    """The host cannot run the release. ``problems`` has every reason, each one sentence with the name of its rule."""

    def __init__(self, faults: t.Iterable[Fault]) -> None:
        self.problems = [fault.as_line() for fault in faults]
        super().__init__(" ".join([*self.problems, "Nothing was changed."]))


@dataclass(frozen=True)
class Choices:
    """What an operator leaves to the host, allows, or names there. Each field is an option of ``litellm_release``.

    :param service_manager: name of who runs the service; ``auto`` leaves it to the host.
    :param workers: how many processes serve; 0 leaves it to the host.
    :param python: what to build virtual environments with, name or path; empty leaves it to the host.
    :param allow_downgrade: whether an older version than the one that serves is meant.
    :param allow_salt_change: whether another salt key than that of an earlier release is meant.
    :param tls_certificate: the certificate to serve HTTPS with, a path on the host or PEM text; empty for plain HTTP.
    """

    service_manager: str = AUTO
    workers: int = 0
    python: str = ""
    allow_downgrade: bool = False
    allow_salt_change: bool = False
    tls_certificate: str = ""


def taken(wanted: type[t.Any], options: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """The *options* that are fields of the dataclass *wanted*, by name; lists become tuples."""
    found = {each.name: options[each.name] for each in fields(wanted) if each.name in options}
    return {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}


def resolve_release(options: t.Mapping[str, t.Any], privileged: bool, systemd: bool) -> Release:
    """The release with all that depends on the host filled in.

    :param options: the module's options.
    :param privileged: whether this process is root.
    :param systemd: whether systemd runs here.
    :raises HostRefused: when systemd is asked for where it cannot be had.
    """
    choices = Choices(**taken(Choices, options))
    manager = resolve_manager(choices.service_manager, privileged, systemd)
    container = resolve_container(options) if manager.runs_containers else None
    faults = option_faults(options, manager)
    tls, tls_faults = read_tls(choices.tls_certificate, options["tls_key"], options["tls_key_digest"])
    faults += tls_faults
    if container:
        faults += image_faults(container.image, options["version"], container.moving_tags)
        faults += container_faults(container)
        if options["metrics_port"] and container.network != HOST_NETWORK:
            message = f"is {container.network}, and metrics of their own need the host's network"
            remedy = "set litellm_metrics_port to 0, or litellm_container_network to host"
            faults.append(Fault("contradiction", "litellm_container_network", message, remedy))
    if faults:
        raise HostRefused(faults)
    account = pwd.getpwuid(os.geteuid())
    user = account_of(options["user"])
    image = installation_name(manager, container.image, options["user"]) if container else ""
    by_host: dict[str, t.Any] = {
        "installation": image or options["installation"] or options["version"],
        "requirements_digest": image or options["requirements_digest"],
        "manager": manager,
        "user": options["user"] if privileged else account.pw_name,
        "group": options["group"] if privileged else grp.getgrgid(account.pw_gid).gr_name,
        "privileged": privileged,
        "workers": choices.workers or default_workers(float(container.cpus) if container and container.cpus else None),
        "container": container,
        "user_number": user.pw_uid if user else 0,
        "tls": tls,
    }
    return Release(**{**taken(Release, options), **by_host})


def resolve_manager(choice: str, privileged: bool, systemd: bool) -> Manager:
    """The service manager of a *choice* of ``litellm_service_manager``.

    :param privileged: whether this process is root.
    :param systemd: whether systemd runs here.
    :raises HostRefused: when systemd is asked for where it cannot be had.
    """
    if choice == AUTO:
        choice = "systemd" if systemd and privileged else "supervisor"
    manager = MANAGERS[choice]
    choices = "set litellm_service_manager to supervisor or auto"
    if manager.uses_systemd and not systemd:
        raise HostRefused([Fault("no-systemd", "systemd", f"does not run here, and {manager.name} needs it", choices)])
    if manager.uses_systemd and not privileged:
        raise HostRefused([Fault("no-systemd", "systemd", "units need root", f"use become, or {choices}")])
    return manager


def resolve_container(options: t.Mapping[str, t.Any]) -> Container:
    """What the slots' containers have in common.

    :param options: the module's options.
    """
    return Container(
        **taken(Container, options["container"]),
        programs=options["container_programs"],
        mounts=tuple(options["container_mounts"]),
    )


def option_faults(options: t.Mapping[str, t.Any], manager: Manager) -> list[Fault]:
    """Every option of the service that no gateway under *manager* can have."""
    faults = number_faults({name: options[name] for name, facts in VARIABLES.items() if facts["type"] == "int"})
    host, port, metrics, metrics_host = (options[name] for name in ("host", "port", "metrics_port", "metrics_host"))
    if metrics and metrics == port:
        message = f"is {metrics}, and so is litellm_port; metrics have a port of their own"
        faults.append(Fault("same-port", "litellm_metrics_port", message))
    if not is_address(metrics_host):
        faults.append(
            Fault("bad-address", "litellm_metrics_host", f"is {metrics_host}, and it has to be an IP address")
        )
    if not manager.uses_systemd and ":" in host:
        message = f"is {host}, and supervisor takes only an IPv4 address or a name"
        faults.append(Fault("bad-address", "litellm_host", message))
    if manager.uses_systemd and not is_address(host):
        faults.append(Fault("bad-address", "litellm_host", f"is {host}, and systemd takes only an IP address"))
    return faults


def number_faults(numbers: t.Mapping[str, int]) -> list[Fault]:
    """Every number that no gateway can have, whatever runs it.

    :param numbers: name of the option to its value.
    """
    faults = []
    for name, number in numbers.items():
        if name == "port" and not 1 <= number <= 65535:
            faults.append(Fault("field-range", "litellm_port", f"is {number}, and ports are from 1 to 65535"))
        elif name == "metrics_port" and number > 65535:
            faults.append(Fault("field-range", "litellm_metrics_port", f"is {number}, and ports are up to 65535"))
        elif number < 0:
            faults.append(Fault("field-range", f"litellm_{name}", f"is {number}, and it cannot be negative"))
    return faults


def layout_faults(release: Release, layout: Layout) -> list[Fault]:
    """Every folder that cannot be one of the gateway's."""
    faults = []
    folders = layout.folders
    for name, path in folders.items():
        variable = f"litellm_{name}_dir"
        if not PLAIN_PATH.match(path):
            message = f"is {path!r}; it must be absolute, without blanks, quotes, % and $"
            faults.append(Fault("bad-path", variable, message))
        elif list(folders.values()).count(path) > 1:
            faults.append(Fault("written-twice", variable, f"is {path}, and so is another folder of the gateway"))
    if release.manager.uses_systemd and not layout.runtime.startswith("/run/"):
        message = f"is {layout.runtime}; under systemd it must be below /run"
        faults.append(Fault("bad-path", "litellm_runtime_dir", message))
    return faults
