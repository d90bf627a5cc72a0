"""What is declared beside models is there, or the release is refused."""

from __future__ import annotations

import enum
import sys
import types
import typing as t

import pytest
from features import declared_features, loaded_features, prove_features
from reason import ReleaseRefusedError

CONFIG: dict[str, t.Any] = {
    "guardrails": [{"guardrail_name": "words"}, {"guardrail_name": "pii"}],
    "credential_list": [{"credential_name": "shared"}],
    "mcp_servers": {"wiki": {"url": "https://mcp.example.com"}},
}


class Hooks(str, enum.Enum):
    """The moments that LiteLLM knows."""

    pre_call = "pre_call"
    post_call = "post_call"


DECLARED = {"guardrails": ["words", "pii"], "credentials": ["shared"], "MCP servers": ["wiki"]}


def test_what_a_configuration_declares() -> None:
    assert declared_features(CONFIG) == DECLARED
    assert declared_features({"mcp_servers": None, "guardrails": ["guardrail_name"]}) == {kind: [] for kind in DECLARED}


def test_what_litellm_has(monkeypatch: pytest.MonkeyPatch) -> None:
    tagged = types.SimpleNamespace(default="pre_call", tags={"a": ["post_call", "pre_call"]})
    modes = {"words": Hooks.pre_call, "tagged": tagged, "many": ["pre_call", "precall"], "some_day": "some_day"}
    entries = [
        {"guardrail_name": name, "litellm_params": types.SimpleNamespace(mode=mode)} for name, mode in modes.items()
    ]
    handler = types.SimpleNamespace(list_in_memory_guardrails=lambda: entries)
    registry = types.SimpleNamespace(IN_MEMORY_GUARDRAIL_HANDLER=handler)
    servers = {"1": types.SimpleNamespace(server_name=None, alias="w", name="wiki")}
    manager = types.SimpleNamespace(global_mcp_server_manager=types.SimpleNamespace(config_mcp_servers=servers))
    modules = {
        "litellm": types.SimpleNamespace(credential_list=[types.SimpleNamespace(credential_name="shared")]),
        "litellm.proxy.guardrails.guardrail_registry": registry,
        "litellm.types.guardrails": types.SimpleNamespace(GuardrailEventHooks=Hooks),
        "litellm.proxy._experimental.mcp_server.mcp_server_manager": manager,
    }
    for name, module in modules.items():
        monkeypatch.setitem(sys.modules, name, module)
    assert loaded_features() == {
        "guardrails": ["words", "tagged"],
        "credentials": ["shared"],
        "MCP servers": ["w", "wiki"],
    }


def test_what_a_version_keeps_elsewhere_is_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "litellm", types.SimpleNamespace())
    assert loaded_features() == {}
    prove_features(DECLARED, {}, {})


def test_everything_that_is_missing_is_named() -> None:
    prove_features(DECLARED, DECLARED, {})
    with pytest.raises(ReleaseRefusedError, match=r"left out guardrails: pii; MCP servers: wiki$"):
        prove_features(DECLARED, {**DECLARED, "guardrails": ["words"], "MCP servers": []}, {})


def test_a_callback_that_is_left_out_comes_with_the_reason() -> None:
    with pytest.raises(ReleaseRefusedError, match=r"left out callbacks: lunary \(no\), mine.handler \(yes\)$"):
        prove_features(DECLARED, DECLARED, {"callbacks": {"lunary": "no", "mine.handler": "yes"}, "routes": {}})
