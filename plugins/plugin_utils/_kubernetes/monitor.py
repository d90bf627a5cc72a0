# SPDX-License-Identifier: GPL-3.0-or-later
"""The ServiceMonitor of Prometheus' operator, where that is asked for."""

from __future__ import annotations

import typing as t

from .gateway import Gateway, Manifest, metadata, selector

if t.TYPE_CHECKING:
    from .declared import Cluster


def monitor(cluster: Cluster, gateway: Gateway) -> Manifest | None:
    """The ServiceMonitor; None where nobody asks for one."""
    given = cluster.monitor
    if given is None:
        return None
    endpoint: Manifest = {"port": given["port"], "path": given["path"], "interval": given["interval"]}
    if cluster.tls_secret:
        # The name in the certificate is not the address of a pod.
        endpoint |= {"scheme": "https", "tlsConfig": {"insecureSkipVerify": True}}
    if given["key_secret"]:
        credentials = {"name": given["key_secret"], "key": given["key"]}
        endpoint |= {"authorization": {"type": "Bearer", "credentials": credentials}}
    about = metadata(cluster, gateway)
    about["labels"] = {**about["labels"], **given["labels"]}
    return {
        "apiVersion": "monitoring.coreos.com/v1",
        "kind": "ServiceMonitor",
        "metadata": about,
        "spec": {"selector": {"matchLabels": selector(cluster)}, "endpoints": [endpoint]},
    }
