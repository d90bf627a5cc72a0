"""Values beside an argument specification: what Ansible refuses is refused, each at its place, in words."""

from __future__ import annotations

import copy
import typing as t
from pathlib import Path

import pytest
from ansible.module_utils.basic import FILE_COMMON_ARGUMENTS
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible_collections.llmops.litellm.plugins.module_utils._model_config_options import ARGUMENT_SPEC
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.specification import (
    Options,
    check_values,
    options_of,
    variables_of,
)
from hypothesis import given
from hypothesis import strategies as st

ROLES = Path(__file__).parents[5] / "roles"
MAIN = options_of(str(ROLES / "litellm"), "main", Report(RULES).at("entry_point"))
# Ansible raises TypeError where text or a number stands for a dictionary whose keys are told.
FLAT = [
    {name: {fact: told for fact, told in option.items() if fact != "options"} for name, option in options.items()}
    for options in (MAIN, {**FILE_COMMON_ARGUMENTS, **ARGUMENT_SPEC})
]


def problems(options: Options, values: t.Mapping[str, t.Any]) -> list[str]:
    report = Report(RULES)
    check_values(options, values, report.at)
    return [problem.as_line() for problem in report.problems]


@pytest.mark.parametrize(
    ("option", "value", "problem"),
    [
        ({"type": "int"}, "two", "it: is 'two', and has to be a whole number (field-type)"),
        ({"type": "int"}, None, ""),
        ({"type": "int", "default": 1}, None, "it: is nothing (null), and has to be a whole number (field-type)"),
        ({"type": "float"}, "60s", "it: is '60s', and has to be a number (field-type)"),
        ({"type": "float"}, "60", ""),
        ({"type": "bool"}, "maybe", "it: is 'maybe', and has to be true or false (field-type)"),
        ({"type": "bool"}, "no", ""),
        ({"type": "dict"}, [], "it: is a list, and has to be a dictionary (field-type)"),
        ({"type": "dict"}, '{"a": 1}', ""),
        ({"type": "list"}, {}, "it: is a dictionary, and has to be a list (field-type)"),
        ({"type": "list", "elements": "int"}, "1,b", "it[1]: is 'b', and has to be a whole number (field-type)"),
        ({}, 3.11, ""),
        ({"choices": ["auto", "systemd"]}, "systmd", "it: is 'systmd'; did you mean 'systemd'? (bad-option)"),
        ({"type": "dict", "no_log": True}, "open sesame", "it: is text, and has to be a dictionary (field-type)"),
        (
            {"type": "dict", "options": {"unit": {}}},
            {"unti": 1},
            "it.unti: is not a field here; did you mean 'unit'? (unknown-field)",
        ),
        (
            {"type": "dict", "options": {"of": {"type": "int"}}},
            {"of": "x"},
            "it.of: is 'x', and has to be a whole number (field-type)",
        ),
    ],
)
def test_a_value_that_is_not_taken_is_told(option: dict[str, t.Any], value: object, problem: str) -> None:
    assert problems({"it": option}, {"it": value}) == ([problem] if problem else [])


def test_only_what_has_a_value_is_looked_at() -> None:
    assert problems({"it": {"type": "int", "default": 1}}, {"other": "x"}) == []


LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
VALUES: st.SearchStrategy[t.Any] = (
    LEAVES | st.sampled_from(["auto", "yes", "1", "1.5", "a,b", "{}", "a=b"]) | st.lists(LEAVES, max_size=3)
)
VALUES |= st.dictionaries(
    st.text(max_size=8) | st.sampled_from(["service", "unit"]), LEAVES | st.lists(LEAVES), max_size=2
)


@pytest.mark.parametrize("options", FLAT, ids=["role", "module"])
@given(st.data())
def test_what_ansible_refuses_is_refused_and_nothing_else(options: Options, data: st.DataObject) -> None:
    values = data.draw(st.dictionaries(st.sampled_from(sorted(options)), VALUES, max_size=4))
    validated = ArgumentSpecValidator(copy.deepcopy(dict(options))).validate(copy.deepcopy(values))
    assert bool(problems(options, values)) == bool(validated.error_messages), validated.error_messages


@pytest.mark.parametrize(
    ("role", "entry_point", "problem"),
    [
        (
            "litellm",
            "mian",
            "it: is 'mian', which is no entry point that the role describes; did you mean 'main'? (bad-option)",
        ),
        ("nowhere", "main", "it: is 'main', which is no entry point that the role describes (bad-option)"),
    ],
)
def test_an_entry_point_that_is_not_there_is_told(role: str, entry_point: str, problem: str) -> None:
    report = Report(RULES)
    assert options_of(str(ROLES / role), entry_point, report.at("it")) == {}
    assert [each.as_line() for each in report.problems] == [problem]


def test_variables_of_all_roles_are_known() -> None:
    assert {"litellm_port", "litellm_redis_port", "litellm_balancer_port"} <= {*variables_of(str(ROLES))}
