# SPDX-License-Identifier: GPL-3.0-or-later
"""How a gateway runs in Kubernetes, as its variables declare it, checked as a whole."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

from .._variables import kinds
from .._variables.kinds import Field
from . import fields

if t.TYPE_CHECKING:
    from collections.abc import Mapping

    from .._report.report import Spot
    from .._variables.reading import Variables
    from .fields import FileSource

PREFIX = "litellm_kubernetes_"
FORMS = ("manifests", "kustomize", "helm_values")


def _user(value: t.Any, at: Spot) -> int | None:
    """The number of a user; None leaves it to the cluster."""
    return None if value in (None, "") else kinds.whole(1, 2**31 - 1)(value, at)


_SINGLE: dict[str, kinds.Kind[t.Any]] = {
    "form": kinds.one_of(*FORMS),
    "name": fields.own_name,
    "namespace": fields.label,
    "replicas": kinds.whole(0, 1000),
    "user": _user,
    "leave_seconds": kinds.whole(0, 600),
    "kept": kinds.whole(0, 100),
    "tls_secret": kinds.optional(fields.subdomain),
    "image_pull_secrets": kinds.list_of(fields.subdomain),
    "labels": fields.labels,
    "files": kinds.mapping_of(kinds.path, fields.file_source),
}

_RECORDS: dict[str, dict[str, Field]] = {
    "resources": {"requests": Field(fields.quantities, {}), "limits": Field(fields.quantities, {})},
    "service": {
        "type": Field(kinds.one_of("ClusterIP", "NodePort", "LoadBalancer"), "ClusterIP"),
        "port": Field(kinds.whole(1, 65535)),
        "node_port": Field(kinds.whole(1, 65535)),
        "annotations": Field(fields.notes, {}),
    },
    "autoscaling": {
        "max": Field(kinds.whole(1, 1000), needed=True),
        "min": Field(kinds.whole(1, 1000)),
        "cpu": Field(kinds.whole(1, 1000), 70),
        "memory": Field(kinds.whole(1, 1000)),
    },
    "ingress": {
        "host": Field(fields.host, needed=True),
        "class": Field(fields.subdomain),
        "path": Field(fields.line, "/"),
        "tls_secret": Field(fields.subdomain),
        "annotations": Field(fields.notes, {}),
    },
    "route": {
        "gateway": Field(fields.subdomain, needed=True),
        "gateway_namespace": Field(fields.label),
        "listener": Field(fields.subdomain),
        "hosts": Field(kinds.list_of(fields.host), []),
    },
    "network_policy": {
        "from": Field(kinds.list_of(fields.own_terms), needed=True),
        "to": Field(kinds.list_of(fields.own_terms), []),
        "scrapers": Field(kinds.list_of(fields.own_terms), []),
        "dns": Field(
            kinds.list_of(fields.own_terms),
            [
                {"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "kube-system"}}},
                # NodeLocal DNSCache.
                {"ipBlock": {"cidr": "169.254.20.10/32"}},
            ],
        ),
    },
    "monitor": {
        "interval": Field(fields.duration, "30s"),
        "labels": Field(fields.labels, {}),
        "path": Field(fields.line, "/metrics"),
        "port": Field(fields.label),
        "key_secret": Field(fields.subdomain),
        "key": Field(fields.key),
    },
    "pod": {
        name: Field(fields.anything)
        for name in (
            "affinity",
            "dnsConfig",
            "dnsPolicy",
            "hostAliases",
            "nodeSelector",
            "priorityClassName",
            "runtimeClassName",
            "schedulerName",
            "serviceAccountName",
            "tolerations",
            "topologySpreadConstraints",
        )
    },
}
_OPTIONAL = ("autoscaling", "ingress", "route", "network_policy", "monitor")
"""What there is only where it is asked for."""


@dataclass(frozen=True)
class Cluster:
    """Where and how a gateway runs. Dictionaries have all fields of ``_RECORDS``; an optional one is None unless it is asked for.

    :param user: number of the user that pods run as; None leaves it to the cluster.
    :param leave_seconds: how long a pod that ends serves on, until nobody is sent to it.
    :param kept: how many former releases stay to go back to.
    :param tls_secret: Secret with the certificate that pods serve HTTPS with; empty for plain HTTP.
    :param files: absolute path in the pod to what has the file.
    :param pod: fields of the pod in Kubernetes' own terms, those that are set.
    """

    form: str
    name: str
    namespace: str
    replicas: int
    user: int | None
    leave_seconds: int
    kept: int
    tls_secret: str
    image_pull_secrets: list[str]
    labels: dict[str, str]
    files: dict[str, FileSource]
    resources: dict[str, t.Any]
    service: dict[str, t.Any]
    pod: dict[str, t.Any]
    autoscaling: dict[str, t.Any] | None
    ingress: dict[str, t.Any] | None
    route: dict[str, t.Any] | None
    network_policy: dict[str, t.Any] | None
    monitor: dict[str, t.Any] | None


def declared(read: Variables) -> Cluster | None:
    """The cluster that variables declare; None where something is wrong with them, which is reported."""
    found: dict[str, t.Any] = {name: kind(read.given(name), read.at(name)) for name, kind in _SINGLE.items()}
    for name, known in _RECORDS.items():
        value = read.given(name)
        left_out = name in _OPTIONAL and value in ({}, "", None)
        found[name] = None if left_out else kinds.record(known)(value, read.at(name))
    if read.report.refused:
        return None
    found["pod"] = {name: value for name, value in found["pod"].items() if value is not None}
    _together(found, read)
    return None if read.report.refused else Cluster(**found)


def _together(found: Mapping[str, t.Any], read: Variables) -> None:
    """Report what contradicts something else."""
    scaled, service = found["autoscaling"], found["service"]
    if scaled and (scaled["min"] or found["replicas"]) > scaled["max"]:
        least = "min" if scaled["min"] else f"{PREFIX}replicas, which is the least,"
        read.at("autoscaling").child("max").add("contradiction", f"is {scaled['max']}, and {least} is more")
    if scaled and not (scaled["min"] or found["replicas"]):
        read.at("autoscaling").child("min").add("missing-field", "is missing where there are no replicas")
    if service["node_port"] and service["type"] == "ClusterIP":
        at = read.at("service").child("node_port")
        at.add("contradiction", "is for type NodePort", "write type: NodePort beside it")
