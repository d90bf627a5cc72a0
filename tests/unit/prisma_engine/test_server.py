"""What the stand-in answers by HTTP."""

from __future__ import annotations

import json
import threading
import typing as t

import httpx
import pytest

from tests.prisma_engine.__main__ import main, overriding
from tests.prisma_engine.address import read_address
from tests.prisma_engine.engine import EngineError
from tests.prisma_engine.schema import Schema
from tests.prisma_engine.server import Answers, Server

Data = dict[str, t.Any]
SCHEMA = Schema("model Team {\n  id String\n}\n")
FIND = "query { result: findManyTeam { id } }"


class Engine:
    """Remembers what it is asked, and answers what it was given."""

    def __init__(self, answer: Data | None = None, causes: Data | None = None) -> None:
        self.asked: list[tuple[str | None, ...]] = []
        self._answer, self._causes = answer, causes or {}

    def ask(self, call: str, *words: str | None) -> tuple[Data, Data]:
        self.asked.append((call, *words))
        if self._answer is None:
            raise EngineError("it has ended")
        return self._answer, self._causes


def answers(engine: Engine) -> Answers:
    return Answers(engine, SCHEMA, read_address("postgresql://u@db.test/d"))


def code(told: tuple[int, Data]) -> str:
    return str(told[1]["errors"][0]["user_facing_error"]["error_code"])


def test_a_request_in_a_transaction() -> None:
    engine = Engine({"data": {"findManyTeam": [{"id": "a"}]}})
    assert answers(engine).to("POST", "/", json.dumps({"query": FIND}), "tx-1") == (
        200,
        {"data": {"result": [{"id": "a"}]}},
    )
    call, body, transaction = engine.asked[0]
    assert (call, json.loads(str(body))["action"], transaction) == ("query", "findMany", "tx-1")


def test_a_batch() -> None:
    engine = Engine({"batchResult": [{"data": {"findManyTeam": []}}, {"data": {"findManyTeam": [{"id": "b"}]}}]})
    text = json.dumps({"batch": [{"query": FIND}, {"query": FIND}], "transaction": True})
    assert answers(engine).to("POST", "/", text)[1] == {
        "batchResult": [{"data": {"result": []}}, {"data": {"result": [{"id": "b"}]}}]
    }
    sent = json.loads(str(engine.asked[0][1]))
    assert (len(sent["batch"]), sent["transaction"]) == (2, {"isolationLevel": None})


def test_a_batch_that_failed_as_a_whole() -> None:
    engine = Engine({"errors": [{"error": "x"}]})
    assert answers(engine).to("POST", "/", json.dumps({"batch": []}))[1] == {"errors": [{"error": "x"}]}


def test_transactions() -> None:
    engine = Engine({"id": "tx-1"})
    assert answers(engine).to("POST", "/transaction/start", "{}") == (200, {"id": "tx-1"})
    answers(engine).to("POST", "/transaction/tx-1/commit", "")
    answers(engine).to("POST", "/transaction/tx-1/rollback", "")
    assert engine.asked == [("start", "{}"), ("commit", "tx-1"), ("rollback", "tx-1")]


def test_a_transaction_that_is_refused() -> None:
    refused = {"error_code": "P2028", "message": "Transaction already closed"}
    told = answers(Engine(refused)).to("POST", "/transaction/tx-1/commit", "")
    assert (code(told), told[1]["errors"][0]["error"]) == ("P2028", "Transaction already closed")
    numbered = {"error_code": "P2036", "message": "Error in external connector (id 0)"}
    assert (
        code(answers(Engine(numbered, {"0": {"code": "ECONNREFUSED"}})).to("POST", "/transaction/start", "{}"))
        == "P1001"
    )


def test_an_engine_that_does_not_answer() -> None:
    assert code(answers(Engine()).to("POST", "/", json.dumps({"query": FIND}))) == "P1017"


@pytest.mark.parametrize("text", ["", "{}", '{"query": "query {"}'])
def test_what_is_no_request(text: str) -> None:
    engine = Engine({})
    assert code(answers(engine).to("POST", "/", text)) == "P2009"
    assert engine.asked == []


def test_by_http() -> None:
    with Server(0, answers(Engine({"data": {"findManyTeam": []}}))) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        with httpx.Client(base_url=f"http://127.0.0.1:{server.server_address[1]}", trust_env=False) as client:
            assert client.get("/status").json() == {"status": "ok"}
            assert client.post("/", json={"query": FIND}).json() == {"data": {"result": []}}
            assert client.get("/nothing").status_code == 404
            assert client.post("/transaction/../commit").status_code == 404
        server.shutdown()


def test_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"], {})
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("query-engine ac9d7041")


def test_which_address_counts() -> None:
    assert overriding({}) == ""
    assert (
        overriding({"OVERWRITE_DATASOURCES": '[{"name": "client", "url": "postgresql://other"}]'})
        == "postgresql://other"
    )
