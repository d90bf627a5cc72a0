# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a gateway tells what it does: JSON logs, Prometheus, OpenTelemetry; and what LiteLLM needs for each of them.

LiteLLM takes the callbacks from its configuration and the rest from its environment. Its OpenTelemetry callback writes
prompts and answers into spans unless it is told not to, so that is said here. Its Prometheus callback makes a new series for
every client address and every program that asks, and never forgets one; here it is told to leave both out. What is left of a budget it
says after an answer, from what it last read of its database; refused requests say nothing, so that a spent budget would go on
looking as it did before the last answer. Here it is told to look into the database every five minutes.
"""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from .._known.deployment import Block
from .._language import field_types
from .._report.secrets import REFERENCE

if t.TYPE_CHECKING:
    from .._language.options import RenderOptions
    from .._report.report import Report, Spot

SERVICE_NAME = "litellm"
_CALLBACKS = "callbacks"
_CALLBACK_SETTINGS = "callback_settings"
_LABELS = {"prometheus_exclude_labels": ["client_ip", "user_agent"]}
_LABELS_CHOSEN = ("prometheus_exclude_labels", "prometheus_metrics_config")
"""Where the operator says which labels there are."""
_BUDGETS = "prometheus_initialize_budget_metrics"


@dataclass(frozen=True)
class Telemetry:
    """What was asked for.

    :param callbacks: names that LiteLLM knows them by.
    :param settings: callback → its settings.
    :param environment: variables of the service, none of them a secret.
    :param budgets: whether there are metrics, and budgets in a database.
    """

    callbacks: list[str] = field(default_factory=list)
    settings: Block = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)
    budgets: bool = False

    def with_callbacks(self, written: Block) -> Block:
        """``litellm_settings`` as *written*, with the callbacks behind the operator's own, and what they need."""
        own = written.get(_CALLBACKS, [])
        new = [name for name in self.callbacks if name not in own] if isinstance(own, list) else []
        labels = (
            _LABELS if "prometheus" in self.callbacks and not any(name in written for name in _LABELS_CHOSEN) else {}
        )
        budgets = {_BUDGETS: True} if self.budgets and _BUDGETS not in written else {}
        return {**written, **({_CALLBACKS: [*own, *new]} if new else {}), **labels, **budgets}

    def with_settings(self, written: Block) -> Block:
        """The blocks beside the named ones, with settings of the callbacks; what the operator has *written* wins."""
        own = written.get(_CALLBACK_SETTINGS, {})
        if not self.settings or not isinstance(own, dict):
            return written
        merged = {
            name: {**settings, **own.get(name, {})} if isinstance(own.get(name, {}), dict) else own[name]
            for name, settings in self.settings.items()
        }
        return {**written, _CALLBACK_SETTINGS: {**own, **merged}}


def read_telemetry(options: RenderOptions, report: Report) -> Telemetry:
    """What *options* ask for."""
    metrics = _asked(options.prometheus, "prometheus", report)
    telemetry = Telemetry(budgets=metrics and bool(options.database))
    if _asked(options.json_logs, "json_logs", report):
        telemetry.environment["JSON_LOGS"] = "True"
    if metrics:
        telemetry.callbacks.append("prometheus")
    if options.opentelemetry not in (None, {}):
        _add_opentelemetry(telemetry, options.opentelemetry, report)
    return telemetry


def _asked(value: t.Any, name: str, report: Report) -> bool:
    return value is not None and field_types.boolean(value, report.at(name)) is True


def _endpoint(value: t.Any, at: Spot) -> str | None:
    """A URL that can stand in the service's environment, where nothing is looked up."""
    if isinstance(value, str) and value.startswith(REFERENCE):
        at.add("bad-url", "is a reference, which is not looked up here", "write http://host:4318")
        return None
    return field_types.url(value, at)


_FIELDS: dict[str, field_types.FieldType] = {
    "endpoint": _endpoint,
    "service_name": field_types.name,
    "message_logging": field_types.boolean,
}


def _add_opentelemetry(telemetry: Telemetry, value: t.Any, report: Report) -> None:
    at = report.at("opentelemetry")
    checked = field_types.record(_FIELDS)(value, at)
    if checked is None:
        return
    if "endpoint" not in value:
        at.child("endpoint").add("missing-field", "is missing", "write http://host:4318")
    telemetry.callbacks.append("otel")
    telemetry.settings["otel"] = {"message_logging": checked.get("message_logging", False)}
    telemetry.environment.update(
        OTEL_EXPORTER_OTLP_PROTOCOL="http/protobuf",
        OTEL_EXPORTER_OTLP_ENDPOINT=checked.get("endpoint", ""),
        OTEL_SERVICE_NAME=checked.get("service_name", SERVICE_NAME),
    )
