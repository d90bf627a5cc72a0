"""The program that migrates: ``schema-engine -d SCHEMA``, which is asked in lines of JSON-RPC, and ``schema-engine cli … COMMAND``.

It does as much of the real one as ``prisma migrate deploy`` and ``prisma migrate resolve`` ask for.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import sys
import typing as t
import uuid
from pathlib import Path

import psycopg
from psycopg import sql

from .address import Address, BadAddressError, read_address
from .schema import Schema

REVISION = "ac9d7041ed77bcc8a8dbd2ab6616b39013829574"
LOCK = 72707369
"""The number of the lock that the real program takes, too."""

LEDGER = """
CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
    logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0
)
"""
_BEGIN = "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES (%s, %s, %s)"
_END = "UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = %s"
_FAIL = "UPDATE _prisma_migrations SET logs = %s WHERE id = %s"
_BACK = "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = %s AND finished_at IS NULL"
_OPEN = "SELECT migration_name, started_at::text FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL"
_DONE = "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL"
_READ_MORE = (
    "Read more about how to resolve migration issues in a production database: https://pris.ly/d/migrate-resolve"
)
_REFUSES_WHO_COMES = ("28P01", "28000")

Data = dict[str, t.Any]


class RefusedError(Exception):
    """What the real program refuses, with Prisma's code."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@contextlib.contextmanager
def connected(address: Address) -> t.Iterator[psycopg.Connection]:
    """A connection to the database at *address*.

    :raises RefusedError: when there is none.
    """
    try:
        connection = psycopg.connect(
            host=address.host,
            port=address.port,
            dbname=address.name,
            user=address.user,
            password=address.password,
            connect_timeout=max(address.connect, 2),
            sslmode="require" if address.secure else "disable",
            autocommit=True,
        )
    except psycopg.OperationalError as wrong:
        if any(code in str(wrong) for code in (*_REFUSES_WHO_COMES, "password authentication failed")):
            message = f"Authentication failed against database server at `{address.host}`, the provided database credentials for"
            raise RefusedError("P1000", f"{message} `{address.user}` are not valid.") from wrong
        raise RefusedError("P1001", f"Can't reach database server at `{address.place}`") from wrong
    with connection:
        connection.execute(sql.SQL("SET search_path TO {}").format(sql.Identifier(address.schema)))
        yield connection


class SchemaEngine:
    """What is asked of it, on the database at *address*."""

    def __init__(self, address: Address, locks: bool = True) -> None:
        self._address, self._locks = address, locks

    def answer(self, method: str, words: Data) -> Data:
        """The answer to *method*.

        :raises RefusedError: with Prisma's code.
        """
        folder = Path(words.get("migrationsDirectoryPath", ""))
        if method == "listMigrationDirectories":
            return {"migrations": [path.name for path in _migrations(folder)]}
        with connected(self._address) as connection:
            if method == "applyMigrations":
                return {"appliedMigrationNames": list(self._apply(connection, folder))}
            if method == "markMigrationRolledBack":
                if not connection.execute(_BACK, [words["migrationName"]]).rowcount:
                    message = f"Migration `{words['migrationName']}` cannot be rolled back because it is not in a failed state."
                    raise RefusedError("P3012", message)
                return {}
            if method == "markMigrationApplied":
                connection.execute(LEDGER)
                connection.execute(_BACK, [words["migrationName"]])
                connection.execute(_END, [_begin(connection, folder / words["migrationName"])])
                return {}
        raise RefusedError("P0000", f"{method} is not what the engine of tests does")

    def _apply(self, connection: psycopg.Connection, folder: Path) -> t.Iterator[str]:
        if self._locks:
            connection.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        if not connection.execute("SELECT to_regclass('_prisma_migrations')").fetchall()[0][0]:
            tables = "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"
            if connection.execute(tables).fetchall()[0][0]:
                message = "The database schema is not empty. Read more about how to baseline an existing production database: "
                raise RefusedError("P3005", message + "https://pris.ly/d/migrate-baseline")
            connection.execute(LEDGER)
        failed = connection.execute(_OPEN).fetchall()
        if failed:
            told = "".join(f"\nThe `{name}` migration started at {began} failed" for name, began in failed)
            raise RefusedError(
                "P3009",
                "migrate found failed migrations in the target database, new migrations will not be applied. "
                + _READ_MORE
                + told,
            )
        done = {name for (name,) in connection.execute(_DONE)}
        for path in _migrations(folder):
            if path.name not in done:
                _carry_out(connection, path)
                yield path.name


def _migrations(folder: Path) -> list[Path]:
    return sorted(path.parent for path in folder.glob("*/migration.sql"))


def _begin(connection: psycopg.Connection, path: Path) -> str:
    """Note that the migration at *path* begins; the number of the note."""
    number = str(uuid.uuid4())
    digest = hashlib.sha256((path / "migration.sql").read_bytes()).hexdigest()
    connection.execute(_BEGIN, [number, digest, path.name])
    return number


def _carry_out(connection: psycopg.Connection, path: Path) -> None:
    number = _begin(connection, path)
    try:
        # As one text, which PostgreSQL carries out whole or not at all.
        connection.execute((path / "migration.sql").read_bytes())
    except psycopg.Error as wrong:
        told = str(wrong)
        connection.execute(_FAIL, [told, number])
        message = "A migration failed to apply. New migrations cannot be applied before the error is recovered from. "
        detail = (
            f"\n\nMigration name: {path.name}\n\nDatabase error code: {wrong.sqlstate}\n\nDatabase error:\n{told}\n"
        )
        raise RefusedError("P3018", message + _READ_MORE + detail) from wrong
    connection.execute(_END, [number])


def serve(engine: SchemaEngine, lines: t.Iterable[str], say: t.Callable[[str], t.Any]) -> None:
    """Answer requests until there are no more *lines*."""
    for line in filter(str.strip, lines):
        asked = json.loads(line)
        told: Data
        try:
            told = {"result": engine.answer(asked["method"], asked.get("params") or {})}
        except RefusedError as wrong:
            data = {"is_panic": False, "message": str(wrong), "meta": None, "error_code": wrong.code}
            message = "An error happened. Check the data field for details."
            told = {"error": {"code": 4466, "message": message, "data": data}}
        say(json.dumps({"jsonrpc": "2.0", "id": asked["id"], **told}) + "\n")


def main(arguments: list[str], environment: t.Mapping[str, str]) -> int:
    """Answer, or say whether the database can be reached; 0, or 1 where it cannot."""
    parser = argparse.ArgumentParser(prog="schema-engine")
    parser.add_argument("-d", "--datamodel")
    parser.add_argument("--version", action="version", version=f"schema-engine-cli {REVISION}")
    client = parser.add_subparsers(dest="what").add_parser("cli")
    client.add_argument("-d", "--datasource", required=True)
    client.add_argument("command", choices=["can-connect-to-database"])
    options = parser.parse_args(arguments)
    try:
        if options.what:
            with connected(read_address(options.datasource)):
                return 0
        schema = Schema(Path(options.datamodel).read_text(encoding="utf-8"))
        engine = SchemaEngine(
            read_address(schema.address(environment)), not environment.get("PRISMA_SCHEMA_DISABLE_ADVISORY_LOCK")
        )
    except (RefusedError, BadAddressError) as wrong:
        return _refuse(getattr(wrong, "code", "P1013"), str(wrong))
    serve(engine, sys.stdin, lambda text: (sys.stdout.write(text), sys.stdout.flush()))
    return 0


def _refuse(code: str, message: str) -> int:
    # Prisma's program drops the first line.
    fields = {"is_panic": False, "message": message, "meta": {}, "error_code": code}
    for line in (
        {"level": "INFO", "fields": {"message": "Starting schema engine CLI"}, "target": "schema_engine"},
        {"level": "ERROR", "fields": fields, "target": "schema_engine::logger"},
    ):
        sys.stderr.write(json.dumps({"timestamp": "", **line}) + "\n" * (line["level"] == "INFO"))
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
