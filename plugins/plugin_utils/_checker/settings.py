# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings that are right by themselves and wrong where they stand: keys, gates, health checks."""

from __future__ import annotations

import typing as t

from ...module_utils._model_config_options import MASTER_KEY
from ...module_utils._nearest import nearest
from .._known.master_keys import master_key_fault
from .._known.names import CALLBACKS, WITHOUT_MASTER_KEY
from .._report.locations import Location
from .._report.problems import did_you_mean, type_name
from .._report.report import Report
from .._report.secrets import REFERENCE, shown
from . import value_types as types
from .checked_config import CheckedConfig
from .entry import REFUSES
from .models import check_drop_params

if t.TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WRITE_MASTER_KEY = f"write {REFERENCE}{MASTER_KEY}"
_LICENSE = "LITELLM_LICENSE"
_SIGN_IN = ("enable_jwt_auth", "enable_oauth2_auth")
# Settings that LiteLLM reads at start without asking whether there is something to read.
_NOT_NULL = (
    "audit_log_callbacks",
    "callbacks",
    "custom_provider_map",
    "default_max_internal_user_budget",
    "default_team_settings",
    "failure_callback",
    "guardrails",
    "max_budget",
    "max_internal_user_budget",
    "model_group_settings",
    "post_call_rules",
    "priority_reservation_settings",
    "responses",
    "success_callback",
    "upperbound_key_generate_params",
)
# Settings of general_settings that LiteLLM makes a class of at each request.
_NOT_NULL_IN_REQUESTS = ("enforce_fallback_budget",)


def check_nulls(checked: CheckedConfig, report: Report) -> None:
    """Nothing is null where LiteLLM cannot bear it, and no truth value is a word."""
    settings = checked.block("litellm_settings")
    check_drop_params(checked, report, ("litellm_settings", "drop_params"), settings.get("drop_params"))
    for key in _NOT_NULL:
        if key in settings and settings[key] is None:
            report.add("null-setting", ("litellm_settings", key), "is null; LiteLLM refuses to start", "take it out")
    for key in _NOT_NULL_IN_REQUESTS:
        if checked.block("general_settings").get(key, True) is None:
            message = "is null; LiteLLM answers every request with 500"
            report.add("null-setting", ("general_settings", key), message, "take it out")
    rules = settings.get("post_call_rules")
    if rules is not None and not isinstance(rules, str):
        message = f"must be text, not {type_name(rules)}; LiteLLM refuses to start"
        report.add("wrong-type", ("litellm_settings", "post_call_rules"), message, "write file.name, of one function")


_DICTIONARIES = (
    "litellm_settings",
    "router_settings",
    "general_settings",
    "environment_variables",
    "callback_settings",
    "assistant_settings",
    "default_vertex_config",
)
_LISTS = (
    "credential_list",
    "guardrails",
    "include",
    "agents",
    "agent_list",
    "files_settings",
    "finetune_settings",
    "sandbox_tools",
    "worker_registry",
)


def check_shapes(checked: CheckedConfig, report: Report) -> None:
    """The blocks are dictionaries, or lists where lists belong."""
    _check_shape(checked, report, _DICTIONARIES, {})
    _check_shape(checked, report, _LISTS, [])


def _check_shape(checked: CheckedConfig, report: Report, blocks: tuple[str, ...], example: object) -> None:
    """The value of each of *blocks* is what *example* is."""
    for name in blocks:
        value = checked.config.get(name)
        if value is not None and not isinstance(value, type(example)):
            word = type_name(example)
            message = f"must be {word}, not {type_name(value)}; LiteLLM ignores it, or refuses to start"
            report.add("wrong-shape", (name,), message, f"write {word}")


def check_master_key(checked: CheckedConfig, report: Report) -> None:
    """Clients must bring a key, and it must not be one that everybody knows."""
    general = checked.block("general_settings")
    location: Location = ("general_settings", "master_key")
    key = general.get("master_key")
    if general.get(WITHOUT_MASTER_KEY) is True:
        report.add(
            "open-gateway",
            (location[0], WITHOUT_MASTER_KEY),
            "lets everybody in who reaches the port",
            "take it out, and set a master key",
        )
    elif key is None or key == "":
        # A key that is written down as nothing also wins over the variable.
        if "master_key" in general or not checked.may_have(MASTER_KEY):
            what = "is empty" if "master_key" in general else "is missing"
            message = f"{what}; LiteLLM refuses to start, and before 1.104 served everybody"
            report.add("no-master-key", location, message, _WRITE_MASTER_KEY)
    elif not isinstance(key, str):
        message = f"must be text, not {type_name(key)}; LiteLLM refuses to start"
        report.add("wrong-type", location, message, _WRITE_MASTER_KEY, firm=True)
    elif key.startswith(REFERENCE):
        return
    elif fault := master_key_fault(key):
        report.add("weak-master-key", location, fault.message, _WRITE_MASTER_KEY, fault.severity)


def check_gates(checked: CheckedConfig, report: Report) -> None:
    """What is open to everybody, or printed where everybody reads."""
    general, settings = checked.block("general_settings"), checked.block("litellm_settings")
    if general.get("enable_drain_endpoint") is True and not general.get("drain_endpoint_token"):
        message = "lets anybody who reaches the port take the gateway out of service, for good"
        report.add("open-drain", ("general_settings", "enable_drain_endpoint"), message, "set drain_endpoint_token too")
    if settings.get("require_auth_for_metrics_endpoint") is False:
        message = "shows models, keys' names and spend at /metrics to anybody who reaches the port"
        report.add(
            "open-metrics",
            ("litellm_settings", "require_auth_for_metrics_endpoint"),
            message,
            "let the scraper bring a key",
        )
    if settings.get("set_verbose") is True:
        message = "prints requests with all their text, and costs speed"
        report.add("prints-requests", ("litellm_settings", "set_verbose"), message, "leave it out")


def check_health(checked: CheckedConfig, report: Report) -> None:
    """Background health checks are requests that somebody pays for."""
    general = checked.block("general_settings")
    on, interval = general.get("background_health_checks"), general.get("health_check_interval")
    if interval is not None and types.is_number(interval) and interval <= 0:
        message = "means always: every model is asked again at once, and every answer is paid for"
        report.add(
            "costly-health-checks",
            ("general_settings", "health_check_interval"),
            message,
            "write seconds, 300 or more",
            "error",
        )
    elif on is True:
        seconds = interval if types.is_number(interval) else 300
        message = f"sends a real, paid request to every model every {seconds} seconds, unless the model opts out"
        report.add(
            "costly-health-checks",
            ("general_settings", "background_health_checks"),
            message,
            "leave it out, or set model_info.disable_background_health_check",
        )


def check_license(checked: CheckedConfig, report: Report) -> None:
    """What LiteLLM sells has a licence."""
    if checked.is_given(_LICENSE) or _LICENSE in checked.block("environment_variables"):
        return
    tables = checked.vocabulary.tables
    effect = f"is part of LiteLLM's enterprise edition, and {_LICENSE} is not in the environment of the service"
    for name, block in tables["licensed"].items():
        refused = "LiteLLM refuses every request" if name in _SIGN_IN else REFUSES
        for location in _used(checked, name, block, ("callbacks",)):
            report.add("needs-license", location, f"{effect}; {refused}", f"take it out, or set {_LICENSE}")
    for name, block in tables["licensed_in_vain"].items():
        message = f"{effect}; LiteLLM starts, and does not act on it"
        for location in _used(checked, name, block, CALLBACKS):
            report.add("needs-license", location, message, f"take it out, or set {_LICENSE}", "warning")


def _used(checked: CheckedConfig, name: str, block: str, lists: Iterable[str]) -> Iterator[Location]:
    """Where *name* is used: as a key of *block*, as the value of a setting that is called like *block*, or among callbacks.

    :param lists: the lists of callbacks that are looked at.
    """
    if block == "callbacks":
        for key in lists:
            listed = checked.block("litellm_settings").get(key)
            if isinstance(listed, list) and name in listed:
                yield "litellm_settings", key, listed.index(name)
    elif block == "key_management_system":
        if checked.block("general_settings").get(block) == name:
            yield "general_settings", block
    elif (checked.config if block == "top_level" else checked.block(block)).get(name) not in (None, False, [], {}):
        yield (name,) if block == "top_level" else (block, name)


def check_environment(checked: CheckedConfig, report: Report) -> None:
    """``environment_variables`` may not set what changes how processes run."""
    blocked = checked.vocabulary.tables["blocked_environment"]
    for name, value in checked.block("environment_variables").items():
        if name in blocked:
            message = (
                "is one of the variables that LiteLLM does not let a configuration set; it logs a warning and goes on"
            )
            report.add(
                "blocked-variable", ("environment_variables", name), message, "set it in the environment of the service"
            )
        elif isinstance(value, (dict, list)):
            message = f"must be text, not {type_name(value)}; the variable gets what Python prints for it"
            report.add("wrong-type", ("environment_variables", name), message, "write text")


def check_pre_call_checks(checked: CheckedConfig, report: Report) -> None:
    """``optional_pre_call_checks`` names checks that exist."""
    known = checked.vocabulary.tables["pre_call_checks"]
    value = checked.block("router_settings").get("optional_pre_call_checks")
    for index, name in enumerate(value if isinstance(value, list) else ()):
        if not isinstance(name, str) or name not in known:
            message = f"{shown(name)} is no check that LiteLLM knows; it is left out without a word"
            close = nearest(str(name), known)
            location = ("router_settings", "optional_pre_call_checks", index)
            report.add(
                "unknown-check",
                location,
                message,
                f"did you mean {close}?" if close else did_you_mean(str(name), known),
            )
