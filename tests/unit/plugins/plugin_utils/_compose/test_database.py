"""A database that is declared becomes variables of the service, and a secret reaches none of what is shown."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._env_text import with_addresses

from tests.unit.plugins.plugin_utils.conftest import Refuse, Render

SECRETS = {
    "OPENAI_API_KEY": "k-0123456789abcdef",
    "LITELLM_MASTER_KEY": "sk-0123456789abcdef",
    "LITELLM_SALT_KEY": "canary-salt-0123456789",
    "PW": "canary/ä%@:?",
    "URL": "postgresql://u:canary@db/x",
    "LONG_URL": "postgresql://u:canary@db/x?schema=s",
}
MODELS = {"a": {"upstream": "gpt-5"}}
POOL = "connection_limit=10&pool_timeout=60"
ENCRYPTED = "sslmode=require&sslaccept=accept_invalid_certs"


def address(render: Render, database: dict[str, t.Any]) -> str:
    """The address that the service gets."""
    rendered = render(models=MODELS, database=database, environment=SECRETS)
    assert "canary" not in str(rendered)
    assert rendered.problems == []
    assert rendered.environment["DISABLE_SCHEMA_UPDATE"] == "True"
    assert "LITELLM_SALT_KEY" in rendered.required_environment
    urls = [
        {"name": u.name, "before": u.before, "secret": u.secret, "after": u.after, "whole": u.whole}
        for u in rendered.secret_urls
    ]
    return str(with_addresses({**SECRETS, **rendered.environment}, urls)["DATABASE_URL"])


@pytest.mark.parametrize(
    ("database", "wanted"),
    [
        ({"host": "db"}, f"postgresql://litellm:canary%2F%C3%A4%25%40%3A%3F@db:5432/litellm?{POOL}&{ENCRYPTED}"),
        (
            {"host": "fd00::1", "port": 1, "name": "a b", "user": "u@", "sslmode": "disable"},
            f"postgresql://u%40:canary%2F%C3%A4%25%40%3A%3F@[fd00::1]:1/a%20b?{POOL}&sslmode=disable&sslaccept=accept_invalid_certs",
        ),
        (
            {"host": "db", "sslmode": "verify-full", "ca": "/etc/ca.pem", "pool": {"connections": 3, "wait": 5}},
            "postgresql://litellm:canary%2F%C3%A4%25%40%3A%3F@db:5432/litellm?connection_limit=3&pool_timeout=5"
            "&sslmode=require&sslaccept=strict&sslcert=/etc/ca.pem",
        ),
        (
            {"host": "/run/postgresql", "timeouts": {"connect": 2, "answer": 30}},
            f"postgresql://litellm:canary%2F%C3%A4%25%40%3A%3F@localhost:5432/litellm?{POOL}&host=/run/postgresql"
            "&connect_timeout=2&socket_timeout=30",
        ),
    ],
)
def test_where_it_is(render: Render, database: dict[str, t.Any], wanted: str) -> None:
    assert address(render, {**database, "password_env": "PW"}) == wanted


def test_a_socket_may_do_without_a_password(render: Render) -> None:
    wanted = f"postgresql://litellm@localhost:5432/litellm?{POOL}&host=/run/postgresql"
    assert address(render, {"host": "/run/postgresql"}) == wanted


def test_an_address_of_one_s_own_gets_the_pool_behind_it(render: Render) -> None:
    assert address(render, {"url_env": "URL"}) == f"{SECRETS['URL']}?{POOL}"
    assert address(render, {"url_env": "LONG_URL"}) == f"{SECRETS['LONG_URL']}&{POOL}"


def test_it_goes_with_a_configuration_of_one_s_own(render: Render) -> None:
    text = "model_list: [{model_name: a, litellm_params: {model: gpt-5}}]\ngeneral_settings: {master_key: os.environ/LITELLM_MASTER_KEY}\n"
    rendered = render(config_file=text, database={"url_env": "URL"}, environment=SECRETS)
    assert [url.secret for url in rendered.secret_urls] == ["URL"]
    assert rendered.content == text


def test_a_salt_key_is_asked_for(refuse: Refuse) -> None:
    given = {name: value for name, value in SECRETS.items() if name != "LITELLM_SALT_KEY"}
    found = refuse(models=MODELS, database={"url_env": "URL"}, environment=given)
    assert list(found) == ["litellm_salt_key"]
    assert "never change it" in found["litellm_salt_key"]


def test_the_variable_of_the_address_is_not_for_others(refuse: Refuse) -> None:
    given = {**SECRETS, "DATABASE_URL": SECRETS["URL"]}
    found = refuse(models=MODELS, database={"host": "db", "password_env": "PW"}, environment=given)
    assert "url_env: DATABASE_URL" in found["database"]


def test_the_variable_may_be_litellm_s_own(render: Render) -> None:
    given = {**SECRETS, "DATABASE_URL": SECRETS["URL"]}
    rendered = render(models=MODELS, database={"url_env": "DATABASE_URL"}, environment=given)
    assert [(url.name, url.secret) for url in rendered.secret_urls] == [("DATABASE_URL", "DATABASE_URL")]


def test_an_empty_password_is_refused(refuse: Refuse) -> None:
    given = {**SECRETS, "PW": ""}
    found = refuse(models=MODELS, database={"host": "db", "password_env": "PW"}, environment=given)
    assert "is empty" in found["litellm_secrets.PW"]


@pytest.mark.parametrize("manager", ["podman", "docker", ""])
def test_no_finding_of_a_database_that_is_declared(render: Render, manager: str) -> None:
    rendered = render(
        models=MODELS, database={"url_env": "URL"}, environment=SECRETS, service_manager=manager,
        litellm_settings={"max_budget": 5},
    )  # fmt: skip
    assert rendered.problems == []
