# SPDX-License-Identifier: GPL-3.0-or-later
"""Policies, which say what guardrails act where; prompts; tools of MCP."""

from __future__ import annotations

import typing as t

from .._report.problems import did_you_mean
from .._report.secrets import shown
from .entry import IGNORES, REFUSES, check_closed, check_misspelt, check_required, check_types, dictionaries
from .guardrails import check_guardrail_names, guardrail_names
from .words import check_word

if t.TYPE_CHECKING:
    from .._known.deployment import Block
    from .._report.locations import Location
    from .._report.report import Report
    from .checked_config import CheckedConfig


def check_policies(checked: CheckedConfig, report: Report) -> None:
    """Every policy is built of what LiteLLM reads, and names guardrails and policies that are there."""
    policies = checked.config.get("policies")
    if not isinstance(policies, dict) or not policies:
        return
    for location, policy in dictionaries(report, ("policies",), policies):
        check_closed(checked, report, "policy", location, policy, IGNORES, firm=True)
        _check_parts(checked, report, location, policy)
        parent = policy.get("inherit")
        if isinstance(parent, str) and parent not in policies:
            message = f"{shown(parent)} is no policy of this configuration; {REFUSES}"
            report.add("unknown-policy", (*location, "inherit"), message, did_you_mean(parent, map(str, policies)))
    _check_attachments(checked, report, policies)


def _check_parts(checked: CheckedConfig, report: Report, location: Location, policy: Block) -> None:
    guardrails, condition, pipeline = (policy.get(key) for key in ("guardrails", "condition", "pipeline"))
    if isinstance(guardrails, dict):
        check_closed(checked, report, "policy_guardrails", (*location, "guardrails"), guardrails, IGNORES, firm=True)
        _check_names(checked, report, (*location, "guardrails", "add"), guardrails.get("add"))
    else:
        _check_names(checked, report, (*location, "guardrails"), guardrails)
    if isinstance(condition, dict):
        check_closed(checked, report, "policy_condition", (*location, "condition"), condition, IGNORES, firm=True)
    if isinstance(pipeline, dict):
        added = guardrails.get("add") if isinstance(guardrails, dict) else guardrails
        _check_pipeline(checked, report, (*location, "pipeline"), pipeline, added if isinstance(added, list) else [])


def _check_pipeline(
    checked: CheckedConfig, report: Report, location: Location, pipeline: Block, added: list[t.Any]
) -> None:
    """The guardrails that act one after the other, each of them one that the policy adds, and what follows from each."""
    tables, steps = checked.vocabulary.tables, pipeline.get("steps")
    check_closed(checked, report, "policy_pipeline", location, pipeline, IGNORES, firm=True)
    check_required(report, ("steps",), location, pipeline, REFUSES)
    check_word(report, (*location, "mode"), pipeline.get("mode"), tables.get("policy_modes", {}), REFUSES)
    for where, step in dictionaries(report, (*location, "steps"), steps if isinstance(steps, list) else None):
        check_closed(checked, report, "policy_step", where, step, REFUSES, firm=True)
        check_required(report, ("guardrail",), where, step, REFUSES)
        name = step.get("guardrail")
        if isinstance(name, str) and name not in added:
            message = f"{shown(name)} is none of the guardrails that the policy adds; {REFUSES}"
            report.add("unknown-guardrail", (*where, "guardrail"), message, "write it into guardrails.add too")
        for key in ("on_pass", "on_fail", "on_error"):
            check_word(report, (*where, key), step.get(key), tables.get("policy_actions", {}), REFUSES)


def _check_names(checked: CheckedConfig, report: Report, location: Location, names: object) -> None:
    """The guardrails that a policy adds are there."""
    effect = REFUSES if guardrail_names(checked) else "it lets everything pass"
    named = enumerate(names) if isinstance(names, list) else ()
    check_guardrail_names(checked, report, [((*location, index), name) for index, name in named], effect)


def _check_attachments(checked: CheckedConfig, report: Report, policies: Block) -> None:
    attachments = checked.config.get("policy_attachments")
    for location, entry in dictionaries(
        report, ("policy_attachments",), attachments if isinstance(attachments, list) else None
    ):
        check_closed(checked, report, "policy_attachment", location, entry, IGNORES, firm=True)
        name = entry.get("policy")
        if name is None:
            check_required(report, ("policy",), location, entry, "the attachment is for no policy")
        elif isinstance(name, str) and name not in policies and not checked.open_ended:
            message = f"{shown(name)} is no policy of this configuration; nothing is attached"
            report.add("unknown-policy", (*location, "policy"), message, did_you_mean(name, map(str, policies)))


def check_prompts(checked: CheckedConfig, report: Report) -> None:
    """Every prompt has a name, and comes from somewhere that LiteLLM knows."""
    prompts = checked.config.get("prompts")
    for location, prompt in dictionaries(report, ("prompts",), prompts if isinstance(prompts, list) else None):
        check_misspelt(checked, report, "prompt", location, prompt)
        check_types(checked, report, "prompt", location, prompt)
        check_required(report, ("prompt_id", "litellm_params"), location, prompt, REFUSES)
        params, where = prompt.get("litellm_params"), (*location, "litellm_params")
        if isinstance(params, dict):
            # Whatever else stands here is handed on to the integration.
            check_types(checked, report, "prompt_params", where, params)
            check_required(report, ("prompt_integration",), where, params, REFUSES)
            known = checked.vocabulary.tables.get("prompt_integrations", {})
            check_word(report, (*where, "prompt_integration"), params.get("prompt_integration"), known, REFUSES)
