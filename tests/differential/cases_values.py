"""Values that LiteLLM does not take, or takes otherwise than they look, below the blocks and in guardrails."""

from __future__ import annotations

import typing as t

from ansible_collections.llmops.litellm.plugins.plugin_utils._known.names import BLOCKS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import Vocabulary

from .cases_entries import GUARDRAIL
from .configuration import ENVIRONMENT, PARAMS, UPSTREAM, Case, Config, Path, case, cut, put, right


def value_cases(vocabulary: Vocabulary) -> t.Iterator[Case]:
    """Those of guardrails, and those of settings."""
    yield from guardrails()
    yield from values(vocabulary)


def guardrails() -> t.Iterator[Case]:
    """What an integration reads beside what LiteLLM declares, and values that LiteLLM does not take."""
    asked = {"guardrail": "panw_prisma_airs", "mode": "pre_call", "api_key": "os.environ/ALPHA_KEY"}
    masking = {
        **{"guardrail": "presidio", "mode": "pre_call", "pii_entities_config": {"CREDIT_CARD": "MASK"}},
        **{"presidio_analyzer_api_base": UPSTREAM, "presidio_anonymizer_api_base": UPSTREAM},
    }
    words = {**GUARDRAIL["litellm_params"], "default_on": False}
    changes: dict[str, tuple[Config, Config, dict[str, tuple[Config, str]]]] = {
        "read by the integration": (
            asked,
            {"profile_name": "ours", "fallback_on_error": "allow"},
            {"slip": ({"profile_name": "ours", "fallback_on_eror": "allow"}, "misspelt")},
        ),
        "pii": (
            masking,
            {"pii_entities_config": {"CREDIT_CARD": "MASK", "EMAIL_ADDRESS": "BLOCK"}},
            {
                "list": ({"pii_entities_config": ["CREDIT_CARD"]}, "type"),
                "word": ({"pii_entities_config": {"CREDIT_CARD": "MASKK"}}, "word"),
            },
        ),
        "address": (
            {"guardrail": "azure/text_moderations", "mode": "pre_call", "api_key": "os.environ/ALPHA_KEY"},
            {"api_base": UPSTREAM},
            {"none": ({}, "missing")},
        ),
        "words": (
            words,
            {"default_on": "off", "mode": "PRE_CALL"},
            {"always": ({"default_on": "always"}, "type"), "text": ({"blocked_words": "secret"}, "type")},
        ),
    }
    for name, (params, good, mistaken) in changes.items():
        stem, probe = f"guardrail {name}", ("guardrails",)
        entry = {"guardrail_name": "g", "litellm_params": {**params, **good}}
        yield case(stem, "right", put(right(), ("guardrails",), [entry]), probe=probe)
        for label, (bad, kind) in mistaken.items():
            wrong = [{"guardrail_name": "g", "litellm_params": {**params, **bad}}]
            config = put(right(), ("guardrails",), wrong)
            yield case(f"{stem}: {label}", kind, config, probe=probe, control=stem)


_SERVER = {
    "url": "http://127.0.0.1:1/mcp",
    "transport": "sse",
    "allowed_tools": ["look"],
    "static_headers": {"x-a": "b"},
}
_WITH_PROGRAMS = {**ENVIRONMENT, "LITELLM_ENABLE_MCP_STDIO": "true"}
_COMMAND = {"transport": "stdio", "command": "true", "args": ["-y"]}
VALUES: tuple[tuple[Path, t.Any, dict[str, t.Any]], ...] = (
    (("mcp_servers",), {"git_hub": _SERVER}, {"a list": [_SERVER], "a dash in a name": {"git-hub": _SERVER}}),
    (("mcp_servers", "wiki", "allowed_tools"), ["look"], {"text": "look"}),
    (("mcp_servers", "wiki", "static_headers"), {"x-a": "b"}, {"a list": ["x-a"]}),
    (("mcp_servers", "files", "args"), ["-y"], {"text": "-y"}),
    (("general_settings", "user_api_key_cache_ttl"), 300, {"a span": "5m"}),
    (("general_settings", "role_permissions"), [{"role": "team"}], {"no list": {"role": "team"}}),
    (("litellm_settings", "default_internal_user_params"), {"max_budget": "5"}, {"money": {"max_budget": "5$"}}),
)
"""Settings below the blocks, each with a value that is right and some that are not."""


_GROUP = {"group_name": "quick", "models": ["alpha"], "routing_strategy": "latency-based-routing"}
STOPS: tuple[tuple[Path, t.Any, dict[str, t.Any]], ...] = (
    (("litellm_settings", "budget_reset_time"), "12:30", {"a number": 750, "midnight at the end": "24:00"}),
    (("litellm_settings", "key_alias_pattern"), "^team-", {"no pattern": "["}),
    (
        ("litellm_settings", "responses"),
        {"background_mode": {"polling_via_cache": "all"}},
        {"a boolean": True, "a boolean below": {"background_mode": True}},
    ),
    (
        ("router_settings", "routing_groups"),
        [_GROUP],
        {
            "a dictionary": {"quick": _GROUP},
            "no models": [{**_GROUP, "models": None}],
            "no strategy": [{**_GROUP, "routing_strategy": "latency-based"}],
            "the name of the rest": [{**_GROUP, "group_name": "default"}],
            "a name twice": [_GROUP, {**_GROUP, "models": ["beta"]}],
            "a model twice": [_GROUP, {**_GROUP, "group_name": "slow"}],
        },
    ),
)
"""Settings that end LiteLLM's start where they are wrong, and are seen nowhere where they are right."""


def values(vocabulary: Vocabulary) -> t.Iterator[Case]:
    """Values that LiteLLM refuses to start with or misunderstands, code without a dot, and a credential's misspelt key."""
    beside = {"wiki": _SERVER, "files": _COMMAND}
    for path, good, mistaken in VALUES:
        stem, probe = f"value {'.'.join(path)}", path[:2] if path[0] in BLOCKS else ("mcp_servers",)
        if path[0] == "litellm_settings":
            probe = ("in litellm_settings", path[1])
        whole = put(right(), ("mcp_servers",), beside) if len(path) == 3 else right()
        yield case(stem, "right", put(whole, path, good), probe=probe, environment=_WITH_PROGRAMS)
        for label, bad in mistaken.items():
            # Before, LiteLLM only looked at the budget when it made a user.
            if label == "money" and vocabulary.tables["default_user"]["max_budget"] == "any":
                continue
            config = put(whole, path, bad)
            yield case(f"{stem}: {label}", "type", config, probe=probe, control=stem, environment=_WITH_PROGRAMS)
    for path, good, mistaken in STOPS:
        if path[1] in vocabulary.tables[path[0]]:
            stem = f"value {'.'.join(path)}"
            yield case(stem, "right", put(right(), path, good))
            for label, bad in mistaken.items():
                yield case(f"{stem}: {label}", "type", put(right(), path, bad), control=stem)
    placed = put(cut(right(), ("model_list",)), ("litellm_settings", "model_list"), right()["model_list"])
    yield case("model_list in litellm_settings", "misplaced", placed)
    yield case("code without a dot", "reference", put(right(), ("general_settings", "custom_auth"), "my_auth"))
    provider = [{"provider": "own", "custom_handlr": "own.handler"}]
    yield case(
        "own provider without code", "missing", put(right(), ("litellm_settings", "custom_provider_map"), provider)
    )
    stem, kept = "credential of a model", ("credential_list", 0, "credential_values")
    signed = cut(put(right(), (*PARAMS, "litellm_credential_name"), "c"), (*PARAMS, "api_key"))
    credential = {
        "credential_name": "c",
        "credential_info": {},
        "credential_values": {"api_key": "os.environ/ALPHA_KEY"},
    }
    config = put(signed, ("credential_list",), [credential])
    yield case(stem, "right", config)
    yield case(f"{stem}: misspelt", "misspelt", put(config, kept, {"api_kye": "os.environ/ALPHA_KEY"}), control=stem)
