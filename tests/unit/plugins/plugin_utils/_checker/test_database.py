"""What is said of a database, of settings that need one, and of those that do nothing or let everybody in."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.check import check_config
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.checked_config import Service
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for

from tests.unit.plugins.plugin_utils.conftest import Refuse, Render

KEY = "sk-0123456789abcdef"
SALT = "0123456789abcdef"
ADDRESS = "postgresql://u:canary@db/litellm"
VARIABLES = {"LITELLM_MASTER_KEY": KEY, "OPENAI_API_KEY": KEY}
MODELS = {"a": {"upstream": "gpt-5"}}
WITH_DATABASE = ["DATABASE_URL"]


def found(general: dict[str, t.Any], litellm: t.Any = None, **options: t.Any) -> list[tuple[str, str, str]]:
    """Severity, rule and remedy of each finding about *general* settings, in a service of the role."""
    config = {
        "model_list": [
            {
                "model_name": "a",
                "litellm_params": {"model": "openai/gpt-5", "api_key": "os.environ/KEY"},
                "model_info": {"id": "a"},
            }
        ],
        "general_settings": {"master_key": "os.environ/KEY", **general},
        "litellm_settings": litellm or {},
    }
    given: dict[str, t.Any] = {"environment": ["KEY"], "service_manager": "podman", **options}
    lines = given.pop("lines", None)
    problems = check_config(config, vocabulary=vocabulary_for("1.108.7"), service=Service(**given), lines=lines)
    return [(problem.severity, problem.rule, problem.remedy) for problem in problems]


TAKEN = ("no-database", "declare litellm_database, and take it out")
ADDRESSES: list[tuple[dict[str, t.Any], list[str]]] = [
    ({}, ["error"]),
    ({"service_manager": "systemd"}, ["error"]),
    ({"environment": None, "lines": {}}, ["warning"]),
    ({"service_manager": ""}, []),
    ({"allow": ["general_settings.database_url"]}, []),
]


@pytest.mark.parametrize(("options", "severities"), ADDRESSES, ids=str)
def test_an_address_in_the_file_is_not_read(options: dict[str, t.Any], severities: list[str]) -> None:
    wanted = [(severity, *TAKEN) for severity in severities]
    assert found({"database_url": "os.environ/KEY"}, **options) == wanted


def test_it_may_say_where_the_address_is() -> None:
    assert found({"database_url": "os.environ/DATABASE_URL"}, environment=["KEY", *WITH_DATABASE]) == []


@pytest.mark.parametrize(
    ("key", "remedy"),
    [
        ("database_connection_pool_limit", "write pool: {connections: N} in litellm_database"),
        ("database_connection_timeout", "write pool: {wait: SECONDS} in litellm_database"),
        ("database_statement_timeout", "write it into an address of your own, by url_env"),
    ],
)
def test_numbers_of_connections_have_fields(key: str, remedy: str) -> None:
    assert found({key: 5}) == [("error", "dead-setting", remedy)]
    assert found({key: 5}, allow=[key]) == []
    assert found({key: 5}, service_manager="") == []


def test_what_needs_a_database_names_it() -> None:
    wanted = [("warning", "needs-database", "declare litellm_database, or take it out")]
    assert found({}, {"max_budget": 5}) == wanted
    assert found({"store_prompts_in_spend_logs": True}) == wanted
    assert found({}, {"max_budget": 5}, environment=["KEY", *WITH_DATABASE]) == []
    # The command line of somebody else's service reads the address in the file.
    assert found({"database_url": "os.environ/KEY"}, {"max_budget": 5}, service_manager="") == []


def test_nobody_gets_in_because_it_is_away() -> None:
    ((severity, rule, remedy),) = found({"allow_requests_on_db_unavailable": True})
    assert (severity, rule) == ("error", "open-without-database")
    assert "by name" in remedy
    assert found({"allow_requests_on_db_unavailable": True}, allow=["allow_requests_on_db_unavailable"]) == []
    assert found({"allow_requests_on_db_unavailable": False}) == []


def test_models_in_two_places_are_told() -> None:
    wanted = [("notice", "models-in-two-places", "keep all of them in one place")]
    assert found({"store_model_in_db": True}, environment=["KEY", *WITH_DATABASE]) == wanted


@pytest.mark.parametrize("manager", ["auto", "systemd", "supervisor"])
def test_an_address_that_nobody_declared_is_refused(refuse: Refuse, manager: str) -> None:
    given = {**VARIABLES, "DATABASE_URL": ADDRESS}
    problems = refuse(models=MODELS, environment=given, service_manager=manager)
    assert list(problems) == ["litellm_secrets.DATABASE_URL"]
    assert "write litellm_database: {url_env: DATABASE_URL}" in problems["litellm_secrets.DATABASE_URL"]


@pytest.mark.parametrize(("manager", "said"), [("podman", 1), ("docker", 1), ("", 0)])
def test_in_containers_it_is_a_warning(render: Render, manager: str, said: int) -> None:
    given = {**VARIABLES, "DATABASE_URL": ADDRESS}
    rendered = render(models=MODELS, environment=given, service_manager=manager)
    assert [problem.severity for problem in rendered.problems] == ["warning"] * said


@pytest.mark.parametrize(
    ("salt", "says"),
    [("", "at least 16"), ("short", "at least 16"), (f" {SALT}", "space"), ("os.environ/NO", "names NO")],
)
def test_a_salt_key_is_one(refuse: Refuse, salt: str, says: str) -> None:
    given = {**VARIABLES, "PW": "canary", "LITELLM_SALT_KEY": salt}
    problems = refuse(models=MODELS, environment=given, database={"host": "db", "password_env": "PW"})
    assert list(problems) == ["litellm_salt_key"]
    assert says in problems["litellm_salt_key"]


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("mysql://u:canary@db/x", "no address of a PostgreSQL"),
        ("canary", "no address of a PostgreSQL"),
        ("postgresql://[canary", "is no address"),
        (f"{ADDRESS}?sslmode=verify-full", "sslaccept=strict"),
        (f"{ADDRESS}?sslrootcert=/ca.pem", "sslaccept=strict"),
    ],
)
def test_an_address_is_one_that_prisma_takes(refuse: Refuse, address: str, says: str) -> None:
    given = {**VARIABLES, "URL": address, "LITELLM_SALT_KEY": SALT}
    problems = refuse(models=MODELS, environment=given, database={"url_env": "URL"})
    assert list(problems) == ["litellm_secrets.URL"]
    assert says in problems["litellm_secrets.URL"]
    assert "canary" not in str(problems)


@pytest.mark.parametrize(
    "address", [ADDRESS, "postgres://u@localhost/x?host=/run/postgresql", f"{ADDRESS}?sslmode=require"]
)
def test_a_right_address_is_taken(render: Render, address: str) -> None:
    given = {**VARIABLES, "URL": address, "LITELLM_SALT_KEY": SALT}
    assert render(models=MODELS, environment=given, database={"url_env": "URL"}).problems == []


@pytest.mark.parametrize("manager", ["auto", "systemd", "supervisor", "podman", "docker"])
def test_every_service_manager_may_have_one(render: Render, manager: str) -> None:
    given = {**VARIABLES, "URL": ADDRESS, "LITELLM_SALT_KEY": SALT}
    assert render(models=MODELS, environment=given, database={"url_env": "URL"}, service_manager=manager).problems == []
