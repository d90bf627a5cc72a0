"""A database is declared whole, in one place, without a secret; every problem is told at once."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.database import Database, read_database
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.plugins.plugin_utils.conftest import Refuse

MODELS = {"a": {"upstream": "gpt-5", "mock_response": "hi"}}
RIGHT = {"host": "db", "password_env": "PW"}


def read(value: t.Any, **options: t.Any) -> Database | None:
    """What is read; nothing may be reported."""
    report = Report(RULES)
    database = read_database(RenderOptions(database=value, **options), report)
    assert report.problems == []
    return database


def problems(value: t.Any, **options: t.Any) -> dict[str, str]:
    """Path to message and remedy of what is reported."""
    report = Report(RULES)
    assert read_database(RenderOptions(database=value, **options), report) is None
    return {problem.path: f"{problem.message}; {problem.remedy}" for problem in report.problems}


def test_nothing_is_no_database() -> None:
    assert read(None) is read({}) is read("") is None


def test_a_place_and_a_secret_are_enough() -> None:
    named = "PW"
    assert read(RIGHT) == Database(host="db", password_env=named)
    assert read({"url_env": "URL"}) == Database(url_env="URL")
    assert read({"host": "/run/postgresql"}) == Database(host="/run/postgresql")


@pytest.mark.parametrize(
    ("fields", "encryption"),
    [
        ({}, "require"),
        ({"host": "localhost"}, "prefer"),
        ({"host": "::1"}, "prefer"),
        ({"host": "/run/postgresql"}, ""),
        ({"sslmode": "disable"}, "disable"),
        ({"sslmode": "verify-full", "ca": "/ca.pem"}, "verify-full"),
    ],
)
def test_what_leaves_the_host_is_encrypted(fields: dict[str, t.Any], encryption: str) -> None:
    database = read({**RIGHT, **fields})
    assert database is not None
    assert database.encryption == encryption


def test_every_problem_is_told_at_once(refuse: Refuse) -> None:
    wrong = {
        "host": "postgresql://u:canary@db",
        "port": 65536,
        "sslmode": "verify-ca",
        "ca": "ca.pem",
        "password": "canary",
        "password_env": "NOT_THERE",
        "pool": {"connections": 0, "size": 3},
        "timeouts": {"connect": 1.5},
        "max_connections": "many",
    }
    found = refuse(models=MODELS, database=wrong, environment=["LITELLM_MASTER_KEY", "LITELLM_SALT_KEY"])
    assert set(found) == {
        "database.host",
        "database.port",
        "database.sslmode",
        "database.ca",
        "database.password",
        "database.password_env",
        "database.pool.connections",
        "database.pool.size",
        "database.timeouts.connect",
        "database.max_connections",
    }
    assert "password_env" in found["database.password"]
    assert "verify-full" in found["database.sslmode"]
    assert "canary" not in str(found)


@pytest.mark.parametrize(
    ("value", "path", "says"),
    [
        ("db", "database", "must be a dictionary"),
        ({"port": 1}, "database", "does not say where"),
        ({"url_env": "U", "host": "db"}, "database.host", "stands beside url_env"),
        ({"host": "db"}, "database.password_env", "is missing"),
        ({"host": "/run/../x"}, "database.host", "no absolute path"),
        ({"host": "/run/p", "sslmode": "require"}, "database.sslmode", "not for a socket"),
        ({**RIGHT, "sslmode": "require", "ca": "/c.pem"}, "database.ca", "sslmode: verify-full"),
    ],
)
def test_one_place_and_what_belongs_to_it(value: t.Any, path: str, says: str) -> None:
    assert says in problems(value)[path]


def test_a_secret_that_everybody_may_read_is_refused() -> None:
    assert "everybody may read" in problems(RIGHT, litellm_environment=["PW"])["database.password_env"]


@pytest.mark.parametrize(
    ("maximum", "workers", "hosts", "remedy"),
    [
        (79, 2, 2, "connections: 9"),
        (1, 2, 2, "fewer litellm_workers"),
        (80, 0, 2, "write litellm_workers"),
        (80, None, 2, "write litellm_workers"),
    ],
)
def test_more_connections_than_there_are_for_them_are_refused(
    maximum: int, workers: int | None, hosts: int, remedy: str
) -> None:
    found = problems({**RIGHT, "max_connections": maximum}, workers=workers, hosts=hosts)
    assert remedy in found["database.max_connections"]


def test_as_many_as_there_are_fit() -> None:
    assert read({**RIGHT, "max_connections": 80}, workers=2, hosts=2)


def test_a_container_gets_what_it_needs_of_the_host() -> None:
    socket, certified = read({"host": "/run/postgresql"}), read({**RIGHT, "sslmode": "verify-full", "ca": "/c.pem"})
    assert socket is not None
    assert certified is not None
    assert socket.mounts == ["/run/postgresql:/run/postgresql"]
    assert certified.mounts == ["/c.pem:/c.pem:ro"]


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.dictionaries(st.text(), inner))
)
def test_whatever_is_declared_is_read_or_reported(value: t.Any) -> None:
    report = Report(RULES)
    database = read_database(RenderOptions(database={**RIGHT, "pool": value, "host": value}), report)
    assert (database is None) == bool(report.problems)
