"""The documentation of the variables of ``litellm_monitoring`` says what its defaults say."""

from __future__ import annotations

import typing as t
from pathlib import Path

import yaml

ROLE = Path(__file__).parents[4] / "roles" / "litellm_monitoring"
SPECS: dict[str, t.Any] = yaml.safe_load((ROLE / "meta" / "argument_specs.yml").read_text())["argument_specs"]
DEFAULTS: dict[str, t.Any] = yaml.safe_load((ROLE / "defaults" / "main.yml").read_text())
MAIN: dict[str, t.Any] = SPECS["main"]["options"]
WITHOUT_DEFAULT = {"litellm_monitoring_token", "litellm_reference_model"}
"""Variables that others have a value for, or nobody."""


def test_every_default_is_documented_and_nothing_else() -> None:
    assert set(MAIN) - WITHOUT_DEFAULT == set(DEFAULTS)


def test_literal_defaults_are_equal() -> None:
    documented = {name: option["default"] for name, option in MAIN.items() if "default" in option}
    literal = {name: value for name, value in DEFAULTS.items() if value is not None and "{{" not in str(value)}
    assert documented == literal


def test_every_entry_point_is_a_task_file_and_takes_some_of_main() -> None:
    for name, entry_point in SPECS.items():
        assert (ROLE / "tasks" / f"{name}.yml").is_file()
        for option, facts in entry_point["options"].items():
            assert facts["type"] == MAIN[option]["type"]
            assert facts.get("default") == MAIN[option].get("default")
