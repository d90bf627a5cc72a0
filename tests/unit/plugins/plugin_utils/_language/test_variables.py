"""Variables that nothing reads are found, with what was meant, and those that choose models are named."""

from __future__ import annotations

import typing as t
from pathlib import Path

import pytest
from ansible.parsing.dataloader import DataLoader
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.variables import (
    check_variables,
    choice,
    choosers,
    written_in,
)
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report
from hypothesis import given
from hypothesis import strategies as st

KNOWN = ["litellm_port", "litellm_workers", "litellm_python", "litellm_strict", "litellm_model_keys__*"]


def unknown(*names: str, allowed: t.Collection[str] = ()) -> dict[str, str]:
    report = Report(RULES)
    check_variables(dict.fromkeys(names, 1), "litellm_", KNOWN, allowed, report)
    return {problem.path: problem.remedy for problem in report.problems}


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("litellm_prot", "litellm_port"),
        ("litellm_worker", "litellm_workers"),
        ("litellm_model_key__deepseek", "litellm_model_keys__deepseek"),
        ("litellm_modelkeys__x", "litellm_model_keys__x"),
    ],
)
def test_a_misspelt_variable_is_told_what_was_meant(name: str, meant: str) -> None:
    assert unknown(name)[name].startswith(f"did you mean {meant}?")


def test_a_variable_that_is_near_to_none_may_be_ones_own() -> None:
    assert unknown("litellm_answer_of_mine") == {
        "litellm_answer_of_mine": "take it out, or name it in litellm_allow_unknown"
    }
    assert unknown("litellm_answer_of_mine", allowed=["litellm_answer_of_mine"]) == {}


def test_what_is_known_and_what_is_elses_is_left_alone() -> None:
    assert unknown(*KNOWN[:4], "litellm_model_keys__gpt5", "__litellm_config", "vault_litellm_prot", "litellm") == {}


def test_all_are_told_at_once_in_order() -> None:
    assert list(unknown("litellm_worker", "litellm_prot")) == ["litellm_prot", "litellm_worker"]


@given(st.dictionaries(st.text(), st.none()))
def test_only_what_begins_with_the_prefix_is_looked_at(variables: dict[str, None]) -> None:
    report = Report(RULES)
    check_variables(variables, "litellm_", KNOWN, [], report)
    assert all(problem.path.startswith("litellm_") for problem in report.problems)


def test_the_variable_that_chooses_is_the_hosts_own_before_those_of_its_groups() -> None:
    groups = {"litellm_model_keys__b": ["b"], "litellm_model_keys__a": [], "litellm_model_keys": None}
    assert choosers(groups, "litellm_") == ["litellm_model_keys__a", "litellm_model_keys__b"]
    assert choosers({**groups, "litellm_model_keys": ["a"]}, "litellm_") == ["litellm_model_keys"]
    assert choice({"litellm_model_keys": ["a"]}, "litellm_", 1) == "models chosen by litellm_model_keys"
    assert choice({"litellm_model_keys": None}, "litellm_", 8) == "no group chose models: serving all 8"


def test_where_a_variable_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "group_vars" / "gpt5_hosts"
    folder.mkdir(parents=True)
    (folder / "models.yml").write_text("---\nlitellm_model_keys__gpt5: [gpt5]\nlitellm_prot: a word\n")
    values = DataLoader().load_from_file(str(folder / "models.yml"))
    assert choice(values, "litellm_", 1) == "models chosen by litellm_model_keys__gpt5 (group gpt5_hosts)"
    monkeypatch.chdir(tmp_path)
    assert written_in(values["litellm_prot"]) == "group_vars/gpt5_hosts/models.yml:3"
    assert written_in(True) == ""
    report = Report(RULES)
    check_variables({"litellm_prot": values["litellm_prot"]}, "litellm_", KNOWN, [], report)
    (problem,) = report.problems
    assert problem.message == "is no variable of this role (in group_vars/gpt5_hosts/models.yml:3)"
    assert "a word" not in str(problem)
