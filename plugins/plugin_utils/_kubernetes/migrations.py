# SPDX-License-Identifier: GPL-3.0-or-later
"""The database of the pods: a Job that migrates it, and a container before the gateway's that waits until that is done.

Both run the program that migrates on hosts. Whoever applies the manifests needs no order: pods of a release that the database is not
ready for wait, and those before serve on. No hook of Argo CD or Helm stands on the Job, for a hook runs before the ConfigMap and the
Secret that it needs are there.
"""

from __future__ import annotations

import json
import typing as t

from ...module_utils._litellm_names import DATABASE_URL
from . import pod
from .gateway import Gateway, Manifest, digest, labels, metadata, migrations_selector
from .network_policy import policy_of_migrations

if t.TYPE_CHECKING:
    from .declared import Cluster

CONTAINER = "migrations"
SCRATCH = "/tmp"  # noqa: S108 - a folder of the pod's own
JOB_SPARE_SECONDS = 600
"""For the image, and for tries while there is no database yet."""
TRIES = 6
UNDONE = 2
"""How the program ends where trying again does not help."""
_RESOURCES = {"requests": {"cpu": "100m", "memory": "512Mi"}, "limits": {"memory": "1Gi"}}
_OF_DATABASE = (DATABASE_URL, "DIRECT_URL")


def patience(gateway: Gateway) -> int:
    """How long the Job may take, and a pod waits for it, in seconds; 0 without a database."""
    return gateway.migration_timeout + JOB_SPARE_SECONDS if gateway.migration_timeout else 0


def waiting(cluster: Cluster, gateway: Gateway) -> Manifest:
    """What the specification of the gateway's pod gets, so that it serves nothing before the database is migrated."""
    if not gateway.migration_timeout:
        return {}
    return {"initContainers": [_container(cluster, gateway, "wait", patience(gateway))]}


def job(cluster: Cluster, gateway: Gateway) -> Manifest | None:
    """The Job; None without a database. Kubernetes never changes one, so it is named by the digest of all that it is.

    It has no time to live: whoever compares a cluster with the files would make it anew each time that it was taken away.
    """
    if not gateway.migration_timeout:
        return None
    spec = {
        "backoffLimit": TRIES,
        "activeDeadlineSeconds": patience(gateway),
        "podFailurePolicy": {
            "rules": [
                {"action": "Ignore", "onPodConditions": [{"type": "DisruptionTarget", "status": "True"}]},
                {
                    "action": "FailJob",
                    "onExitCodes": {"containerName": CONTAINER, "operator": "In", "values": [UNDONE]},
                },
            ]
        },
        "template": {"metadata": {"labels": _labels(cluster, gateway)}, "spec": _pod(cluster, gateway)},
    }
    name = f"{cluster.name}-migrate-{digest({'spec': json.dumps(spec, sort_keys=True)})}"
    return {
        "apiVersion": "batch/v1",
        "kind": "Job",
        "metadata": metadata(cluster, gateway, name) | {"labels": _labels(cluster, gateway)},
        "spec": spec,
    }


def policy(cluster: Cluster, gateway: Gateway) -> Manifest | None:
    """The NetworkPolicy of the Job's pods; None without a database, or where nobody asks for one."""
    return policy_of_migrations(cluster, gateway) if gateway.migration_timeout and cluster.network_policy else None


def _labels(cluster: Cluster, gateway: Gateway) -> dict[str, str]:
    # No Service and no budget of the gateway finds them.
    return labels(cluster, gateway) | migrations_selector(cluster)


def _pod(cluster: Cluster, gateway: Gateway) -> Manifest:
    placed = {name: value for name, value in cluster.pod.items() if name != "topologySpreadConstraints"}
    return {
        **pod.surroundings(cluster),
        **placed,
        "restartPolicy": "Never",
        "containers": [_container(cluster, gateway, "migrate", gateway.migration_timeout)],
        "volumes": [pod.program_volume(cluster, gateway), pod.SCRATCH_VOLUME, *pod.file_volumes(cluster)],
    }


def _container(cluster: Cluster, gateway: Gateway, act: str, seconds: int) -> Manifest:
    python = [gateway.image_python, "-I"]
    return {
        "name": CONTAINER,
        "image": gateway.image,
        "imagePullPolicy": pod.PULL[gateway.image_pull],
        "command": [
            *pod.composing(gateway, _OF_DATABASE),
            *python,
            *(f"{pod.PROGRAM}/migrations.py", act, "", SCRATCH, str(seconds)),
        ],
        "workingDir": SCRATCH,
        "env": _environment(gateway),
        "terminationMessagePolicy": "FallbackToLogsOnError",
        "resources": _RESOURCES,
        "securityContext": dict(pod.SECURITY_OF_CONTAINER),
        "volumeMounts": [pod.PROGRAM_MOUNT, pod.SCRATCH_MOUNT, *pod.file_mounts(cluster)],
    }


def _environment(gateway: Gateway) -> list[Manifest]:
    """What the database's address is made of, and the variables that are no secrets; no key of a provider."""
    made = [*gateway.composed, *((name, "", secret, more) for name, secret, more in gateway.extended)]
    needed = {secret for name, _before, secret, _after in made if name in _OF_DATABASE}
    # Kubernetes puts other variables into a value that has $(NAME), and takes $$ for a $.
    given = {name: value.replace("$", "$$") for name, value in sorted(gateway.variables.items())}
    return [
        *({"name": name, "value": value} for name, value in given.items()),
        *pod.references(gateway, {*needed, *_OF_DATABASE} - set(given)),
    ]
