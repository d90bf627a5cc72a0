"""A boolean or a number that a command line gives is text: no role decides or reckons with one that is not converted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROLES = sorted((Path(__file__).parents[3] / "roles").iterdir())
PLAYBOOKS = sorted((Path(__file__).parents[3] / "playbooks").rglob("*.yml"))
TYPES = {"bool", "int", "float"}


def taken_as_it_is(name: str) -> re.Pattern[str]:
    """Where *name* decides or is reckoned with, and no filter has made it what it means."""
    before = r"(?:\b(?:if|elif|and|or|not)|\bwhen:|[-+*/<>=]) +"
    return re.compile(rf"{before}{name}\b(?! *(?:\||:)| is\b)|\b{name} *(?:[-+*/<>]|==|!=) ")


def typed_options(role: Path) -> set[str]:
    entry_points = yaml.safe_load((role / "meta" / "argument_specs.yml").read_text())["argument_specs"].values()
    return {name for each in entry_points for name, option in each["options"].items() if option["type"] in TYPES}


def test_the_pattern_sees_what_it_is_for() -> None:
    wrong = ["a if x else b", "when: x", "- x", "not x and y", "{{ x + 30 }}", "x > 1", "1 + x", "y and x"]
    right = [
        "a if x | bool else b",
        "{{ x }}",
        "when: x | bool",
        "x: 5",
        "{{ x | int + 30 }}",
        "not x | bool",
        "if x is none",
    ]
    assert [line for line in wrong if not taken_as_it_is("x").search(line)] == []
    assert [line for line in right if taken_as_it_is("x").search(line)] == []


@pytest.mark.parametrize("role", ROLES, ids=lambda role: str(role.name))
def test_no_boolean_or_number_is_taken_as_it_is(role: Path) -> None:
    patterns = [taken_as_it_is(name) for name in typed_options(role)]
    files = [
        *(role / "tasks").rglob("*.yml"),
        *(role / "vars").rglob("*.yml"),
        *(role / "handlers").rglob("*.yml"),
        *PLAYBOOKS,
    ]
    found = [
        f"{path.relative_to(role.parents[1])}:{number}: {line.strip()}"
        for path in files
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if not line.lstrip().startswith("#") and any(pattern.search(line) for pattern in patterns)
    ]
    assert found == []
