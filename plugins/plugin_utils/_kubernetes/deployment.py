# SPDX-License-Identifier: GPL-3.0-or-later
"""The Deployment: pods of one release after those of another, never fewer than declared."""

from __future__ import annotations

import typing as t

from ...module_utils._serving import SPARE_SECONDS
from .gateway import GROUP, Gateway, Manifest, labels, metadata, selector
from .migrations import patience, waiting
from .pod import pod

if t.TYPE_CHECKING:
    from .declared import Cluster

FORMER = f"{GROUP}/former-config-maps"
"""The annotation with the ConfigMaps of former releases that are still there, those of the newest first."""


def deployment(cluster: Cluster, gateway: Gateway, former: t.Sequence[str] = ()) -> Manifest:
    """The Deployment of a gateway.

    :param former: names of ConfigMaps that stay, to go back to.
    """
    annotations = {FORMER: " ".join(former)} if former else {}
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": metadata(cluster, gateway, annotations=annotations),
        "spec": {
            # Where something else scales it, its number is not the manifest's.
            **({} if cluster.autoscaling else {"replicas": cluster.replicas}),
            "revisionHistoryLimit": max(cluster.kept, 1),
            "progressDeadlineSeconds": gateway.start_timeout + 4 * SPARE_SECONDS + patience(gateway),
            "strategy": {"type": "RollingUpdate", "rollingUpdate": {"maxUnavailable": 0, "maxSurge": 1}},
            "selector": {"matchLabels": selector(cluster)},
            "template": {
                "metadata": {"labels": labels(cluster, gateway)},
                "spec": pod(cluster, gateway) | waiting(cluster, gateway),
            },
        },
    }
