"""Each rule that hosts break has its place in a table, and each in the table of hosts is one that they break."""

from __future__ import annotations

import ast
import typing as t
from pathlib import Path

import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.host_rules import HOST
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.rules import RULES

ROOT = Path(__file__).parents[5]
SPECS = ROOT / "roles" / "litellm" / "meta" / "argument_specs.yml"


def told() -> t.Iterator[str]:
    """The names of rules that the host's half of the collection tells of."""
    for file in (ROOT / "plugins" / "module_utils").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="Fault"), args=[ast.Constant(value=name), *_]):
                    yield str(name)


def test_what_hosts_tell_of_is_in_a_table() -> None:
    assert set(told()) <= {*RULES, *HOST}


def test_the_table_of_hosts_has_what_they_tell_of_and_no_reader_does() -> None:
    # A certificate and a port are told of by a name that stands once in their files.
    assert set(HOST) - set(told()) <= {"taken-port"}
    assert not set(HOST) & set(RULES)


def test_an_example_names_variables_of_the_role() -> None:
    variables = yaml.safe_load(SPECS.read_text(encoding="utf-8"))["argument_specs"]["main"]["options"]
    for rule in HOST.values():
        assert set(yaml.safe_load(rule.example)) <= set(variables), rule.name
