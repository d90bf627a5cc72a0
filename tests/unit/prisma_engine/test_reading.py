"""What a client asks in GraphQL is what the engine is asked in JSON."""

from __future__ import annotations

import json
import typing as t

import pytest

from tests.prisma_engine.reading import UnreadableError, read
from tests.prisma_engine.schema import Schema

SCHEMA = Schema("""
model Team {
  id       String @id
  metadata Json   @default("{}")
  notes    Json[]
  limit    BigInt?
  keys     Key[]
  budget   Budget? @relation(fields: [id], references: [id])
}
model Key {
  token String @id
  extra Json?
  team  Team?
}
model Budget {
  id String @id
}
model KeyOrThrow {
  id String @id
}
""")


def asked(text: str) -> dict[str, t.Any]:
    return read(text, SCHEMA).body


def json_value(value: object) -> dict[str, str]:
    return {"$type": "Json", "value": json.dumps(value)}


def arguments(text: str) -> dict[str, t.Any]:
    return t.cast(dict[str, t.Any], asked(text)["query"]["arguments"])


def test_a_request_as_the_client_writes_it() -> None:
    request = read(
        'query {\n  result: findUniqueTeam\n  (\n    where: {\n      id: "a"\n    }\n  )\n  {\n    id\n    limit\n  }\n}',
        SCHEMA,
    )
    assert request.name == "result"
    assert request.body == {
        "modelName": "Team",
        "action": "findUnique",
        "query": {"arguments": {"where": {"id": "a"}}, "selection": {"id": True, "limit": True}},
    }


def test_the_name_of_an_answer_is_that_of_the_field_unless_told() -> None:
    assert read("query { findManyTeam { id } }", SCHEMA).name == "findManyTeam"


@pytest.mark.parametrize(
    ("field", "action", "model"),
    [
        ("findFirstTeam", "findFirst", "Team"),
        ("findFirstTeamOrThrow", "findFirstOrThrow", "Team"),
        ("findUniqueTeamOrThrow", "findUniqueOrThrow", "Team"),
        ("findUniqueKeyOrThrow", "findUnique", "KeyOrThrow"),
        ("createManyTeam", "createMany", "Team"),
        ("upsertOneTeam", "upsertOne", "Team"),
        ("groupByTeam", "groupBy", "Team"),
    ],
)
def test_actions(field: str, action: str, model: str) -> None:
    body = asked(f"mutation {{ result: {field} {{ id }} }}")
    assert (body["action"], body["modelName"]) == (action, model)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("query {", "Syntax Error"),
        ("query { result: dropEverything { id } }", "dropEverything"),
        ("query { result: findManyTeem { id } }", "model Teem"),
        ("query { a: findManyTeam { id } b: findManyTeam { id } }", "more than one"),
        ("query { ...all }", "fragment"),
        ("query { result: findManyTeam { ...all } }", "fragment"),
        ("query { result: findManyTeam(take: $many) { id } }", "variable"),
    ],
)
def test_what_cannot_be_read(text: str, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        asked(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", 5),
        ("-5", -5),
        ("1.5", 1.5),
        ("1e-07", 1e-07),
        ("true", True),
        ("null", None),
        ("asc", "asc"),
        ('"a \\"b\\" \\u00e9 \\n é"', 'a "b" é \n é'),
        ("9007199254740991", 9007199254740991),
        ("9007199254740992", {"$type": "BigInt", "value": "9007199254740992"}),
        ("-9223372036854775808", {"$type": "BigInt", "value": "-9223372036854775808"}),
        ('["a",\n"b"]', ["a", "b"]),
        ("{ gt: 5 }", {"gt": 5}),
        ("{}", {}),
    ],
)
def test_values(text: str, value: object) -> None:
    assert arguments(f"query {{ result: findManyTeam(where: {{ id: {text} }}) {{ id }} }}") == {"where": {"id": value}}


def test_what_is_included() -> None:
    query = 'query { result: findManyTeam { id keys(where: { extra: { equals: "{}" } }) { token team { id } } budget { id } } }'
    assert asked(query)["query"]["selection"] == {
        "id": True,
        "keys": {
            "arguments": {"where": {"extra": {"equals": json_value({})}}},
            "selection": {"token": True, "team": {"arguments": {}, "selection": {"id": True}}},
        },
        "budget": {"arguments": {}, "selection": {"id": True}},
    }


def test_counting() -> None:
    assert asked("query { result: aggregateTeam { _count { _all } } }")["query"]["selection"] == {
        "_count": {"arguments": {}, "selection": {"_all": True}}
    }


def test_a_raw_request_keeps_its_parameters_as_one_text() -> None:
    body = asked('mutation { result: queryRaw(query: "SELECT $1", parameters: "[\\"a\\"]") }')
    assert body == {
        "action": "queryRaw",
        "query": {"arguments": {"query": "SELECT $1", "parameters": '["a"]'}, "selection": {}},
    }


class TestJsonFields:
    """Text in a field of type Json has a label, wherever it stands, and nothing else has one."""

    def test_written(self) -> None:
        wrote = arguments(
            'mutation { result: createOneTeam(data: { id: "{}", metadata: "{\\"a\\": 1}", limit: 5 }) { id } }'
        )
        assert wrote == {"data": {"id": "{}", "metadata": json_value({"a": 1}), "limit": 5}}

    def test_of_many(self) -> None:
        wrote = arguments('mutation { result: createManyTeam(data: [{ metadata: "1" }, { metadata: "2" }]) { count } }')
        assert wrote == {"data": [{"metadata": json_value(1)}, {"metadata": json_value(2)}]}

    def test_a_list_of_them(self) -> None:
        assert arguments('mutation { result: updateOneTeam(data: { notes: { push: ["1"] } }) { id } }') == {
            "data": {"notes": {"push": [json_value(1)]}}
        }

    def test_nothing_stays_nothing(self) -> None:
        assert arguments("mutation { result: updateOneTeam(data: { metadata: null }) { id } }") == {
            "data": {"metadata": None}
        }

    def test_either_way_of_an_upsert(self) -> None:
        text = 'mutation { result: upsertOneTeam(where: { id: "a" }, create: { metadata: "1" }, update: { metadata: { set: "2" } }) { id } }'
        assert arguments(text) == {
            "where": {"id": "a"},
            "create": {"metadata": json_value(1)},
            "update": {"metadata": {"set": json_value(2)}},
        }

    def test_asked_for_with_a_path_that_is_no_json(self) -> None:
        text = 'query { result: findManyTeam(where: { OR: [{ metadata: { path: ["a"], equals: "1" } }, { id: "x" }] }) { id } }'
        assert arguments(text) == {
            "where": {"OR": [{"metadata": {"path": ["a"], "equals": json_value(1)}}, {"id": "x"}]}
        }

    @pytest.mark.parametrize(
        ("condition", "labelled"),
        [
            (
                '{ team: { is: { metadata: { equals: "1" } } } }',
                {"team": {"is": {"metadata": {"equals": json_value(1)}}}},
            ),
            ('{ team: { metadata: { not: "1" } } }', {"team": {"metadata": {"not": json_value(1)}}}),
        ],
    )
    def test_asked_for_through_another_model(self, condition: str, labelled: object) -> None:
        assert arguments(f"query {{ result: findManyKey(where: {condition}) {{ token }} }}") == {"where": labelled}

    @pytest.mark.parametrize(
        ("written", "labelled"),
        [
            ('{ create: { extra: "1" } }', {"create": {"extra": json_value(1)}}),
            ('{ create: [{ extra: "1" }] }', {"create": [{"extra": json_value(1)}]}),
            (
                '{ connectOrCreate: { where: { token: "t" }, create: { extra: "1" } } }',
                {"connectOrCreate": {"where": {"token": "t"}, "create": {"extra": json_value(1)}}},
            ),
            (
                '{ update: [{ where: { token: "t" }, data: { extra: "1" } }] }',
                {"update": [{"where": {"token": "t"}, "data": {"extra": json_value(1)}}]},
            ),
            ('{ connect: { token: "t" } }', {"connect": {"token": "t"}}),
            ("{ disconnect: true }", {"disconnect": True}),
            ('{ deleteMany: [{ extra: { equals: "1" } }] }', {"deleteMany": [{"extra": {"equals": json_value(1)}}]}),
        ],
    )
    def test_written_through_another_model(self, written: str, labelled: object) -> None:
        wrote = arguments(f"mutation {{ result: updateOneTeam(data: {{ keys: {written} }}) {{ id }} }}")
        assert wrote == {"data": {"keys": labelled}}
