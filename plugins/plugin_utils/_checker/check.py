# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks a LiteLLM configuration against what LiteLLM does with it: the one entry point, :func:`check_config`.

The configuration is the final one, declared or read from a file. Nothing is imported from LiteLLM; what a version knows
is in the vocabulary, and what it does with mistakes was observed (``tests/differential``).
"""

from __future__ import annotations

import typing as t

from .._known.deployment import read_deployments
from .._report.problems import type_name
from .._report.report import Report
from . import (
    access,
    adjustments,
    auto_routers,
    cache,
    callbacks,
    database,
    groups,
    guardrails,
    keys,
    limits,
    lists,
    mcp,
    models,
    nested_settings,
    packages,
    pass_through,
    policies,
    priorities,
    redis,
    routing,
    routing_groups,
    service,
    settings,
    sign_in,
    stops,
    words,
)
from . import code as code_paths
from .checked_config import CheckedConfig, Service
from .resolved import check_references
from .rules import RULES

if t.TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .._known.deployment import Deployment
    from .._known.vocabulary import Vocabulary
    from .._report.locations import Location
    from .._report.problems import Problem

UNKNOWN = Service()
"""Of which nothing is known."""

CHECKS: Sequence[Callable[[CheckedConfig, Report], None]] = (
    keys.check_top_level,
    models.check_shape,
    keys.check_model_keys,
    keys.check_credential_values,
    models.check_models,
    sign_in.check_sign_in,
    groups.check_ids,
    groups.check_names,
    groups.check_sharing,
    groups.check_access_groups,
    limits.check_limits,
    limits.check_parallel_requests,
    limits.check_endless_budgets,
    limits.check_budgets,
    limits.check_zero_budgets,
    groups.check_wildcards,
    settings.check_shapes,
    settings.check_nulls,
    stops.check_stops,
    stops.check_time_of_reset,
    stops.check_background_responses,
    stops.check_alias_pattern,
    stops.check_schedules,
    keys.check_blocks,
    routing.check_fallbacks,
    routing.check_own_fallbacks,
    routing.check_aliases,
    routing.check_policies,
    auto_routers.check_auto_routers,
    routing_groups.check_routing_groups,
    settings.check_pre_call_checks,
    settings.check_master_key,
    settings.check_license,
    settings.check_gates,
    access.check_access,
    access.check_custom_auth,
    sign_in.check_forwarding,
    callbacks.check_callbacks,
    cache.check_cache,
    settings.check_health,
    database.check_database,
    database.check_needs,
    database.check_open,
    database.check_two_places,
    service.check_includes,
    packages.check_packages,
    settings.check_environment,
    redis.check_forms,
    redis.check_needs,
    redis.check_counting,
    lists.check_lists,
    guardrails.check_guardrails,
    lists.check_search_tools,
    mcp.check_mcp_servers,
    nested_settings.check_provider_budgets,
    adjustments.check_adjustments,
    nested_settings.check_bounds,
    nested_settings.check_jwt,
    nested_settings.check_coordination_redis,
    pass_through.check_pass_through,
    nested_settings.check_alert_settings,
    nested_settings.check_nested,
    priorities.check_priorities,
    nested_settings.check_routing_args,
    nested_settings.check_user_headers,
    nested_settings.check_metrics,
    nested_settings.check_role_permissions,
    nested_settings.check_custom_providers,
    callbacks.check_logger_settings,
    callbacks.check_api_callbacks,
    policies.check_policies,
    policies.check_prompts,
    mcp.check_mcp_tools,
    words.check_words,
    words.check_alerts,
    cache.check_cached_calls,
    words.check_spans,
    code_paths.check_code,
    check_references,
)


def check_config(
    config: t.Any,
    *,
    vocabulary: Vocabulary,
    service: Service = UNKNOWN,
    deployments: Sequence[Deployment] | None = None,
    strict: bool = True,
    lines: dict[Location, int] | None = None,
) -> list[Problem]:
    """Everything that LiteLLM would get wrong with *config*, or that its operator may want to know.

    :param config: the whole configuration, as plain data.
    :param service: what the configuration is for.
    :param deployments: those of its ``model_list``, where they were not read from it; None: they are.
    :param strict: false turns unknown and misplaced keys into warnings, except those that guard access, money or secrets.
    :param lines: location to line, where the configuration was read from a file.
    """
    report = Report(RULES, lines, strict=strict)
    if not isinstance(config, dict):
        report.add("wrong-shape", (), f"must be a dictionary, not {type_name(config)}; LiteLLM refuses to start")
        return report.problems
    checked = CheckedConfig(
        config,
        read_deployments(config) if deployments is None else deployments,
        vocabulary,
        looked_at=lines is not None and service.environment is None,
        **vars(service),
    )
    for check in CHECKS:
        check(checked, report)
    return report.problems
