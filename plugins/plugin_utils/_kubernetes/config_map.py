# SPDX-License-Identifier: GPL-3.0-or-later
"""ConfigMaps: the configuration of a gateway, and the program that serves it. Named by their digest, they never change."""

from __future__ import annotations

import typing as t

from .._report import yaml_text
from .gateway import Gateway, Manifest, digest, metadata

if t.TYPE_CHECKING:
    from collections.abc import Mapping

    from .declared import Cluster

MOST_BYTES = 1_000_000
"""Kubernetes takes 1 MiB in one object, with its names."""

CONFIG = "config.yaml"
SERVICE_ENVIRONMENT = "service.env"


def release_files(gateway: Gateway) -> dict[str, str]:
    """What stands beside the configuration, as in the configuration folder of a slot: file name to text."""
    return {CONFIG: gateway.config, SERVICE_ENVIRONMENT: gateway.service_environment, **gateway.python_files}


def config_name(cluster: Cluster, gateway: Gateway) -> str:
    """The name of the ConfigMap with the configuration."""
    return f"{cluster.name}-config-{digest(release_files(gateway))}"


def program_name(cluster: Cluster, gateway: Gateway) -> str:
    """The name of the ConfigMap with the program."""
    return f"{cluster.name}-gateway-{digest(gateway.programs)}"


def _config_map(cluster: Cluster, gateway: Gateway, name: str, files: Mapping[str, str]) -> Manifest:
    about = metadata(cluster, gateway, name)
    # Its content is the same whatever version runs it.
    about["labels"] = {key: value for key, value in about["labels"].items() if not key.endswith("/version")}
    return {
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": about,
        "immutable": True,
        "data": {key: yaml_text.Literal(text) for key, text in files.items()},
    }


def config_map(cluster: Cluster, gateway: Gateway) -> Manifest:
    """The configuration, the service environment and the operator's own code."""
    return _config_map(cluster, gateway, config_name(cluster, gateway), release_files(gateway))


def program_map(cluster: Cluster, gateway: Gateway) -> Manifest:
    """The program that proves and serves the configuration."""
    return _config_map(cluster, gateway, program_name(cluster, gateway), gateway.programs)


def size_of(gateway: Gateway) -> int:
    """How many bytes the configuration and what stands beside it have."""
    return sum(len(text.encode()) for text in release_files(gateway).values())
