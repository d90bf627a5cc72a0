"""What the vocabulary says of versions, providers and models, and that its files are as the generator writes them."""

from __future__ import annotations

import importlib.util
import sys
import types
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._known import vocabulary
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.lines import LINES
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.releases import UnknownVersion, parsed
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for

ROOT = Path(__file__).parents[5]
BLOCKS = {
    "top_level",
    "model_list",
    "litellm_params",
    "provider_params",
    "model_info",
    "router_settings",
    "litellm_settings",
    "general_settings",
    "cache_params",
    "retry_policy",
    "allowed_fails_policy",
    "alerting_args",
    "callbacks",
    "pre_call_checks",
    "blocked_environment",
    "needs_base",
    "keyless",
    "command_line",
    "providers",
    "bare_models",
    "bare_names",
    "endpoints",
    "alert_channels",
    "alert_types",
    "cached_calls",
    "key_management_systems",
    "service_callbacks",
    "prompt_integrations",
    "search_providers",
    "user_roles",
    "provider_budget",
    "default_key",
    "upperbound_key",
    "default_user",
    "default_team",
    "jwt_auth",
    "pass_through",
    "mcp_server",
    "mcp_tool",
    "policy",
    "policy_attachment",
    "api_callback",
}


def test_no_version_is_the_newest_one() -> None:
    assert vocabulary_for().version == VERSIONS[-1]
    assert vocabulary_for().exact


def test_four_versions_at_least_are_known_from_the_floor_on() -> None:
    assert VERSIONS[0].startswith("1.84.")
    assert len(VERSIONS) >= 4
    assert list(VERSIONS) == sorted(VERSIONS, key=parsed)


@pytest.mark.parametrize(
    ("asked", "used"),
    [
        (VERSIONS[0], VERSIONS[0]),
        ("1.84.0", LINES["1.84"]),
        ("1.85.3", LINES["1.84"]),
        ("1.92.2.post1", LINES["1.92"]),
        ("1.105.0", LINES["1.99"]),
        ("1.106.0", LINES["1.106"]),
        ("1.106.99", LINES["1.106"]),
        ("1.106.2rc1", LINES["1.106"]),
        ("2.0.0", VERSIONS[-1]),
        ("1.83.14", VERSIONS[0]),
    ],
)
def test_an_unknown_version_is_read_as_that_of_its_line_or_the_nearest_one(asked: str, used: str) -> None:
    vocabulary = vocabulary_for(asked)
    assert (vocabulary.version, vocabulary.requested, vocabulary.exact) == (used, asked, asked == used)


@pytest.mark.parametrize("asked", ["latest", "1.84", "v1.84.0", "1.84.0 "])
def test_what_is_no_version_is_refused(asked: str) -> None:
    with pytest.raises(UnknownVersion, match="LiteLLM"):
        vocabulary_for(asked)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_knows_every_block(version: str) -> None:
    tables = vocabulary_for(version).tables
    assert set(tables) >= BLOCKS
    assert all(tables.values())
    assert tables["router_settings"]["num_retries"] == "int"
    assert tables["litellm_params"]["rpm"] == "~int"
    assert tables["general_settings"]["master_key"] == "str"
    assert {"drop_params", "callbacks", "cache", "request_timeout"} <= set(tables["litellm_settings"])
    assert {"fallbacks", "model_group_alias", "routing_strategy"} <= set(tables["router_settings"])
    assert not {"model_list", "search_tools"} & set(tables["router_settings"])
    assert "simple-shuffle" in tables["router_settings"]["routing_strategy"]
    assert {"hosted_vllm", "custom_openai"} <= set(tables["needs_base"])
    assert {"slack", "webhook", "email", "sentry"} <= set(tables["alert_channels"])
    assert tables["provider_budget"] == {"budget_limit": "~num", "time_period": "~str"}
    assert {"max_budget", "tpm_limit", "duration", "models", "metadata"} <= set(tables["default_key"])
    assert {"user_id_jwt_field", "team_id_jwt_field", "custom_validate"} <= set(tables["jwt_auth"])
    assert {"path", "target", "headers", "auth", "forward_headers", "custom_auth_parser"} <= set(tables["pass_through"])
    assert {"url", "command", "args", "auth_type", "auth_value", "static_headers"} <= set(tables["mcp_server"])


@pytest.mark.parametrize(
    ("provider", "variable"),
    [
        ("openai", "OPENAI_API_KEY"),
        ("anthropic", "ANTHROPIC_API_KEY"),
        ("deepseek", "DEEPSEEK_API_KEY"),
        ("gemini", "GEMINI_API_KEY"),
        ("openrouter", "OPENROUTER_API_KEY"),
        ("bedrock", ""),
        ("vertex_ai", ""),
    ],
)
def test_the_variable_of_a_provider_s_key(provider: str, variable: str) -> None:
    assert vocabulary_for().providers[provider] == variable


@pytest.mark.parametrize(
    ("model", "reasons"),
    [
        ("openai/gpt-5", True),
        ("gpt-5", True),
        ("openai/gpt-5-2025-08-07", True),
        ("OpenAI/gpt-5", None),
        ("openai/GPT-5", True),
        ("openai/gpt-4o", False),
        ("openai/deepseek-v3.2", None),
        ("hosted_vllm/gpt-5", None),
        ("litellm_proxy/gpt-5", True),
        ("azure_ai/gpt-5", True),
        ("deepseek/deepseek-chat", False),
        ("deepseek/deepseek-reasoner", True),
        ("bedrock/anthropic.claude-opus-4-1-20250805-v1:0", True),
        ("openai/text-embedding-3-small", False),
        ("openai/gpt-9", True),
        ("unknown-model", None),
        ("opnai/gpt-5", None),
    ],
)
def test_whether_a_model_reasons(model: str, reasons: bool | None) -> None:
    assert vocabulary_for("1.106.2").reasons(model) is reasons
    assert vocabulary_for("1.106.2").knows(model) is (reasons is not None)


@pytest.mark.parametrize(
    ("model", "mode"),
    [
        ("openai/text-embedding-3-small", "embedding"),
        ("text-embedding-3-small", "embedding"),
        ("openai/whisper-1", "audio_transcription"),
        ("cohere/rerank-v3.5", "rerank"),
        ("bedrock/amazon.titan-embed-text-v2:0", "embedding"),
        ("hosted_vllm/text-embedding-3-small", ""),
        ("openai/gpt-5", ""),
        ("openai/gpt-4o", ""),
        ("opnai/whisper-1", ""),
        ("unknown-model", ""),
    ],
)
def test_what_a_model_is_for(model: str, mode: str) -> None:
    assert vocabulary_for("1.106.2").mode(model) == mode


def test_keys_that_litellm_reads_through_a_class_of_its_own_are_known() -> None:
    known = vocabulary_for("1.106.12").tables["general_settings"]
    assert {"enforce_fallback_budget", "database_statement_timeout", "database_lock_timeout"} <= set(known)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_knows_what_its_command_line_reads(version: str) -> None:
    variables = set(vocabulary_for(version).tables["command_line"])
    assert {"HOST", "PORT", "NUM_WORKERS", "SSL_KEYFILE_PATH", "KEEPALIVE_TIMEOUT"} <= variables
    assert not {"DATABASE_URL", "LITELLM_LOG", "LITELLM_MASTER_KEY"} & variables


@pytest.mark.parametrize(
    ("model", "split"),
    [
        ("openai/gpt-5", ("openai", "gpt-5")),
        ("openrouter/openai/gpt-5", ("openrouter", "openai/gpt-5")),
        ("Qwen/Qwen2.5-7B", ("", "Qwen/Qwen2.5-7B")),
        ("gpt-4o", ("openai", "gpt-4o")),
        ("claude-opus-4-1", ("anthropic", "claude-opus-4-1")),
        ("claude-nova-9-1", ("anthropic", "claude-nova-9-1")),
        ("*", ("openai", "*")),
        ("deepseek-chat", ("", "deepseek-chat")),
        ("dall-e-3", ("openai", "dall-e-3")),
        ("dall-e-9", ("", "dall-e-9")),
        ("gpt-image-9", ("openai", "gpt-image-9")),
        ("ft:gpt-4o-mini-2024-07-18:org::id", ("openai", "ft:gpt-4o-mini-2024-07-18:org::id")),
        ("openai.gpt-oss-20b-1:0", ("bedrock", "openai.gpt-oss-20b-1:0")),
        (f"owner/name:{'a' * 64}", ("replicate", f"owner/name:{'a' * 64}")),
        (f"owner/name:{'a' * 63}", ("", f"owner/name:{'a' * 63}")),
        ("mistral", ("", "mistral")),
        ("", ("", "")),
    ],
)
def test_the_provider_of_a_model(model: str, split: tuple[str, str]) -> None:
    assert vocabulary_for("1.106.2").split_model(model) == split


@pytest.mark.parametrize(
    ("model", "address", "provider"),
    [
        ("llama-9", "https://api.groq.com/openai/v1", "groq"),
        ("llama-9", "https://API.groq.com/openai/v1/", "groq"),
        ("llama-9", "https://api.groq.com/openai/v1/more", "groq"),
        ("llama-9", "https://api.groq.com/openai/v11", ""),
        ("llama-9", "https://host.example/api.groq.com/openai/v1", ""),
        ("owner/llama-9", "https://api.groq.com/openai/v1", "groq"),
        ("gpt-4o", "https://api.groq.com/openai/v1", "groq"),
        ("gpt-4o", "https://host.example/v1", "openai"),
        ("gpt-4o", "https://api.x.ai/v1", ""),
        ("openai/gpt-4o", "https://api.x.ai/v1", "openai"),
        ("mistral", "https://api.mistral.ai/v1", ""),
        ("llama-9", "https://api.sambanova.ai/v1", ""),
        ("llama-9", "https://[bad", ""),
    ],
)
def test_an_address_tells_the_provider_of_a_name_without_one(model: str, address: str, provider: str) -> None:
    assert vocabulary_for("1.108.7").split_model(model, address) == (provider, model.removeprefix("openai/"))


def test_an_address_tells_what_it_tells_in_its_version() -> None:
    together = "https://api.together.xyz/v1"
    assert vocabulary_for("1.84.10").split_model("a", together) == ("", "a")
    assert vocabulary_for("1.108.7").split_model("a", together) == ("together_ai", "a")


def test_the_oldest_version_has_no_rules_for_new_models() -> None:
    assert vocabulary_for("1.84.0").reasons("openai/gpt-9") is None
    assert vocabulary_for("1.84.0").split_model("claude-nova-9-1") == ("", "claude-nova-9-1")


def test_the_files_are_what_the_generator_makes_of_their_own_facts() -> None:
    generator = _generator()
    wanted = generator.files({version: vocabulary.tables(version) for version in VERSIONS})
    assert {path.name: path.read_text() for path in generator.DATA.glob("*.py")} == wanted


def _generator() -> types.ModuleType:
    specification = importlib.util.spec_from_file_location(
        "generate_vocabulary", ROOT / "scripts/generate_vocabulary.py"
    )
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    path = list(sys.path)
    specification.loader.exec_module(module)
    sys.path[:] = path
    return module
