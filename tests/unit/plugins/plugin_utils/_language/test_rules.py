"""Rules have names of their own, the code reports under no other, and the example of each has its problem."""

from __future__ import annotations

import ast
import typing as t
from pathlib import Path

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.rules import RULES as CHECKER
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.source_files import SourceFile
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import render
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.rules import Rule
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.rules import OWN as VARIABLES

PLUGINS = Path(__file__).resolve().parents[5] / "plugins"
ELSEWHERE = ("unknown-option", "bad-option", "unreadable-file", "unknown-variable")
"""Rules of which rendering hears nothing; the tests of the action plugin and of variables have them."""
OF_ENV_FILE = (
    *("bad-env-line", "repeated-variable", "retired-variable"),
    *("interpolation", "bad-variable-value", "unserved-model"),
)
OF_CONFIG_FILE = ("invalid-yaml", "repeated-key", "date", "not-a-configuration")
ALL = RULES.keys() | CHECKER.keys() | VARIABLES.keys()
OF_PYTHON = ("python-file-name", "python-file-syntax", "python-import")


def test_each_name_is_there_once() -> None:
    assert len({**RULES, **CHECKER, **VARIABLES}) == len(RULES) + len(CHECKER) + len(VARIABLES)


def names_in_code() -> set[str]:
    """The texts that are rules, or the first argument of ``add``, anywhere in the private library and the actions."""
    found = set()
    for file in PLUGINS.rglob("*.py"):
        if not file.name.endswith("rules.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and node.value in ALL:
                    found.add(str(node.value))
                elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "add":
                    first = node.args[0]
                    found |= {str(first.value)} if isinstance(first, ast.Constant) and len(node.args) > 1 else set()
    return found


def test_the_code_reports_under_these_rules_and_under_all_of_them() -> None:
    assert names_in_code() == ALL


def test_a_problem_is_made_by_the_report_alone() -> None:
    made = [
        file.name
        for file in PLUGINS.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem"
    ]
    assert made == ["report.py"]


def options_of(name: str, example: str) -> dict[str, t.Any]:
    """What the *example* of a rule is, as options."""
    if name in OF_ENV_FILE:
        return {"env_file": SourceFile("env_file", example), "models": {"a": {"upstream": "a"}}}
    if name in OF_CONFIG_FILE:
        return {"config_file": SourceFile("config_file", example)}
    options: dict[str, t.Any] = yaml.safe_load(example)
    if name in OF_PYTHON:
        text = "x = (" if name == "python-file-syntax" else "import nowhere"
        options["service_manager"] = "systemd"
        options["python_files"] = [SourceFile(each, text) for each in options["python_files"]]
    if name == "no-effect":
        options["config_file"] = SourceFile("config_file", "model_list: []")
    if name == "secret-in-input":
        options["models"]["gpt5"]["litellm_params"]["api_key"] = "-".join(["sk", "proj", "4f9Q2mVb9Lr4TzX8w1"])
    if name == "shared-budget":
        options["models"] = {each: {"upstream": each, "provider": each} for each in options["providers"]}
    if name == "key-not-given":
        options["models"]["local"] = {"upstream": "local", "mock_response": "hi"}
        options["environment"] = ["LITELLM_MASTER_KEY"]
    return options if "config_file" in options else {"models": {"gpt5": {"upstream": "gpt-5"}}, **options}


RENDERED = [rule for name, rule in RULES.items() if name not in ELSEWHERE]


@pytest.mark.parametrize("rule", RENDERED, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_has_its_problem(rule: Rule) -> None:
    try:
        problems = render(RenderOptions(**options_of(rule.name, rule.example))).problems
    except InputError as refused:
        problems = [*refused.problems, *refused.remarks]
    found = {problem.rule: problem.severity for problem in problems}
    assert rule.name in found
    if rule.name != "effort-left-out":
        assert found[rule.name] == rule.severity
