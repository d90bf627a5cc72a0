"""What LiteLLM takes below the top-level blocks: words that it compares, and keys of the entries that it reads one by one."""

from __future__ import annotations

import ast
import json
import re

from generate_vocabulary_source import Source, Tables, enum_values, named, strings

_KEYS = "proxy/management_endpoints/key_management_endpoints.py"
_MCP = "proxy/_experimental/mcp_server"
_POLICIES = "proxy/policy_engine"
_TYPES = "proxy/_types.py"
_PIPELINES = "types/proxy/policy_engine/pipeline_types.py"
_ALERTS = "types/integrations/slack_alerting.py"
_GUARDRAILS = "types/guardrails.py"
_PROMETHEUS = "types/integrations/prometheus.py"


def entry_tables(source: Source) -> Tables:
    """The tables of words and of entries' keys; a table is empty where the version has no such thing."""
    budget = source.fields("types/utils.py", "BudgetConfig")
    renamed = dict(renamed_budget_keys(source))
    words = {
        "alert_channels": alert_channels(source),
        "alert_types": enumeration(source, _ALERTS, "AlertType"),
        "cached_calls": [
            *source.constant("types/caching.py", "CachingSupportedCallTypes"),
            *enumeration(source, "types/utils.py", "CallTypes"),
        ],
        "key_management_systems": key_management_systems(source),
        "service_callbacks": service_callbacks(source),
        "duration_words": duration_words(source),
        "prompt_integrations": prompt_integrations(source),
        "user_roles": enumeration(source, _TYPES, "LitellmUserRoles"),
        "mcp_gates": ["stdio"] if "def is_mcp_stdio_enabled" in source.text(f"{_MCP}/*.py") else [],
        "database_objects": enumeration(source, _TYPES, "SupportedDBObjectType"),
        "oauth2_flows": oauth2_flows(source),
        "semantic_cache_scopes": enumeration(source, "types/caching.py", "SemanticCacheScope"),
        "search_providers": enumeration(source, "types/utils.py", "SearchProviders"),
        "policy_actions": source.constant(_PIPELINES, "VALID_PIPELINE_ACTIONS"),
        "policy_modes": source.constant(_PIPELINES, "VALID_PIPELINE_MODES"),
        "token_rate_limit_types": token_rate_limit_types(source),
        "pii_actions": enumeration(source, _GUARDRAILS, "PiiAction"),
        "pii_entities": enumeration(source, _GUARDRAILS, "PiiEntityType"),
        "content_filter_pattern_names": content_filter_pattern_names(source),
        "content_filter_category_names": [
            path.stem
            for path in source.package.glob("proxy/guardrails/**/categories/*.*")
            if path.suffix in (".yaml", ".json")
        ],
        "prometheus_metrics": source.constant(_PROMETHEUS, "DEFINED_PROMETHEUS_METRICS"),
        "user_header_roles": user_header_roles(source),
    }
    return {
        **{name: dict.fromkeys(found, "") for name, found in words.items()},
        "guardrail_params": guardrail_params(source),
        "prompt_injection": source.fields(_TYPES, "LiteLLMPromptInjectionParams"),
        "model_group_settings": source.fields("types/router.py", "ModelGroupSettings"),
        "first_form_guardrail": source.fields(_GUARDRAILS, "GuardrailItemSpec"),
        "content_filter_blocked_words": source.fields(_GUARDRAILS, "BlockedWord"),
        "content_filter_patterns": source.fields(_GUARDRAILS, "ContentFilterPattern"),
        "content_filter_categories": source.fields(
            "types/proxy/guardrails/guardrail_hooks/litellm_content_filter.py", "ContentFilterCategoryConfig"
        ),
        "prometheus_metrics_config": source.fields(_PROMETHEUS, "PrometheusMetricsConfig"),
        "routing_args": {
            **source.fields("router_strategy/lowest_tpm_rpm_v2.py", "RoutingArgs"),
            **source.fields("router_strategy/lowest_latency.py", "RoutingArgs"),
        },
        "user_header_mapping": source.fields(_TYPES, "UserHeaderMapping"),
        "alert_type_config": source.fields(_ALERTS, "AlertTypeConfig"),
        "provider_budget": {
            key: budget[renamed.get(key, key)]
            for key in asked(source, "router_strategy/budget_limiter.py", "_init_provider_budgets", "config")
        },
        "budget": {**budget, **{key: budget[meant] for key, meant in renamed.items()}},
        "default_key": default_key(source),
        "upperbound_key": source.fields(
            "types/proxy/management_endpoints/ui_sso.py", "LiteLLM_UpperboundKeyGenerateParams"
        ),
        "default_user": default_user(source),
        "key_generation": plain(source.fields("types/utils.py", "StandardKeyGenerationConfig")),
        "team_key_generation": plain(source.fields("types/utils.py", "TeamUIKeyGenerationConfig")),
        "personal_key_generation": plain(source.fields("types/utils.py", "PersonalUIKeyGenerationConfig")),
        "key_management": source.fields("types/secret_managers/main.py", "KeyManagementSettings"),
        "priority_reservation": source.fields("types/utils.py", "PriorityReservationSettings"),
        "role_permission": source.fields(_TYPES, "RoleBasedPermissions"),
        "ui_access": plain(source.fields("types/proxy/management_endpoints/ui_sso.py", "AccessControl_UI_AccessMode")),
        "s3_callback": asked_anywhere(source, "integrations/s3*.py", "(?:params|s3_callback_params)"),
        "logger_settings": plain(source.arguments("integrations/custom_logger.py", "CustomLogger")),
        "team_settings": {
            **plain(source.fields(_TYPES, "TeamDefaultSettings")),
            **plain(source.fields("types/utils.py", "StandardCallbackDynamicParams")),
            **asked_anywhere(source, "proxy/*.py", "team_config"),
            **asked_anywhere(source, "proxy/management_endpoints/team_endpoints.py", r"default_team_settings\[0\]"),
        },
        "default_team": {
            **plain(source.fields(_TYPES, "NewTeamRequest")),
            **plain(source.fields("types/proxy/management_endpoints/ui_sso.py", "DefaultTeamSSOParams")),
        },
        "jwt_auth": jwt_auth(source),
        "coordination_redis": source.fields(_TYPES, "CoordinationRedisParams"),
        "pass_through": pass_through(source),
        "mcp_server": mcp_server(source),
        "mcp_tool": asked_anywhere(source, f"{_MCP}/tool_registry.py", "tool_config"),
        "prompt": source.fields("types/prompts/init_prompts.py", "PromptSpec"),
        "prompt_params": source.fields("types/prompts/init_prompts.py", "PromptLiteLLMParams"),
        "policy": asked_anywhere(source, f"{_POLICIES}/policy_registry.py", "policy_data"),
        "policy_guardrails": asked_anywhere(source, f"{_POLICIES}/policy_registry.py", "guardrails_data"),
        "policy_condition": asked_anywhere(source, f"{_POLICIES}/policy_registry.py", "condition_data"),
        "policy_attachment": asked_anywhere(source, f"{_POLICIES}/attachment_registry.py", "attachment_data"),
        "policy_pipeline": source.fields(_PIPELINES, "GuardrailPipeline"),
        "policy_step": source.fields(_PIPELINES, "PipelineStep"),
        "api_callback": asked_anywhere(source, "litellm_core_utils/logging_callback_manager.py", "callback_config"),
    }


def enumeration(source: Source, file: str, name: str) -> list[str]:
    """The words of an enumeration; none where this version does not have it."""
    _where, body = source.definition(file, name) or ("", None)
    return [*enum_values(body).values()] if isinstance(body, ast.ClassDef) else []


def plain(fields: dict[str, str]) -> dict[str, str]:
    """The keys of *fields* alone: the place takes them from somewhere else, and what is done with the values is not known."""
    return dict.fromkeys(fields, "any")


def asked_anywhere(source: Source, pattern: str, variable: str) -> dict[str, str]:
    """The keys that files ask a dictionary for, by ``[…]``, ``.get(…)`` or ``in``."""
    text = source.text(pattern)
    found = re.findall(rf"""\b{variable}(?:\.get\(|\.pop\(|\[)\s*["'](\w+)["']""", text)
    found += re.findall(rf"""["'](\w+)["'] (?:not )?in {variable}\b""", text)
    return dict.fromkeys(found, "any")


def asked(source: Source, file: str, function: str, variable: str) -> list[str]:
    """The keys that one function asks a dictionary for."""
    text = ast.unparse(named(source.file(file), ast.FunctionDef, function))
    return re.findall(rf"""\b{variable}\.get\('(\w+)'""", text)


def guardrail_params(source: Source) -> dict[str, str]:
    """``litellm_params`` of a guardrail: the declared fields, and of any type whatever else an integration reads from beside them."""
    patterns = (_GUARDRAILS, "types/proxy/guardrails/**/*.py", "proxy/guardrails/**/*.py")
    asked_for: list[str] = []
    for path in sorted({path for pattern in patterns for path in source.package.glob(pattern)}):
        file = path.relative_to(source.package).as_posix()
        for node in ast.walk(source.file(file)):
            if isinstance(node, ast.ClassDef) and re.search("Config|Param|Option|Setting|Kwargs", node.name):
                asked_for += [key for key in source.own_fields(file, node) if re.match("[a-z]", key)]
            elif isinstance(node, ast.FunctionDef) and node.name == "__init__":
                asked_for += [each.arg for each in (*node.args.args, *node.args.kwonlyargs) if each.arg != "self"]
        text = path.read_text()
        asked_for += re.findall(
            r"""(?:\b\w*(?:extra|param|kwarg|option|config)\w*|[)])\.(?:get|pop)\(\s*["']([a-z]\w*)["']""", text
        )
        asked_for += re.findall(r"""\b(?:_get\(|getattr\(\s*\w*params,)\s*["']([a-z]\w*)["']""", text)
    return {**dict.fromkeys(asked_for, "any"), **source.fields(_GUARDRAILS, "LitellmParams")}


def content_filter_pattern_names(source: Source) -> list[str]:
    """The patterns that LiteLLM's filter of contents brings."""
    found = source.package.glob("proxy/guardrails/guardrail_hooks/litellm_content_filter/patterns.json")
    return [pattern["name"] for path in found for pattern in json.loads(path.read_text())["patterns"]]


def user_header_roles(source: Source) -> list[str]:
    """Whom a header may name: the roles that ``UserHeaderMapping`` takes."""
    _where, body = source.definition(_TYPES, "LitellmUserRoles") or ("", None)
    known = enum_values(body) if isinstance(body, ast.ClassDef) else {}
    _where, mapping = source.definition(_TYPES, "UserHeaderMapping") or ("", None)
    return [known[name] for name in re.findall(r"LitellmUserRoles\.(\w+)", ast.unparse(mapping) if mapping else "")]


def mcp_server(source: Source) -> dict[str, str]:
    """A server of ``mcp_servers``: of the declared types where a value is handed on as it is, of any where it is not."""
    fields = source.fields("types/mcp_server/mcp_server_manager.py", "MCPServer")
    handed_on = re.findall(
        r"""\b(\w+)=server_config\.get\(\s*["']\1["'][^()]*\)(?:\s*or\s*(?:\[\]|\{\}))?,""",
        source.text(f"{_MCP}/mcp_server_manager.py"),
    )
    return {
        **plain(fields),
        **asked_anywhere(source, f"{_MCP}/*.py", "server_config"),
        # Words for these two are compared by themselves.
        **{key: fields[key] for key in handed_on if key in fields and key not in ("transport", "auth_type")},
    }


def alert_channels(source: Source) -> list[str]:
    """Where alerts go: the words that ``general_settings.alerting`` is searched for."""
    text = source.text("proxy/utils.py") + source.text("integrations/SlackAlerting/*.py")
    return re.findall(r"""["'](\w+)["'] in self\.alerting\b""", text) + re.findall(r'\bclient == "(\w+)"', text)


def key_management_systems(source: Source) -> list[str]:
    """The stores of secrets that the proxy starts; it refuses every other word."""
    _where, body = source.definition("types/secret_managers/main.py", "KeyManagementSystem") or ("", None)
    known = enum_values(body) if isinstance(body, ast.ClassDef) else {}
    method = named(source.file("proxy/proxy_server.py"), ast.FunctionDef, "initialize_secret_manager")
    return [known[name] for name in re.findall(r"KeyManagementSystem\.(\w+)", ast.unparse(method)) if name in known]


def service_callbacks(source: Source) -> list[str]:
    """The callbacks that hear of Redis and the database."""
    text = source.text("_service_logger.py")
    return re.findall(r'\bcallback == "(\w+)"', text) + re.findall(r'"(\w+)" in litellm\.service_callback', text)


def duration_words(source: Source) -> list[str]:
    """Words for a span of time, beside numbers with a unit."""
    for node in source.file("litellm_core_utils/duration_parser.py").body:
        if isinstance(node, ast.AnnAssign) and getattr(node.target, "id", "") == "_BUDGET_DURATION_WORD_ALIASES":
            return [text for key in getattr(node.value, "keys", []) for text in strings(key)]
    return []


def prompt_integrations(source: Source) -> list[str]:
    """Where prompts may come from: the entries of the integrations' registries."""
    _where, body = source.definition("types/prompts/init_prompts.py", "SupportedPromptIntegrations") or ("", None)
    known = enum_values(body) if isinstance(body, ast.ClassDef) else {}
    text = source.text("integrations/*/__init__.py")
    return [known[name] for name in re.findall(r"SupportedPromptIntegrations\.(\w+)\.value\s*:", text)]


def oauth2_flows(source: Source) -> list[str]:
    """The words for ``oauth2_flow``, in versions that refuse a server of ``auth_type: oauth2`` without one."""
    refused = re.search(r"config_oauth2_flow not in \(([^)]*)\)", source.text(f"{_MCP}/mcp_server_manager.py"))
    return re.findall(r'"(\w+)"', refused[1]) if refused else []


def token_rate_limit_types(source: Source) -> list[str]:
    """The tokens that count against a limit: ``general_settings.token_rate_limit_type``."""
    compared = re.search(
        r"specified_rate_limit_type not in \[([^]]*)\]", source.text("proxy/hooks/parallel_request_limiter_v3.py")
    )
    return re.findall(r'"(\w+)"', compared[1]) if compared else []


def renamed_budget_keys(source: Source) -> list[tuple[str, str]]:
    """Other names for the fields of a budget, each with the field that it is taken for."""
    text = ast.unparse(named(source.file("types/utils.py"), ast.ClassDef, "BudgetConfig"))
    return [(old, new) for new, old in re.findall(r"data\['(\w+)'\] = data\.pop\('(\w+)'\)", text)]


def default_key(source: Source) -> dict[str, str]:
    """``default_key_generate_params``: the fields of a new key that are filled from it."""
    found = re.findall(r"""default_key_generate_params\.get\(\s*["'](\w+)["']""", source.text(_KEYS))
    for node in ast.walk(source.file(_KEYS)):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "litellm.default_key_generate_params is not None":
            found += [text for statement in node.body for text in strings(statement) if text.isidentifier()]
    return dict.fromkeys(found, "any")


def default_user(source: Source) -> dict[str, str]:
    """``default_internal_user_params``: the fields of a new user, and what is asked for beside them."""
    fields = source.fields(_TYPES, "NewUserRequest") | source.fields(_TYPES, "DefaultInternalUserParams")
    converted = {"max_budget": "~num"} if 'float(value["max_budget"])' in source.text("proxy/proxy_server.py") else {}
    return {**plain(fields), **asked_anywhere(source, "proxy/**/*.py", "default_internal_user_params"), **converted}


def jwt_auth(source: Source) -> dict[str, str]:
    """``litellm_jwtauth``: the declared fields, and older names that are still taken for them."""
    body = named(source.file(_TYPES), ast.ClassDef, "LiteLLM_JWTAuth")
    older = re.findall(r"'(\w+)' in kwargs", ast.unparse(body))
    return {**dict.fromkeys(older, "any"), **source.fields(_TYPES, "LiteLLM_JWTAuth")}


def pass_through(source: Source) -> dict[str, str]:
    """An entry of ``pass_through_endpoints``: the declared fields, and what is asked for beside them."""
    beside = {
        **asked_anywhere(source, "proxy/pass_through_endpoints/pass_through_endpoints.py", "endpoint_data"),
        **asked_anywhere(source, "proxy/auth/user_api_key_auth.py", "endpoint"),
    }
    # Entries of a file are taken as they are: nothing converts their values.
    fields = source.fields(_TYPES, "PassThroughGenericEndpoint")
    return {**beside, **{key: kind.removeprefix("~") for key, kind in fields.items()}}
