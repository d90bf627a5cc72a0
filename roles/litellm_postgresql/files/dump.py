# SPDX-License-Identifier: GPL-3.0-or-later
"""Dumps the database of LiteLLM gateways, and restores a dump.

``dump.py dump BIN PORT DATABASE FOLDER KEEP`` and ``dump.py restore BIN PORT DATABASE FOLDER FILE``. BIN is the folder of
PostgreSQL's programs, FOLDER that of the dumps, KEEP how many of them stay, and FILE a dump, or ``newest``.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time

SOCKET = "/run/litellm-postgresql"
END = ".dump"


class Failed(Exception):
    """What did not work, as a sentence."""


def call(program: str, *words: str, text: str = "") -> str:
    """What a program of PostgreSQL prints.

    :param text: what it reads.
    :raises Failed: with what it said.
    """
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PGOPTIONS": "-c client_min_messages=warning"}
    done = subprocess.run(  # noqa: S603 - a list, of programs that whoever calls names
        [program, *words], input=text, capture_output=True, text=True, errors="replace", check=False, env=environment
    )
    if done.returncode:
        name = os.path.basename(program)
        told = (done.stderr.strip().splitlines() or [f"it ended with {done.returncode}"])[-1]
        raise Failed(f"{name}: {told.removeprefix(f'{name}: ')}")
    return done.stdout


class Database:
    """The database, as the account of PostgreSQL reaches it."""

    def __init__(self, programs: str, port: str, name: str) -> None:
        self.programs, self.name = programs, name
        self.fresh, self.before = f"{name}_restored", f"{name}_before_restore"
        self.place = (f"--host={SOCKET}", f"--port={port}", "--username=postgres")

    def say(self, sql: str, database: str = "postgres") -> str:
        """What SQL answers; ``:name`` is the name of the database in it, ``:fresh`` and ``:before`` are its kin."""
        names = {"name": self.name, "fresh": self.fresh, "before": self.before}
        told = "".join(f"\\set {key} {value}\n" for key, value in names.items())
        words = ("--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1", "--file=-")
        return call(f"{self.programs}/psql", *self.place, f"--dbname={database}", *words, text=told + sql).strip()

    def dump(self, path: str) -> None:
        """Write a dump to *path*, which nobody else reads, and read its table of contents."""
        words = ("--format=custom", "--no-password", f"--file={path}", self.name)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        call(f"{self.programs}/pg_dump", *self.place, *words)
        call(f"{self.programs}/pg_restore", "--list", path)

    def restore(self, path: str) -> None:
        """Make the database what the dump *path* holds. What was there stays beside it, closed, as ``…_before_restore``.

        Until all of the dump is read, clients go on with what is there.
        """
        call(f"{self.programs}/pg_restore", "--list", path)
        owner = self.say("SELECT datdba::regrole::text FROM pg_database WHERE datname = :'name'")
        if not owner:
            raise Failed(f"there is no database {self.name}")
        self.say('DROP DATABASE IF EXISTS :"fresh" WITH (FORCE)')
        self.say(f'CREATE DATABASE :"fresh" OWNER {owner} TEMPLATE template0')
        self.say('REVOKE ALL ON DATABASE :"fresh" FROM PUBLIC')
        words = (
            "--exit-on-error",
            "--single-transaction",
            "--no-owner",
            f"--role={owner}",
            f"--dbname={self.fresh}",
            path,
        )
        call(f"{self.programs}/pg_restore", *self.place, *words)
        self.say("ANALYZE", self.fresh)
        self.say('DROP DATABASE IF EXISTS :"before" WITH (FORCE)')
        self.say('ALTER DATABASE :"name" ALLOW_CONNECTIONS false')
        try:
            self._swap()
        except Failed:
            self.say('ALTER DATABASE :"name" ALLOW_CONNECTIONS true')
            raise

    def _swap(self) -> None:
        """Give the fresh database the name, at once or not at all. Clients are sent away, and come again."""
        self.say(
            "SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity"
            " WHERE datname IN (:'name', :'fresh') AND pid <> pg_backend_pid()"
        )
        self.say('BEGIN; ALTER DATABASE :"name" RENAME TO :"before"; ALTER DATABASE :"fresh" RENAME TO :"name"; COMMIT')


def dumps(folder: str, database: str) -> list[str]:
    """The dumps of a database, the newest first."""
    found = [name for name in os.listdir(folder) if name.startswith(f"{database}-") and name.endswith(END)]
    return [f"{folder}/{name}" for name in sorted(found, reverse=True)]


def make_dump(database: Database, folder: str, keep: int) -> str:
    """Make a dump, then remove those that are too many; a dump that fails removes none."""
    name = f"{database.name}-{time.strftime('%Y%m%dT%H%M%SZ', time.gmtime())}{END}"
    path, beside = f"{folder}/{name}", f"{folder}/{database.name}.partial"
    try:
        database.dump(beside)
    except Failed:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(beside)
        raise
    with open(beside, "rb") as opened:
        os.fsync(opened.fileno())
    os.replace(beside, path)
    for old in dumps(folder, database.name)[keep:]:
        os.unlink(old)
    return path


def dump_named(folder: str, database: str, name: str) -> str:
    """The path of a dump: of the newest, or of the one whose path it is."""
    found = dumps(folder, database)[:1] if name == "newest" else [name]
    if not found or not os.path.isfile(found[0]):
        raise Failed(f"there is no dump {name}" if name != "newest" else f"there is no dump in {folder}")
    return found[0]


def main() -> int:
    """Do it, or say in a sentence why not."""
    act, programs, port, name, folder, last = sys.argv[1:]
    os.umask(0o077)
    database = Database(programs, port, name)
    try:
        if act == "dump":
            path = make_dump(database, folder, int(last))
        else:
            path = dump_named(folder, name, last)
            database.restore(path)
    except (Failed, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
