# SPDX-License-Identifier: GPL-3.0-or-later
"""What runs in the pods: a gateway as a host would get it, and the names of everything that is made of it."""

from __future__ import annotations

import hashlib
import typing as t
from dataclasses import dataclass, field

if t.TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .declared import Cluster
    from .secrets import SecretKey

Manifest = dict[str, t.Any]
"""An object of Kubernetes, as data."""

GROUP = "litellm.llmops.github.io"
"""What names of annotations of the collection's own begin with."""


@dataclass(frozen=True)
class Gateway:
    """A gateway, whatever runs it. A field that is named like a variable of the role is that variable.

    :param config: LiteLLM's configuration, the same text as on a host.
    :param data: the same, parsed.
    :param service_environment: variables that are no secrets, as the text of an environment file.
    :param variables: the same, name to value.
    :param python_files: code of the operator's own: file name to text.
    :param programs: what serves it: file name to text.
    :param secrets: variable to the Secret that has its value.
    :param composed: variables that are made of a secret: name, text before, variable with the secret, text after.
    :param extended: variables that are an address in a secret, and more: name, variable with the address, what its query gets besides.
    :param host: the address that it listens at in its pod, of all IPv4 or of all.
    :param port: where it listens there.
    :param main_metrics: whether the metrics are at the port for clients too.
    :param metrics_port: where they have one of their own; 0 for nowhere.
    :param migration_timeout: how long migrating the database may take, in seconds; 0 without one.
    :param memory: most memory that a pod may use, as engines write it; empty for the collection's own.
    :param cpus: most processors that a pod may use; empty for no limit.
    """

    config: str
    data: Mapping[str, t.Any]
    service_environment: str
    python_files: Mapping[str, str]
    programs: Mapping[str, str]
    secrets: Mapping[str, SecretKey]
    composed: Sequence[tuple[str, str, str, str]]
    extended: Sequence[tuple[str, str, str]]
    version: str
    image: str
    image_python: str
    image_pull: str
    host: str
    port: int
    workers: int
    start_timeout: int
    drain_timeout: int
    keepalive_timeout: int
    max_requests_before_restart: int = 0
    max_worker_memory: int = 0
    max_body: int = 0
    main_metrics: bool = True
    metrics_port: int = 0
    variables: Mapping[str, str] = field(default_factory=dict)
    migration_timeout: int = 0
    memory: str = ""
    cpus: str = ""

    @property
    def metrics_host(self) -> str:
        """Where the metrics are: whoever scrapes a pod does so at its own address."""
        return self.host


def selector(cluster: Cluster) -> dict[str, str]:
    """The labels that pods are found by; they never change."""
    return {"app.kubernetes.io/name": "litellm", "app.kubernetes.io/instance": cluster.name}


def migrations_selector(cluster: Cluster) -> dict[str, str]:
    """The labels of pods that migrate the database, which nothing that looks for the gateway's finds."""
    return {**selector(cluster), "app.kubernetes.io/name": "litellm-migrations"}


def labels(cluster: Cluster, gateway: Gateway) -> dict[str, str]:
    """The labels of everything that a gateway is made of."""
    return {
        **cluster.labels,
        **selector(cluster),
        "app.kubernetes.io/version": gateway.version,
        "app.kubernetes.io/managed-by": "llmops.litellm",
    }


def metadata(cluster: Cluster, gateway: Gateway, name: str = "", **more: t.Any) -> Manifest:
    """The metadata of an object.

    :param name: its name; empty for the gateway's.
    :param more: what it has besides; what is empty is left out.
    """
    given = {field: value for field, value in more.items() if value}
    return {
        "name": name or cluster.name,
        "namespace": cluster.namespace,
        "labels": labels(cluster, gateway),
        **given,
    }


def digest(texts: Mapping[str, str]) -> str:
    """Short digest of files: name to text."""
    whole = hashlib.sha256()
    for name, text in sorted(texts.items()):
        for part in (name, text):
            whole.update(f"{len(part.encode())}:".encode() + part.encode())
    return whole.hexdigest()[:12]
