# SPDX-License-Identifier: GPL-3.0-or-later
"""From what is declared to the files of a folder: the one entry point, :func:`plan`. Pure; looks at nothing."""

from __future__ import annotations

import posixpath
import re
import typing as t
from dataclasses import dataclass

from .._report.problems import InputError, Problem
from . import forms, secret
from .config_map import size_problems
from .declared import PREFIX, Cluster
from .folder import Changes, changes
from .gateway import METRICS_TOKEN, Gateway, digest
from .monitor import asks_own_port
from .network_policy import unknown_addresses
from .secrets import VARIABLE, SecretKey
from .service import service_port

if t.TYPE_CHECKING:
    from collections.abc import Mapping

_KEY = re.compile(r"[-._a-zA-Z0-9]+")
_LOWEST_PORT = 1024
"""Of the ports that a process without capabilities may open everywhere."""


@dataclass(frozen=True)
class Given:
    """What the role knows of a gateway beside what :class:`Gateway` takes.

    :param required: variables that the configuration refers to.
    :param mounts: what the configuration needs of a host, as engines take it.
    :param holds_secrets: whether the configuration is a file of the operator's own with secrets in it.
    :param tls_certificate: whether hosts serve HTTPS with a certificate of theirs.
    :param secret_values: what a Secret is written from; None where none is asked for.
    :param folder: absolute path of the folder.
    :param secret_file: absolute path of the file of the Secret; empty for none.
    """

    required: list[str]
    mounts: list[str]
    holds_secrets: bool
    tls_certificate: bool
    secret_values: Mapping[str, str] | None
    folder: str
    secret_file: str


@dataclass(frozen=True)
class Plan:
    """What the folder should have, and what differs.

    :param files: name to text.
    :param secret_text: text of the file with the Secret; empty for none. Nothing may show it.
    :param digest: of everything that may be shown, so that two gateways in one folder are told apart.
    """

    files: dict[str, str]
    changes: Changes
    secret_text: str
    digest: str


def plan(cluster: Cluster, gateway: Gateway, given: Given, there: Mapping[str, str]) -> Plan:
    """What has to be done to a folder.

    :param there: name to text of its files.
    :raises InputError: with every reason why this gateway cannot run there.
    """
    problems = [*_problems(cluster, gateway, given), *size_problems(gateway)]
    if problems:
        raise InputError(problems)
    wanted = forms.files(cluster, gateway, there)
    differs = changes(there, wanted)
    if differs.foreign:
        told = f"has {', '.join(differs.foreign)} of somebody else's, which would be overwritten"
        raise InputError([Problem((f"{PREFIX}folder",), told, "name another folder")])
    text = "" if given.secret_values is None else forms.text_of(secret.secret(cluster, given.secret_values))
    shown = {name: forms.text_of(each) for name, each in forms.manifests(cluster, gateway).items()}
    return Plan(wanted, differs, text, digest({**shown, "form": cluster.form, "secret": given.secret_file}))


def with_written_secret(
    cluster: Cluster, secrets: Mapping[str, SecretKey], names: t.Iterable[str]
) -> dict[str, SecretKey]:
    """*secrets*, and the variables *names* in the Secret that is written."""
    return {**{name: SecretKey(secret.secret_name(cluster), name) for name in names}, **secrets}


def _problems(cluster: Cluster, gateway: Gateway, given: Given) -> t.Iterator[Problem]:
    missing = [name for name in given.required if name not in _values_of(gateway)]
    if missing:
        told = f"names no Secret that has {', '.join(missing)}"
        yield Problem((VARIABLE,), told, f"write - {{name: {cluster.name}, keys: [{', '.join(missing)}]}}")
    for mount in given.mounts:
        path = mount.partition(":")[0]
        if path not in cluster.files:
            told = f"needs {path} of a host, which a pod does not have"
            yield Problem(("litellm_redis",), told, f"name what has that file in {PREFIX}files")
    if given.holds_secrets:
        told = "holds secrets, and a ConfigMap is shown and copied"
        yield Problem(("litellm_config_file",), told, "write os.environ/NAME, and name a Secret that has NAME")
    if given.tls_certificate and not cluster.tls_secret:
        told = "is for hosts; a pod has its certificate of a Secret"
        yield Problem(("litellm_tls_certificate",), told, f"name one in {PREFIX}tls_secret, or leave it empty here")
    if gateway.port < _LOWEST_PORT:
        told = f"is {gateway.port}, which a pod that is not root cannot open"
        yield Problem(("litellm_port",), told, f"write 4000 here, and {gateway.port} as port of {PREFIX}service")
    for name in gateway.python_files:
        if not _KEY.fullmatch(name):
            yield Problem(("litellm_python_files", name), "is no name of a file that a ConfigMap takes", "rename it")
    if cluster.network_policy and (unknown := unknown_addresses(gateway.data)) and not cluster.network_policy["to"]:
        told = f"is missing, for the addresses of {', '.join(unknown)} are variables, which nothing here knows"
        yield Problem((f"{PREFIX}network_policy", "to"), told, "write a rule for them in Kubernetes' own terms")
    if given.secret_file and posixpath.dirname(given.secret_file) == given.folder:
        told = "stands among the manifests, which are shown and copied"
        yield Problem((f"{PREFIX}secret_file",), told, "name a file elsewhere")
    yield from _problems_of_metrics(cluster, gateway)
    if cluster.form == "helm_values":
        yield from _problems_of_chart(cluster, gateway)


def _problems_of_metrics(cluster: Cluster, gateway: Gateway) -> t.Iterator[Problem]:
    """What keeps those out who should read the metrics, or lets everybody in."""
    policy = cluster.network_policy
    if gateway.metrics_port and METRICS_TOKEN not in _values_of(gateway) and not policy:
        told = "is missing, and everybody in the cluster reaches the metrics of a pod"
        remedy = f"name a Secret that has {METRICS_TOKEN} in {VARIABLE}, say who comes in with {PREFIX}network_policy, or set"
        yield Problem(("litellm_metrics_token",), told, f"{remedy} litellm_metrics_port to 0")
    if gateway.metrics_port and gateway.metrics_port < _LOWEST_PORT:
        told = f"is {gateway.metrics_port}, which a pod that is not root cannot open"
        yield Problem(("litellm_metrics_port",), told, "write 9464")
    if gateway.metrics_port == gateway.port:
        yield Problem(("litellm_metrics_port",), "is that of the clients", "write another one")
    if policy and asks_own_port(cluster, gateway) and not policy["scrapers"]:
        told = f"is missing, so that nobody reaches the metrics that {PREFIX}monitor asks for"
        yield Problem((f"{PREFIX}network_policy", "scrapers"), told, "name Prometheus there in Kubernetes' own terms")
    if cluster.monitor and not gateway.main_metrics and not asks_own_port(cluster, gateway):
        told = "asks the port of the clients, where litellm_main_metrics serves no metrics"
        yield Problem((f"{PREFIX}monitor",), told, "set litellm_main_metrics to true")


def _values_of(gateway: Gateway) -> set[str]:
    """Every variable of the pod."""
    composed = {name for name, *_parts in (*gateway.composed, *gateway.extended)}
    lines = gateway.service_environment.splitlines()
    return {*gateway.secrets, *composed, *(line.partition("=")[0] for line in lines)}


def _problems_of_chart(cluster: Cluster, gateway: Gateway) -> t.Iterator[Problem]:
    """What LiteLLM's chart cannot do."""
    if service_port(cluster, gateway) != gateway.port:
        told = f"is {service_port(cluster, gateway)}, and the chart knows one port for the Service and the pod, {gateway.port}"
        yield Problem((f"{PREFIX}service", "port"), told, "set litellm_port to it")
    if cluster.tls_secret:
        told = "is not possible with LiteLLM's chart, whose probes speak plain HTTP"
        yield Problem((f"{PREFIX}tls_secret",), told, "have the Ingress serve HTTPS, or write form: manifests")
    for name, what in (("node_port", "ports of nodes without a Service of type NodePort"),):
        if cluster.service[name] and cluster.service["type"] != "NodePort":
            yield Problem((f"{PREFIX}service", name), f"is not possible: the chart has no {what}")
    extra = sorted(set(cluster.pod) - {"nodeSelector", "tolerations", "affinity", "topologySpreadConstraints"})
    for name in extra:
        yield Problem((f"{PREFIX}pod", name), "is no value of LiteLLM's chart", "take it out, or write form: manifests")
