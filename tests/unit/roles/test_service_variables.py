"""The documentation of the variables of the roles of services says what their defaults say."""

from __future__ import annotations

import typing as t
from pathlib import Path

import pytest
import yaml

ROLES = Path(__file__).parents[3] / "roles"
WITHOUT_DEFAULT = {
    "litellm_monitoring": {"litellm_monitoring_token", "litellm_reference_model"},
    "litellm_postgresql": set(),
    "litellm_redis": {"litellm_redis_address"},
}
"""Role to the variables that others have a value for, only single hosts have, or nobody."""

Options = dict[str, dict[str, t.Any]]


def specs(role: str) -> dict[str, dict[str, t.Any]]:
    found: dict[str, dict[str, t.Any]] = yaml.safe_load((ROLES / role / "meta" / "argument_specs.yml").read_text())
    return found["argument_specs"]


def options(role: str) -> Options:
    found: Options = specs(role)["main"]["options"]
    return found


def defaults(role: str) -> dict[str, t.Any]:
    found: dict[str, t.Any] = yaml.safe_load((ROLES / role / "defaults" / "main.yml").read_text())
    return found


@pytest.mark.parametrize("role", WITHOUT_DEFAULT)
def test_every_default_is_documented_and_nothing_else(role: str) -> None:
    assert set(options(role)) - WITHOUT_DEFAULT[role] == set(defaults(role))


@pytest.mark.parametrize("role", WITHOUT_DEFAULT)
def test_literal_defaults_are_equal(role: str) -> None:
    documented = {name: option["default"] for name, option in options(role).items() if "default" in option}
    literal = {name: value for name, value in defaults(role).items() if value is not None and "{{" not in str(value)}
    assert documented == literal


@pytest.mark.parametrize("role", WITHOUT_DEFAULT)
def test_every_entry_point_is_a_task_file_and_takes_some_of_main(role: str) -> None:
    main = options(role)
    for name, entry_point in specs(role).items():
        assert (ROLES / role / "tasks" / f"{name}.yml").is_file()
        for option, facts in entry_point["options"].items():
            assert facts["type"] == main[option]["type"]
            assert facts.get("default") == main[option].get("default")
