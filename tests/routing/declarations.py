"""The models of the gateway under test, as an operator declares them."""

from __future__ import annotations

import typing as t

from ansible_collections.llmops.litellm.plugins.plugin_utils._compose.fallbacks import PER_MODEL
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.releases import parsed
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for

from tests.tested_litellm import version_under_test

Model = dict[str, t.Any]

WAYS: t.Final = ("401", "404", "408", "429", "500", "502", "503", "hang", "hangup", "refused")
"""How a primary fails: with a status, without an answer, with a closed connection, or by not being there."""

_KNOWN: t.Final = vocabulary_for(version_under_test())
_VERSION: t.Final = parsed(_KNOWN.requested)

_COUNTED: t.Final = {"500": 2, "502": 2 if _VERSION >= (1, 108) else 3, "503": 2, "hangup": 2, "refused": 2}
# LiteLLM counts in a memory of 200 entries for all models, so this holds while a gateway has not been asked for many.
FORGIVEN: t.Final = (
    _COUNTED if PER_MODEL in _KNOWN.tables["model_info"] else dict.fromkeys([*_COUNTED, "408", "hang"], 4)
)
"""Failures before the one that makes a model rest; none where it is not here. LiteLLM's own numbers where no model has some."""

COST_IN_STREAMS: t.Final = _VERSION >= (1, 106)
"""Whether the last chunk of a stream says what it cost."""

BLAMELESS: t.Final = ("400", "403")
"""Failures that say nothing of the model's health."""

STATUS: t.Final = {"hang": 408, "hangup": 500, "refused": 500}
"""What a client hears of a failure that has no status of its own."""

AGENTS: t.Final = {"supervisor": "chain", "loner": "alone-404", "default": "dead"}

TIMEOUT: t.Final = 30
"""Seconds that a model may take here, also on a machine with other work."""

SILENCE: t.Final = 1
"""Seconds that a model may take that never answers."""

QWEN, R1 = "Qwen/Qwen2.5-7B", "deepseek-r1"

COST: t.Final = {"input": 0.28, "cached_input": 0.028, "output": 0.42}

SMALL: t.Final = {"limit": 0.000001, "period": "1d"}
"""A budget that the first request spends."""


def declared_providers(url: str) -> dict[str, Model]:
    return {
        "upstream": {"api_base": url, "timeout": TIMEOUT, "reasoning_effort": "none"},
        "limited": {"prefix": "litellm_proxy", "reasoning_effort": "none", "budget": SMALL},
        "gpu": {"prefix": "hosted_vllm", "api_base": url, "api_key_env": "VLLM_API_KEY", "reasoning_effort": "none"},
    }


def _at(way: str, url: str, dead: str, **fields: t.Any) -> Model:
    """A model that fails in this way."""
    upstream = {"refused": "refused"}.get(way, f"status-{way}" if way.isdecimal() else way)
    model = {"upstream": f"primary+{upstream}" if way != "refused" else "primary", "provider": "upstream", **fields}
    if way == "hang":
        return {**model, "timeout": SILENCE}
    return {**model, "api_base": dead} if way == "refused" else model


def declared_models(url: str, dead: str) -> dict[str, Model]:
    """All models; *dead* is an address where nobody listens."""
    here = {"provider": "upstream"}
    models: dict[str, Model] = {
        "backup": {"upstream": "backup", **here, "cost": {"input": 1, "output": 2}},
        "broken": {"upstream": "broken+status-503", "alias": "broken", **here, "max_retries": 0},
        "bought": {"upstream": "bought+status-500", "alias": "bought", **here, "fallbacks": ["backup"], "cost": COST},
        "frugal": {"upstream": "frugal", **here, "fallbacks": ["backup"], "cost": COST, "budget": SMALL},
        "spender": {"upstream": "spender", "provider": "limited", "api_base": url, "api_key": "none", "cost": COST},
        "dead": {"upstream": "dead+status-500", "alias": "dead", **here, "fallbacks": ["backup"]},
    }
    for way in WAYS:
        for name, fields in (
            ("backed", {"fallbacks": ["backup"]}),
            ("streamed", {"fallbacks": ["backup"]}),
            ("lost", {"fallbacks": ["broken"]}),
            ("alone", {"max_retries": 0}),
        ):
            models[f"{name}-{way}"] = _at(way, url, dead, alias=f"{name}-{way}", **fields)
    models |= {
        f"refusing-{way}": _at(way, url, dead, alias=f"refusing-{way}", fallbacks=["backup"]) for way in BLAMELESS
    }
    models |= {
        "chain": {"upstream": "first+status-401", "alias": "chain", **here, "fallbacks": ["middle"]},
        "middle": {"upstream": "middle+status-429", "alias": "middle", **here, "fallbacks": ["backup"]},
        "twin1": {"upstream": "twin1+status-500", "alias": "twin1", **here, "fallbacks": ["common"]},
        "twin2": {"upstream": "twin2+status-500", "alias": "twin2", **here, "fallbacks": ["common"]},
        "common": {"upstream": "common", **here},
        "short": {
            "upstream": "This model's maximum context length is 8 tokens+status-400",
            "alias": "short",
            **here,
            "fallbacks": ["backup"],
        },
        "deepseek": {"upstream": "deepseek-chat", "provider": "deepseek", "api_base": url, "fallbacks": ["backup"]},
        "cached-openai": {"upstream": "priced+cached-openai", "alias": "cached-openai", **here, "cost": COST},
        "cached-deepseek": {"upstream": "priced+cached-deepseek", "alias": "cached-deepseek", **here, "cost": COST},
        "vllm-qwen": {"upstream": QWEN, "alias": "vllm-qwen", "provider": "gpu", "cooldown": 0},
        "vllm-r1": {"upstream": R1, "alias": "vllm-r1", "provider": "gpu", "max_retries": 0},
        "ollama-qwen": {"upstream": "ollama-qwen", **here, "fallbacks": ["backup"]},
    }
    models["spender"]["fallbacks"] = ["backup"]
    models["vllm-qwen"]["fallbacks"] = ["ollama-qwen"]
    return models
