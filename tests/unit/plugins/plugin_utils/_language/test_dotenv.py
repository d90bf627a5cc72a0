"""Lines of environment files."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.dotenv import parse_env_file
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.env_models import of_kind
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report
from hypothesis import given
from hypothesis import strategies as st


def parse(text: str) -> tuple[dict[str, str], list[str]]:
    report = Report(RULES)
    variables = parse_env_file(text, report.at("env_file"))
    return {name: variable.value for name, variable in variables.items()}, [str(problem) for problem in report.problems]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("A=b", "b"),
        ("  A  =  b  ", "b"),
        ("export A=b", "b"),
        ("A=", ""),
        ("A=b # comment", "b"),
        ("A=b#c", "b#c"),
        ("A= # comment", ""),
        ("A='b # c'", "b # c"),
        ("A='b' # comment", "b"),
        ('A="b\\nc"', "b\nc"),
        ('A="b\\"c\\\\d\\$e\\q"', 'b"c\\d$e\\q'),
        (r"A='it\'s \n'", r"it's \n"),
        ("A='one\ntwo'", "one\ntwo"),
        ('A="one\ntwo" # comment', "one\ntwo"),
        ("A=${B}", "${B}"),
        ("A=b=c", "b=c"),
        ("A=ünïcödé 模型", "ünïcödé 模型"),
        ("\ufeffA=b", "b"),
        ("A=b\r\n", "b"),
        ("A=b\r", "b"),
        ("# comment\n\n   \n  # more\nA=b", "b"),
    ],
)
def test_values(line: str, value: str) -> None:
    assert parse(line) == ({"A": value}, [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("just words", "env_file (line 1): is not NAME=value"),
        ("A=b\n1A=c", "env_file (line 2): is not NAME=value"),
        ("A-B=c", "env_file (line 1): is not NAME=value"),
        ("A=b\n\nB='c\nC=d", "env_file.B (line 3): has a quotation mark that is never closed"),
        ("B='c' d", "env_file.B (line 1): goes on after its closing quotation mark"),
    ],
)
def test_lines_that_cannot_be_read(text: str, problem: str) -> None:
    assert parse(text)[1] == [problem]


def test_reading_goes_on_after_a_bad_line() -> None:
    assert parse("nonsense\nB=c\nC='d' e\nD=f\nE='g")[0] == {"B": "c", "D": "f"}


def test_a_second_value_counts_and_is_warned_about() -> None:
    assert parse("A=b\nA=c\n") == (
        {"A": "c"},
        ["env_file.A (line 2): stands here a second time, after line 1; this one counts"],
    )


def test_lines_are_counted_through_quoted_values() -> None:
    variables = parse_env_file("A='1\n2\n3'\nB=c", Report(RULES).at("env_file"))
    assert (variables["A"].line, variables["B"].line) == (1, 4)
    assert "value" not in repr(variables["A"])


@given(st.text())
def test_any_text_is_read_without_failing(text: str) -> None:
    parse(text)


@given(st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"])))
def test_any_quoted_value_comes_back(value: str) -> None:
    single = value.replace("\\", "\\\\").replace("'", "\\'")
    double = value.replace("\\", "\\\\").replace('"', '\\"')
    assert parse(f"A='{single}'") == ({"A": value}, [])
    assert parse(f'A="{double}"') == ({"A": value}, [])


def test_kinds_of_variables() -> None:
    names = [
        "PROXY_MODEL_KEYS",
        "MODEL_GPT5_ALIAS",
        "OPENAI_API_BASE",
        "PORT",
        "OPENAI_API_KEY",
        "LITELLM_MASTER_KEY",
        "DEEPSEEK_API_KEY",
    ]
    assert [name for name in names if of_kind(name, "all")] == names
    assert [name for name in names if of_kind(name, "settings")] == names[:4]
    assert [name for name in names if of_kind(name, "secrets")] == ["OPENAI_API_KEY", "DEEPSEEK_API_KEY"]
