"""The role installs LiteLLM with a client of Prisma, and a gateway under supervisor has its database."""

from __future__ import annotations

import json
import shutil
import typing as t

import pytest
import yaml

from tests.keys.host import SALT, Host
from tests.keys.served import ROOT, engine_settings
from tests.prisma_engine.database import Database

VERSION = yaml.safe_load((ROOT / "roles" / "litellm" / "defaults" / "main.yml").read_text())["litellm_version"]


def test_keys_are_kept_in_the_database(host: Host, database: Database) -> None:
    token = host.generate_key()
    assert database.sql(f"SELECT count(*) FROM \"LiteLLM_VerificationToken\" WHERE token = '{token}'").strip() == "1"  # noqa: S608 - its own


def test_the_first_release_migrates_an_empty_database(host: Host, database: Database) -> None:
    names = database.sql("SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL").splitlines()
    assert sorted(names) == sorted(path.parent.name for path in host.migrations.glob("*/migration.sql"))
    record = json.loads(max((host.folder / "state" / "releases").glob("*.json")).read_text())
    assert record["migration"] == max(names)


def test_a_second_run_changes_nothing(host: Host) -> None:
    status, printed = host.play("deploy")
    assert status == 0, printed
    assert " changed=0 " in printed


def test_another_salt_key_is_refused(host: Host) -> None:
    status, printed = host.play("deploy", litellm_salt_key="canary-other-0123456789")
    assert status != 0
    assert "litellm_salt_key is another one than that of release 1" in " ".join(printed.split())
    assert "canary" not in printed
    host.generate_key()


def test_an_engine_that_does_not_start_is_refused_before_the_slot_starts(host: Host) -> None:
    settings = {**engine_settings(), "PRISMA_QUERY_ENGINE_BINARY": "/bin/false"}
    status, printed = host.play("deploy", litellm_environment=settings)
    assert status != 0
    said = " ".join(printed.split())
    assert "Prisma's engine, which LiteLLM asks its database through, does not start" in said, printed
    assert "Start slot" not in said
    host.generate_key()


def test_check_mode_tells_what_is_pending(host: Host, pending: str) -> None:
    status, printed = host.play("deploy", "--check")
    assert status == 0, printed
    assert f"migrations of LiteLLM {VERSION} are pending: {pending}" in " ".join(printed.split())


def test_a_migration_that_fails_leaves_the_gateway_serving(host: Host, database: Database, pending: str) -> None:
    status, printed = host.play("deploy", "-vvvv")
    assert status != 0
    said = " ".join(printed.split())
    assert f"could not migrate the database: {pending} failed" in said, printed
    assert "division by zero" in said
    assert f"first tell Prisma what became of {pending}" in said
    assert SALT not in printed
    host.generate_key()
    open_lines = "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL"
    assert database.sql(open_lines).strip() == pending


def test_a_database_of_a_newer_litellm_is_refused(host: Host, database: Database) -> None:
    database.sql(
        "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name) VALUES ('x', '', now(), '20991231000000_later')"
    )
    try:
        status, printed = host.play("deploy")
        assert status != 0
        assert f"A newer LiteLLM than {VERSION} has migrated the database, which has 20991231000000_later" in " ".join(
            printed.split()
        )
        status, printed = host.play("deploy", litellm_allow_downgrade=True)
        assert status == 0, printed
    finally:
        database.sql("DELETE FROM _prisma_migrations WHERE id = 'x'")


def test_a_database_that_is_away_is_told(host: Host, database: Database) -> None:
    database.pg_ctl("--mode=immediate", "stop")
    try:
        status, printed = host.play("deploy")
    finally:
        database.start()
    assert status != 0
    assert "The database of the gateways cannot be asked what it lacks" in " ".join(printed.split())


@pytest.fixture
def pending(host: Host, database: Database) -> t.Iterator[str]:
    """A migration that the database lacks, and that fails."""
    name = "20981231000000_wrong"
    folder = host.migrations / name
    folder.mkdir()
    (folder / "migration.sql").write_text("SELECT 1 / 0;\n")
    try:
        yield name
    finally:
        shutil.rmtree(folder)
        database.sql(f"DELETE FROM _prisma_migrations WHERE migration_name = '{name}'")  # noqa: S608 - its own
