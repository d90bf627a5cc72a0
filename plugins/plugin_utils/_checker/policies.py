# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this plugin util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""Policies, which say what guardrails act where; prompts; tools of MCP."""

from __future__ import annotations

import typing as t

from .._report.problems import did_you_mean
from .._report.secrets import shown
from .entry import IGNORES, REFUSES, check_closed, check_misspelt, check_required, check_types, dictionaries
from .lists import guardrail_names
from .words import check_word

if t.TYPE_CHECKING:
    from .checked_config import Block, Findings, Path, Subject


def check_policies(subject: Subject, findings: Findings) -> None:
    """Every policy is built of what LiteLLM reads, and names guardrails and policies that are there."""
    policies = subject.config.get("policies")
    if not isinstance(policies, dict) or not policies:
        return
    for path, policy in dictionaries(findings, ("policies",), policies):
        check_closed(subject, findings, "policy", path, policy, IGNORES, firm=True)
        _check_parts(subject, findings, path, policy)
        parent = policy.get("inherit")
        if isinstance(parent, str) and parent not in policies:
            message = f"{shown(parent)} is no policy of this configuration; {REFUSES}"
            findings.add("unknown-policy", (*path, "inherit"), message, did_you_mean(parent, map(str, policies)))
    _check_attachments(subject, findings, policies)


def _check_parts(subject: Subject, findings: Findings, path: Path, policy: Block) -> None:
    guardrails, condition, pipeline = (policy.get(key) for key in ("guardrails", "condition", "pipeline"))
    if isinstance(guardrails, dict):
        check_closed(subject, findings, "policy_guardrails", (*path, "guardrails"), guardrails, IGNORES, firm=True)
        _check_names(subject, findings, (*path, "guardrails", "add"), guardrails.get("add"))
    else:
        _check_names(subject, findings, (*path, "guardrails"), guardrails)
    if isinstance(condition, dict):
        check_closed(subject, findings, "policy_condition", (*path, "condition"), condition, IGNORES, firm=True)
    if isinstance(pipeline, dict):
        added = guardrails.get("add") if isinstance(guardrails, dict) else guardrails
        _check_pipeline(subject, findings, (*path, "pipeline"), pipeline, added if isinstance(added, list) else [])


def _check_pipeline(subject: Subject, findings: Findings, path: Path, pipeline: Block, added: list[t.Any]) -> None:
    """The guardrails that act one after the other, each of them one that the policy adds, and what follows from each."""
    tables, steps = subject.vocabulary.tables, pipeline.get("steps")
    check_closed(subject, findings, "policy_pipeline", path, pipeline, IGNORES, firm=True)
    check_required(findings, ("steps",), path, pipeline, REFUSES)
    check_word(findings, (*path, "mode"), pipeline.get("mode"), tables.get("policy_modes", {}), REFUSES)
    for where, step in dictionaries(findings, (*path, "steps"), steps if isinstance(steps, list) else None):
        check_closed(subject, findings, "policy_step", where, step, REFUSES, firm=True)
        check_required(findings, ("guardrail",), where, step, REFUSES)
        name = step.get("guardrail")
        if isinstance(name, str) and name not in added:
            message = f"{shown(name)} is none of the guardrails that the policy adds; {REFUSES}"
            findings.add("unknown-guardrail", (*where, "guardrail"), message, "write it into guardrails.add too")
        for key in ("on_pass", "on_fail", "on_error"):
            check_word(findings, (*where, key), step.get(key), tables.get("policy_actions", {}), REFUSES)


def _check_names(subject: Subject, findings: Findings, path: Path, names: object) -> None:
    """The guardrails that a policy adds are there."""
    known = guardrail_names(subject)
    for index, name in enumerate(names if isinstance(names, list) and not subject.open_ended else ()):
        if isinstance(name, str) and name not in known:
            effect = REFUSES if known else "it lets everything pass"
            message = f"{shown(name)} is no guardrail of this configuration; {effect}"
            findings.add("unknown-guardrail", (*path, index), message, did_you_mean(name, known))


def _check_attachments(subject: Subject, findings: Findings, policies: Block) -> None:
    attachments = subject.config.get("policy_attachments")
    for path, entry in dictionaries(
        findings, ("policy_attachments",), attachments if isinstance(attachments, list) else None
    ):
        check_closed(subject, findings, "policy_attachment", path, entry, IGNORES, firm=True)
        name = entry.get("policy")
        if name is None:
            check_required(findings, ("policy",), path, entry, "the attachment is for no policy")
        elif isinstance(name, str) and name not in policies and not subject.open_ended:
            message = f"{shown(name)} is no policy of this configuration; nothing is attached"
            findings.add("unknown-policy", (*path, "policy"), message, did_you_mean(name, map(str, policies)))


def check_prompts(subject: Subject, findings: Findings) -> None:
    """Every prompt has a name, and comes from somewhere that LiteLLM knows."""
    prompts = subject.config.get("prompts")
    for path, prompt in dictionaries(findings, ("prompts",), prompts if isinstance(prompts, list) else None):
        check_misspelt(subject, findings, "prompt", path, prompt)
        check_types(subject, findings, "prompt", path, prompt)
        check_required(findings, ("prompt_id", "litellm_params"), path, prompt, REFUSES)
        params, where = prompt.get("litellm_params"), (*path, "litellm_params")
        if isinstance(params, dict):
            # Whatever else stands here is handed on to the integration.
            check_types(subject, findings, "prompt_params", where, params)
            check_required(findings, ("prompt_integration",), where, params, REFUSES)
            known = subject.vocabulary.tables.get("prompt_integrations", {})
            check_word(findings, (*where, "prompt_integration"), params.get("prompt_integration"), known, REFUSES)


def check_mcp_tools(subject: Subject, findings: Findings) -> None:
    """Every tool has what LiteLLM does not register one without."""
    tools = subject.config.get("mcp_tools")
    for path, tool in dictionaries(findings, ("mcp_tools",), tools if isinstance(tools, list) else None):
        check_misspelt(subject, findings, "mcp_tool", path, tool)
        effect = "LiteLLM leaves the tool out without a word"
        check_required(findings, ("name", "description", "handler"), path, tool, effect)
