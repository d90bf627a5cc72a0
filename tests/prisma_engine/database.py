"""A PostgreSQL of the tests' own, with LiteLLM's tables if they want them."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
import typing as t
from pathlib import Path

from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.programs import as_account, programs

from tests.ports import free_port
from tests.prisma_engine.address import read_address
from tests.prisma_engine.schema_engine import SchemaEngine

NAME = "litellm"
LONGEST = 300
"""Seconds that a start, or all migrations, may take on a machine with other work."""


class NoPostgresqlError(Exception):
    """This machine has none."""


class Database:
    """A server on a port of loopback, which asks its clients for no password."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self.url = f"postgresql://{NAME}@127.0.0.1:{port}/{NAME}"

    def sql(self, text: str) -> str:
        """What PostgreSQL answers to *text*, a row a line.

        :raises RuntimeError: with what it says, when it refuses.
        """
        command = [f"{programs().folder}/psql", "--no-psqlrc", "--quiet", "--no-align", "--tuples-only"]
        ended = subprocess.run(  # noqa: S603 - a list
            [*command, "--set=ON_ERROR_STOP=1", self.url],
            input=text,
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
        if ended.returncode:
            raise RuntimeError(ended.stderr)
        return ended.stdout

    def migrate(self, folder: Path) -> None:
        """Make LiteLLM's tables of the migrations below *folder*."""
        engine = SchemaEngine(read_address(f"{self.url}?sslmode=disable"))
        engine.answer("applyMigrations", {"migrationsDirectoryPath": str(folder)})

    def pg_ctl(self, *words: str) -> None:
        """Tell the server to ``start`` or ``stop``."""
        subprocess.run(  # noqa: S603 - a list
            [f"{programs().folder}/pg_ctl", f"--pgdata={self.folder}/data", "--silent", "--wait", *words],
            **as_account(_account()),
            check=True,
            timeout=LONGEST,
        )

    def start(self) -> None:
        """Start the server."""
        options = (
            f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories={self.folder} -c fsync=off"
        )
        self.pg_ctl(f"--log={self.folder}/log", f"--options={options}", "start")


def _account() -> str:
    # It takes no orders from root.
    return "nobody" if os.geteuid() == 0 else pwd.getpwuid(os.getuid()).pw_name


@contextlib.contextmanager
def running_database() -> t.Iterator[Database]:
    """A new, empty database.

    :raises NoPostgresqlError: where there are no programs of PostgreSQL.
    """
    found = programs().folder
    if not found:
        raise NoPostgresqlError("There is no PostgreSQL: scripts/install_postgresql.sh installs it")
    # pytest's own folders let no other account in, and the path of a socket has to be short.
    with tempfile.TemporaryDirectory(prefix="pg-") as made:
        folder = Path(made)
        shutil.chown(folder, _account())
        subprocess.run(  # noqa: S603 - a list
            [f"{found}/initdb", f"--pgdata={folder}/data", "--auth=trust", f"--username={NAME}", "--encoding=UTF8"],
            **as_account(_account()),
            check=True,
            stdout=subprocess.DEVNULL,
        )
        database = Database(folder, free_port())
        database.start()
        try:
            subprocess.run(  # noqa: S603 - a list
                [f"{found}/createdb", "--host=127.0.0.1", f"--port={database.port}", f"--username={NAME}", NAME],
                check=True,
            )
            yield database
        finally:
            database.pg_ctl("--mode=immediate", "stop")
