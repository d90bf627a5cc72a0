"""What a client gets is what it would get of the real program."""

from __future__ import annotations

import typing as t

import pytest

from tests.prisma_engine.address import read_address
from tests.prisma_engine.answering import answer_to, mended, of_database, raw_rows, without_labels
from tests.prisma_engine.reading import Request

ADDRESS = read_address("postgresql://u:secret@db.test/d?connection_limit=3&pool_timeout=4")


def test_labels_are_taken_off() -> None:
    labelled = [
        {
            "id": "a",
            "at": {"$type": "DateTime", "value": "2026-01-01T00:00:00.000Z"},
            "team": {"limit": {"$type": "BigInt", "value": "5"}},
        },
        {"meta": {"$type": "Json", "value": '{"a": 1}'}, "none": None, "many": [1, 2.5, True]},
    ]
    assert without_labels(labelled) == [
        {"id": "a", "at": "2026-01-01T00:00:00.000Z", "team": {"limit": "5"}},
        {"meta": '{"a": 1}', "none": None, "many": [1, 2.5, True]},
    ]


def test_raw_rows_say_the_type_of_each_value() -> None:
    told = {
        "columns": ["number", "names", "none"],
        "types": ["bigint", "string-array", "int"],
        "rows": [["5", ["a", None], None]],
    }
    assert raw_rows(told) == [
        {
            "number": {"prisma__type": "bigint", "prisma__value": "5"},
            "names": {
                "prisma__type": "array",
                "prisma__value": [
                    {"prisma__type": "string", "prisma__value": "a"},
                    {"prisma__type": "null", "prisma__value": None},
                ],
            },
            "none": {"prisma__type": "null", "prisma__value": None},
        }
    ]
    assert raw_rows({"columns": ["number"], "types": [], "rows": []}) == []
    assert raw_rows(3) == 3


@pytest.mark.parametrize(
    ("body", "answer", "told"),
    [
        ({"action": "findUnique"}, {"data": {"findUniqueTeam": None}}, {"data": {"result": None}}),
        ({"action": "findMany"}, {"data": {"findManyTeam": [{"id": "a"}]}}, {"data": {"result": [{"id": "a"}]}}),
        ({"action": "executeRaw"}, {"data": {"executeRaw": 2}}, {"data": {"result": 2}}),
        (
            {"action": "queryRaw"},
            {"data": {"queryRaw": {"columns": [], "types": [], "rows": []}}},
            {"data": {"result": []}},
        ),
        ({"action": "findMany"}, {"errors": [{"error": "x"}]}, {"errors": [{"error": "x"}]}),
    ],
)
def test_an_answer_has_the_name_that_was_asked_for(body: t.Any, answer: t.Any, told: object) -> None:
    assert answer_to(Request("result", body), answer) == told


@pytest.mark.parametrize(
    ("cause", "code", "meta"),
    [
        ({"code": "ECONNREFUSED", "message": "connect"}, "P1001", {"database_host": "db.test", "database_port": 5432}),
        ({"code": "ENOENT", "message": "no socket"}, "P1001", {"database_host": "db.test", "database_port": 5432}),
        ({"code": "57P03", "message": "starting up"}, "P1001", {"database_host": "db.test", "database_port": 5432}),
        ({"code": "28P01", "message": "password"}, "P1000", {}),
        ({"code": "3D000", "message": "no database"}, "P1003", {}),
        ({"code": "57P01", "message": "terminating connection"}, "P1017", {}),
        ({"code": None, "message": "Connection terminated unexpectedly"}, "P1017", {}),
        (
            {"code": None, "message": "timeout exceeded when trying to connect"},
            "P2024",
            {"connection_limit": 3, "timeout": 4},
        ),
        ({"code": "22P02", "message": "bad input"}, "P2010", {"code": "22P02", "message": "bad input"}),
    ],
)
def test_errors_of_the_database(cause: t.Any, code: str, meta: object) -> None:
    told = of_database(cause, ADDRESS)
    assert (told["user_facing_error"]["error_code"], told["user_facing_error"]["meta"]) == (code, meta)
    assert told["error"] == told["user_facing_error"]["message"]
    assert "secret" not in str(told)


def test_a_numbered_error_becomes_the_real_one_and_others_stay() -> None:
    numbered = {"error": "", "user_facing_error": {"message": "Error in external connector (id 7)"}}
    own = {"error": "own", "user_facing_error": {"message": "Unique constraint failed", "error_code": "P2002"}}
    told = mended({"errors": [numbered, own]}, {"7": {"code": "EPIPE", "message": "write EPIPE"}}, ADDRESS)
    assert [each["user_facing_error"]["error_code"] for each in told["errors"]] == ["P1017", "P2002"]
    assert mended({"errors": [numbered]}, {}, ADDRESS) == {"errors": [numbered]}
    assert mended({"data": 1}, {}, ADDRESS) == {"data": 1}
