# SPDX-License-Identifier: GPL-3.0-or-later
"""The service managers that can run a gateway, as ``litellm_service_manager`` names them."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Manager:
    """A service manager, and what follows from the choice of it.

    :param name: its value in ``litellm_service_manager``.
    :param uses_systemd: whether slots are services of systemd, which holds the port.
    :param engine: absolute path of the container engine's program; empty where slots are plain processes.
    :param oldest_engine: major and minor version that the engine has at least.
    :param certificates: folder in which the engine looks for the certificate authorities of registries.
    :param uses_quadlets: whether podman makes the service of a slot from a quadlet file.
    :param own_group: whether the engine runs the service's user only in that user's own group.
    :param rootless: whether containers are the service's own user's, with that user's images.
    """

    name: str
    uses_systemd: bool = True
    engine: str = ""
    oldest_engine: tuple[int, int] = (0, 0)
    certificates: str = ""
    uses_quadlets: bool = False
    own_group: bool = False
    rootless: bool = False

    @property
    def runs_containers(self) -> bool:
        """Whether slots are containers of LiteLLM's own image; else they run a virtual environment of the collection's own."""
        return bool(self.engine)

    @property
    def reads_secrets_as_root(self) -> bool:
        """Whether root reads the file with the secrets and hands them on; else the service's own user does."""
        return self.uses_systemd and not self.rootless

    @property
    def tasks(self) -> str:
        """The folder of the role's tasks that start and stop slots. Containers are services of systemd."""
        return "systemd" if self.uses_systemd else "supervisor"


_PODMAN = Manager(
    "podman",
    engine="/usr/bin/podman",
    oldest_engine=(4, 4),  # has quadlets
    certificates="/etc/containers/certs.d",
    uses_quadlets=True,
    own_group=True,
)

MANAGERS = {
    each.name: each
    for each in (
        Manager("systemd"),
        _PODMAN,
        replace(_PODMAN, name="rootless-podman", uses_quadlets=False, rootless=True),
        Manager("docker", engine="/usr/bin/docker", oldest_engine=(20, 10), certificates="/etc/docker/certs.d"),
        Manager("supervisor", uses_systemd=False),
    )
}
"""Name to service manager."""

AUTO = "auto"
"""Leaves the choice between systemd and supervisor to the host."""


KUBERNETES = "kubernetes"
"""Runs gateways too, but is no service manager of a host: the playbook ``kubernetes`` writes manifests for it."""


def runs_containers(choice: str) -> bool:
    """Whether the gateway of a *choice* of ``litellm_service_manager`` is LiteLLM's own image, which brings Prisma's client."""
    return choice == KUBERNETES or (choice in MANAGERS and MANAGERS[choice].runs_containers)
