"""The program itself, with the real engine in WebAssembly and a real PostgreSQL."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import typing as t
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from tests.ports import free_port
from tests.prisma_engine.database import LONGEST, Database, running_database

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("query-engine")
PACKAGES = ROOT / ".cache" / "prisma_engine"

SCHEMA = """
datasource client {
  provider = "postgresql"
  url      = env("DATABASE_URL")
}
model Team {
  id       String   @id
  metadata Json     @default("{}")
  models   String[]
  limit    BigInt?
  spend    Float    @default(0)
  expires  DateTime?
  keys     Key[]
}
model Key {
  token   String  @id
  team_id String?
  team    Team?   @relation(fields: [team_id], references: [id])
}
"""
TABLES = """
CREATE TABLE "Team" (id TEXT PRIMARY KEY, metadata JSONB NOT NULL DEFAULT '{}', models TEXT[], "limit" BIGINT,
    spend DOUBLE PRECISION NOT NULL DEFAULT 0, expires TIMESTAMP(3));
CREATE TABLE "Key" (token TEXT PRIMARY KEY, team_id TEXT REFERENCES "Team"(id));
"""
TEAM = '{ id: "a", metadata: "{\\"n\\": 1}", models: ["x", "é"], limit: 9007199254740993, spend: 0.5, expires: "2026-01-02T03:04:05+00:00" }'

Data = dict[str, t.Any]


class Program:
    """The program, and what it is asked."""

    def __init__(self, folder: Path, url: str) -> None:
        self._port = free_port()
        schema = folder / "schema.prisma"
        schema.write_text(SCHEMA)
        self._said = folder / "said"
        environment = {
            **{"PATH": os.environ["PATH"], "PRISMA_DML_PATH": str(schema), "DATABASE_URL": url},
            **{"PRISMA_ENGINE_PACKAGES": str(PACKAGES), "PRISMA_ENGINE_PYTHON": sys.executable},
        }
        with self._said.open("wb") as said:
            self.process = subprocess.Popen(  # noqa: S603 - a list
                [PROGRAM, "-p", str(self._port), "--enable-metrics", "--enable-raw-queries"],
                env=environment,
                stderr=said,
            )
        self.http = httpx.Client(base_url=f"http://127.0.0.1:{self._port}", timeout=LONGEST, trust_env=False)

    @property
    def said(self) -> str:
        return self._said.read_text()

    def ready(self) -> None:
        end = time.monotonic() + LONGEST
        while time.monotonic() < end and self.process.poll() is None:
            try:
                assert self.http.get("/status").status_code == 200
            except httpx.ConnectError:
                time.sleep(0.05)
            else:
                return
        pytest.fail(f"the program did not become ready: {self.said}")

    def ask(self, query: str, transaction: str = "") -> t.Any:
        """What is answered to *query*, or the code of the error."""
        headers = {"X-transaction-id": transaction} if transaction else {}
        told = self.http.post("/", json={"query": query, "variables": {}}, headers=headers).json()
        return told["data"]["result"] if "data" in told else told["errors"][0]["user_facing_error"]["error_code"]

    def end(self) -> None:
        self.http.close()
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(timeout=LONGEST)


@pytest.fixture(scope="module")
def database() -> t.Iterator[Database]:
    with running_database() as running:
        running.sql(TABLES)
        yield running


@pytest.fixture
def program(database: Database, tmp_path: Path) -> t.Iterator[Program]:
    database.sql('TRUNCATE "Key", "Team"')
    made = Program(tmp_path, f"{database.url}?connection_limit=2&pool_timeout=1&connect_timeout=1")
    try:
        made.ready()
        yield made
    finally:
        made.end()


def test_what_is_written_is_read(program: Program) -> None:
    fields = "{ id metadata models limit spend expires keys { token } }"
    wrote = program.ask(f"mutation {{ result: createOneTeam(data: {TEAM}) {fields} }}")
    assert json.loads(wrote["metadata"]) == {"n": 1}
    assert (wrote["models"], wrote["limit"], wrote["spend"], wrote["keys"]) == (["x", "é"], "9007199254740993", 0.5, [])
    assert wrote["expires"] == "2026-01-02T03:04:05.000Z"
    program.ask('mutation { result: createOneKey(data: { token: "t", team: { connect: { id: "a" } } }) { token } }')
    assert program.ask(f'query {{ result: findUniqueTeam(where: {{ id: "a" }}) {fields} }}')["keys"] == [{"token": "t"}]
    changed = program.ask(
        'mutation { result: updateOneTeam(where: { id: "a" }, data: { spend: { increment: 0.25 }, metadata: "{}" }) { spend metadata } }'
    )
    assert changed == {"spend": 0.75, "metadata": "{}"}
    assert program.ask("query { result: aggregateTeam { _count { _all } } }") == {"_count": {"_all": 1}}
    assert program.ask('query { result: findUniqueTeam(where: { id: "b" }) { id } }') is None


def test_raw_requests(program: Program) -> None:
    rows = program.ask(
        'mutation { result: queryRaw(query: "SELECT $1::text AS a, 5::bigint AS b", parameters: "[\\"x\\"]") }'
    )
    assert rows == [
        {"a": {"prisma__type": "string", "prisma__value": "x"}, "b": {"prisma__type": "bigint", "prisma__value": "5"}}
    ]
    names = program.ask(
        'mutation { result: queryRaw(query: "SELECT array_agg(relname) AS n FROM pg_class WHERE relname = \'Team\'", parameters: "[]") }'
    )
    assert names[0]["n"]["prisma__value"] == [{"prisma__type": "string", "prisma__value": "Team"}]
    done = program.ask('mutation { result: executeRaw(query: "UPDATE \\"Team\\" SET spend = 1", parameters: "[]") }')
    assert done == 0
    assert program.ask('mutation { result: queryRaw(query: "SELECT id FROM \\"Team\\"", parameters: "[]") }') == []


def test_a_batch_is_all_or_nothing(program: Program) -> None:
    create = f"mutation {{ result: createOneTeam(data: {TEAM}) {{ id }} }}"
    batch = [{"query": create}, {"query": create}]
    told = program.http.post("/", json={"batch": batch, "transaction": True}).json()
    assert told["errors"][0]["user_facing_error"]["error_code"] == "P2002"
    assert program.ask("query { result: findManyTeam { id } }") == []
    told = program.http.post("/", json={"batch": batch[:1], "transaction": True}).json()
    assert told == {"batchResult": [{"data": {"result": {"id": "a"}}}]}


@pytest.mark.parametrize(("end", "left"), [("commit", [{"id": "a"}]), ("rollback", [])])
def test_a_transaction(program: Program, end: str, left: list[Data]) -> None:
    started = program.http.post("/transaction/start", json={"timeout": 20000, "max_wait": 20000}).json()["id"]
    program.ask(f"mutation {{ result: createOneTeam(data: {TEAM}) {{ id }} }}", started)
    assert program.ask("query { result: findManyTeam { id } }") == []
    assert "errors" not in program.http.post(f"/transaction/{started}/{end}").json()
    assert program.ask("query { result: findManyTeam { id } }") == left
    assert program.ask("query { result: findManyTeam { id } }", started) == "P2028"


def test_many_at_once(program: Program) -> None:
    def create(number: int) -> t.Any:
        return program.ask(f'mutation {{ result: createOneTeam(data: {{ id: "{number}" }}) {{ id }} }}')

    with ThreadPoolExecutor(20) as clients:
        assert list(clients.map(create, range(100))) == [{"id": str(number)} for number in range(100)]
    assert program.ask("query { result: aggregateTeam { _count { _all } } }") == {"_count": {"_all": 100}}


def test_the_database_goes_and_comes_back(program: Program, database: Database) -> None:
    find = "query { result: findManyTeam { id } }"
    assert program.ask(find) == []
    # Of its connections, one rests and one is in use.
    program.http.post("/transaction/start", json={"timeout": 20000, "max_wait": 20000})
    database.pg_ctl("--mode=immediate", "stop")
    try:
        assert {program.ask(find) for _number in range(5)} <= {"P1001", "P1017"}
        assert program.ask(find) == "P1001"
    finally:
        database.start()
    assert program.ask(find) == []


def test_no_connection_is_free(program: Program) -> None:
    held = [
        program.http.post("/transaction/start", json={"timeout": 20000, "max_wait": 20000}).json()["id"]
        for _number in range(2)
    ]
    assert program.ask("query { result: findManyTeam { id } }") == "P2024"
    for each in held:
        program.http.post(f"/transaction/{each}/rollback")
    assert program.ask("query { result: findManyTeam { id } }") == []


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_by_a_signal(program: Program, how: signal.Signals) -> None:
    assert Path(f"/proc/{program.process.pid}/comm").read_text().strip() == "query-engine"
    program.process.send_signal(how)
    assert program.process.wait(timeout=LONGEST) == 0


def test_it_does_not_start_without_a_database(tmp_path: Path) -> None:
    program = Program(tmp_path, f"postgresql://u:secret@127.0.0.1:{free_port()}/d")
    try:
        assert program.process.wait(timeout=LONGEST) == 1
        assert json.loads(program.said)["error_code"] == "P1001"
        assert "secret" not in program.said
    finally:
        program.end()
