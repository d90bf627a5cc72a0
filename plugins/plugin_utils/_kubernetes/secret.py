# SPDX-License-Identifier: GPL-3.0-or-later
"""A Secret with values, only where that is asked for: it stands in a file of its own, apart from everything else."""

from __future__ import annotations

import typing as t

import yaml

from ...module_utils._litellm_names import SALT_KEY
from .gateway import Manifest

if t.TYPE_CHECKING:
    from collections.abc import Mapping

    from .declared import Cluster


def secret_name(cluster: Cluster) -> str:
    """The name of that Secret."""
    return f"{cluster.name}-secrets"


def secret(cluster: Cluster, values: Mapping[str, str]) -> Manifest:
    """The Secret. Nothing but the file that it is for may show it."""
    return {
        "apiVersion": "v1",
        "kind": "Secret",
        "metadata": {"name": secret_name(cluster), "namespace": cluster.namespace},
        "type": "Opaque",
        "stringData": dict(sorted(values.items())),
    }


def has_other_salt(text: str, values: Mapping[str, str]) -> bool:
    """Whether a Secret that was written before, of which this is the *text*, has another salt key than *values*."""
    try:
        former = str(yaml.safe_load(text)["stringData"][SALT_KEY] or "")
    except (yaml.YAMLError, KeyError, TypeError):
        return False
    return bool(former) and values.get(SALT_KEY, "") not in ("", former)
