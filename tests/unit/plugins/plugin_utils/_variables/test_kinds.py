"""What a value of each kind may be, and how it is told that it is none."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables import kinds
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.rules import RULES
from hypothesis import given
from hypothesis import strategies as st


def read(kind: kinds.Kind[t.Any], value: object) -> tuple[t.Any, list[str]]:
    """What *value* is as a *kind*, and what is wrong with it."""
    report = Report(RULES)
    return kind(value, report.at("it")), [problem.as_line() for problem in report.problems]


@pytest.mark.parametrize(
    ("kind", "value", "found"),
    [
        (kinds.text, None, ""),
        (kinds.text, 5, "5"),
        (kinds.word, "gw-1.a", "gw-1.a"),
        (kinds.host, "gateway.example.com.", "gateway.example.com."),
        (kinds.host, "2001:db8::1", "2001:db8::1"),
        (kinds.address, "192.0.2.1", "192.0.2.1"),
        (kinds.port, "65535", 65535),
        (kinds.port, 80.0, 80),
        (kinds.number(0.05, 60), "0.25", 0.25),
        (kinds.number(0), 0, 0),
        (kinds.flag, "no", False),
        (kinds.flag, 1, True),
        (kinds.one_of("a", "b"), "b", "b"),
        (kinds.list_of(kinds.port), None, []),
        (kinds.list_of(kinds.port), "1, 2", [1, 2]),
        (kinds.list_of(kinds.port), [1, "2"], [1, 2]),
        (kinds.mapping, "", {}),
        (kinds.pem, "/srv/key.pem", "/srv/key.pem"),
    ],
)
def test_a_value_is_read(kind: kinds.Kind[t.Any], value: object, found: object) -> None:
    assert read(kind, value) == (found, [])


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [
        (kinds.text, ["a"], "it: is a list, and has to be text (field-type)"),
        (kinds.text, True, "it: is true, and has to be text (field-type)"),
        (kinds.word, "", "it: is empty, and has to be letters, digits, '.', '_' and '-' (bad-name)"),
        (kinds.host, "a b", "it: is 'a b', which is neither an address nor a name of a host (bad-address)"),
        (kinds.address, "gw", "it: is 'gw', which is no address; 0.0.0.0 is every IPv4 address (bad-address)"),
        (kinds.port, "x", "it: is 'x', and has to be a whole number from 1 to 65535 (field-type)"),
        (kinds.port, None, "it: is nothing (null), and has to be a whole number from 1 to 65535 (field-type)"),
        (kinds.port, 70000, "it: is 70000, and has to be a whole number from 1 to 65535 (field-range)"),
        (kinds.port, 1.5, "it: is 1.5, and has to be a whole number from 1 to 65535 (field-type)"),
        (kinds.number(0.05, 60), "nan", "it: is 'nan', and has to be a number from 0.05 to 60 (field-type)"),
        (kinds.number(0), "inf", "it: is 'inf', and has to be a number of at least 0 (field-range)"),
        (kinds.flag, "maybe", "it: is 'maybe', and has to be true or false (field-type)"),
        (kinds.one_of("auto", "none"), "atuo", "it: is 'atuo'; did you mean 'auto'? (bad-option)"),
        (kinds.list_of(kinds.port), 5, "it: is a whole number, and has to be a list (field-type)"),
        (kinds.list_of(kinds.port), [1, 0], "it[1]: is 0, and has to be a whole number from 1 to 65535 (field-range)"),
        (kinds.mapping, [], "it: is a list, and has to be a dictionary (field-type)"),
    ],
)
def test_what_is_none_is_told(kind: kinds.Kind[t.Any], value: object, told: str) -> None:
    assert read(kind, value)[1] == [told]


def test_a_key_is_in_no_message() -> None:
    assert "canary" not in str(read(kinds.pem, "canary"))


@given(st.sampled_from([kinds.port, kinds.number(0), kinds.flag, kinds.host, kinds.address]), st.text(max_size=20))
def test_any_text_is_taken_or_refused(kind: kinds.Kind[t.Any], text: str) -> None:
    value, problems = read(kind, text)
    assert (value is None) == (len(problems) == 1)
