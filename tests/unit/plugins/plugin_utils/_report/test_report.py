"""What is reported: under which rule, how grave, where."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.rules import Rule, table

RULES = table(
    Rule("wrong", "error", "It is wrong.", "x: 1"),
    Rule("unknown", "error", "It is unknown.", "x: 1", negotiable=True),
    Rule("odd", "warning", "It is odd.", "x: 1"),
)


@pytest.mark.parametrize(
    ("rule", "strict", "options", "severity"),
    [
        ("wrong", True, {}, "error"),
        ("wrong", False, {}, "error"),
        ("wrong", True, {"severity": "notice"}, "notice"),
        ("unknown", True, {}, "error"),
        ("unknown", False, {}, "warning"),
        ("unknown", False, {"firm": True}, "error"),
        ("odd", False, {"firm": True}, "warning"),
    ],
)
def test_how_grave_a_problem_is(rule: str, strict: bool, options: dict[str, t.Any], severity: str) -> None:
    report = Report(RULES, strict=strict)
    report.add(rule, ("a",), "is so", **options)
    assert [(problem.rule, problem.severity) for problem in report.problems] == [(rule, severity)]
    assert report.refused is (severity == "error")


def test_a_rule_that_is_not_there_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        Report(RULES).at("a").add("wrnog", "is so")


def test_the_line_is_that_of_the_location_or_of_what_is_around_it() -> None:
    report = Report(RULES, {("file", "a"): 3, ("file",): 1})
    report.at("file").child("a", 0).add("odd", "is so", "write 1")
    report.at("file", "b").add("odd", "is so")
    report.at("file", "a").add("odd", "is so", line=9)
    report.at("other").add("odd", "is so")
    assert [str(problem) for problem in report.problems] == [
        "file.a[0] (line 3): is so; write 1",
        "file.b (line 1): is so",
        "file.a (line 9): is so",
        "other: is so",
    ]
    assert report.for_file().problems == []
    assert report.for_file().lines == {}


def test_two_locations_are_two_even_where_their_text_is_one() -> None:
    report = Report(RULES)
    report.at("a.b").add("odd", "is so")
    report.at("a", "b").add("odd", "is so")
    assert len(set(report.problems)) == 2
