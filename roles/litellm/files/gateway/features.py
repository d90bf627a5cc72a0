# SPDX-License-Identifier: GPL-3.0-or-later
"""The guardrails, credentials and MCP servers that a configuration declares, and which of them LiteLLM loaded.

LiteLLM starts without a guardrail that it cannot build.
"""

from __future__ import annotations

import importlib
import typing as t

from reason import ReleaseRefusedError

if t.TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Names = dict[str, list[str]]
"""Kind of feature, in the plural (``guardrails``), to the names of that kind."""


def declared_features(config: Mapping[str, t.Any]) -> Names:
    """The features that the parsed configuration file *config* declares."""
    servers = config.get("mcp_servers")
    return {
        "guardrails": _named(config.get("guardrails"), "guardrail_name"),
        "credentials": _named(config.get("credential_list"), "credential_name"),
        "MCP servers": [str(name) for name in servers] if isinstance(servers, dict) else [],
    }


def _named(entries: object, key: str) -> list[str]:
    listed = entries if isinstance(entries, list) else []
    return [str(entry[key]) for entry in listed if isinstance(entry, dict) and key in entry]


def loaded_features() -> Names:
    """The features that LiteLLM has loaded. A kind that this version of LiteLLM keeps elsewhere is left out."""
    places: dict[str, Callable[[], t.Iterable[t.Any]]] = {
        "guardrails": _guardrails,
        "credentials": _credentials,
        "MCP servers": _servers,
    }
    found: Names = {}
    for kind, names in places.items():
        try:
            found[kind] = [str(name) for name in names()]
        except (ImportError, AttributeError):
            continue
    return found


def _guardrails() -> t.Iterable[t.Any]:
    """The guardrails that can act. LiteLLM also builds an operator's own one for an unknown ``mode``; it never acts."""
    registry = importlib.import_module("litellm.proxy.guardrails.guardrail_registry")
    known = {each.value for each in importlib.import_module("litellm.types.guardrails").GuardrailEventHooks}
    return [
        each["guardrail_name"]
        for each in registry.IN_MEMORY_GUARDRAIL_HANDLER.list_in_memory_guardrails()
        if known.issuperset(_moments(getattr(each.get("litellm_params"), "mode", None)))
    ]


def _moments(mode: object) -> Iterator[str]:
    """The words in a guardrail's ``mode``, which is text, a list of texts, or an object with ``default`` and ``tags``."""
    if isinstance(mode, str):
        yield str(getattr(mode, "value", mode))
    elif isinstance(mode, list):
        yield from (word for each in mode for word in _moments(each))
    elif mode is not None:
        yield from _moments(getattr(mode, "default", None))
        yield from _moments(list((getattr(mode, "tags", None) or {}).values()))


def _credentials() -> t.Iterable[t.Any]:
    return [each.credential_name for each in importlib.import_module("litellm").credential_list]


def _servers() -> t.Iterable[t.Any]:
    manager = importlib.import_module("litellm.proxy._experimental.mcp_server.mcp_server_manager")
    servers = manager.global_mcp_server_manager.config_mcp_servers.values()
    return [name for server in servers for name in (server.server_name, server.alias, server.name) if name]


def prove_features(declared: Names, loaded: Names, dropped: Mapping[str, Mapping[str, str]]) -> None:
    """Refuse a release that LiteLLM started without a declared feature.

    :param loaded: kinds that are missing in it are not compared.
    :param dropped: further things that LiteLLM left out: kind, in the plural, to name to reason.
    :raises ReleaseRefusedError: names everything that is missing.
    """
    missing = {
        kind: [name for name in names if name not in loaded[kind]] for kind, names in declared.items() if kind in loaded
    }
    missing |= {kind: [f"{name} ({why})" for name, why in faults.items()] for kind, faults in dropped.items()}
    told = [f"{kind}: {', '.join(names)}" for kind, names in missing.items() if names]
    if told:
        raise ReleaseRefusedError(f"LiteLLM started without what is declared; it left out {'; '.join(told)}")
