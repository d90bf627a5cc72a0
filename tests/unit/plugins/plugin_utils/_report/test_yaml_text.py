"""YAML out and in."""

from __future__ import annotations

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.yaml_text import dump, load
from hypothesis import example, given
from hypothesis import strategies as st

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS
TREES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS | st.integers(), inner, max_size=4)
)


def read(text: str) -> tuple[object, list[str]]:
    report = Report(RULES)
    return load(text, report.at("config_file")), [str(problem) for problem in report.problems]


@given(TREES)
@example({"a": [[], {}, [[1]], [{"b": []}], {"c": {"d": None}}]})
@example([1e-06, 1e22, 5e-324, 2.8e-07, 1.5e16, -0.0])
@example(
    [
        "no",
        "~",
        "null",
        "1e3",
        "0x1f",
        "12:30:00",
        "2024-01-01",
        "=",
        "<<",
        "- a",
        "a: b",
        "a #b",
        "a\u2028b",
        "\x85",
        "",
    ]
)
def test_what_is_written_is_read_back(tree: object) -> None:
    text = dump(tree)
    loaded = yaml.safe_load(text)
    assert repr(loaded) == repr(tree)
    document, problems = read(text)
    assert problems == []
    assert repr(document) == repr(tree)


@given(TREES)
def test_writing_depends_on_the_value_alone(tree: object) -> None:
    assert dump(tree) == dump(yaml.safe_load(dump(tree)))


def test_the_looks_of_what_is_written() -> None:
    value = {
        "models": [{"name": "gpt-5", "cost": 2.8e-07, "tags": []}, ["a", "b"]],
        "text": "two words",
        "url": "https://host:80/v1",
        "quoted": ["yes", "5", "it's: x", "ü", "a\nb", True, None, 1e-06],
        "empty": {},
    }
    assert dump(value) == (
        "models:\n"
        "  - name: gpt-5\n"
        "    cost: 2.8e-07\n"
        "    tags: []\n"
        "  - - a\n"
        "    - b\n"
        "text: two words\n"
        "url: https://host:80/v1\n"
        "quoted:\n"
        '  - "yes"\n'
        '  - "5"\n'
        '  - "it\'s: x"\n'
        '  - "ü"\n'
        '  - "a\\nb"\n'
        "  - true\n"
        "  - null\n"
        "  - 1.0e-06\n"
        "empty: {}\n"
    )
    assert dump({}) == "{}\n"


def test_lines_are_known() -> None:
    report = Report(RULES)
    load("a:\n  b: 1\nlist:\n- x: 1\n  y:\n    z: 2\n- 5\n", report.at("config_file"))
    assert report.problems == []
    assert report.lines == {
        (): 1,
        ("a",): 1,
        ("a", "b"): 2,
        ("list",): 3,
        ("list", 0): 4,
        ("list", 0, "x"): 4,
        ("list", 0, "y"): 5,
        ("list", 0, "y", "z"): 6,
        ("list", 1): 7,
    }


def test_a_repeated_key_is_an_error_with_its_line() -> None:
    document, problems = read("a: 1\nb: 2\na: 3\n")
    assert document == {"a": 3, "b": 2}
    assert problems == ["a (line 3): stands here a second time, after line 1; LiteLLM would lose the first one"]


def test_anchors_and_merges() -> None:
    text = "base: &b {x: 1, y: 2}\nother: &o {y: 3, z: 4}\none: {<<: *b, y: 5}\ntwo: {<<: [*b, *o]}\nthree: *b\n"
    document, problems = read(text)
    assert problems == []
    assert document == yaml.safe_load(text)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: [1\nb: 2\n", "config_file (line 2): is not valid YAML"),
        ("a: b: c", "config_file (line 1): is not valid YAML"),
        ("a: 1\n---\nb: 2\n", "is not valid YAML"),
        ("a: *sk-canary", "is not valid YAML"),
        ("a: \x07", "is not valid YAML"),
        ("a: !vault xyz", "a (line 1): has a tag that LiteLLM does not know"),
        ("a: !thing {b: c}", "a (line 1): has a tag that LiteLLM does not know"),
        ("a: !!int xyz", "is not valid YAML"),
        ("a: &a [*a]", "a[0] (line 1): refers to itself"),
        ("[1, 2]: x", "has a key that is a list, and no text"),
        (
            "a:\n  b: {{ canary }}",
            "a.b (line 2): has a key that is a dictionary, and no text; write text that begins with a brace",
        ),
        ("a: {{canary: x}: y}", "a (line 1): has a key that is a dictionary"),
        ("a: {<<: 5}", "a.<< (line 1): is no dictionary"),
        ("a: 2024-13-45", "is not valid YAML"),
    ],
)
def test_refused(text: str, problem: str) -> None:
    problems = read(text)[1]
    assert problem in problems[0]
    assert "canary" not in problems[0]


def test_a_tab_is_refused_as_litellm_refuses_it() -> None:
    document, problems = read("model_list:\n  - model_name: a\t\n")
    assert document is None
    assert problems == ["config_file (line 2): is not valid YAML: a tab stands where YAML takes spaces alone"]
    assert read('a: "b\tc"\n') == (read('a: "b\\tc"\n')[0], [])


def test_an_empty_document() -> None:
    assert read("# nothing\n") == read("") == (None, [])


@given(st.text())
def test_any_text_is_read_without_failing(text: str) -> None:
    read(text)


def test_what_a_bracket_waits_for_is_said() -> None:
    assert read("a: {b: c d: e}")[1] == ["config_file (line 1): is not valid YAML: did not find expected ',' or '}'"]
    (problem,) = read("a: *abcdef")[1]
    assert "abcdef" not in problem
