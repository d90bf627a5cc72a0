"""Dumps of a real database, and what is there after they are restored."""

from __future__ import annotations

import os
import subprocess
import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _postgresql_places as places
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql import asking
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.client import Client, admin
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.programs import as_account, programs

from tests.postgresql.conftest import ROLE, Host

Dump = t.Callable[..., tuple[int, str]]


@pytest.fixture
def gateway(host: Host) -> Client:
    """A gateway whose database has a thousand rows."""
    host.bring(host.options())
    made = asking._client(host.options(), programs(), "127.0.0.1")
    made.say(
        "CREATE TABLE spend (id int PRIMARY KEY, cost numeric); INSERT INTO spend SELECT i, i FROM generate_series(1, 1000) i;"
    )
    return made


@pytest.fixture
def dump(host: Host) -> Dump:
    """Runs the program on the host; its status, and what it said."""
    path = Path(places.DUMP)

    def run(act: str, last: str, folder: str = "") -> tuple[int, str]:
        # The program knows the place of the socket by itself.
        path.write_text((ROLE / "files/dump.py").read_text().replace('"/run/', f'"{host.folder}/run/'))
        words = [act, programs().folder, str(host.port), "litellm", folder or f"{host.folder}/dumps", last]
        # That of the host, as its unit has it.
        command = ["/usr/bin/python3", "-I", "-"]
        done = subprocess.run(  # noqa: S603 - a program of the role's
            [*command, *words],
            **as_account(host.account),
            input=path.read_text(),
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, (done.stdout + done.stderr).strip()

    return run


def test_a_dump_is_restored_as_it_was(host: Host, gateway: Client, dump: Dump) -> None:
    status, path = dump("dump", "3")
    assert status == 0, path
    assert (os.stat(path).st_mode & 0o777, os.stat(f"{host.folder}/dumps").st_mode & 0o777) == (0o600, 0o700)
    gateway.say("DELETE FROM spend WHERE id > 10; CREATE TABLE later (id int);")
    assert dump("restore", "newest") == (0, path)
    assert gateway.say("SELECT count(*), sum(cost) FROM spend;") == "1000|500500"
    assert gateway.say("SELECT to_regclass('later') IS NULL;") == "t"
    # The role owns what is there, so that migrations go on.
    gateway.say("ALTER TABLE spend ADD COLUMN model text;")
    assert host.bring(host.options()).told == []
    assert asking.prove(host.options()).problems == []
    root = admin(programs().folder, host.port)
    before = "SELECT datallowconn FROM pg_database WHERE datname = 'litellm_before_restore';"
    assert root.say(before) == "f"
    # It can be done again.
    assert dump("restore", path) == (0, path)
    assert gateway.say("SELECT count(*) FROM spend;") == "1000"


def test_a_dump_that_cannot_be_read_changes_nothing(host: Host, gateway: Client, dump: Dump) -> None:
    path = Path(dump("dump", "3")[1])
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) - 400])
    path.chmod(0o644)
    assert dump("restore", str(path))[0] == 1
    path.write_bytes(b"no dump")
    status, told = dump("restore", str(path))
    assert (status, "pg_restore: error: input file" in told) == (1, True), told
    assert dump("restore", "/nowhere.dump") == (1, "there is no dump /nowhere.dump")
    assert gateway.say("SELECT count(*) FROM spend;") == "1000"
    assert f"{path} can be read by others" in asking.prove(host.options()).problems


def test_as_many_dumps_stay_as_are_declared(host: Host, gateway: Client, dump: Dump) -> None:
    folder = host.folder / "dumps"
    old = [folder / f"litellm-2020010{day}T000000Z.dump" for day in range(1, 5)]
    other = folder / "other-20200101T000000Z.dump"
    for each in [*old, other]:
        each.write_text("")
    status, path = dump("dump", "3")
    assert status == 0, path
    assert {str(each) for each in folder.iterdir()} == {path, str(old[2]), str(old[3]), str(other)}


def test_a_dump_that_fails_takes_none_away(host: Host, gateway: Client, dump: Dump) -> None:
    folder = host.folder / "dumps"
    old = folder / "litellm-20200101T000000Z.dump"
    old.write_text("")
    host.stop()
    status, told = dump("dump", "1")
    assert status == 1
    assert told.startswith("pg_dump: error: connection to server on socket") or "Is the server running" in told
    assert [each.name for each in folder.iterdir()] == [old.name]


def test_there_is_no_newest_dump_at_first(host: Host, gateway: Client, dump: Dump) -> None:
    assert dump("restore", "newest") == (1, f"there is no dump in {host.folder}/dumps")
