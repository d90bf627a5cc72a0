"""Problems of the configuration at the place that the operator wrote."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._compose.source_map import SourceMap
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.deployment import Deployment
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.entries import parse_model
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.providers import Provider
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report

REPORT = Report(RULES)
ENTRIES: list[t.Any] = [
    parse_model(
        "gpt5",
        {"upstream": "gpt-5", "rpm": 5, "litellm_params": {"tpm": 1}, "model_info": {"x": 1}},
        REPORT.at("models", "gpt5"),
    ),
    parse_model("n", {"model_name": "n", "litellm_params": {"model": "openai/n"}}, REPORT.at("models", "n")),
    parse_model("p", {"upstream": "p", "provider": "own", "litellm_params": {"n": 1}}, REPORT.at("models", "p")),
    parse_model(
        "k", {"upstream": "k", "provider": "own", "api_key_env": "K", "api_base": "http://k"}, REPORT.at("models", "k")
    ),
]
BESIDE = parse_model("b", {"model_name": "b", "rpm": 1, "litellm_params": {"model": "b/b"}}, REPORT.at("models", "b"))
DEPLOYMENTS = [
    *(Deployment(entry.alias, {}, source=entry) for entry in ENTRIES),
    Deployment("n", {}, source=ENTRIES[0], role="fallback"),
    Deployment("broken", {}, role="placeholder"),
    Deployment("b", {}, source=t.cast("t.Any", BESIDE)),
]
ORIGINS = SourceMap(
    DEPLOYMENTS,
    generated={
        ("litellm_settings", "drop_params"): ("drop_params",),
        ("router_settings", "fallbacks"): None,
        ("router_settings", "model_group_alias", "sup"): ("agents", "sup"),
        ("router_settings", "model_group_alias", "a.b"): ("agents", "a.b"),
    },
    providers={"own": Provider(api_base="http://p", api_key_env="P", litellm_params={"seed": 1, "n": 2, "timeout": 3})},
)


@pytest.mark.parametrize(
    ("location", "origin"),
    [
        (("model_list", 0), ("models", "gpt5")),
        (("model_list", 0, "model_name"), ("models", "gpt5", "alias")),
        (("model_list", 0, "litellm_params"), ("models", "gpt5", "litellm_params")),
        (("model_list", 0, "litellm_params", "model"), ("models", "gpt5", "upstream")),
        (("model_list", 0, "litellm_params", "api_key"), ("models", "gpt5", "api_key_env")),
        (("model_list", 0, "litellm_params", "rpm"), ("models", "gpt5", "rpm")),
        (("model_list", 0, "litellm_params", "tpm"), ("models", "gpt5", "litellm_params", "tpm")),
        (("model_list", 0, "litellm_params", "num_retries"), ("models", "gpt5", "max_retries")),
        (("model_list", 0, "litellm_params", "extra_headers", "X-A"), ("models", "gpt5", "headers", "X-A")),
        (("model_list", 0, "litellm_params", "tags", 1), ("models", "gpt5", "tags", 1)),
        (("model_list", 0, "litellm_params", "input_cost_per_token"), ("models", "gpt5", "cost", "input")),
        (
            ("model_list", 0, "litellm_params", "made_up", "deep"),
            ("models", "gpt5", "litellm_params", "made_up", "deep"),
        ),
        (("model_list", 0, "model_info", "mode"), ("models", "gpt5", "mode")),
        (("model_list", 0, "model_info", "max_input_tokens"), ("models", "gpt5", "context_window")),
        (("model_list", 0, "model_info", "x"), ("models", "gpt5", "model_info", "x")),
        (("model_list", 1, "litellm_params", "model"), ("models", "n", "litellm_params", "model")),
        (("model_list", 1, "model_name"), ("models", "n", "model_name")),
        (("model_list", 2, "litellm_params", "api_base"), ("providers", "own", "api_base")),
        (("model_list", 2, "litellm_params", "api_key"), ("providers", "own", "api_key_env")),
        (("model_list", 2, "litellm_params", "seed"), ("providers", "own", "litellm_params", "seed")),
        (("model_list", 2, "litellm_params", "timeout"), ("providers", "own", "litellm_params", "timeout")),
        (("model_list", 2, "litellm_params", "n"), ("models", "p", "litellm_params", "n")),
        (("model_list", 2, "litellm_params", "reasoning_effort"), ("models", "p", "reasoning_effort")),
        (("model_list", 3, "litellm_params", "api_base"), ("models", "k", "api_base")),
        (("model_list", 3, "litellm_params", "api_key"), ("models", "k", "api_key_env")),
        (("model_list", 4, "litellm_params", "rpm"), ("models", "gpt5", "rpm")),
        (("model_list", 4, "model_name"), None),
        (("model_list", 5, "litellm_params", "model"), None),
        (("model_list", 6, "litellm_params", "rpm"), ("models", "b", "rpm")),
        (("model_list", 6, "litellm_params", "tpm"), ("models", "b", "litellm_params", "tpm")),
        (("model_list", 6, "litellm_params"), ("models", "b", "litellm_params")),
        (("model_list",), ("model_list",)),
        (("router_settings", "fallbacks", 0), None),
        (("router_settings", "fallbacks_of_mine"), ("router_settings", "fallbacks_of_mine")),
        (("router_settings", "model_group_alias", "sup"), ("agents", "sup")),
        (("router_settings", "model_group_alias", "old"), ("router_settings", "model_group_alias", "old")),
        (("router_settings", "model_group_alias", "a.b"), ("agents", "a.b")),
        (("litellm_settings", "drop_params"), ("drop_params",)),
        (("mcp_servers", "a"), ("extra_config", "mcp_servers", "a")),
        (("mcp_servers", 0), ("extra_config", "mcp_servers", 0)),
    ],
)
def test_locations(location: tuple[str | int, ...], origin: tuple[str | int, ...] | None) -> None:
    assert ORIGINS(location) == origin


def test_the_entries_were_good() -> None:
    assert REPORT.problems == []
