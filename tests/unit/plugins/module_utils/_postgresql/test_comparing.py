"""What differs in a PostgreSQL that runs, and the statements that put it right."""

from __future__ import annotations

import os
import typing as t
from pathlib import Path
from types import MappingProxyType

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _postgresql_places as places
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql import comparing, passwords

from tests.unit.plugins.module_utils._postgresql.conftest import Rows, Said

PASSWORD = "-".join(["sk", "canary", "5Rt8"])
OPTIONS = {"user": "litellm", "database": "litellm", "password": PASSWORD, "connections": 100}
ROLE: t.Mapping[str, t.Any] = MappingProxyType(
    {
        **dict.fromkeys(("rolsuper", "rolcreatedb", "rolcreaterole", "rolreplication", "rolbypassrls"), False),
        "rolcanlogin": True,
        "rolvaliduntil": None,
        "rolconnlimit": 100,
        "rolpassword": passwords.kept(PASSWORD),
    }
)
DATABASE: t.Mapping[str, t.Any] = MappingProxyType(
    {"owner": "litellm", "datallowconn": True, "encoding": "UTF8", "open": False}
)


def postgresql(
    role: t.Mapping[str, t.Any] | None = ROLE, database: t.Mapping[str, t.Any] | None = DATABASE, **others: Rows
) -> Said:
    """A PostgreSQL as it should be, version 15.4, that has read its files in the year 2100."""
    answers: dict[str, Rows] = {
        "server_version": [{"version": "15.4 (Debian 15.4-0)"}],
        "FROM pg_settings": [
            {"name": "work_mem", "context": "user", "pending_restart": False},
            {"name": "port", "context": "postmaster", "pending_restart": False},
        ],
        "pg_conf_load_time": [{"at": 4102444800.5}],
        "pg_authid": [] if role is None else [dict(role)],
        "pg_database": [] if database is None else [dict(database)],
    }
    return Said({**{name.replace("_of_", " "): rows for name, rows in others.items()}, **answers})


def test_what_is_as_declared_needs_nothing() -> None:
    assert comparing.objects(postgresql(), OPTIONS) == []


def test_what_is_missing_is_made_and_closed_to_others() -> None:
    role, database = comparing.objects(postgresql(None, None), OPTIONS)
    assert role.told == "the role litellm is missing"
    assert role.sql.startswith('CREATE ROLE "litellm" LOGIN CONNECTION LIMIT 100 PASSWORD \'SCRAM-SHA-256$')
    assert PASSWORD not in role.sql
    assert database.sql.endswith('REVOKE ALL ON DATABASE "litellm" FROM PUBLIC;')


def test_a_role_without_a_password_gets_none() -> None:
    role, _database = comparing.objects(postgresql(None, None), {**OPTIONS, "password": ""})
    assert role.sql == 'CREATE ROLE "litellm" LOGIN CONNECTION LIMIT 100;'
    (change,) = comparing.objects(postgresql(), {**OPTIONS, "password": ""})
    assert change == ("the role litellm has a password", 'ALTER ROLE "litellm" PASSWORD NULL;')


@pytest.mark.parametrize(
    ("field", "value", "told", "sql"),
    [
        ("rolsuper", True, "has SUPERUSER", "NOSUPERUSER"),
        ("rolcanlogin", False, "may not sign in", "LOGIN"),
        ("rolconnlimit", -1, "may have -1 connections instead of 100", "CONNECTION LIMIT 100"),
        ("rolvaliduntil", "2020-01-01", "ends at 2020-01-01", "VALID UNTIL 'infinity'"),
        ("rolpassword", None, "has another password", "PASSWORD 'SCRAM-SHA-256$4096:"),
    ],
)
def test_a_role_that_differs_is_put_right(field: str, value: object, told: str, sql: str) -> None:
    (change,) = comparing.objects(postgresql({**ROLE, field: value}), OPTIONS)
    assert told in change.told
    assert f'ALTER ROLE "litellm" {sql}' in change.sql


@pytest.mark.parametrize(
    ("field", "value", "told", "sql"),
    [
        ("owner", '"Other"', 'belongs to "Other" instead of litellm', "OWNER TO"),
        ("open", True, "every role may use", "REVOKE ALL"),
        ("datallowconn", False, "lets nobody in", "ALLOW_CONNECTIONS true"),
    ],
)
def test_a_database_that_differs_is_put_right(field: str, value: object, told: str, sql: str) -> None:
    (change,) = comparing.objects(postgresql(database={**DATABASE, field: value}), OPTIONS)
    assert told in change.told
    assert sql in change.sql


def process(running: Said, before: str, after: str, paths: t.Iterable[str] = ()) -> comparing.Live:
    return comparing.process(running, "15.4", before, after, paths)


def test_a_setting_is_taken_live_where_that_can_be() -> None:
    assert process(postgresql(), "work_mem = '4MB'\n", "work_mem = '4MB'\n") == comparing.Live([], [], False)
    assert process(postgresql(), "work_mem = '4MB'\n", "work_mem = '8MB'\n") == comparing.Live([], [], True)
    live = process(postgresql(), "port = '1'\n", "port = '2'\n")
    assert live.restart == ["port is taken at a start only"]


def test_what_the_process_has_not_taken_yet_is_told(tmp_path: Path) -> None:
    running = postgresql()
    running.answers["server_version"][0]["version"] = "15.3"
    running.answers["FROM pg_settings"][1]["pending_restart"] = True
    written = tmp_path / "pg_hba.conf"
    written.write_text("")
    os.utime(written, (4102444801, 4102444801))
    live = process(running, "", "", [str(written), str(tmp_path / "none")])
    assert live.restart == ["version 15.3 runs, and 15.4 is installed", "port waits for a start"]
    assert live.told == [f"{written} has not been read since it was written"]
    assert live.reload


def test_only_what_is_declared_is_reset() -> None:
    running = Said({"pg_file_settings": [{"name": "work_mem"}, {"name": "log_min_messages"}]})
    (change,) = comparing.overridden(running, "work_mem = '4MB'\n")
    assert change == ("work_mem is set by ALTER SYSTEM", 'ALTER SYSTEM RESET "work_mem";')


def test_what_postgresql_finds_wrong_in_its_files_is_told() -> None:
    running = Said(
        {
            "pg_file_settings": [{"name": "work_mem", "error": "is too much"}],
            "pg_hba_file_rules": [{"line_number": 3, "error": "invalid method"}],
        }
    )
    told = comparing.read_wrong(running)
    assert told == [f"{places.CONFIGURATION}: work_mem is too much", f"{places.ACCESS} line 3: invalid method"]
