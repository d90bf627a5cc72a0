"""What is a secret, by its look and by its name."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.secrets import (
    has_known_shape,
    instead_of,
    is_key_as_name,
    is_placeholder,
    is_secret,
    looks_real,
    secrets_in,
    shown,
)


@pytest.mark.parametrize(
    "value",
    [
        "sk-proj-abcdefghijklmnop0123",
        "sk-ant-api03-AbCdEf0123456789abcdef",
        "sk-0123456789abcdef",
        "AKIAIOSFODNN7EXAMPLE",
        "AIzaSyA-0123456789abcdefghijklmnopqrstu",
        "gsk_0123456789abcdefghij0123",
        "hf_abcdefghijklmnopqrstuvwx",
        "xai-0123456789abcdefghij",
        "github_pat_0123456789abcdef",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0",
        "-----BEGIN RSA PRIVATE KEY-----",
        "postgresql://user:password@host/db",
        "redis://:password@host:6379/0",
        "https://hooks.slack.com/services/T0/B0/abcdef",
        "https://mcp.example/sse?token=0123456789abcdef",
    ],
)
def test_known_shapes(value: str) -> None:
    assert has_known_shape(value)
    assert looks_real(value)
    assert is_secret("anything", value)
    assert shown(value) == "(not shown)"


@pytest.mark.parametrize(
    "value",
    ["", "none", "sk-none", "EMPTY", "sk-1234", "dummy", "fake-api-key", "xxxx", "not-needed", "lm-studio", "0"],
)
def test_placeholders(value: str) -> None:
    assert is_placeholder(value)
    assert not looks_real(value)
    assert not is_secret("password", value)
    assert not is_secret("Authorization", f"Bearer {value}") or not value


@pytest.mark.parametrize(
    "value", ["0123456789abcdef0123456789abcdef", "sk-local-master-key-of-mine", "Bearer 0123456789abcdef"]
)
def test_real_keys(value: str) -> None:
    assert looks_real(value)
    assert is_secret("api_key", value)


@pytest.mark.parametrize(
    "value",
    [
        "Qwen/Qwen2.5-7B-Instruct-AWQ",
        "casperhansen/deepseek-r1-distill-qwen-7b-awq",
        "hf-internal-testing/tiny-random-gpt2-model",
        "task-0123456789abcdef",
        "https://host:8000/v1",
        "https://host/v1?key=one-of-many-words",
        "accounts/fireworks/models/deepseek-v3p2",
        "claude-3-5-sonnet-20241022-v2",
    ],
)
def test_names_of_models_are_no_secrets(value: str) -> None:
    assert not has_known_shape(value)
    assert shown(value) == repr(value)


@pytest.mark.parametrize(
    ("name", "value", "secret"),
    [
        ("api_key", "os.environ/K", False),
        ("api_key", "shortword", False),
        ("prompt_cache_key", "my-application", False),
        ("max_tokens", "4096", False),
        ("vertex_credentials", "/etc/vertex/project-1.json", False),
        ("Authorization", "Bearer x", True),
        ("auth_value", "Zx9qT7vLm3Kp8RwY", True),
        ("GITHUB_PAT", "Zx9qT7vLm3Kp8RwY", True),
        ("path", "Zx9qT7vLm3Kp8RwY", False),
        ("x-api-key", "0123456789abcdefghij", True),
        ("aws_web_identity_token", "oidc/circleci_v2/", False),
        ("aws_web_identity_token", "oidc/google/https://bedrock-runtime.us-east-1.amazonaws.com/model/1", False),
        ("redis_password", "hunter2", True),
        ("client-secret", "hunter2", True),
        ("prompt", "Basic questions", False),
        ("prompt", "Token 0123456789abcdefghij", True),
        ("description", "0123456789abcdefghij0123456789", False),
    ],
)
def test_names_decide(name: str, value: str, secret: bool) -> None:
    assert is_secret(name, value) is secret


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("sk-proj-Zq8vR2mN4xK7pL1wT9yB3cD5fG6hJ0aS", True),
        ("gsk_Zq8vR2mN4xK7pL1wT9yB3cD5fG6hJ0aSq1w2", True),
        ("AKIAZQ8VR2MN4XK7PL1W", True),
        ("Zq8vR2mN4xK7pL1wT9yB3cD5fG6hJ0aS", True),
        ("0a1b2c3d4e5f60718293a4b5c6d7e8f9", True),
        ("OPENAI_API_KEY", False),
        ("KEY_OF_TEAM_1_IN_REGION_2_FOR_MODEL_3", False),
        ("OpenAiApiKeyForProduction2024", False),
        ("S3BUCKET2KEY3A", False),
    ],
)
def test_a_key_that_stands_for_the_name_of_a_variable(text: str, key: bool) -> None:
    assert is_key_as_name(text) is key
    assert is_secret("api_key", f"os.environ/{text}") is key
    assert is_secret("note", f"Bearer os.environ/{text}") is key


def test_paths_of_secrets() -> None:
    tree = {"a": [{"password": "x"}, "sk-0123456789abcdef"], "token": ["0123456789abcdefghij"], "n": 5}
    assert list(secrets_in(tree)) == [("a", 0, "password"), ("a", 1), ("token", 0)]


@pytest.mark.parametrize(
    ("arguments", "secrets"),
    [
        (["--api-key=0123456789abcdefgh"], [0]),
        (["--token", "0123456789abcdefgh"], [1]),
        (["-e", "DB_PASSWORD=guessed"], [1]),
        (["--api-key=os.environ/KEY", "--token", "none", "--key-file", "my.key", "KEY=", "--max-tokens", "4096"], []),
    ],
)
def test_secrets_among_the_arguments_of_a_command(arguments: list[str], secrets: list[int]) -> None:
    assert list(secrets_in({"args": arguments})) == [("args", index) for index in secrets]


def test_no_reference_is_proposed_in_a_list() -> None:
    assert "not in a list" in instead_of(("mcp_servers", "files", "args", 1))
    assert instead_of(("redis_startup_nodes", 0, "password")).endswith("os.environ/NAME here")
    assert instead_of(("general_settings", "alert_to_webhook_url", "llm_too_slow", 0)).endswith("os.environ/NAME here")


def test_messages_stay_short_and_printable() -> None:
    assert shown("x" * 100) == "(not shown)"
    assert shown("A1" * 12) == "(not shown)"
    assert shown("a\nb", bare=True) == "'a\\nb'"
    assert shown("ü", bare=True) == "ü"
