# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands inside single settings: budgets, bounds and defaults for keys, JWT, alerts."""

from __future__ import annotations

import typing as t

from ...module_utils._nearest import key_slip_of
from .._report.problems import type_name
from .checked_config import PROVIDER_BUDGETS, TAG_BUDGETS, CheckedConfig
from .entry import (
    IGNORES,
    REFUSES,
    check_closed,
    check_known,
    check_misspelt,
    check_required,
    check_types,
    dictionaries,
    listed,
)
from .redis import PLACES
from .words import check_word

if t.TYPE_CHECKING:
    from collections.abc import Sequence

    from .._report.locations import Location
    from .._report.report import Report


def check_provider_budgets(checked: CheckedConfig, report: Report) -> None:
    """Every budget is for a provider, and says how much in what time."""
    block, key = PROVIDER_BUDGETS
    budgets = checked.block(block).get(key)
    for location, budget in dictionaries(report, PROVIDER_BUDGETS, budgets if isinstance(budgets, dict) else None):
        check_word(report, location, location[-1], checked.providers, "the budget limits nothing", firm=True)
        check_closed(checked, report, "provider_budget", location, budget, IGNORES, firm=True)
        check_required(
            report, ("budget_limit",), location, budget, "LiteLLM answers every request to the provider with 429"
        )
        check_required(report, ("time_period",), location, budget, "the budget limits nothing")
    for location, budget in checked.budgets():
        if location[:2] == TAG_BUDGETS:
            check_misspelt(checked, report, "budget", location, budget)
            check_types(checked, report, "budget", location, budget)


def check_bounds(checked: CheckedConfig, report: Report) -> None:
    """What new keys, users and teams get, and how far a key may go."""
    settings = checked.block("litellm_settings")
    bounds, defaults = settings.get("upperbound_key_generate_params"), settings.get("default_key_generate_params")
    if isinstance(bounds, dict):
        location: Location = ("litellm_settings", "upperbound_key_generate_params")
        check_closed(checked, report, "upperbound_key", location, bounds, IGNORES, firm=True)
    if isinstance(defaults, dict):
        location = ("litellm_settings", "default_key_generate_params")
        check_closed(checked, report, "default_key", location, defaults, IGNORES, severity="warning", firm=True)
    for key, table in (("default_internal_user_params", "default_user"), ("default_team_params", "default_team")):
        params = settings.get(key)
        if isinstance(params, dict):
            check_misspelt(checked, report, table, ("litellm_settings", key), params)
            check_types(checked, report, table, ("litellm_settings", key), params)
    teams = settings.get("default_team_settings")
    for location, team in dictionaries(report, ("litellm_settings", "default_team_settings"), teams):
        check_required(report, ("team_id",), location, team, REFUSES)
        # Whatever else stands here is handed on with every request of the team.
        check_misspelt(checked, report, "team_settings", location, team, guess=key_slip_of)


# What people look for here, and LiteLLM reads in its environment.
_JWT_VARIABLES = {"public_key_url": "JWT_PUBLIC_KEY_URL", "audience": "JWT_AUDIENCE", "issuer": "JWT_ISSUER"}


def check_jwt(checked: CheckedConfig, report: Report) -> None:
    """``litellm_jwtauth`` has keys that LiteLLM knows, and those that belong together."""
    jwt = checked.block("general_settings").get("litellm_jwtauth")
    location: Location = ("general_settings", "litellm_jwtauth")
    if not isinstance(jwt, dict):
        return
    for key, variable in _JWT_VARIABLES.items():
        if key in jwt:
            report.add("unknown-key", (*location, key), f"is not known here; {REFUSES}", f"set {variable}", firm=True)
    keys = {key: value for key, value in jwt.items() if key not in _JWT_VARIABLES}
    check_closed(checked, report, "jwt_auth", location, keys, REFUSES, firm=True)
    for key, needed in (
        ("user_roles_jwt_field", "user_allowed_roles"),
        ("user_allowed_roles", "user_roles_jwt_field"),
        ("object_id_jwt_field", "role_mappings"),
    ):
        if jwt.get(key) is not None:
            check_required(report, (needed,), location, jwt, f"{key} needs it, and {REFUSES}")
    if jwt.get("scope_mappings") is not None and not jwt.get("enforce_scope_based_access"):
        message = f"is not on, and scope_mappings needs it; {REFUSES}"
        report.add("missing-key", (*location, "enforce_scope_based_access"), message, "write true")


def check_coordination_redis(checked: CheckedConfig, report: Report) -> None:
    """The Redis that workers meet in is somewhere; what else is set is handed on to its client."""
    redis = checked.block("general_settings").get("coordination_redis")
    location: Location = ("general_settings", "coordination_redis")
    if not isinstance(redis, dict) or "coordination_redis" not in checked.vocabulary.tables:
        return
    check_misspelt(checked, report, "coordination_redis", location, redis)
    check_types(checked, report, "coordination_redis", location, redis)
    if not any(redis.get(place) is not None for place in PLACES):
        check_required(report, ("host",), location, redis, REFUSES)


def check_alert_settings(checked: CheckedConfig, report: Report) -> None:
    """What is set for single kinds of alerts."""
    settings = checked.block("general_settings").get("alert_type_config")
    location: Location = ("general_settings", "alert_type_config")
    for where, setting in dictionaries(report, location, settings if isinstance(settings, dict) else None):
        check_closed(checked, report, "alert_type_config", where, setting, IGNORES)


_NESTED: Sequence[tuple[Location, str]] = (
    (("litellm_settings", "key_generation_settings"), "key_generation"),
    (("litellm_settings", "key_generation_settings", "team_key_generation"), "team_key_generation"),
    (("litellm_settings", "key_generation_settings", "personal_key_generation"), "personal_key_generation"),
    (("litellm_settings", "priority_reservation_settings"), "priority_reservation"),
    (("litellm_settings", "prompt_injection_params"), "prompt_injection"),
    (("litellm_settings", "model_group_settings"), "model_group_settings"),
    (("litellm_settings", "s3_callback_params"), "s3_callback"),
    (("litellm_settings", "s3_audit_callback_params"), "s3_callback"),
    (("general_settings", "key_management_settings"), "key_management"),
    (("general_settings", "ui_access_mode"), "ui_access"),
)
"""Settings that are dictionaries, of whose keys LiteLLM looks at those of a table and at no other."""
_CONVERTED = ("priority_reservation", "key_management")
"""The tables of those that LiteLLM refuses with a value of another type."""


def check_nested(checked: CheckedConfig, report: Report) -> None:
    """No key of a setting that is a dictionary is misspelt."""
    for location, table in _NESTED:
        entry: object = checked.config
        for key in location:
            entry = entry.get(key) if isinstance(entry, dict) else None
        if isinstance(entry, dict):
            check_misspelt(checked, report, table, location, entry, firm=True)
            if table in _CONVERTED:
                check_types(checked, report, table, location, entry)


def check_routing_args(checked: CheckedConfig, report: Report) -> None:
    """What is set for a strategy of routing is something that it has."""
    router = checked.block("router_settings")
    strategy, arguments = str(router.get("routing_strategy")), router.get("routing_strategy_args")
    if isinstance(arguments, dict) and strategy.startswith(("latency", "usage")):
        location: Location = ("router_settings", "routing_strategy_args")
        check_known(checked, report, "routing_args", location, arguments, "LiteLLM goes by its default")


def check_user_headers(checked: CheckedConfig, report: Report) -> None:
    """A header that tells LiteLLM who asks says whom it names."""
    effect = "LiteLLM passes over the header, and knows nobody by it"
    known = checked.vocabulary.tables.get("user_header_roles", {})
    for where, entry in listed(checked, report, "general_settings", "user_header_mappings"):
        check_known(checked, report, "user_header_mapping", where, entry, effect, firm=True)
        check_required(report, ("header_name", "litellm_user_role"), where, entry, effect)
        role = entry.get("litellm_user_role")
        named = role.lower() if isinstance(role, str) else role
        check_word(report, (*where, "litellm_user_role"), named, known, effect, firm=True)


def check_metrics(checked: CheckedConfig, report: Report) -> None:
    """Metrics that are chosen are metrics of LiteLLM's."""
    effect = "LiteLLM starts without any metric"
    known = checked.vocabulary.tables.get("prometheus_metrics", {})
    for where, entry in listed(checked, report, "litellm_settings", "prometheus_metrics_config"):
        check_known(checked, report, "prometheus_metrics_config", where, entry, effect)
        check_required(report, ("group", "metrics"), where, entry, effect)
        metrics = entry.get("metrics")
        for index, name in enumerate(metrics if isinstance(metrics, list) else ()):
            check_word(report, (*where, "metrics", index), name, known, effect)


def check_role_permissions(checked: CheckedConfig, report: Report) -> None:
    """What a role of a token may do is said for a role that there is, in a list."""
    permissions = checked.block("general_settings").get("role_permissions")
    location: Location = ("general_settings", "role_permissions")
    if permissions is not None and not isinstance(permissions, list):
        report.add("wrong-type", location, f"must be a list, not {type_name(permissions)}; {REFUSES}", "write a list")
    for where, entry in listed(checked, report, "general_settings", "role_permissions"):
        check_closed(checked, report, "role_permission", where, entry, REFUSES, firm=True)
        check_required(report, ("role",), where, entry, REFUSES)


def check_custom_providers(checked: CheckedConfig, report: Report) -> None:
    """Every provider of the operator's own has a name, and code."""
    for where, entry in listed(checked, report, "litellm_settings", "custom_provider_map"):
        check_required(report, ("provider", "custom_handler"), where, entry, REFUSES)
