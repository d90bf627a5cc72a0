# SPDX-License-Identifier: GPL-3.0-or-later
"""The forms in which manifests are handed on: files of manifests, with Kustomize's list of them, or values of LiteLLM's chart."""

from __future__ import annotations

import typing as t

from ...module_utils._head import HEAD
from .._report import yaml_text
from .autoscaler import autoscaler
from .config_map import config_map, config_name, program_map, program_name
from .deployment import deployment
from .disruption_budget import disruption_budget
from .former import names_in
from .gateway import Gateway, Manifest
from .helm_values import helm_values
from .ingress import ingress
from .migrations import job, policy
from .monitor import monitor
from .network_policy import network_policy
from .route import route
from .service import service

if t.TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .declared import Cluster

DEPLOYMENT = "deployment.yaml"


def file_of(config_map_name: str) -> str:
    """The file of a ConfigMap. ``kubectl`` takes files in the order of their names, so it is there before the Deployment."""
    return f"configmap-{config_map_name}.yaml"


def current(cluster: Cluster, gateway: Gateway) -> list[str]:
    """The names of the ConfigMaps that the pods have."""
    return [config_name(cluster, gateway), program_name(cluster, gateway)]


def manifests(cluster: Cluster, gateway: Gateway, former: Sequence[str] = ()) -> dict[str, Manifest]:
    """Name of a file to its manifest, of everything that is declared.

    :param former: names of the ConfigMaps of former releases that stay.
    """
    found = {
        file_of(config_name(cluster, gateway)): config_map(cluster, gateway),
        file_of(program_name(cluster, gateway)): program_map(cluster, gateway),
        DEPLOYMENT: deployment(cluster, gateway, former),
        "job.yaml": job(cluster, gateway),
        "service.yaml": service(cluster, gateway),
        "poddisruptionbudget.yaml": disruption_budget(cluster, gateway),
        "horizontalpodautoscaler.yaml": autoscaler(cluster, gateway),
        "networkpolicy.yaml": network_policy(cluster, gateway),
        "networkpolicy-migrations.yaml": policy(cluster, gateway),
        "ingress.yaml": ingress(cluster, gateway),
        "httproute.yaml": route(cluster, gateway),
        "servicemonitor.yaml": monitor(cluster, gateway),
    }
    return {name: manifest for name, manifest in found.items() if manifest is not None}


def text_of(manifest: Mapping[str, t.Any]) -> str:
    """A manifest as the text of its file."""
    return HEAD + yaml_text.dump(manifest)


def files(cluster: Cluster, gateway: Gateway, there: Mapping[str, str]) -> dict[str, str]:
    """Name to text of every file that the folder should have.

    :param there: name to text of what it has; ConfigMaps of former releases stay as they are.
    """
    if cluster.form == "helm_values":
        return {"values.yaml": text_of(helm_values(cluster, gateway))}
    former = _former(cluster, gateway, there)
    found = {name: text_of(each) for name, each in manifests(cluster, gateway, former).items()}
    found |= {file_of(name): there[file_of(name)] for name in former}
    if cluster.form == "kustomize":
        listed = {"apiVersion": "kustomize.config.k8s.io/v1beta1", "kind": "Kustomization", "resources": sorted(found)}
        found["kustomization.yaml"] = text_of(listed)
    return found


def _former(cluster: Cluster, gateway: Gateway, there: Mapping[str, str]) -> list[str]:
    """The ConfigMaps of former releases to keep, those of the newest first: what the Deployment that is there has and keeps."""
    names = names_in(there.get(DEPLOYMENT, ""))
    now = current(cluster, gateway)
    old = [name for name in dict.fromkeys(names) if name not in now and there.get(file_of(name), "").startswith(HEAD)]
    kept: list[str] = []
    for kind in (name.rpartition("-")[0] for name in now):
        kept += [name for name in old if name.rpartition("-")[0] == kind][: cluster.kept]
    return [name for name in old if name in kept]
