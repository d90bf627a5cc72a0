"""Plain data out of whatever holds it."""

from __future__ import annotations

import datetime
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._plain_data import to_plain
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report


def plain(value: object) -> tuple[t.Any, list[str]]:
    report = Report(RULES)
    return to_plain(value, report.at("v")), [str(problem) for problem in report.problems]


class Text(str):
    def __str__(self) -> str:
        return "something else"


class Vaulted:
    __ENCRYPTED__ = True

    def __str__(self) -> str:
        return "decrypted"


class Number(int):
    pass


class Real(float):
    pass


class Table(dict[t.Any, t.Any]):
    pass


def test_wrapped_values_become_plain() -> None:
    tree = Table(
        {Text("a"): [Text("b"), (Number(5), Real(1.5)), None, True], 7: Vaulted(), 8: datetime.date(2024, 1, 31)}
    )
    result, problems = plain(tree)
    assert problems == []
    assert repr(result) == "{'a': ['b', [5, 1.5], None, True], 7: 'decrypted', 8: '2024-01-31'}"
    assert [type(item) for item in (result, result["a"], result["a"][0], *result["a"][1])] == [
        dict,
        list,
        str,
        int,
        float,
    ]


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (float("inf"), "v: is not a finite number"),
        (
            [{"a": datetime.datetime(2024, 1, 1)}],
            "v[0].a: is a date, which a configuration cannot hold; quote it",
        ),
        ({None: 1}, "v: has a key that is nothing (null), not text; quote it"),
        ({False: 1}, "v: has a key that is a boolean, not text; YAML reads yes, no, on and off as booleans; quote it"),
        ({"\udc00": 1}, "v.'\\udc00': is not valid Unicode text"),
        (b"bytes", "v: is a value of type bytes, which a configuration cannot hold; quote it"),
    ],
)
def test_what_is_not_plain_is_reported(value: object, problem: str) -> None:
    problems = plain(value)[1]
    assert problem in problems or (problem.startswith("v.'") and problems == ["v: is not valid Unicode text"])


def test_bottomless_data_is_reported() -> None:
    loop: list[object] = []
    loop.append(loop)
    assert "nested more than 64 levels" in plain(loop)[1][0]
