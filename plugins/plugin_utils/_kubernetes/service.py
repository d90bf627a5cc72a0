# SPDX-License-Identifier: GPL-3.0-or-later
"""The Service: one name for all pods that are ready."""

from __future__ import annotations

import typing as t

from .gateway import Gateway, Manifest, metadata, selector
from .pod import PORT

if t.TYPE_CHECKING:
    from .declared import Cluster


def service_port(cluster: Cluster, gateway: Gateway) -> int:
    """The port of the Service."""
    return int(cluster.service["port"] or gateway.port)


def service(cluster: Cluster, gateway: Gateway) -> Manifest:
    """The Service of a gateway."""
    number = cluster.service["node_port"]
    return {
        "apiVersion": "v1",
        "kind": "Service",
        "metadata": metadata(cluster, gateway, annotations=cluster.service["annotations"]),
        "spec": {
            "type": cluster.service["type"],
            "selector": selector(cluster),
            "ports": [
                {
                    "name": PORT,
                    "port": service_port(cluster, gateway),
                    "targetPort": PORT,
                    "protocol": "TCP",
                    **({"nodePort": number} if number else {}),
                }
            ],
        },
    }
