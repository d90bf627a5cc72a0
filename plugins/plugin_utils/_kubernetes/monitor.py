# SPDX-License-Identifier: GPL-3.0-or-later
"""The ServiceMonitor of Prometheus' operator, where that is asked for."""

from __future__ import annotations

import typing as t

from ...module_utils._litellm_names import METRICS_TOKEN
from ...module_utils._model_config_options import MASTER_KEY
from .gateway import Gateway, Manifest, metadata, selector
from .pod import METRICS, PORT

if t.TYPE_CHECKING:
    from .declared import Cluster


def asks_own_port(cluster: Cluster, gateway: Gateway) -> bool:
    """Whether a ServiceMonitor asks at the port that the metrics have of their own."""
    return bool(cluster.monitor and gateway.metrics_port and cluster.monitor["port"] in (None, METRICS))


def monitor(cluster: Cluster, gateway: Gateway) -> Manifest | None:
    """The ServiceMonitor; None where nobody asks for one."""
    given = cluster.monitor
    if given is None:
        return None
    own = asks_own_port(cluster, gateway)
    # A port of the pods, which is none of the Service: what is reached from outside is not the metrics.
    port = {"targetPort": METRICS} if own else {"port": given["port"] or PORT}
    endpoint: Manifest = {**port, "path": given["path"], "interval": given["interval"]}
    if cluster.tls_secret:
        # The name in the certificate is not the address of a pod.
        endpoint |= {"scheme": "https", "tlsConfig": {"insecureSkipVerify": True}}
    token = gateway.secrets.get(METRICS_TOKEN) if own else None
    secret = given["key_secret"] or (token and token.secret)
    if secret:
        key = given["key"] or (token.key if token else MASTER_KEY)
        endpoint |= {"authorization": {"type": "Bearer", "credentials": {"name": secret, "key": key}}}
    about = metadata(cluster, gateway)
    about["labels"] = {**about["labels"], **given["labels"]}
    return {
        "apiVersion": "monitoring.coreos.com/v1",
        "kind": "ServiceMonitor",
        "metadata": about,
        "spec": {"selector": {"matchLabels": selector(cluster)}, "endpoints": [endpoint]},
    }
