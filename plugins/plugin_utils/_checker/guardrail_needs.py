# SPDX-License-Identifier: GPL-3.0-or-later
"""What single kinds of guardrails cannot do without: a key, an address, code. Most start without it, and let everything pass."""

from __future__ import annotations

import typing as t

from .entry import REFUSES

if t.TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .._known.deployment import Block
    from .._report.locations import Location
    from .._report.report import Report
    from .checked_config import CheckedConfig


class Need(t.NamedTuple):
    """One parameter of a guardrail.

    :param key: its name in ``litellm_params``.
    :param variable: the variable of the environment that stands in for it; empty where none does.
    :param settings: keys of ``litellm_settings`` that stand in for it.
    """

    key: str
    variable: str = ""
    settings: Sequence[str] = ()


_AZURE = (Need("api_key"), Need("api_base"))

_WITHOUT: Mapping[str, Sequence[Need]] = {
    "azure/prompt_shield": _AZURE,
    "azure/text_moderations": _AZURE,
    "custom_code": (Need("custom_code"),),
    "decision_model": (Need("decision_model"),),
    "dynamoai": (Need("api_key", "DYNAMOAI_API_KEY"),),
    "enkryptai": (Need("api_key", "ENKRYPTAI_API_KEY"),),
    "generic_guardrail_api": (Need("api_base", "GENERIC_GUARDRAIL_API_BASE"),),
    "ibm_guardrails": (Need("auth_token"), Need("base_url"), Need("detector_id")),
    "llm_as_a_judge": (Need("judge_model"),),
    "onyx": (Need("api_key", "ONYX_API_KEY"),),
    "openai_moderation": (Need("api_key", "OPENAI_API_KEY", ("api_key", "openai_key")),),
    "panw_prisma_airs": (Need("api_key", "PANW_PRISMA_AIRS_API_KEY"),),
}
"""Kinds that LiteLLM takes for wrong parameters when it is missing; newer versions start without such a guardrail."""

_STOPS: Mapping[str, Sequence[Need]] = {
    "aim": (Need("api_key", "AIM_API_KEY"),),
    # LiteLLM spells the variables so.
    "aporia": (Need("api_key", "APORIO_API_KEY"), Need("api_base", "APORIO_API_BASE")),
    "guardrails_ai": (Need("guard_name"),),
    "javelin": (Need("guard_name"),),
    "pangea": (Need("api_key", "PANGEA_API_KEY"),),
    "pillar": (Need("api_key", "PILLAR_API_KEY"),),
    "presidio": (
        Need("presidio_analyzer_api_base", "PRESIDIO_ANALYZER_API_BASE"),
        Need("presidio_anonymizer_api_base", "PRESIDIO_ANONYMIZER_API_BASE"),
    ),
    "prompt_security": (
        Need("api_key", "PROMPT_SECURITY_API_KEY"),
        Need("api_base", "PROMPT_SECURITY_API_BASE"),
    ),
}
"""Kinds that end the start of every version."""


def check_needs(checked: CheckedConfig, report: Report, location: Location, params: Block, effect: str) -> None:
    """A guardrail has what its kind needs, in its parameters or in the environment of the service.

    :param effect: what LiteLLM does with one whose parameters are wrong.
    """
    kind = str(params.get("guardrail"))
    consequence = effect if kind in _WITHOUT else REFUSES
    for need in (*_WITHOUT.get(kind, ()), *_STOPS.get(kind, ())):
        if (
            params.get(need.key)
            or any(map(checked.block("litellm_settings").get, need.settings))
            or (need.variable and checked.may_have(need.variable))
        ):
            continue
        elsewhere = f", and {need.variable} is not in the environment of the service" if need.variable else ""
        remedy = f"write {need.key}" + (f", or set {need.variable}" if need.variable else "")
        report.add("missing-key", (*location, need.key), f"is missing{elsewhere}; {consequence}", remedy, firm=True)
