# SPDX-License-Identifier: GPL-3.0-or-later
"""How a gateway runs in Kubernetes, as its variables declare it, checked as a whole."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

from .._report.problems import Problem
from . import fields
from .fields import Fault, Field, FileSource

if t.TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "litellm_kubernetes_"
FORMS = ("manifests", "kustomize", "helm_values")

_SINGLE: dict[str, fields.Kind] = {
    "form": fields.one_of(*FORMS),
    "name": fields.label,
    "namespace": fields.label,
    "replicas": fields.whole(0, 1000),
    "user": lambda value: None if value in (None, "") else fields.whole(1, 2**31 - 1)(value),
    "leave_seconds": fields.whole(0, 600),
    "kept": fields.whole(0, 100),
    "tls_secret": lambda value: "" if value == "" else fields.subdomain(value),
    "image_pull_secrets": fields.list_of(fields.subdomain),
    "labels": fields.labels,
    "files": fields.mapping_of(fields.path, fields.file_source),
}

_RECORDS: dict[str, dict[str, Field]] = {
    "resources": {"requests": Field(fields.quantities, {}), "limits": Field(fields.quantities, {})},
    "service": {
        "type": Field(fields.one_of("ClusterIP", "NodePort", "LoadBalancer"), "ClusterIP"),
        "port": Field(fields.whole(1, 65535)),
        "node_port": Field(fields.whole(1, 65535)),
        "annotations": Field(fields.notes, {}),
    },
    "autoscaling": {
        "max": Field(fields.whole(1, 1000), needed=True),
        "min": Field(fields.whole(1, 1000)),
        "cpu": Field(fields.whole(1, 1000), 70),
        "memory": Field(fields.whole(1, 1000)),
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
        "hosts": Field(fields.list_of(fields.host), []),
    },
    "network_policy": {
        "from": Field(fields.list_of(fields.own_terms), needed=True),
        "to": Field(fields.list_of(fields.own_terms), []),
        "scrapers": Field(fields.list_of(fields.own_terms), []),
        "dns": Field(
            fields.list_of(fields.own_terms),
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


def declared(variables: Mapping[str, t.Any]) -> tuple[Cluster | None, list[Problem]]:
    """The cluster that *variables* declare, and everything that is wrong with it; None where something is.

    :param variables: those that begin with ``litellm_kubernetes_``, by their full names.
    """
    problems: list[Problem] = []
    found: dict[str, t.Any] = {}
    for name, kind in _SINGLE.items():
        try:
            found[name] = kind(variables[PREFIX + name])
        except Fault as fault:
            problems.append(Problem((PREFIX + name, *fault.below), fault.message, fault.remedy))
    for name, known in _RECORDS.items():
        value = variables[PREFIX + name]
        if name in _OPTIONAL and value in ({}, "", None):
            found[name] = None
            continue
        found[name], faults = fields.record(value, known, (PREFIX + name,))
        problems += faults
    if problems:
        return None, problems
    found["pod"] = {name: value for name, value in found["pod"].items() if value is not None}
    problems = [*_together(found)]
    return (None, problems) if problems else (Cluster(**found), [])


def _together(found: Mapping[str, t.Any]) -> t.Iterator[Problem]:
    """What contradicts something else."""
    scaled, service = found["autoscaling"], found["service"]
    if scaled and (scaled["min"] or found["replicas"]) > scaled["max"]:
        least = "min" if scaled["min"] else f"{PREFIX}replicas, which is the least,"
        yield Problem((f"{PREFIX}autoscaling", "max"), f"is {scaled['max']}, and {least} is more")
    if scaled and not (scaled["min"] or found["replicas"]):
        yield Problem((f"{PREFIX}autoscaling", "min"), "is missing where there are no replicas")
    if service["node_port"] and service["type"] == "ClusterIP":
        yield Problem((f"{PREFIX}service", "node_port"), "is for type NodePort", "write type: NodePort beside it")
    if len(found["name"]) > LONGEST_NAME:
        told = f"has {len(found['name'])} characters; names that are made of it may have 63"
        yield Problem((f"{PREFIX}name",), told, f"write at most {LONGEST_NAME}")


LONGEST_NAME = 40
