"""What the real LiteLLM made of a part of its configuration, as one line of text."""

from __future__ import annotations

import json
import os
import types
import typing as t
from collections.abc import Mapping

Json = dict[str, t.Any]

_SEEN: set[str] = set()

# What differs from start to start.
_OF_THE_START = ("created_at", "updated_at", "id", "guardrail_id", "endpoint_id", "server_id")


def effective(probe: list[t.Any]) -> str:
    """``type: value`` of what the block's own object holds at *probe*; of an entry, all that it holds; ``absent``."""
    if not probe:
        return ""
    root, *path = probe
    if root in ENTRIES:
        return _entry(root, path)
    value = _blocks()[root]
    for key in path:
        try:
            value = value[key] if isinstance(value, (Mapping, list)) else vars(value)[key]
        except (KeyError, TypeError, IndexError):
            return "absent"
    return f"{type(value).__name__}: {value!r}"


def _blocks() -> Json:
    """The objects that the settings of a block become."""
    import litellm
    from litellm.proxy import proxy_server

    router = proxy_server.llm_router
    models = router.model_list if router else []
    deployment: t.Any = next((each for each in models if each["model_info"].get("id") == "alpha"), {})
    return {
        "litellm_params": deployment.get("litellm_params", {}),
        "model_info": deployment.get("model_info", {}),
        "router_settings": vars(router) if router else {},
        "litellm_settings": vars(litellm),
        "general_settings": proxy_server.general_settings,
        "environment": dict(os.environ),
    }


def _entry(root: str, path: list[t.Any]) -> str:
    try:
        value = ENTRIES[root]()
        for key in path:
            value = value[key] if isinstance(value, (Mapping, list)) else vars(value)[key]
    except (KeyError, TypeError, IndexError, AttributeError):
        return "absent"
    return json.dumps(_plain(value), sort_keys=True, default=lambda each: type(each).__name__)


def _plain(value: t.Any) -> t.Any:
    """*value* as dictionaries and lists, without what is null or differs from start to start."""
    if hasattr(value, "model_dump"):
        value = value.model_dump(mode="json")
    if isinstance(value, Mapping):
        kept = {str(key): _plain(each) for key, each in value.items() if key not in _OF_THE_START}
        return {key: each for key, each in kept.items() if each is not None}
    return [_plain(each) for each in value] if isinstance(value, (list, tuple)) else value


def _guardrails() -> Json:
    from litellm.proxy.guardrails.guardrail_registry import IN_MEMORY_GUARDRAIL_HANDLER as handler

    return {each["guardrail_name"]: each["litellm_params"] for each in handler.IN_MEMORY_GUARDRAILS.values()}


def _credentials() -> Json:
    import litellm

    return {each.credential_name: each for each in litellm.credential_list}


def _vector_stores() -> object:
    import litellm

    return litellm.vector_store_registry.vector_stores


def _search_tools() -> object:
    from litellm.proxy.proxy_server import llm_router

    return llm_router.search_tools


def _mcp_servers() -> Json:
    from litellm.proxy._experimental.mcp_server.mcp_server_manager import global_mcp_server_manager as manager

    return {each.name: each for each in manager.config_mcp_servers.values()}


def _mcp_tools() -> Json:
    from litellm.proxy._experimental.mcp_server.tool_registry import global_mcp_tool_registry

    tools = global_mcp_tool_registry.tools.items()
    return {name: {"description": tool.description, "input_schema": tool.input_schema} for name, tool in tools}


def _prompts() -> list[t.Any]:
    from litellm.proxy.prompts.prompt_registry import IN_MEMORY_PROMPT_REGISTRY

    return list(IN_MEMORY_PROMPT_REGISTRY.IN_MEMORY_PROMPTS.values())


def _policies() -> object:
    from litellm.proxy.policy_engine.policy_registry import get_policy_registry

    return get_policy_registry().get_all_policies()


def _attachments() -> object:
    from litellm.proxy.policy_engine.attachment_registry import get_attachment_registry

    return get_attachment_registry().get_all_attachments()


def _pass_through() -> Json:
    from litellm.proxy.pass_through_endpoints import pass_through_endpoints

    routes = pass_through_endpoints._registered_pass_through_routes.values()
    hidden = {"dependencies": None}
    # LiteLLM adds its check of keys, and nothing else, to the dependencies; older lines do not note auth itself.
    return {
        f"{each['type']} {each['path']}": {
            "auth": bool(params["dependencies"]),
            "methods": each["methods"],
            **params,
            **hidden,
        }
        for each in routes
        if (params := each["passthrough_params"])
    }


def _jwt() -> object:
    from litellm.proxy.proxy_server import jwt_handler

    return jwt_handler.litellm_jwtauth


def _provider_budgets() -> object:
    from litellm.proxy.proxy_server import llm_router
    from litellm.router_strategy.budget_limiter import RouterBudgetLimiting

    # What keeps to the budgets; older lines have no other name for it.
    limits = [each for each in llm_router.optional_callbacks or () if isinstance(each, RouterBudgetLimiting)]
    return limits[0].provider_budget_config


def _alerting() -> Json:
    from litellm.proxy.proxy_server import proxy_logging_obj

    alerting = proxy_logging_obj.slack_alerting_instance
    return {"alerting_args": alerting.alerting_args, "alert_type_config": alerting.alert_type_config}


def _router() -> object:
    from litellm.proxy.proxy_server import llm_router

    return vars(llm_router)


def _settings() -> object:
    import litellm

    return vars(litellm)


def _read() -> Json:
    """The settings of its package that LiteLLM has looked at since :func:`note_reads`."""
    return dict.fromkeys(_SEEN, True)


def note_reads() -> None:
    """From now on note which settings LiteLLM looks at, whatever they are set to."""
    import litellm

    litellm.__class__ = _Noting


class _Noting(types.ModuleType):
    def __getattribute__(self, name: str) -> t.Any:
        _SEEN.add(name)
        return super().__getattribute__(name)


def _agents() -> list[t.Any]:
    from litellm.proxy.agent_endpoints.agent_registry import global_agent_registry

    kept = ("agent_name", "agent_card_params", "litellm_params")
    return [{key: getattr(agent, key) for key in kept} for agent in global_agent_registry.agent_list]


def _vertex() -> object:
    from litellm.proxy.pass_through_endpoints.llm_passthrough_endpoints import passthrough_endpoint_router

    return passthrough_endpoint_router.default_vertex_config


def _files() -> object:
    from litellm.proxy.openai_files_endpoints import files_endpoints

    return files_endpoints.files_config


def _fine_tuning() -> object:
    from litellm.proxy.fine_tuning_endpoints import endpoints

    return endpoints.fine_tuning_config


def _sandboxes() -> object:
    from litellm.sandbox import sandbox_tools

    return sandbox_tools._SANDBOX_TOOL_REGISTRY


def _redis() -> Json:
    """The client of the Redis that processes count in together, and how often it tries again; nothing where there is none."""
    from litellm.proxy import proxy_server

    router = proxy_server.llm_router
    return _client(proxy_server.redis_usage_cache or (router.cache.redis_cache if router else None))


def _redis_of_proxy() -> Json:
    """The client of the Redis that the proxy's own settings mean; the router's is not looked at for them."""
    from litellm.proxy import proxy_server

    return _client(proxy_server.redis_usage_cache)


def _client(cache: t.Any) -> Json:
    if cache is None:
        return {}
    pool = cache.redis_client.connection_pool
    told = ("host", "port", "path", "db", "username", "password", "ssl_ca_certs", "socket_timeout")
    retry = pool.connection_kwargs.get("retry")
    return {
        "connection": {key: pool.connection_kwargs[key] for key in told if key in pool.connection_kwargs},
        "kind": pool.connection_class.__name__,
        "retries": retry.get_retries() if retry else 0,
    }


def _without_database() -> Json:
    """What LiteLLM says when it asks whether to let a request in whose key the database cannot confirm."""
    from litellm.proxy.db.exception_handler import PrismaDBExceptionHandler

    return {"opens": PrismaDBExceptionHandler.should_allow_request_on_db_unavailable()}


ENTRIES: dict[str, t.Callable[[], t.Any]] = {
    "guardrails": _guardrails,
    "credential_list": _credentials,
    "vector_store_registry": _vector_stores,
    "search_tools": _search_tools,
    "mcp_servers": _mcp_servers,
    "mcp_tools": _mcp_tools,
    "prompts": _prompts,
    "policies": _policies,
    "policy_attachments": _attachments,
    "pass_through_endpoints": _pass_through,
    "litellm_jwtauth": _jwt,
    "provider_budget_config": _provider_budgets,
    "alerting": _alerting,
    "agents": _agents,
    "default_vertex_config": _vertex,
    "files_settings": _files,
    "finetune_settings": _fine_tuning,
    "sandbox_tools": _sandboxes,
    "redis": _redis,
    "redis of the proxy": _redis_of_proxy,
    "without a database": _without_database,
    "read": _read,
    "in router_settings": _router,
    "in litellm_settings": _settings,
}
"""Where LiteLLM keeps what it made of the entries of a list, or of the settings below a block."""
