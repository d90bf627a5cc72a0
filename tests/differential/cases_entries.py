"""What stands below the top-level blocks, in lists and in single settings: each as it should be, and its mistakes."""

from __future__ import annotations

import types
import typing as t

from ansible_collections.llmops.litellm.plugins.plugin_utils._known.names import BLOCKS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import Vocabulary

from .cases_keys import PER_TYPE, SAMPLES, other_types
from .configuration import ENVIRONMENT, UPSTREAM, Case, Config, Path, case, cut, misspelt, put, right

GUARDRAIL: Config = {
    "guardrail_name": "words",
    "litellm_params": {
        "guardrail": "litellm_content_filter",
        "mode": "pre_call",
        "blocked_words": [{"keyword": "forbidden", "action": "BLOCK"}],
        "default_on": True,
    },
}
GUARDED: Config = {"guardrails": [GUARDRAIL]}
FILTERS: dict[str, Config] = {
    "blocked_words": {"keyword": "forbidden", "action": "BLOCK"},
    "patterns": {"pattern_type": "prebuilt", "pattern_name": "us_ssn", "action": "MASK"},
    "categories": {"category": "harmful_self_harm", "action": "BLOCK", "severity_threshold": "high"},
}
FILTERING: Config = {
    "guardrails": [
        {
            **GUARDRAIL,
            "litellm_params": {**GUARDRAIL["litellm_params"], **{key: [value] for key, value in FILTERS.items()}},
        }
    ]
}
POLICIES: Config = {
    "base": {"description": "for all", "guardrails": {"add": ["words"]}},
    "strict": {
        "inherit": "base",
        "guardrails": {"add": ["words"]},
        "condition": {"model": "alpha"},
        "pipeline": {"mode": "pre_call", "steps": [{"guardrail": "words", "on_fail": "next", "on_pass": "allow"}]},
    },
}
ATTACHMENT = {"policy": "base", "scope": "*", "teams": ["t"], "keys": ["k-*"], "models": ["a"], "tags": ["b"]}
GOVERNED: Config = {**GUARDED, "policies": POLICIES, "policy_attachments": [ATTACHMENT]}
KEY_GENERATION: Config = {
    "team_key_generation": {"allowed_team_member_roles": ["admin"]},
    "personal_key_generation": {"allowed_user_roles": ["proxy_admin"]},
}
ALERTED: Config = {"general_settings": {"alerting": ["slack"], "alert_types": ["db_exceptions"]}}


class Entry(t.NamedTuple):
    """A dictionary below the blocks.

    :param table: the table of the vocabulary that holds its keys.
    :param path: where it stands.
    :param value: itself, as it should be; no key has the value that it would have without being written.
    :param beside: the rest of the configuration that it needs.
    :param probe: where LiteLLM keeps what it made of it, unless that has the name of the block.
    :param needed: the keys that it cannot do without.
    :param words: the keys whose value LiteLLM compares with words of its own.
    :param sampled: whether keys of the table that are not in *value* are tried as well.
    """

    table: str
    path: Path
    value: Config
    beside: t.Mapping[str, t.Any] = types.MappingProxyType({})
    probe: Path = ()
    needed: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    sampled: bool = False

    @property
    def kept(self) -> Path:
        """Where LiteLLM keeps what it made of it."""
        return self.probe or self.path[:1]

    @property
    def config(self) -> Config:
        """The right configuration that holds it."""
        whole = right()
        for block, value in self.beside.items():
            whole[block] = {**whole.get(block, {}), **value} if isinstance(value, dict) else value
        if self.path[-1] == 0 and self.path[0] not in self.beside:
            return put(whole, self.path[:-1], [self.value])
        return put(whole, self.path, self.value)


def setting(block: str, key: str, table: str, value: Config, **more: t.Any) -> Entry:
    """The entry of a single setting of *block*."""
    return Entry(table, (block, key), value, **{"probe": (f"in {block}", key), **more})


ENTRIES = (
    Entry("guardrails", ("guardrails", 0), GUARDRAIL, needed=("guardrail_name", "litellm_params")),
    Entry(
        "guardrail_params",
        ("guardrails", 0, "litellm_params"),
        GUARDRAIL["litellm_params"],
        beside=GUARDED,
        needed=("guardrail", "mode"),
        words=("guardrail", "mode"),
    ),
    *(
        Entry(
            f"content_filter_{key}",
            ("guardrails", 0, "litellm_params", key, 0),
            value,
            beside=FILTERING,
            needed=tuple(each for each in value if each != "severity_threshold"),
            # A category that is not there is a line in the log, and stands where LiteLLM keeps what it was told.
            words=tuple(each for each in value if each not in ("keyword", "category")),
        )
        for key, value in FILTERS.items()
    ),
    Entry(
        "credential_list",
        ("credential_list", 0),
        {"credential_name": "c", "credential_values": {"api_key": "os.environ/ALPHA_KEY"}, "credential_info": {"a": 1}},
        needed=("credential_name", "credential_values", "credential_info"),
    ),
    Entry(
        "vector_store_registry",
        ("vector_store_registry", 0),
        {
            "vector_store_name": "v",
            "litellm_params": {
                "vector_store_id": "1",
                "custom_llm_provider": "bedrock",
                "vector_store_description": "facts",
            },
        },
        needed=("vector_store_name", "litellm_params"),
    ),
    Entry(
        "vector_store_params",
        ("vector_store_registry", 0, "litellm_params"),
        {"vector_store_id": "1", "custom_llm_provider": "bedrock", "vector_store_description": "facts"},
        beside={"vector_store_registry": [{"vector_store_name": "v", "litellm_params": {}}]},
        needed=("vector_store_id", "custom_llm_provider"),
    ),
    Entry(
        "search_tools",
        ("search_tools", 0),
        {"search_tool_name": "web", "litellm_params": {"search_provider": "tavily", "api_key": "os.environ/ALPHA_KEY"}},
        needed=("search_tool_name", "litellm_params"),
    ),
    Entry(
        "search_providers",
        ("search_tools", 0, "litellm_params"),
        {"search_provider": "tavily"},
        beside={"search_tools": [{"search_tool_name": "web", "litellm_params": {}}]},
        needed=("search_provider",),
        words=("search_provider",),
    ),
    Entry(
        "mcp_server",
        ("mcp_servers", "wiki"),
        {
            "url": "http://127.0.0.1:1/mcp",
            "transport": "sse",
            "auth_type": "bearer_token",
            "auth_value": "os.environ/ALPHA_KEY",
            "description": "ours",
            "allowed_tools": ["look"],
            "static_headers": {"x-a": "b"},
        },
        needed=("url",),
        words=("transport", "auth_type"),
    ),
    Entry(
        "mcp_tool",
        ("mcp_tools", 0),
        {"name": "add", "description": "Adds", "input_schema": {"type": "object"}, "handler": "json.dumps"},
        needed=("name", "description", "handler"),
    ),
    Entry(
        "prompt",
        ("prompts", 0),
        {
            "prompt_id": "p",
            "litellm_params": {
                "prompt_id": "p",
                "prompt_integration": "dotprompt",
                "prompt_data": {"p": {"content": "Hello"}},
            },
        },
        needed=("prompt_id", "litellm_params"),
    ),
    Entry(
        "prompt_params",
        ("prompts", 0, "litellm_params"),
        # Whatever stands beside it is handed on to the integration, so that nothing is compared.
        {"prompt_integration": "dotprompt"},
        beside={"prompts": [{"prompt_id": "p", "litellm_params": {}}]},
        needed=("prompt_integration",),
        words=("prompt_integration",),
    ),
    Entry("policy", ("policies", "strict"), POLICIES["strict"], beside=GOVERNED),
    Entry(
        "policy_guardrails",
        ("policies", "strict", "guardrails"),
        {"add": ["words"], "remove": ["words"]},
        beside=GOVERNED,
    ),
    Entry("policy_condition", ("policies", "strict", "condition"), {"model": "alpha"}, beside=GOVERNED),
    Entry(
        "policy_step",
        ("policies", "strict", "pipeline", "steps", 0),
        {"guardrail": "words", "on_fail": "next", "on_pass": "block", "on_error": "allow"},
        beside=GOVERNED,
        needed=("guardrail",),
        words=("on_fail", "on_pass", "on_error"),
        sampled=True,
    ),
    Entry(
        "policy_pipeline",
        ("policies", "strict", "pipeline"),
        {"mode": "post_call", "steps": [{"guardrail": "words"}]},
        beside=GOVERNED,
        needed=("steps",),
        words=("mode",),
    ),
    Entry(
        "policy_attachment",
        ("policy_attachments", 0),
        ATTACHMENT,
        beside=GOVERNED,
        needed=("policy",),
        words=("policy",),
    ),
    Entry(
        "pass_through",
        ("general_settings", "pass_through_endpoints", 0),
        {
            "path": "/v1/other",
            "target": f"{UPSTREAM}/other",
            "auth": True,
            "methods": ["POST"],
            "headers": {"x-a": "b"},
            "include_subpath": True,
        },
        probe=("pass_through_endpoints",),
        needed=("path", "target"),
    ),
    setting(
        "general_settings",
        "litellm_jwtauth",
        "jwt_auth",
        {"user_id_jwt_field": "sub", "team_id_jwt_field": "team", "public_key_ttl": 700},
        beside={"general_settings": {"enable_jwt_auth": True}},
        probe=("litellm_jwtauth",),
        sampled=True,
    ),
    setting(
        "general_settings",
        "coordination_redis",
        "coordination_redis",
        {"host": "127.0.0.1", "port": 1},
        needed=("host",),
        probe=("general_settings", "coordination_redis"),
    ),
    setting(
        "general_settings",
        "alerting_args",
        "alerting_args",
        {"daily_report_frequency": 50000},
        beside=ALERTED,
        probe=("alerting",),
        sampled=True,
    ),
    Entry(
        "alert_type_config",
        ("general_settings", "alert_type_config", "llm_exceptions"),
        {"digest": True, "digest_interval": 70},
        beside=ALERTED,
        probe=("alerting",),
    ),
    Entry(
        "provider_budget",
        ("router_settings", "provider_budget_config", "openai"),
        {"budget_limit": 100.5, "time_period": "30d"},
        probe=("provider_budget_config",),
        needed=("budget_limit", "time_period"),
    ),
    setting(
        "router_settings",
        "routing_strategy_args",
        "routing_args",
        {"ttl": 5, "lowest_latency_buffer": 0.5},
        beside={"router_settings": {"routing_strategy": "latency-based-routing"}},
    ),
    setting("router_settings", "retry_policy", "retry_policy", {"TimeoutErrorRetries": 3}, sampled=True),
    setting(
        "router_settings", "allowed_fails_policy", "allowed_fails_policy", {"TimeoutErrorAllowedFails": 3}, sampled=True
    ),
    setting(
        "litellm_settings",
        "upperbound_key_generate_params",
        "upperbound_key",
        {"max_budget": 10.5, "duration": "30d", "budget_duration": "7d"},
        sampled=True,
    ),
    setting("litellm_settings", "default_key_generate_params", "default_key", {"max_budget": 1.5, "duration": "30d"}),
    setting(
        "litellm_settings",
        "default_internal_user_params",
        "default_user",
        {"user_role": "internal_user", "max_budget": 5, "budget_duration": "30d"},
        words=("user_role",),
    ),
    setting("litellm_settings", "default_team_params", "default_team", {"max_budget": 5, "budget_duration": "30d"}),
    setting("litellm_settings", "key_generation_settings", "key_generation", KEY_GENERATION),
    *(
        Entry(
            key,
            ("litellm_settings", "key_generation_settings", key),
            {**value, "required_params": ["tags"]},
            probe=("in litellm_settings", "key_generation_settings"),
        )
        for key, value in KEY_GENERATION.items()
    ),
    setting(
        "litellm_settings",
        "priority_reservation_settings",
        "priority_reservation",
        {"default_priority": 0.4, "saturation_threshold": 0.6},
    ),
    setting(
        "litellm_settings",
        "s3_callback_params",
        "s3_callback",
        {"s3_bucket_name": "logs", "s3_region_name": "eu-central-1"},
    ),
    Entry(
        "prometheus_metrics_config",
        ("litellm_settings", "prometheus_metrics_config", 0),
        {"group": "a", "metrics": ["litellm_requests_metric"], "include_labels": ["model"]},
        beside={"litellm_settings": {"prometheus_metrics_config": [{}]}},
        probe=("in litellm_settings", "prometheus_metrics_config"),
        needed=("group", "metrics"),
    ),
    Entry(
        "prompt_injection",
        ("litellm_settings", "prompt_injection_params"),
        {"heuristics_check": True, "reject_as_response": True},
        beside={"litellm_settings": {"callbacks": ["detect_prompt_injection"]}},
        probe=("in litellm_settings", "prompt_injection_params"),
    ),
    setting(
        "litellm_settings",
        "model_group_settings",
        "model_group_settings",
        {"forward_client_headers_to_llm_api": ["alpha"]},
    ),
    Entry(
        "first_form_guardrail",
        ("litellm_settings", "guardrails", 0, "g"),
        {
            "callbacks": ["detect_prompt_injection"],
            "default_on": True,
            "callback_args": {"detect_prompt_injection": {}},
        },
        beside={"litellm_settings": {"guardrails": [{}]}},
        probe=("in litellm_settings", "guardrail_name_config_map"),
        needed=("callbacks",),
    ),
    Entry(
        "team_settings",
        ("litellm_settings", "default_team_settings", 0),
        {"team_id": "t", "success_callback": ["langfuse"], "langfuse_host": UPSTREAM},
        probe=("in litellm_settings", "default_team_settings"),
        needed=("team_id",),
    ),
    Entry(
        "logger_settings",
        ("callback_settings", "otel"),
        {"message_logging": False, "turn_off_message_logging": True},
        probe=("in litellm_settings", "callback_settings"),
    ),
    setting(
        "general_settings",
        "key_management_settings",
        "key_management",
        {"store_virtual_keys": True, "access_mode": "read_and_write"},
        probe=("general_settings", "key_management_settings"),
        words=("access_mode",),
    ),
    Entry(
        "role_permission",
        ("general_settings", "role_permissions", 0),
        {"role": "team", "models": ["alpha"]},
        probe=("general_settings", "role_permissions"),
        needed=("role",),
        words=("role",),
    ),
    Entry(
        "user_header_mapping",
        ("general_settings", "user_header_mappings", 0),
        {"header_name": "x-user", "litellm_user_role": "customer"},
        beside={"general_settings": {"user_header_mappings": [{}]}},
        probe=("general_settings", "user_header_mappings"),
        needed=("header_name", "litellm_user_role"),
        words=("litellm_user_role",),
    ),
    setting(
        "general_settings",
        "ui_access_mode",
        "ui_access",
        {"type": "restricted_sso_group", "restricted_sso_group": "admins"},
        probe=("general_settings", "ui_access_mode"),
    ),
)


def entry_cases(vocabulary: Vocabulary) -> t.Iterator[Case]:
    """Right, misspelt, left out, another word, of other types."""
    for entry in ENTRIES:
        if not has(vocabulary, entry.path):
            continue
        yield from mistakes(entry)
        if entry.sampled:
            yield from sampled(vocabulary, entry)
    yield from first_words(vocabulary)
    yield from clients_and_keys()
    yield from other_blocks(vocabulary)


def has(vocabulary: Vocabulary, path: Path) -> bool:
    """Whether the version has the block at the beginning of *path*, and of a block of settings the key behind it."""
    block, *below = path
    return str(block) in vocabulary.tables["top_level"] and (
        block not in BLOCKS or below[0] in vocabulary.tables[block]
    )


def mistakes(entry: Entry) -> t.Iterator[Case]:
    """The entry as it should be, and its mistakes."""
    stem, config = f"entry {entry.table}", entry.config
    path = entry.path
    shared: Config = {"probe": entry.kept, "environment": {**ENVIRONMENT, "SLACK_WEBHOOK_URL": UPSTREAM}}
    wrong: Config = {**shared, "control": stem}
    yield case(stem, "right", config, **shared)
    block = path[0]
    if block not in right() and len(path) == 2:
        renamed = put(cut(config, (block,)), (misspelt(block),), config[block])
        yield case(f"{stem}: block misspelt", "misspelt", renamed, **wrong)
    for key, value in entry.value.items():
        less = cut(config, (*path, key))
        yield case(f"{stem}.{key}: misspelt", "misspelt", put(less, (*path, misspelt(key)), value), **wrong)
        if key in entry.needed:
            yield case(f"{stem}.{key}: left out", "missing", less, **wrong)
        if key in entry.words:
            yield case(f"{stem}.{key}: word", "word", put(config, (*path, key), misspelt(value)), **wrong)


def sampled(vocabulary: Vocabulary, entry: Entry) -> t.Iterator[Case]:
    """Further keys of the entry: some of each type."""
    shared: Config = {"probe": entry.kept, "environment": {**ENVIRONMENT, "SLACK_WEBHOOK_URL": UPSTREAM}}
    for kind, value in SAMPLES.items():
        table = vocabulary.tables[entry.table].items()
        keys = sorted(key for key, word in table if word.lstrip("~") == kind and key not in entry.value)
        for key in keys[:: max(1, len(keys) // PER_TYPE)][:PER_TYPE]:
            stem, path = f"entry {entry.table}.{key}={value}", (*entry.path, key)
            wrong: Config = {**shared, "control": stem}
            yield case(stem, "sample", put(entry.config, path, value), **shared)
            yield case(f"{stem}: misspelt", "misspelt", put(entry.config, (*path[:-1], misspelt(key)), value), **wrong)
            for label, other in other_types(value):
                yield case(f"{stem}: {label}", "type", put(entry.config, path, other), **wrong)


def first_words(vocabulary: Vocabulary) -> t.Iterator[Case]:
    """Words in lists and in single settings."""
    for block, key, good in (
        ("general_settings", "alerting", ["slack"]),
        ("general_settings", "alert_types", ["budget_alerts"]),
        ("general_settings", "token_rate_limit_type", "output"),
        ("litellm_settings", "service_callback", ["prometheus_system"]),
    ):
        if not has(vocabulary, (block, key)):
            continue
        shared: Config = {"probe": (block, key)}
        bad = [misspelt(each) for each in good] if isinstance(good, list) else misspelt(str(good))
        stem = f"words {block}.{key}"
        yield case(stem, "sample", put(right(), (block, key), good), **shared)
        yield case(f"{stem}: misspelt", "word", put(right(), (block, key), bad), **shared, control=stem)


def clients_and_keys() -> t.Iterator[Case]:
    """What the client of Redis takes, a route that asks for no key, and an empty key at a server that needs none."""
    cached = put(right(), ("litellm_settings", "cache"), True)
    params: Path = ("litellm_settings", "cache_params")
    redis = {"type": "redis", "host": "127.0.0.1", "port": 1, "socket_timeout": 1}
    yield case("redis", "right", put(cached, params, redis))
    unknown = put(cached, params, {**redis, "max_connection_count": 5})
    yield case("redis: key of no client", "misspelt", unknown, control="redis")
    elsewhere = put(cached, params, {"type": "redis", "redis_url": "redis://127.0.0.1:1"})
    yield case("redis: redis_url", "misspelt", elsewhere, control="redis")
    address = put(cached, params, {"type": "redis", "url": "redis://127.0.0.1:1", "max_connection_count": 5})
    yield case("redis: key of no client beside an address", "right", address)
    route: Path = ("general_settings", "pass_through_endpoints", 0)
    (entry,) = (entry for entry in ENTRIES if entry.table == "pass_through")
    for word in ("yes", "true"):
        config = put(entry.config, (*route, "auth"), word)
        yield case(f"route: auth as text, {word}", "type", config, probe=entry.kept, control="entry pass_through")
    unsaid = cut(entry.config, (*route, "auth"))
    yield case("route: auth unsaid", "right", unsaid, probe=entry.kept)
    yield case("route: auth null", "null", put(unsaid, (*route, "auth"), None), control="route: auth unsaid")
    for provider in ("hosted_vllm", "lm_studio", "openai"):
        model: Path = ("model_list", 0, "litellm_params")
        config = put(put(right(), (*model, "model"), f"{provider}/alpha-up"), (*model, "api_key"), "")
        yield case(f"api_key: empty at {provider}", "right" if provider != "openai" else "reference", config)


_OPENAI = {"custom_llm_provider": "openai", "api_key": "os.environ/ALPHA_KEY"}
_AGENT = {"agent_name": "helper", "agent_card_params": {"name": "helper", "url": "http://127.0.0.1:1"}}
_SANDBOX = {
    "sandbox_tool_name": "box",
    "litellm_params": {"sandbox_provider": "e2b", "api_key": "os.environ/ALPHA_KEY"},
}
_ASSISTANTS = {"custom_llm_provider": "openai", "litellm_params": {"api_key": "os.environ/ALPHA_KEY"}}
OTHER_BLOCKS: dict[str, tuple[t.Any, Path, tuple[str, ...]]] = {
    "agents": ([_AGENT], ("agents",), ("agent_name", "agent_card_params")),
    "agent_list": ([_AGENT], ("agents",), ("agent_name", "agent_card_params")),
    "assistant_settings": (_ASSISTANTS, ("in router_settings", "assistants_config"), ("litellm_params",)),
    "callback_settings": ({"otel": {"message_logging": False}}, ("in litellm_settings", "callback_settings"), ()),
    "default_vertex_config": (
        {"vertex_project": "p", "vertex_location": "us", "vertex_credentials": "os.environ/ALPHA_KEY"},
        ("default_vertex_config",),
        (),
    ),
    "files_settings": ([_OPENAI], ("files_settings",), ()),
    "finetune_settings": ([_OPENAI], ("finetune_settings",), ()),
    "sandbox_tools": ([_SANDBOX], ("sandbox_tools",), ("sandbox_tool_name", "litellm_params")),
    "worker_registry": ([{"worker_id": "1", "name": "w", "url": UPSTREAM}], (), ()),
}
"""Blocks without a table of keys: how each looks, where LiteLLM keeps it, and the keys that it cannot do without."""


def other_blocks(vocabulary: Vocabulary) -> t.Iterator[Case]:
    """Each right, under a misspelt name, of another shape, and without what it needs."""
    for block, (value, probe, needed) in OTHER_BLOCKS.items():
        if not has(vocabulary, (block,)):
            continue
        stem, config = f"block {block}", put(right(), (block,), value)
        wrong: Config = {"probe": probe, "control": stem}
        yield case(stem, "right" if probe else "licence", config, probe=probe)
        if not probe:
            continue
        yield case(f"{stem}: misspelt", "misspelt", put(right(), (misspelt(block),), value), **wrong)
        other = {"first": value[0]} if isinstance(value, list) else [value]
        yield case(f"{stem}: other shape", "shape", put(right(), (block,), other), **wrong)
        inside: Path = (block, 0) if isinstance(value, list) else (block,)
        for key in needed:
            yield case(f"{stem}.{key}: left out", "missing", cut(config, (*inside, key)), **wrong)
