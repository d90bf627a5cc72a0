"""Lists that LiteLLM compares word by word: what is no list, and what nothing can be equal to."""

from __future__ import annotations

import pytest

from tests.unit.plugins.plugin_utils._checker.test_nested_settings import of

WRONG = [
    ("public_routes: /api/*", "wrong-type", "public_routes"),
    ("public_routes: [5]", "wrong-type", "public_routes[0]"),
    ("admin_only_routes: /key/generate", "wrong-type", "admin_only_routes"),
    ("admin_only_routes: [/key/*]", "never-equal", "admin_only_routes[0]"),
    ("allowed_routes: [/models, openai_routes]", "never-equal", "allowed_routes[1]"),
    ("allowed_ips: [10.0.0.0/8]", "never-equal", "allowed_ips[0]"),
    ("allowed_ips: [gateway.example.com]", "never-equal", "allowed_ips[0]"),
    ("enforced_params: user", "wrong-type", "enforced_params"),
    ("enforced_params: [metadata.a.b]", "never-equal", "enforced_params[0]"),
]


@pytest.mark.parametrize(("setting", "rule", "path"), WRONG)
def test_a_fault(setting: str, rule: str, path: str) -> None:
    assert f"error {rule} general_settings.{path}" in of(f"general_settings: {{{setting}}}")


@pytest.mark.parametrize(
    "setting",
    [
        "public_routes: [/health, '/api/*', LiteLLMRoutes.public_routes]",
        "admin_only_routes: [/key/generate]",
        "allowed_routes: [/chat/completions, /v1/chat/completions]",
        "allowed_ips: [10.0.0.1, '2001:db8::1']",
        "enforced_params: [user, metadata.generation_name]",
    ],
)
def test_what_something_is_equal_to(setting: str) -> None:
    assert of(f"general_settings: {{{setting}}}") == []
