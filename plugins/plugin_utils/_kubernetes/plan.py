# SPDX-License-Identifier: GPL-3.0-or-later
"""From what is declared to the files of a folder: the one entry point, :func:`plan`. Pure; looks at nothing."""

from __future__ import annotations

import posixpath
import re
import typing as t
from dataclasses import dataclass

from ...module_utils._litellm_names import METRICS_TOKEN
from .._report.problems import InputError
from .._report.report import Report
from .._variables.rules import RULES
from . import forms, secret
from .config_map import MOST_BYTES, size_of
from .declared import PREFIX, Cluster
from .folder import Changes, changes
from .gateway import Gateway, digest
from .monitor import asks_own_port
from .network_policy import unknown_addresses
from .secrets import SecretKey
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
    :param other_salt: whether that file has another salt key than is declared, and nobody says that this is meant.
    """

    required: list[str]
    mounts: list[str]
    holds_secrets: bool
    tls_certificate: bool
    secret_values: Mapping[str, str] | None
    folder: str
    secret_file: str
    other_salt: bool = False


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
    report = Report(RULES)
    _check(cluster, gateway, given, report)
    if report.refused:
        raise InputError(report.problems)
    wanted = forms.files(cluster, gateway, there)
    differs = changes(there, wanted)
    if differs.foreign:
        message = f"has {', '.join(differs.foreign)} of somebody else's, which would be overwritten"
        report.at(f"{PREFIX}folder").add("bad-path", message, "name another folder")
        raise InputError(report.problems)
    text = "" if given.secret_values is None else forms.text_of(secret.secret(cluster, given.secret_values))
    shown = {name: forms.text_of(each) for name, each in forms.manifests(cluster, gateway).items()}
    return Plan(wanted, differs, text, digest({**shown, "form": cluster.form, "secret": given.secret_file}))


def with_written_secret(
    cluster: Cluster, secrets: Mapping[str, SecretKey], names: t.Iterable[str]
) -> dict[str, SecretKey]:
    """*secrets*, and the variables *names* in the Secret that is written."""
    return {**{name: SecretKey(secret.secret_name(cluster), name) for name in names}, **secrets}


def _check(cluster: Cluster, gateway: Gateway, given: Given, report: Report) -> None:
    """Report every reason why this gateway cannot run there."""
    missing = [name for name in given.required if name not in _values_of(gateway)]
    if missing:
        message = f"names no Secret that has {', '.join(missing)}"
        remedy = f"write - {{name: {cluster.name}, keys: [{', '.join(missing)}]}}"
        report.at(f"{PREFIX}secrets").add("missing-field", message, remedy)
    for mount in given.mounts:
        path = mount.partition(":")[0]
        if path not in cluster.files:
            message = f"lacks {path}, which the configuration needs of a host and a pod does not have"
            remedy = "name what has that file there, and of a socket an address of the network instead"
            report.at(f"{PREFIX}files").add("not-in-pods", message, remedy)
    if given.holds_secrets:
        message = "holds secrets, and a ConfigMap is shown and copied"
        remedy = "write os.environ/NAME, and name a Secret that has NAME"
        report.at("litellm_config_file").add("secret-in-input", message, remedy)
    if given.tls_certificate and not cluster.tls_secret:
        message = "is for hosts; a pod has its certificate of a Secret"
        remedy = f"name one in {PREFIX}tls_secret, or leave it empty here"
        report.at("litellm_tls_certificate").add("not-in-pods", message, remedy)
    if gateway.port < _LOWEST_PORT:
        message = f"is {gateway.port}, which a pod that is not root cannot open"
        remedy = f"write 4000 here, and {gateway.port} as port of {PREFIX}service"
        report.at("litellm_port").add("not-in-pods", message, remedy)
    for name in gateway.python_files:
        if not _KEY.fullmatch(name):
            at = report.at("litellm_python_files", name)
            at.add("bad-name", "is no name of a file that a ConfigMap takes", "rename it")
    if cluster.network_policy and (unknown := unknown_addresses(gateway)) and not cluster.network_policy["to"]:
        message = f"is missing, for the addresses of {', '.join(unknown)} are variables, which nothing here knows"
        at = report.at(f"{PREFIX}network_policy", "to")
        at.add("missing-field", message, "write a rule for them in Kubernetes' own terms")
    if given.secret_file and posixpath.dirname(given.secret_file) == given.folder:
        message = "stands among the manifests, which are shown and copied"
        report.at(f"{PREFIX}secret_file").add("secret-in-input", message, "name a file elsewhere")
    if given.other_salt:
        message = (
            f"is another one than {given.secret_file} has; with it LiteLLM can no longer read the models and credentials that it keeps "
            "in the database"
        )
        remedy = "write the former key, or set litellm_allow_salt_change where there are none, or they may be lost"
        report.at("litellm_salt_key").add("contradiction", message, remedy)
    _check_metrics(cluster, gateway, report)
    if cluster.form == "helm_values":
        _check_for_chart(cluster, gateway, report)
    if (size := size_of(gateway)) > MOST_BYTES:
        message = f"becomes a configuration of {size} bytes, and a ConfigMap takes {MOST_BYTES}"
        remedy = "serve fewer models, or less code of your own, in one gateway"
        report.at("litellm_models").add("not-in-pods", message, remedy)


def _check_metrics(cluster: Cluster, gateway: Gateway, report: Report) -> None:
    """Report what keeps those out who should read the metrics, or lets everybody in."""
    policy, port = cluster.network_policy, gateway.metrics_port
    if port and METRICS_TOKEN not in _values_of(gateway) and not policy:
        message = "is missing, and everybody in the cluster reaches the metrics of a pod"
        remedy = f"name a Secret that has {METRICS_TOKEN} in {PREFIX}secrets, say who comes in with {PREFIX}network_policy, or set"
        report.at("litellm_metrics_token").add("metrics-out-of-reach", message, f"{remedy} litellm_metrics_port to 0")
    if port and port < _LOWEST_PORT:
        message = f"is {port}, which a pod that is not root cannot open"
        report.at("litellm_metrics_port").add("not-in-pods", message, "write 9464")
    if port == gateway.port:
        report.at("litellm_metrics_port").add("same-port", "is that of the clients", "write another one")
    if policy and asks_own_port(cluster, gateway) and not policy["scrapers"]:
        message = f"is missing, so that nobody reaches the metrics that {PREFIX}monitor asks for"
        at = report.at(f"{PREFIX}network_policy", "scrapers")
        at.add("metrics-out-of-reach", message, "name Prometheus there in Kubernetes' own terms")
    if cluster.monitor and not gateway.main_metrics and not asks_own_port(cluster, gateway):
        message = "asks the port of the clients, where litellm_main_metrics serves no metrics"
        report.at(f"{PREFIX}monitor").add("metrics-out-of-reach", message, "set litellm_main_metrics to true")


def _values_of(gateway: Gateway) -> set[str]:
    """Every variable of the pod."""
    composed = {name for name, *_parts in (*gateway.composed, *gateway.extended)}
    lines = gateway.service_environment.splitlines()
    return {*gateway.secrets, *composed, *(line.partition("=")[0] for line in lines)}


def _check_for_chart(cluster: Cluster, gateway: Gateway, report: Report) -> None:
    """Report what LiteLLM's chart cannot do."""
    port = service_port(cluster, gateway)
    if port != gateway.port:
        message = f"is {port}, and the chart knows one port for the Service and the pod, {gateway.port}"
        report.at(f"{PREFIX}service", "port").add("not-in-chart", message, "set litellm_port to it")
    if cluster.tls_secret:
        message = "is not possible with LiteLLM's chart, whose probes speak plain HTTP"
        remedy = f"have the Ingress serve HTTPS, or write {PREFIX}form: manifests"
        report.at(f"{PREFIX}tls_secret").add("not-in-chart", message, remedy)
    if cluster.service["node_port"] and cluster.service["type"] != "NodePort":
        message = "is not possible: the chart has no ports of nodes without a Service of type NodePort"
        report.at(f"{PREFIX}service", "node_port").add("not-in-chart", message)
    for name in sorted(set(cluster.pod) - {"nodeSelector", "tolerations", "affinity", "topologySpreadConstraints"}):
        at = report.at(f"{PREFIX}pod", name)
        at.add("not-in-chart", "is no value of LiteLLM's chart", f"take it out, or write {PREFIX}form: manifests")
