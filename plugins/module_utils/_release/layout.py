# SPDX-License-Identifier: GPL-3.0-or-later
"""Where everything of a gateway lives on a host: one table of paths, derived from who runs it."""

from __future__ import annotations

import posixpath
import re
import typing as t
from dataclasses import dataclass, replace

SLOTS = (1, 2, 3)
"""One serves, one keeps the release before it for going back, one is free for the next release."""

FOLDERS = ("install", "config", "state", "runtime")
"""The folders that an operator can choose."""

SYSTEMD_FOLDERS = (
    "/run/systemd/system",
    "/run/systemd/system.control",
    "/run/systemd/transient",
    "/usr/local/lib/systemd/system",
    "/usr/lib/systemd/system",
)
"""Where systemd looks for options of units beside ``/etc/systemd/system``."""

_NOTE = re.compile(r"^[#;] Folders: (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Layout:
    """The paths of one gateway. All are absolute.

    :param install: installations, one folder per LiteLLM version and set of packages or per image, and the slots that point to them.
    :param config: configuration and service environment, one folder per slot, and the serving slot's own under fixed names.
    :param state: the service's home, and the record of what was released.
    :param runtime: sockets and state files, gone after a reboot.
    """

    install: str
    config: str
    state: str
    runtime: str
    units: str = "/etc/systemd/system"
    quadlets: str = "/etc/containers/systemd"

    @property
    def folders(self) -> dict[str, str]:
        """The folders that an operator can choose, by their names."""
        return {name: getattr(self, name) for name in FOLDERS}

    @property
    def note(self) -> str:
        """What a service's own file says of where the gateway is, so that a later run finds it when it has moved."""
        return f"Folders: {' '.join(f'{name}={path}' for name, path in self.folders.items())}"

    def named_in(self, text: str) -> Layout | None:
        """The layout that a service's file names in its note; None without one."""
        found = _NOTE.search(text)
        words = dict(word.split("=", 1) for word in found.group(1).split() if "=" in word) if found else {}
        return self.at(words)

    def at(self, folders: t.Mapping[str, str]) -> Layout | None:
        """This layout with other *folders*; None where one of them is not named."""
        named = {name: folders[name] for name in FOLDERS if folders.get(name)}
        return replace(self, **named) if len(named) == len(FOLDERS) else None

    def installation(self, name: str) -> str:
        """A virtual environment of one LiteLLM version and its packages, or what stands for an image."""
        return posixpath.join(self.install, name)

    def stamp(self, name: str) -> str:
        """Written when the installation *name* is complete; says of what."""
        return posixpath.join(self.install, name, ".complete")

    def bill(self, name: str) -> str:
        """The bill of materials of the installation *name*: which packages it was installed with."""
        return posixpath.join(self.install, name, ".packages.json")

    def requirements(self, name: str) -> str:
        """What the installation *name* is installed from; written before it is begun."""
        return posixpath.join(self.install, f"requirements-{name}.txt")

    def tools(self) -> str:
        """The virtual environment that holds uv, and supervisor where it is used."""
        return posixpath.join(self.install, "tools")

    def downloads(self) -> str:
        """uv's and pip's caches. On uv's, the installations have hard links, so that it takes hardly any space itself."""
        return posixpath.join(self.tools(), "cache")

    def code(self, slot: int) -> str:
        """What a slot runs: a link to its installation, and the program that serves it."""
        return posixpath.join(self.install, "slots", str(slot))

    def installation_link(self, slot: int | str) -> str:
        """Leads to the installation that a slot runs. *slot* may be a placeholder."""
        return posixpath.join(self.install, "slots", str(slot), "environment")

    def gateway(self, slot: int | str) -> str:
        """The folder of the program that serves a slot, which Python runs as it is."""
        return posixpath.join(self.install, "slots", str(slot), "gateway")

    def configuration(self, slot: int | str) -> str:
        """The folder with the configuration and the service environment of a slot. *slot* may be a placeholder."""
        return posixpath.join(self.config, "slots", str(slot))

    def config_file(self, slot: int | str) -> str:
        """LiteLLM's configuration in a slot."""
        return posixpath.join(self.configuration(slot), "config.yaml")

    def service_environment_file(self, slot: int | str) -> str:
        """The environment file of a slot without secrets."""
        return posixpath.join(self.configuration(slot), "service.env")

    def secrets_file(self, slot: int | str) -> str:
        """The environment file of a slot with the secrets."""
        return posixpath.join(self.configuration(slot), "litellm.env")

    def certificate_file(self, slot: int | str) -> str:
        """The certificate that a slot serves HTTPS with, followed by those of who issued it. *slot* may be a placeholder."""
        return posixpath.join(self.configuration(slot), "certificate.pem")

    def key_file(self, slot: int | str) -> str:
        """The key of that certificate."""
        return posixpath.join(self.configuration(slot), "key.pem")

    def state_file(self, slot: int | str) -> str:
        """Says ``ready`` and a process id while the slot serves. *slot* may be a placeholder of a unit file."""
        return posixpath.join(self.runtime, str(slot), "state")

    def deaths_file(self, slot: int) -> str:
        """Says how many workers of a slot died since it started, and of what the last one did; not there while none did."""
        return posixpath.join(self.runtime, str(slot), "deaths.json")

    def port_closes_file(self, slot: int) -> str:
        """Tells a slot that serves that its port is its own, and closes with it."""
        return posixpath.join(self.runtime, str(slot), "port-closes")

    def supervisor_pid_file(self) -> str:
        """Holds the process id of supervisor."""
        return posixpath.join(self.runtime, "supervisord.pid")

    def supervisor_config(self) -> str:
        """supervisor's configuration, which it is started with."""
        return posixpath.join(self.config, "supervisord.conf")

    def container(self, slot: int) -> str:
        """The folder of the programs beside the gateway in a slot's container."""
        return posixpath.join(self.code(slot), "container")

    def image(self, name: str) -> str:
        """Holds the reference of the image that the installation *name* stands for, where slots are containers."""
        return posixpath.join(self.install, name, "image")

    def service_unit(self, slot: int, quadlet: bool = False) -> str:
        """The file that makes ``litellm@<slot>.service``: systemd's own unit, or podman's *quadlet*."""
        if quadlet:
            return posixpath.join(self.quadlets, f"litellm@{slot}.container")
        return posixpath.join(self.units, f"litellm@{slot}.service")

    def service_units(self, slot: int) -> tuple[str, ...]:
        """Every file that may make a slot's service."""
        return tuple(self.service_unit(slot, quadlet) for quadlet in (False, True))

    def drop_in_folders(self) -> tuple[str, ...]:
        """Every folder whose files change what a unit of the gateway says, wherever systemd or podman look for one."""
        names = ["litellm.socket.d", "litellm@.service.d", *(f"litellm@{slot}.service.d" for slot in SLOTS)]
        units = [self.units, f"{self.units}.control", *SYSTEMD_FOLDERS]
        quadlets = [posixpath.join(self.quadlets, f"litellm@{slot}.container.d") for slot in SLOTS]
        return (*(posixpath.join(folder, name) for folder in units for name in names), *quadlets)

    def boot_link(self, slot: int) -> str:
        """Makes systemd start a slot at boot."""
        return posixpath.join(self.units, "multi-user.target.wants", f"litellm@{slot}.service")

    def socket_unit(self) -> str:
        """systemd's unit that holds the port."""
        return posixpath.join(self.units, "litellm.socket")

    def metrics(self) -> str:
        """Where all slots count what clients ask for, if the metrics have an address of their own."""
        return posixpath.join(self.state, "metrics")

    def records(self) -> str:
        """One file for each hand-over; the one with the highest number says which slot serves what."""
        return posixpath.join(self.state, "releases")

    def record(self, number: int) -> str:
        """The file of one hand-over."""
        return posixpath.join(self.records(), f"{number}.json")


def layout_for(privileged: bool, home: str, chosen: t.Mapping[str, str]) -> Layout:
    """The layout of a host.

    :param privileged: whether the play acts as root there; else everything lives below *home*.
    :param home: the acting user's home folder.
    :param chosen: ``install``, ``config``, ``state``, ``runtime`` of the operator; empty strings stand for the default.
    """
    if privileged:
        default = {
            "install": "/opt/litellm",
            "config": "/etc/litellm",
            "state": "/var/lib/litellm",
            "runtime": "/run/litellm",
        }
    else:
        default = {
            "install": posixpath.join(home, ".local/share/litellm"),
            "config": posixpath.join(home, ".config/litellm"),
            "state": posixpath.join(home, ".local/state/litellm"),
            "runtime": posixpath.join(home, ".local/state/litellm/run"),
        }
    return Layout(**{name: chosen.get(name) or path for name, path in default.items()})
