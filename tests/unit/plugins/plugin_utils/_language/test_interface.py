"""The admin interface as it is declared: what it becomes, and every way in which it would let others in."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._env_text import with_addresses

from tests.unit.plugins.plugin_utils.conftest import Refuse, Render

PASSWORD = "canary%ä-0123456789"  # noqa: S105 - an example
VALUES = {
    "OPENAI_API_KEY": "k-0123456789abcdef",
    "LITELLM_MASTER_KEY": "sk-0123456789abcdef",
    "LITELLM_SALT_KEY": "0123456789abcdef",
    "ADMIN": PASSWORD,
}
EVERYWHERE = "0.0.0.0"  # noqa: S104 - is refused, or behind TLS
UI = {"username": "operator", "password_env": "ADMIN"}
GIVEN: dict[str, t.Any] = {
    "models": {"a": {"upstream": "gpt-5"}},
    "database": {"host": "/run/postgresql"},
    "environment": VALUES,
    "ui": UI,
}
CERTIFICATE = {"tls_certificate": "/etc/ssl/fullchain.pem", "tls_key": "/etc/ssl/privkey.pem"}
PROXY = {"litellm_environment": ["FORWARDED_ALLOW_IPS"]}


def test_nothing_is_said_of_it_where_it_is_not_declared(render: Render) -> None:
    rendered = render(**{**GIVEN, "ui": None})
    assert not [name for name in rendered.environment if "UI" in name]
    assert "ADMIN" not in rendered.required_environment


def test_what_it_becomes(render: Render) -> None:
    rendered = render(**{**GIVEN, "ui": {**UI, "base_url": "https://llm.example.com/gateway/"}})
    assert "canary" not in str(rendered)
    assert rendered.environment.items() >= {
        ("DISABLE_ADMIN_UI", "False"),
        ("UI_USERNAME", "operator"),
        ("PROXY_BASE_URL", "https://llm.example.com"),
        ("SERVER_ROOT_PATH", "/gateway"),
    }
    (url,) = rendered.secret_urls
    made = with_addresses(VALUES, [{"name": url.name, "secret": url.secret, "plain": url.plain}])
    assert made["UI_PASSWORD"] == PASSWORD
    assert "ADMIN" in rendered.required_environment


def test_the_variable_may_be_litellm_s_own(render: Render) -> None:
    values = {**VALUES, "UI_PASSWORD": PASSWORD}
    assert render(**{**GIVEN, "environment": values, "ui": {**UI, "password_env": "UI_PASSWORD"}}).secret_urls == []


@pytest.mark.parametrize(
    "given",
    [
        {"host": "127.0.0.1"},
        {"host": "localhost", "ui": {**UI, "base_url": "http://localhost:4000"}},
        {"host": EVERYWHERE, **CERTIFICATE},
        {"host": EVERYWHERE, "ui": {**UI, "base_url": "https://llm.example.com"}, **PROXY},
        {"host": EVERYWHERE, "ui": {**UI, "base_url": "https://llm.example.com"}, "behind_balancer": True},
        {"host": EVERYWHERE, "ui": {**UI, "allow_http": True}, **PROXY},
        {"service_manager": "kubernetes", "ui": {**UI, "base_url": "https://llm.example.com"}},
        {"service_manager": "kubernetes", "tls_certificate": "/etc/ssl/fullchain.pem"},
    ],
)
def test_where_it_may_be(render: Render, given: dict[str, t.Any]) -> None:
    assert render(**{**GIVEN, **given}).problems == []


@pytest.mark.parametrize(
    ("given", "at", "says"),
    [
        ({"host": EVERYWHERE}, "ui", "is at 0.0.0.0 without TLS: whoever is on the way can read the password"),
        ({"host": EVERYWHERE, **PROXY}, "ui", "write base_url: https://"),
        ({"host": EVERYWHERE, "ui": {**UI, "base_url": "https://llm.example.com"}}, "ui", "is at 0.0.0.0 without TLS"),
        ({"ui": {**UI, "base_url": "http://llm.example.com"}}, "ui.base_url", "is plain HTTP"),
        ({"ui": {**UI, "base_url": "http://llm.example.com"}, **CERTIFICATE}, "ui.base_url", "is plain HTTP"),
        ({"service_manager": "kubernetes"}, "ui", "nothing says that an ingress has it"),
        ({"ui": {**UI, "base_url": "https://llm.example.com/?a=b"}}, "ui.base_url", "is no address that people open"),
        ({"ui": {**UI, "base_url": "os.environ/URL"}}, "ui.base_url", "is no address that people open"),
        ({"database": None}, "ui", "needs a database"),
        ({"master_key_env": ""}, "ui", "stands beside a gateway without a master key"),
        ({"ui": {"username": "operator"}}, "ui.password_env", "is missing"),
        ({"ui": {"password_env": "ADMIN"}}, "ui.username", "is missing"),
        ({"ui": {**UI, "pasword": "x"}}, "ui.pasword", "is not a field here"),
        ({"ui": "admin"}, "ui", "must be a dictionary"),
        ({"ui": {**UI, "password_env": "ADMIM"}}, "ui.password_env", "ADMIM is not declared"),
        ({"litellm_environment": ["ADMIN"]}, "ui.password_env", "which everybody may read"),
        ({"environment": {**VALUES, "ADMIN": ""}}, "litellm_secrets.ADMIN", "is empty"),
        ({"environment": {**VALUES, "ADMIN": "Password"}}, "litellm_secrets.ADMIN", "everybody knows"),
        ({"environment": {**VALUES, "ADMIN": "master"}}, "litellm_secrets.ADMIN", "everybody knows"),
        ({"environment": {**VALUES, "ADMIN": "tr0ub4dor"}}, "litellm_secrets.ADMIN", "has 9 characters"),
        ({"environment": {**VALUES, "ADMIN": "sk-0123456789abcdef"}}, "litellm_secrets.ADMIN", "is the master key"),
        ({"environment": {**VALUES, "UI_PASSWORD": PASSWORD}}, "ui.password_env", "both say the password"),
        ({"litellm_environment": ["UI_USERNAME"]}, "litellm_environment.UI_USERNAME", "declare litellm_ui"),
    ],
)  # fmt: skip
def test_what_is_refused(refuse: Refuse, given: dict[str, t.Any], at: str, says: str) -> None:
    found = refuse(**{**GIVEN, **given})
    assert says in found.get(at, ""), found
    assert "canary" not in str(found)


def test_litellm_s_own_switch_is_named_only_where_it_is_allowed(render: Render, refuse: Refuse) -> None:
    given = {**GIVEN, "ui": None, "litellm_environment": ["DISABLE_ADMIN_UI"]}
    assert "declare litellm_ui" in refuse(**given)["litellm_environment.DISABLE_ADMIN_UI"]
    assert render(**given, allow_unknown=["DISABLE_ADMIN_UI"]).problems == []


def test_what_litellm_reads_of_the_address_is_not_said_twice(refuse: Refuse) -> None:
    given = {"ui": {**UI, "base_url": "https://llm.example.com"}, "litellm_environment": ["PROXY_BASE_URL"]}
    assert "declare litellm_ui" in refuse(**{**GIVEN, **given})["litellm_environment.PROXY_BASE_URL"]
