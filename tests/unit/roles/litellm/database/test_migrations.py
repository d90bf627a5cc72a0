"""Which migrations are pending, and LiteLLM's job that carries them out, with LiteLLM and Prisma's client played."""

from __future__ import annotations

import io
import json
import os
import signal
import stat
import subprocess
import sys
import time
import types
import typing as t
from pathlib import Path

import migrations
import pytest

ADDRESS = "postgresql://litellm:p%40ss@db.example.com:5433/litellm?connection_limit=5&sslmode=require"
FIRST, SECOND, LATER = "20250101000000_first", "20250201000000_second", "20250301000000_later"


def row(name: str, done: bool = True, taken_back: bool = False, said: str = "") -> dict[str, t.Any]:
    return {"migration_name": name, "done": done, "taken_back": taken_back, "logs": said or None}


class Installation:
    """An installation of LiteLLM whose database has *rows*."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rows: list[dict[str, t.Any]] | None = None
        self.broken = ""
        self.job: t.Callable[[], bool] = self.carry_out
        self.builds = True
        self.environment: dict[str, str] = {}

    def add(self, name: str, text: str = 'CREATE TABLE "A" ();') -> None:
        (self.folder / "migrations" / name).mkdir(parents=True)
        (self.folder / "migrations" / name / "migration.sql").write_text(text)

    def carry_out(self) -> bool:
        self.rows = [row(path.parent.name) for path in self.folder.glob("migrations/*/migration.sql")]
        return True

    def setup_database(self, use_migrate: bool, use_v2_resolver: bool) -> bool:
        assert (use_migrate, use_v2_resolver) == (True, True)
        self.environment = dict(os.environ)
        print("LiteLLM tells something")
        return self.job()

    def build_request_log_indexes(self) -> bool:
        return self.builds

    async def connect(self) -> None:
        if self.broken:
            raise RuntimeError(self.broken)

    async def disconnect(self) -> None:
        pass

    async def query_raw(self, query: str) -> list[dict[str, t.Any]]:
        if "to_regclass" in query:
            return [{"name": None if self.rows is None else "_prisma_migrations"}]
        return self.rows or []


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installation:
    folder = tmp_path / "litellm_proxy_extras"
    folder.mkdir()
    (folder / "__init__.py").touch()
    made = Installation(folder)
    monkeypatch.syspath_prepend(str(tmp_path))
    utils: t.Any = types.ModuleType("litellm_proxy_extras.utils")
    utils.ProxyExtrasDBManager = made
    prisma: t.Any = types.ModuleType("prisma")
    prisma.Prisma = lambda: made
    prisma.config = types.SimpleNamespace(binary_cache_dir=tmp_path / "prisma")
    for module in (utils, prisma):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.delitem(sys.modules, "litellm_proxy_extras", raising=False)
    monkeypatch.setattr(migrations, "become", lambda _account: None)
    monkeypatch.setattr(os, "environ", {**os.environ})
    made.add(FIRST)
    made.add(SECOND)
    return made


Run = t.Callable[..., tuple[int, dict[str, t.Any]]]


@pytest.fixture
def run(installation: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    def run_it(
        *arguments: str, text: str = f'DATABASE_URL="{ADDRESS}"\nPATH="/nowhere"\n'
    ) -> tuple[int, dict[str, t.Any]]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))
        monkeypatch.chdir(tmp_path)
        output = io.StringIO()
        status = migrations.main(list(arguments), output)
        printed = output.getvalue()
        assert "p@ss" not in printed
        assert "p%40ss" not in printed
        return status, json.loads(printed)

    return run_it


def test_what_an_installation_brings(run: Run, installation: Installation) -> None:
    installation.add(LATER, '-- DROP TABLE "A"\nALTER TABLE "A" DROP COLUMN "b";')
    assert run("known") == (0, {"names": [FIRST, SECOND, LATER], "breaking": [LATER]})


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ('DROP TABLE "A";', True),
        ('ALTER TABLE "A" RENAME COLUMN "b" TO "c";', True),
        ('ALTER TABLE "A" ALTER COLUMN "b" SET DATA TYPE BIGINT;', True),
        ('ALTER TABLE "A" ALTER COLUMN "b" SET NOT NULL;', True),
        ('DROP INDEX IF EXISTS "A_b_key";', True),
        ('ALTER TABLE "A" ADD COLUMN IF NOT EXISTS "b" TEXT NOT NULL;', True),
        ('ALTER TABLE "A" ADD COLUMN "b" TEXT NOT NULL DEFAULT \'\';', False),
        ('ALTER TABLE "A" ADD COLUMN "b" TEXT, ADD COLUMN "c" TEXT DEFAULT \'x\' NOT NULL;', False),
        ('DROP INDEX IF EXISTS "A_b_idx";', False),
        ('CREATE TABLE "A" ("b" TEXT NOT NULL);', False),
    ],
)
def test_what_an_older_litellm_cannot_do_without(text: str, breaks: bool) -> None:
    assert bool(migrations.BREAKS.search(text)) is breaks


def test_an_installation_without_migrations(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    status, answer = run("known")
    assert (status, answer["wrong"]) == (1, "litellm-proxy-extras is missing, which has LiteLLM's migrations")


def test_nothing_but_the_answer_is_printed(tmp_path: Path) -> None:
    (tmp_path / "litellm_proxy_extras" / "migrations").mkdir(parents=True)
    (tmp_path / "litellm_proxy_extras" / "__init__.py").touch()
    engine = "import os\n\nclass Prisma:\n    def __init__(self):\n        os.system('echo query-engine')\n        raise ValueError('away')\n"
    (tmp_path / "prisma.py").write_text(engine)
    ended = subprocess.run(  # noqa: S603 - a list
        [sys.executable, migrations.__file__, "look"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        input="",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, json.loads(ended.stdout), ended.stderr) == (
        1,
        {"wrong": "ValueError: away"},
        "query-engine\n",
    )


def test_an_empty_database_lacks_all(run: Run) -> None:
    assert run("look", "") == (0, {"applied": 0, "pending": [FIRST, SECOND], "ahead": [], "failed": []})


def test_what_a_database_lacks_and_has_more(run: Run, installation: Installation) -> None:
    installation.rows = [
        row("0_init"),
        row("20240101000000_forgotten"),
        row(FIRST),
        row(SECOND, taken_back=True),
        row(SECOND, done=False, said=" it failed\n"),
        row(LATER),
    ]
    _status, answer = run("look", "nobody")
    assert answer == {
        "applied": 4,
        "pending": [SECOND],
        "ahead": [LATER],
        "failed": [{"name": SECOND, "said": "it failed"}],
    }


def test_a_failure_that_was_mended_is_none(run: Run, installation: Installation) -> None:
    installation.rows = [row(FIRST, done=False), row(FIRST), row(SECOND)]
    assert run("look", "")[1]["failed"] == []


def test_a_database_that_is_away(run: Run, installation: Installation) -> None:
    installation.broken = f"no way to {ADDRESS}, with p@ss"
    status, answer = run("look", "")
    assert (status, answer) == (1, {"wrong": "RuntimeError: no way to [hidden], with [hidden]"})


def test_nothing_pending_is_nothing_to_do(run: Run, installation: Installation, tmp_path: Path) -> None:
    installation.rows = [row(FIRST), row(SECOND)]
    status, answer = run("migrate", "", str(tmp_path), "60")
    assert (status, answer["done"], answer["said"], installation.environment) == (0, [], "", {})


def test_litellm_migrates_by_itself(run: Run, installation: Installation, tmp_path: Path) -> None:
    engine = tmp_path / "prisma" / "node_modules" / "@prisma" / "engines" / "schema-engine-debian"
    engine.parent.mkdir(parents=True)
    engine.write_text('#!/bin/sh\necho "$DATABASE_URL $*"\n')
    engine.chmod(0o755)
    told: list[str] = []

    def job() -> bool:
        before = os.environ["PRISMA_SCHEMA_ENGINE_BINARY"]
        assert stat.S_IMODE(os.stat(before).st_mode) == 0o700
        for words in (["-d", "schema.prisma"], ["cli", "--datasource", "x", "can-connect-to-database"]):
            command = [before, *words]
            told.append(subprocess.run(command, env=os.environ, check=True, capture_output=True, text=True).stdout)  # noqa: S603
        return installation.carry_out()

    installation.job = job
    status, answer = run("migrate", "", str(tmp_path), "60")
    assert (status, answer["done"], answer["pending"], answer["said"]) == (0, [FIRST, SECOND], [], "")
    found = installation.environment
    assert found["DATABASE_URL"] == ADDRESS.replace(":p%40ss", "")
    assert (found["PGPASSWORD"], found["HOME"]) == ("p@ss", str(tmp_path))
    assert found["PATH"].startswith(str(Path(sys.executable).parent))
    assert found["LITELLM_PRISMA_MIGRATE_DEPLOY_TIMEOUT"] == "60"
    assert told == [f"{ADDRESS} -d schema.prisma\n", ""]
    assert not list(tmp_path.glob("litellm-migration-*"))


def test_without_its_engine_prisma_gets_the_whole_address(run: Run, installation: Installation, tmp_path: Path) -> None:
    run("migrate", "", str(tmp_path), "60", text='DATABASE_URL="x"\n' + f'DIRECT_URL="{ADDRESS}"\n')
    assert installation.environment["DATABASE_URL"] == ADDRESS
    assert "DIRECT_URL" not in installation.environment


def test_a_socket_is_told_as_libpq_reads_it(run: Run, installation: Installation, tmp_path: Path) -> None:
    address = "postgresql://litellm@localhost:5432/litellm?host=/run/postgresql"
    run("migrate", "", str(tmp_path), "60", text=f'DATABASE_URL="{address}"\nPRISMA_SCHEMA_ENGINE_BINARY="/bin/true"\n')
    told = installation.environment
    assert told["DATABASE_URL"] == "postgresql://litellm@%2Frun%2Fpostgresql:5432/litellm?host=/run/postgresql"
    assert told["PRISMA_SCHEMA_ENGINE_BINARY"] == "/bin/true"


def _fails() -> bool:
    raise RuntimeError(f"cannot: {ADDRESS}")


def _takes_long() -> bool:
    # A longer one would be tried again by whoever catches Exception.
    signal.raise_signal(signal.SIGALRM)
    time.sleep(60)
    return True


@pytest.mark.parametrize(
    ("job", "said"),
    [
        (_fails, "cannot: [hidden]"),
        (lambda: False, "LiteLLM's job gave up, and said nothing more"),
        (_takes_long, "it took longer than 60 seconds"),
    ],
)
def test_a_job_that_fails(
    run: Run,
    installation: Installation,
    tmp_path: Path,
    job: t.Callable[[], bool],
    said: str,
    capfd: pytest.CaptureFixture[str],
) -> None:
    installation.job = job
    status, answer = run("migrate", "", str(tmp_path), "60")
    assert (status, answer["said"], answer["pending"]) == (2, said, [FIRST, SECOND])
    sentence = f"LiteLLM could not migrate the database; 0 of 2 migrations are done, and stay. {said}"
    assert capfd.readouterr().err.splitlines()[-1] == sentence


def test_a_migration_that_fails_is_named_and_what_it_said_is_in_one_line(
    run: Run, installation: Installation, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def job() -> bool:
        installation.rows = [row(FIRST), row(SECOND, done=False, said=f"ERROR:\n\n at {ADDRESS}: division by zero")]
        raise RuntimeError("P3018")

    installation.job = job
    assert run("migrate", "", str(tmp_path), "60")[0] == migrations.UNDONE
    assert capfd.readouterr().err.splitlines()[-1] == (
        "LiteLLM could not migrate the database; 1 of 2 migrations are done, and stay. "
        f"{SECOND} failed: ERROR: at [hidden]: division by zero"
    )


def test_who_waits_tells_each_change_once_and_ends_when_nothing_is_pending(
    run: Run, installation: Installation, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The database is away, then empty for a while, then half done, then done."""
    states: list[tuple[str, list[t.Any] | None]] = [
        (f"no way to {ADDRESS}", None),
        ("", None),
        ("", None),
        ("", [row(FIRST)]),
        ("", [row(FIRST), row(SECOND), row(LATER)]),
    ]

    def go_on(_seconds: float = 0) -> None:
        installation.broken, installation.rows = states.pop(0)

    go_on()
    monkeypatch.setattr("time.sleep", go_on)
    status, answer = run("wait", "", "/", "60")
    assert (status, answer["pending"], answer["applied"], states) == (0, [], 3, [])
    assert capfd.readouterr().err.splitlines() == [
        "The database cannot be asked what it lacks: RuntimeError: no way to [hidden]",
        f"The database lacks 2 migrations, from {FIRST} to {SECOND}.",
        f"The database lacks {SECOND}.",
        f"The database has all migrations of this LiteLLM, and {LATER} of a newer one.",
    ]


@pytest.mark.parametrize(("broken", "says"), [("", "The database lacks 2 migrations"), ("away", "RuntimeError: away")])
def test_who_waits_does_not_wait_for_ever(
    run: Run, installation: Installation, capfd: pytest.CaptureFixture[str], broken: str, says: str
) -> None:
    installation.broken = broken
    assert run("wait", "", "/", "0")[0] == migrations.UNASKED
    assert says in capfd.readouterr().err


def test_in_a_pod_the_environment_is_there_already(
    run: Run, installation: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "DATABASE_URL", ADDRESS)
    monkeypatch.setitem(os.environ, "PRISMA_SCHEMA_ENGINE_BINARY", "/bin/true")
    assert run("migrate", "", str(tmp_path), "60", text="")[0] == 0
    assert installation.environment["DATABASE_URL"] == ADDRESS.replace(":p%40ss", "")
    assert installation.environment["PGPASSWORD"] == "p@ss"


def test_indexes_that_cannot_be_built(run: Run, installation: Installation, tmp_path: Path) -> None:
    installation.builds = False
    assert (
        run("migrate", "", str(tmp_path), "60")[1]["said"] == "LiteLLM could not build the indexes of its request log"
    )


def test_an_older_litellm_has_no_indexes_to_build(
    run: Run, installation: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(Installation, "build_request_log_indexes")
    assert run("migrate", "", str(tmp_path), "60")[1]["said"] == ""


def test_a_number_that_is_none(run: Run, tmp_path: Path) -> None:
    assert run("migrate", "", str(tmp_path), "long")[0] == 1


def test_root_becomes_the_account(monkeypatch: pytest.MonkeyPatch) -> None:
    became: list[t.Any] = []
    user = types.SimpleNamespace(pw_gid=7, pw_uid=8)
    groups = [types.SimpleNamespace(gr_gid=9, gr_mem=["litellm"]), types.SimpleNamespace(gr_gid=10, gr_mem=[])]
    monkeypatch.setattr("pwd.getpwnam", lambda name: {"litellm": user}[name])
    monkeypatch.setattr("grp.getgrall", lambda: groups)
    for name in ("setgroups", "setgid", "setuid"):
        monkeypatch.setattr(os, name, became.append)
    for number, account in ((0, ""), (1000, "litellm")):
        monkeypatch.setattr(os, "geteuid", lambda number=number: number)
        migrations.become(account)
    assert became == []
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    migrations.become("litellm")
    assert became == [[9, 7], 7, 8]
