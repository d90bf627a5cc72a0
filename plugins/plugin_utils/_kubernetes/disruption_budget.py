# SPDX-License-Identifier: GPL-3.0-or-later
"""The PodDisruptionBudget: nodes are emptied one pod of a gateway after the other."""

from __future__ import annotations

import typing as t

from .gateway import Gateway, Manifest, metadata, selector

if t.TYPE_CHECKING:
    from .declared import Cluster


def disruption_budget(cluster: Cluster, gateway: Gateway) -> Manifest:
    """The budget. It counts pods that are missing, so that one pod alone does not keep its node from being emptied."""
    return {
        "apiVersion": "policy/v1",
        "kind": "PodDisruptionBudget",
        "metadata": metadata(cluster, gateway),
        "spec": {"maxUnavailable": 1, "selector": {"matchLabels": selector(cluster)}},
    }
