# SPDX-License-Identifier: GPL-3.0-or-later
"""Values of LiteLLM's own chart, ``litellm-helm``, that make pods of it run the same configuration with the same program.

The chart would write the configuration anew from data; so it gets the ConfigMaps as further resources, and names them.
"""

from __future__ import annotations

import typing as t

from ...module_utils._model_config_options import MASTER_KEY
from .config_map import CONFIG, config_map, config_name, program_map
from .deployment import deployment
from .disruption_budget import disruption_budget
from .gateway import Gateway, Manifest, labels
from .migrations import job, policy, waiting
from .network_policy import network_policy
from .route import route
from .service import service_port

if t.TYPE_CHECKING:
    from .declared import Cluster

_SCRATCH = "scratch"
"""The volume that the chart makes by itself: with a read-only file system it has ``/tmp``."""


def helm_values(cluster: Cluster, gateway: Gateway) -> Manifest:
    """The values of the chart for a gateway."""
    spec = deployment(cluster, gateway)["spec"]
    pod = spec["template"]["spec"]
    container = pod["containers"][0]
    repository, _colon, tag = gateway.image.rpartition(":")
    budget = disruption_budget(cluster, gateway)["spec"]
    further = [config_map(cluster, gateway), program_map(cluster, gateway)]
    optional = (kind(cluster, gateway) for kind in (job, network_policy, policy, route))
    further += [each for each in optional if each]
    # The container that waits has no folder of the chart's.
    before = waiting(cluster, gateway).get("initContainers", [])
    of_chart = "" if before else _SCRATCH
    return {
        "fullnameOverride": cluster.name,
        "replicaCount": cluster.replicas,
        "image": {"repository": repository, "tag": tag, "pullPolicy": container["imagePullPolicy"]},
        "imagePullSecrets": pod.get("imagePullSecrets", []),
        "serviceAccount": {"create": True, "automount": False},
        "podLabels": {name: value for name, value in labels(cluster, gateway).items() if name in cluster.labels},
        "strategy": spec["strategy"],
        "terminationGracePeriodSeconds": pod["terminationGracePeriodSeconds"],
        "topologySpreadConstraints": pod["topologySpreadConstraints"],
        **{name: pod[name] for name in ("nodeSelector", "tolerations", "affinity") if name in pod},
        "podSecurityContext": pod["securityContext"],
        "securityContext": container["securityContext"],
        "resources": container["resources"],
        # Ours: it opens the port, proves the release, and drains.
        "command": container["command"][:1],
        "args": container["command"][1:],
        "lifecycle": container["lifecycle"],
        "extraEnvVars": container["env"],
        "masterkeySecretName": _master_key(gateway)[0],
        "masterkeySecretKey": _master_key(gateway)[1],
        "proxyConfigMap": {"create": False, "name": config_name(cluster, gateway), "key": CONFIG},
        "volumes": [each for each in pod["volumes"] if each["name"] != of_chart],
        "volumeMounts": [each for each in container["volumeMounts"] if each["name"] != _SCRATCH],
        **({"extraInitContainers": before} if before else {}),
        "service": {
            "type": cluster.service["type"],
            "port": service_port(cluster, gateway),
            "annotations": cluster.service["annotations"],
        },
        "autoscaling": _autoscaling(cluster),
        "ingress": _ingress(cluster),
        "pdb": {"enabled": True, "maxUnavailable": budget["maxUnavailable"]},
        "serviceMonitor": _monitor(cluster),
        "db": {"useExisting": False, "deployStandalone": False},
        # Ours is among the further resources: the chart's own has no folder to write to and no address that is made of a secret.
        "migrationJob": {"enabled": False},
        "redis": {"enabled": False},
        "extraResources": further,
    }


def _master_key(gateway: Gateway) -> tuple[str, str]:
    """The Secret that the chart takes the master key from; without a name it would make a key of its own, which nobody reads."""
    place = gateway.secrets.get(MASTER_KEY) or next(iter(gateway.secrets.values()), ("", ""))
    return place[0], place[1]


def _autoscaling(cluster: Cluster) -> Manifest:
    scaled = cluster.autoscaling
    if scaled is None:
        return {"enabled": False}
    found = {
        "enabled": True,
        "minReplicas": scaled["min"] or cluster.replicas,
        "maxReplicas": scaled["max"],
        "targetCPUUtilizationPercentage": scaled["cpu"],
    }
    return found | ({"targetMemoryUtilizationPercentage": scaled["memory"]} if scaled["memory"] else {})


def _ingress(cluster: Cluster) -> Manifest:
    given = cluster.ingress
    if given is None:
        return {"enabled": False}
    return {
        "enabled": True,
        "className": given["class"] or "",
        "annotations": given["annotations"],
        "hosts": [{"host": given["host"], "paths": [{"path": given["path"], "pathType": "Prefix"}]}],
        "tls": [{"secretName": given["tls_secret"], "hosts": [given["host"]]}] if given["tls_secret"] else [],
    }


def _monitor(cluster: Cluster) -> Manifest:
    given = cluster.monitor
    if given is None:
        return {"enabled": False}
    return {"enabled": True, "interval": given["interval"], "labels": given["labels"]}
