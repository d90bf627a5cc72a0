# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in lists beside ``model_list``: entries of guardrails, credentials, vector stores, tools and agents."""

from __future__ import annotations

import typing as t

from .._known.deployment import Block
from .._report.locations import Location
from .._report.problems import type_name
from .checked_config import CheckedConfig
from .entry import REFUSES, check_closed, check_misspelt, check_required, dictionaries
from .guardrails import without
from .words import check_word

if t.TYPE_CHECKING:
    from .._report.report import Report

_LEFT_OUT = "LiteLLM starts without this entry"
_NEVER_USED = "LiteLLM never uses this entry"


class Shape(t.NamedTuple):
    """How the entries of one list look.

    :param block: name of the list, and of the table with the keys of an entry, where there is one.
    :param required: the keys that every entry must have.
    :param params: the table with the keys of an entry's ``litellm_params``; empty where nothing closes that.
    :param required_params: the keys that ``litellm_params`` must have.
    :param effect: what LiteLLM does where a required key is missing.
    """

    block: str
    required: tuple[str, ...]
    params: str = ""
    required_params: tuple[str, ...] = ()
    effect: str = REFUSES


SHAPES = (
    Shape("guardrails", ("guardrail_name", "litellm_params"), "", ("guardrail", "mode")),
    Shape("credential_list", ("credential_name", "credential_values", "credential_info")),
    Shape(
        "vector_store_registry",
        ("vector_store_name", "litellm_params"),
        "vector_store_params",
        ("vector_store_id", "custom_llm_provider"),
    ),
    Shape("search_tools", ("search_tool_name", "litellm_params"), "", ("search_provider",)),
    *(Shape(name, ("agent_name", "agent_card_params"), effect=_LEFT_OUT) for name in ("agents", "agent_list")),
    *(Shape(name, ("custom_llm_provider",), effect=_NEVER_USED) for name in ("files_settings", "finetune_settings")),
    Shape("sandbox_tools", ("sandbox_tool_name", "litellm_params"), "", ("sandbox_provider",), _LEFT_OUT),
)


def check_lists(checked: CheckedConfig, report: Report) -> None:
    """Every entry of these lists has the keys that LiteLLM needs, and none that it does not know."""
    for shape in SHAPES:
        value = checked.config.get(shape.block)
        for location, entry in dictionaries(report, (shape.block,), value if isinstance(value, list) else None):
            _check_entry(checked, report, shape, location, entry)

    assistants = checked.config.get("assistant_settings")
    if isinstance(assistants, dict):
        check_required(report, ("litellm_params",), ("assistant_settings",), assistants, REFUSES)


def _check_entry(checked: CheckedConfig, report: Report, shape: Shape, location: Location, entry: Block) -> None:
    if shape.block in checked.vocabulary.tables:
        check_closed(checked, report, shape.block, location, entry)
    check_required(report, shape.required, location, entry, shape.effect)
    effect = without(checked) if shape.block == "guardrails" else shape.effect
    params = entry.get("litellm_params")
    if not isinstance(params, dict):
        if params is not None:
            message = f"must be a dictionary, not {type_name(params)}; {effect}"
            report.add("wrong-shape", (*location, "litellm_params"), message)
        return
    check_required(report, shape.required_params, (*location, "litellm_params"), params, effect)
    if shape.params:
        check_misspelt(checked, report, shape.params, (*location, "litellm_params"), params, shape.required_params)


def check_search_tools(checked: CheckedConfig, report: Report) -> None:
    """Every search tool asks somebody that LiteLLM knows."""
    tools, known = checked.config.get("search_tools"), checked.vocabulary.tables.get("search_providers", {})
    for index, tool in enumerate(tools if isinstance(tools, list) else ()):
        params = tool.get("litellm_params") if isinstance(tool, dict) else None
        if isinstance(params, dict):
            location = ("search_tools", index, "litellm_params", "search_provider")
            check_word(report, location, params.get("search_provider"), known, "every search fails")
