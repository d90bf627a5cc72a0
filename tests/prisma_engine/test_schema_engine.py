"""The program that migrates, asked as Prisma's own program asks it, with a real PostgreSQL."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import typing as t
from pathlib import Path

import pytest

from tests.ports import free_port
from tests.prisma_engine.database import LONGEST, Database, running_database
from tests.prisma_engine.schema_engine import REVISION

PROGRAM = Path(__file__).with_name("schema-engine")
SCHEMA = 'datasource client {\n  provider = "postgresql"\n  url = env("DATABASE_URL")\n}\n'
DONE = "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name"


class Project:
    """A folder with a schema and its migrations."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url
        (folder / "schema.prisma").write_text(SCHEMA)

    def add(self, name: str, text: str) -> None:
        (self.folder / "migrations" / name).mkdir(parents=True, exist_ok=True)
        (self.folder / "migrations" / name / "migration.sql").write_text(text)

    def call(self, *words: str, text: str = "") -> subprocess.CompletedProcess[str]:
        environment = {"PATH": os.environ["PATH"], "DATABASE_URL": self.url, "PRISMA_ENGINE_PYTHON": sys.executable}
        return subprocess.run(  # noqa: S603 - a list
            [PROGRAM, *words], input=text, capture_output=True, text=True, check=False, timeout=LONGEST, env=environment
        )

    def ask(self, method: str, **words: str) -> t.Any:
        """The result, or the code of the error and its message."""
        params = {"migrationsDirectoryPath": str(self.folder / "migrations"), **words}
        asked = json.dumps({"id": 1, "jsonrpc": "2.0", "method": method, "params": params})
        told = json.loads(self.call("-d", str(self.folder / "schema.prisma"), text=asked + "\n").stdout)
        return (
            told["result"]
            if "result" in told
            else (told["error"]["data"]["error_code"], told["error"]["data"]["message"])
        )


@pytest.fixture(scope="module")
def database() -> t.Iterator[Database]:
    with running_database() as running:
        yield running


@pytest.fixture
def project(database: Database, tmp_path: Path) -> Project:
    database.sql("SET client_min_messages = error; DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    made = Project(tmp_path, f"{database.url}?sslmode=disable")
    made.add("20250101000000_a", 'CREATE TABLE "A" (b TEXT); INSERT INTO "A" VALUES (\'50%\');')
    made.add("20250102000000_b", 'CREATE INDEX CONCURRENTLY IF NOT EXISTS "A_b_idx" ON "A" (b);')
    return made


def test_migrations_are_carried_out_once(project: Project, database: Database) -> None:
    names = ["20250101000000_a", "20250102000000_b"]
    assert project.ask("listMigrationDirectories") == {"migrations": names}
    assert project.ask("applyMigrations") == {"appliedMigrationNames": names}
    assert project.ask("applyMigrations") == {"appliedMigrationNames": []}
    assert database.sql(DONE).split() == names


@pytest.mark.parametrize(("answer", "then"), [("markMigrationRolledBack", ["c"]), ("markMigrationApplied", [])])
def test_one_that_fails_is_resolved(project: Project, database: Database, answer: str, then: list[str]) -> None:
    project.add("c", 'CREATE TABLE "C" (); SELECT 1 / 0;')
    code, message = project.ask("applyMigrations")
    assert code == "P3018"
    assert "Migration name: c\n" in message
    assert "division by zero" in message
    assert database.sql("SELECT to_regclass('\"C\"')").strip() == ""
    code, message = project.ask("applyMigrations")
    assert code == "P3009"
    assert "The `c` migration started at " in message
    project.add("c", 'CREATE TABLE "C" ();')
    assert project.ask(answer, migrationName="c") == {}
    assert project.ask("applyMigrations") == {"appliedMigrationNames": then}
    assert project.ask("markMigrationRolledBack", migrationName="20250101000000_a")[0] == "P3012"


def test_a_database_of_somebody_else(project: Project, database: Database) -> None:
    database.sql('CREATE TABLE "Other" ()')
    assert project.ask("applyMigrations")[0] == "P3005"


def test_whether_the_database_can_be_reached(project: Project) -> None:
    assert project.call("cli", "--datasource", project.url, "can-connect-to-database").returncode == 0
    away = f"postgresql://u:secret@127.0.0.1:{free_port()}/d?sslmode=disable"
    ended = project.call("cli", "--datasource", away, "can-connect-to-database")
    assert ended.returncode == 1
    assert json.loads(ended.stderr.splitlines()[1])["fields"]["error_code"] == "P1001"
    assert "secret" not in ended.stderr
    project.url = away
    assert project.ask("applyMigrations")[0] == "P1001"


def test_its_version(project: Project) -> None:
    assert project.call("--version").stdout.strip() == f"schema-engine-cli {REVISION}"


def test_what_it_does_not_do(project: Project) -> None:
    assert project.ask("schemaPush")[0] == "P0000"
