"""Addresses of deployments: where LiteLLM goes on after them, and what stands in for one that is missing."""

from __future__ import annotations

import typing as t

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.check import check_config
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.checked_config import Service
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for


def found(
    params: str, more: str = "{}", mode: str | None = None, environment: list[str] | None = None
) -> list[tuple[str, str, str]]:
    """Rule, severity and remedy of what is said of the address of a deployment."""
    entry: dict[str, t.Any] = {
        "model_name": "m",
        "litellm_params": {"api_key": "sk-none", **yaml.safe_load(f"{{{params}}}")},
    }
    if mode:
        entry["model_info"] = {"mode": mode}
    config = {"model_list": [entry], **yaml.safe_load(more)}
    problems = check_config(config, vocabulary=vocabulary_for(VERSIONS[-1]), service=Service(environment=environment))
    return [
        (each.rule, each.severity, each.remedy) for each in problems if each.rule in ("bad-api-base", "no-api-base")
    ]


VLLM, OWN = "model: hosted_vllm/llama", "model: openai/my-llama"


@pytest.mark.parametrize(
    ("params", "mode", "remedy"),
    [
        (f"{VLLM}, api_base: 'http://gpu:8000'", None, "write http://gpu:8000/v1"),
        (f"{VLLM}, api_base: 'http://gpu:8000/'", "embedding", "write http://gpu:8000/v1"),
        ("model: ollama/llama3, api_base: 'http://box:11434/api/'", "embedding", "write it without /api"),
        ("model: azure/gpt, api_version: 2024-02-01, api_base: 'https://r.openai.azure.com/openai'", "chat",
         "write it without /openai"),
        (f"{OWN}, api_base: 'https://u.example/v1/chat/completions'", None, "write it without /chat/completions"),
        (f"{OWN}, api_base: 'https://u.example/v1/embeddings'", "embedding", "write it without /embeddings"),
    ],
)  # fmt: skip
def test_an_address_that_litellm_goes_on_from_wrongly(params: str, mode: str | None, remedy: str) -> None:
    assert found(params, mode=mode) == [("bad-api-base", "warning", remedy)]


@pytest.mark.parametrize(
    ("params", "mode"),
    [
        (f"{VLLM}, api_base: os.environ/VLLM", None),
        (f"{VLLM}, api_base: 'http://whisper:8000'", "audio_transcription"),
        (f"{VLLM}, api_base: 'http://rerank:8000'", "rerank"),
        ("model: openai/gpt-realtime, api_base: 'https://api.openai.com'", "realtime"),
        ("model: azure/sora, api_version: 2025-04-01, api_base: 'https://r.openai.azure.com/openai/v1'",
         "video_generation"),
        ("model: azure/responses/gpt-5, api_base: 'https://r.openai.azure.com/openai'", None),
    ],
)  # fmt: skip
def test_an_address_that_each_mode_goes_on_from_in_its_own_way(params: str, mode: str | None) -> None:
    assert found(params, mode=mode) == []


@pytest.mark.parametrize(
    ("params", "more", "environment"),
    [
        (VLLM, "{}", ["HOSTED_VLLM_API_BASE"]),
        (VLLM, "environment_variables: {HOSTED_VLLM_API_BASE: 'http://gpu:8000/v1'}", []),
        (VLLM, "litellm_settings: {api_base: 'http://gpu:8000/v1'}", []),
        (VLLM, "general_settings: {key_management_system: custom}", []),
        (OWN, "{}", ["OPENAI_API_BASE"]),
        (OWN, "environment_variables: {OPENAI_BASE_URL: 'http://gpu:8000/v1'}", None),
        (OWN, "litellm_settings: {api_base: 'http://gpu:8000/v1'}", []),
    ],
)
def test_what_stands_in_for_an_address(params: str, more: str, environment: list[str] | None) -> None:
    assert found(params, more, environment=environment) == []


@pytest.mark.parametrize(
    ("environment", "severity", "remedy"),
    [
        ([], "error", "write the URL of the endpoint"),
        (None, "warning", "write the URL of the endpoint, or set HOSTED_VLLM_API_BASE"),
    ],
)
def test_a_missing_address_is_an_error_where_nothing_can_stand_in_for_it(
    environment: list[str] | None, severity: str, remedy: str
) -> None:
    assert found(VLLM, environment=environment) == [("no-api-base", severity, remedy)]
