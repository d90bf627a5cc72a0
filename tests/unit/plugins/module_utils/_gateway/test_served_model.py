"""What is told of a deployment, and what never is."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.served_model import (
    UnknownCapability,
    served_model,
    with_capabilities,
)

from tests.unit.plugins.gateway_stub import CHAT_INFO, EMBEDDING_INFO


def entry(**info: t.Any) -> dict[str, t.Any]:
    return {"model_name": "m", "litellm_params": {"model": "openai/m"}, "model_info": {"id": "k", **info}}


def test_a_model_in_the_terms_of_the_inventory() -> None:
    assert served_model(CHAT_INFO).as_result() == {
        "alias": "deepseek-chat",
        "id": "chat",
        "provider": "openai",
        "model": "openai/deepseek-chat",
        "api_base": "http://up.example/v1",
        "mode": "chat",
        "capabilities": ["function_calling", "streaming"],
        "prices": {"input": 0.28, "cached_input": 0.028, "output": 0.42},
        "context_window": 128000,
        "max_output": None,
        "order": 0,
        "weight": None,
    }


def test_nothing_else_is_told() -> None:
    assert "canary" not in repr(served_model(CHAT_INFO))
    secret = {
        **entry(),
        "litellm_params": {"model": "x/m", "api_base": "https://u:canary@h.example:8/v1?key=canary#canary"},
    }
    assert served_model(secret).api_base == "https://h.example:8/v1"


def test_an_entry_with_next_to_nothing() -> None:
    found = served_model({})
    assert (found.alias, found.id, found.provider, found.mode) == ("", "", "", "chat")


def test_the_provider_of_a_model_that_litellm_does_not_know() -> None:
    assert served_model(entry()).provider == "openai"


def test_the_order_among_the_deployments_of_an_alias() -> None:
    assert served_model({"litellm_params": {"order": 2}}).order == 2
    assert served_model({"litellm_params": {"weight": 3}}).weight == 3


@pytest.mark.parametrize(
    ("mode", "streams"),
    [("chat", True), ("completion", True), ("responses", True), ("embedding", False), ("rerank", False)],
)
def test_what_answers_in_text_streams(mode: str, streams: bool) -> None:
    assert ("streaming" in served_model(entry(mode=mode)).capabilities) == streams


@pytest.mark.parametrize(
    ("wanted", "aliases"),
    [
        ([], ["deepseek-chat", "text-embedding-3-small"]),
        (["streaming"], ["deepseek-chat"]),
        (["function_calling", "streaming"], ["deepseek-chat"]),
        (["vision"], []),
    ],
)
def test_capabilities_filter(wanted: list[str], aliases: list[str]) -> None:
    assert [model.alias for model in with_capabilities([CHAT_INFO, EMBEDDING_INFO], wanted)] == aliases


def test_a_capability_that_nobody_knows() -> None:
    with pytest.raises(UnknownCapability, match=r"'reasonning' is no capability.*did you mean 'reasoning'"):
        with_capabilities([CHAT_INFO], ["reasonning"])
    with pytest.raises(UnknownCapability, match="known are function_calling, reasoning, streaming, vision"):
        with_capabilities([CHAT_INFO], ["zzz"])


def test_a_gateway_without_models_has_none() -> None:
    assert with_capabilities([], ["anything"]) == []
