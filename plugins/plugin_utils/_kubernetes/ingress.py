# SPDX-License-Identifier: GPL-3.0-or-later
"""The Ingress: how clients outside of the cluster come in, where that is asked for."""

from __future__ import annotations

import typing as t

from .gateway import Gateway, Manifest, metadata
from .pod import PORT

if t.TYPE_CHECKING:
    from .declared import Cluster


def ingress(cluster: Cluster, gateway: Gateway) -> Manifest | None:
    """The Ingress; None where nobody asks for one."""
    given = cluster.ingress
    if given is None:
        return None
    backend = {"service": {"name": cluster.name, "port": {"name": PORT}}}
    path = {"path": given["path"], "pathType": "Prefix", "backend": backend}
    certificate = [{"hosts": [given["host"]], "secretName": given["tls_secret"]}] if given["tls_secret"] else []
    return {
        "apiVersion": "networking.k8s.io/v1",
        "kind": "Ingress",
        "metadata": metadata(cluster, gateway, annotations=given["annotations"]),
        "spec": {
            **({"ingressClassName": given["class"]} if given["class"] else {}),
            **({"tls": certificate} if certificate else {}),
            "rules": [{"host": given["host"], "http": {"paths": [path]}}],
        },
    }
