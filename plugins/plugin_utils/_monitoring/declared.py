# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be monitored and how, from the variables of the role ``litellm_monitoring``. Refuses everything that is wrong at once."""

from __future__ import annotations

import ipaddress
import typing as t
from dataclasses import dataclass

from ...module_utils._addresses import is_address, is_loopback
from .._plain_data import to_plain
from .._ready_models import MODELS
from .._report.problems import did_you_mean
from .._variables import kinds
from .._variables.reading import AT_GATEWAY, Variables, address_of

if t.TYPE_CHECKING:
    from collections.abc import Mapping

    from .._report.problems import Problem
    from .._report.report import Spot

PREFIX = "litellm_monitoring_"
METRICS_HOST, METRICS_PORT = "127.0.0.1", 9464
"""Where a gateway serves its metrics unless its host says otherwise: the defaults of the role ``litellm``."""

_PORT = kinds.whole(0, 65535)
NUMBERS = ("fallback_percent", "error_percent", "latency_seconds", "certificate_days", "daily_cost_usd")


class Reference(t.NamedTuple):
    """USD for a million tokens of the model that all work is compared with."""

    input: float
    cached_input: float
    output: float


class Target(t.NamedTuple):
    """One gateway: its name in the inventory, and where its metrics are."""

    name: str
    address: str
    scheme: str


@dataclass(frozen=True)
class Monitoring:
    """What is monitored.

    :param job: Prometheus's name for all gateways together.
    :param token: what the gateways ask for; empty for nothing.
    :param ca: file of who signs the gateways' certificates, on the host of Prometheus; empty for those that the system trusts.
    :param server_name: what the gateways' certificates are for; empty where they are for the addresses.
    :param receivers: who is told, as Alertmanager's; the first one gets everything.
    :param reference: the prices of the model that all work is compared with.
    """

    targets: list[Target]
    job: str
    token: str
    ca: str
    server_name: str
    fallback_percent: float
    error_percent: float
    latency_seconds: float
    certificate_days: float
    daily_cost_usd: float
    receivers: tuple[dict[str, t.Any], ...]
    reference: Reference | None


def monitoring_of(
    variables: Mapping[str, t.Any], host: str, gateways: Mapping[str, Mapping[str, t.Any]]
) -> tuple[Monitoring, list[Problem]]:
    """What the *variables* declare, and everything that is wrong with it.

    :param variables: name to value, those of the role and ``litellm_reference_model``.
    :param host: the name of the host where Prometheus runs.
    :param gateways: name of each gateway to its variables.
    """
    read = Variables(variables, PREFIX)
    if not gateways:
        read.at("group").add("too-few-hosts", "names no host, so that there is nothing to monitor")
    numbers = {name: read.read(name, kinds.number(0), 0.0) for name in NUMBERS}
    found = [_target(read, name, of_gateway, host) for name, of_gateway in gateways.items()]
    model, at = str(variables["litellm_reference_model"] or ""), read.report.at("litellm_reference_model")
    reference = _reference(model)
    if model and reference is None:
        remedy = did_you_mean(model, list(MODELS)) or "write the name of a ready model"
        at.add("unknown-price", f"is {kinds.quoted(model)}, whose prices are not known", remedy)
    targets = [target for target in found if target]
    job, token, ca, server_name = (read.text(name) for name in ("job", "token", "ca", "server_name"))
    receivers = read.many("receivers", _receiver)
    monitoring = Monitoring(targets, job, token, ca, server_name, **numbers, receivers=receivers, reference=reference)
    return monitoring, read.report.problems


def _receiver(value: t.Any, at: Spot) -> dict[str, t.Any] | None:
    """One of Alertmanager's, as plain data. All but its name is Alertmanager's to judge."""
    found = to_plain(value, at)
    if not isinstance(found, dict):
        kinds.wrong(at, "field-type", value, "a dictionary")
        return None
    name = found.get("name")
    if not isinstance(name, str) or not name:
        at.child("name").add("missing-field", "is missing", "alerts are sent by the name of a receiver")
        return None
    return found


def _target(read: Variables, name: str, gateway: Mapping[str, t.Any], host: str) -> Target | None:
    """Where Prometheus on *host* finds the metrics of a gateway; None where it does not."""
    listens = str(gateway.get("litellm_metrics_host") or METRICS_HOST)
    given = gateway.get("litellm_metrics_port")
    port = METRICS_PORT if given is None else _PORT(given, read.report.at(f"host {name}", "litellm_metrics_port"))
    if port is None:
        return None
    fault = ""
    if not port:
        fault = "whose metrics have no address of their own; set litellm_metrics_port of it"
    elif not is_address(listens):
        fault = f"whose litellm_metrics_host is {kinds.quoted(listens)}, and it has to be an IP address"
    elif is_loopback(listens) and name != host:
        fault = "which serves its metrics only to itself; set litellm_metrics_host of it"
    if fault:
        read.at("group").add("metrics-out-of-reach", f"has {name}, {fault}")
        return None
    secure = bool(gateway.get("litellm_tls_certificate")) and not is_loopback(listens)
    reached = listens
    if ipaddress.ip_address(listens).is_unspecified:
        reached = METRICS_HOST if name == host else address_of(name, gateway, AT_GATEWAY)
    shown = f"[{reached}]" if ":" in reached else reached
    return Target(name, f"{shown}:{port}", "https" if secure else "http")


def _reference(model: str) -> Reference | None:
    cost = MODELS.get(model, {}).get("cost", {})
    if "input" not in cost or "output" not in cost:
        return None
    return Reference(float(cost["input"]), float(cost.get("cached_input", cost["input"])), float(cost["output"]))
