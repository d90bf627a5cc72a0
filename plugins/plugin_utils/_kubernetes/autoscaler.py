# SPDX-License-Identifier: GPL-3.0-or-later
"""The HorizontalPodAutoscaler: more pods under load, where that is asked for."""

from __future__ import annotations

import typing as t

from .gateway import Gateway, Manifest, metadata

if t.TYPE_CHECKING:
    from .declared import Cluster


def autoscaler(cluster: Cluster, gateway: Gateway) -> Manifest | None:
    """The autoscaler; None where nobody asks for one."""
    scaled = cluster.autoscaling
    if scaled is None:
        return None
    metrics = [
        {
            "type": "Resource",
            "resource": {"name": name, "target": {"type": "Utilization", "averageUtilization": percent}},
        }
        for name, percent in (("cpu", scaled["cpu"]), ("memory", scaled["memory"]))
        if percent
    ]
    return {
        "apiVersion": "autoscaling/v2",
        "kind": "HorizontalPodAutoscaler",
        "metadata": metadata(cluster, gateway),
        "spec": {
            "scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": cluster.name},
            "minReplicas": scaled["min"] or cluster.replicas,
            "maxReplicas": scaled["max"],
            "metrics": metrics,
        },
    }
