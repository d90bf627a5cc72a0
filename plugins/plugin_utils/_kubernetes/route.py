# SPDX-License-Identifier: GPL-3.0-or-later
"""The HTTPRoute of the Gateway API, the other way in from outside, where that is asked for."""

from __future__ import annotations

import typing as t

from .gateway import Gateway, Manifest, metadata
from .service import service_port

if t.TYPE_CHECKING:
    from .declared import Cluster


def route(cluster: Cluster, gateway: Gateway) -> Manifest | None:
    """The HTTPRoute; None where nobody asks for one."""
    given = cluster.route
    if given is None:
        return None
    parent = {"name": given["gateway"], "namespace": given["gateway_namespace"], "sectionName": given["listener"]}
    return {
        "apiVersion": "gateway.networking.k8s.io/v1",
        "kind": "HTTPRoute",
        "metadata": metadata(cluster, gateway),
        "spec": {
            "parentRefs": [{name: value for name, value in parent.items() if value}],
            **({"hostnames": given["hosts"]} if given["hosts"] else {}),
            "rules": [{"backendRefs": [{"name": cluster.name, "port": service_port(cluster, gateway)}]}],
        },
    }
