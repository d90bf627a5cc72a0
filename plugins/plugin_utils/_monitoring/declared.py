# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be monitored and how, from the variables of the role ``litellm_monitoring``. Refuses everything that is wrong at once."""

from __future__ import annotations

import ipaddress
import typing as t
from dataclasses import dataclass

from .._ready_models import MODELS
from .._report.problems import Problem, did_you_mean

if t.TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "litellm_monitoring_"
METRICS_HOST, METRICS_PORT = "127.0.0.1", 9464
"""Where a gateway serves its metrics unless its host says otherwise: the defaults of the role ``litellm``."""

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
    :param reference: the prices of the model that all work is compared with.
    """

    targets: list[Target]
    job: str
    token: str
    ca: str
    fallback_percent: float
    error_percent: float
    latency_seconds: float
    certificate_days: float
    daily_cost_usd: float
    reference: Reference | None


def monitoring_of(
    variables: Mapping[str, t.Any], host: str, gateways: Mapping[str, Mapping[str, t.Any]]
) -> tuple[Monitoring, list[Problem]]:
    """What the *variables* declare, and everything that is wrong with it.

    :param variables: name to value, those of the role and ``litellm_reference_model``.
    :param host: the name of the host where Prometheus runs.
    :param gateways: name of each gateway to its variables.
    """
    problems: list[Problem] = []

    def refuse(variable: str, message: str) -> None:
        problems.append(Problem((variable,), message))

    if not gateways:
        refuse(f"{PREFIX}group", "names no host, so that there is nothing to monitor")
    numbers = {}
    for name in NUMBERS:
        value = variables[f"{PREFIX}{name}"]
        numbers[name] = 0.0
        try:
            numbers[name] = float(value)
        except (TypeError, ValueError):
            refuse(f"{PREFIX}{name}", f"is {value!r}, and has to be a number")
        if numbers[name] < 0:
            refuse(f"{PREFIX}{name}", f"is {value}, and cannot be negative")
    targets = []
    for name, found in gateways.items():
        try:
            targets.append(_target(name, found, host))
        except _NotReachedError as error:
            refuse(f"{PREFIX}group", f"has {name}, {error}")
    model = str(variables["litellm_reference_model"] or "")
    reference = _reference(model)
    if model and reference is None:
        remedy = did_you_mean(model, list(MODELS)) or "write the name of a ready model"
        refuse("litellm_reference_model", f"is {model!r}, whose prices are not known; {remedy}")
    job, token, ca = (str(variables[f"{PREFIX}{name}"]) for name in ("job", "token", "ca"))
    return Monitoring(targets, job, token, ca, **numbers, reference=reference), problems


class _NotReachedError(Exception):
    """The metrics of a gateway cannot be reached; the text is a clause that says why."""


def _target(name: str, gateway: Mapping[str, t.Any], host: str) -> Target:
    """Where Prometheus on *host* finds the metrics of a gateway.

    :raises _NotReachedError: when they are nowhere, or only for the gateway's own host.
    """
    listens = str(gateway.get("litellm_metrics_host") or METRICS_HOST)
    port = int(gateway.get("litellm_metrics_port", METRICS_PORT))
    if not port:
        raise _NotReachedError("whose metrics have no address of their own; set litellm_metrics_port of it")
    try:
        address = ipaddress.ip_address(listens)
    except ValueError:
        raise _NotReachedError(f"whose litellm_metrics_host is {listens}, and it has to be an IP address") from None
    secure = bool(gateway.get("litellm_tls_certificate")) and not address.is_loopback
    reached = listens
    if address.is_loopback and name != host:
        raise _NotReachedError("which serves its metrics only to itself; set litellm_metrics_host of it")
    if address.is_unspecified:
        reached = METRICS_HOST if name == host else str(gateway.get("ansible_host") or name)
    shown = f"[{reached}]" if ":" in reached else reached
    return Target(name, f"{shown}:{port}", "https" if secure else "http")


def _reference(model: str) -> Reference | None:
    cost = MODELS.get(model, {}).get("cost", {})
    if "input" not in cost or "output" not in cost:
        return None
    return Reference(float(cost["input"]), float(cost.get("cached_input", cost["input"])), float(cost["output"]))
