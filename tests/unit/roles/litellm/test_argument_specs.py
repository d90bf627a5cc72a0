"""The documentation of the role's variables says what defaults/main.yml says."""

from __future__ import annotations

import typing as t
from pathlib import Path

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.model_spec import FIELDS

ROLE = Path(__file__).parents[4] / "roles" / "litellm"
SPECS: dict[str, dict[str, t.Any]] = yaml.safe_load((ROLE / "meta" / "argument_specs.yml").read_text())[
    "argument_specs"
]
DEFAULTS: dict[str, t.Any] = yaml.safe_load((ROLE / "defaults" / "main.yml").read_text())
MAIN: dict[str, dict[str, t.Any]] = SPECS["main"]["options"]


def is_literal(value: object) -> bool:
    return value is not None and not (isinstance(value, str) and "{{" in value)


def every_option(options: dict[str, dict[str, t.Any]], path: str = "") -> t.Iterator[tuple[str, dict[str, t.Any]]]:
    for name, option in options.items():
        yield path + name, option
        yield from every_option(option.get("options", {}), f"{path}{name}.")


def test_entry_points_are_the_task_files_that_playbooks_call() -> None:
    assert set(SPECS) == {"main", "verify", "rollback", "uninstall"}
    assert all((ROLE / "tasks" / f"{name}.yml").is_file() for name in SPECS)


def test_every_default_is_documented_and_nothing_else() -> None:
    assert set(MAIN) == set(DEFAULTS)


@pytest.mark.parametrize("entry_point", ["verify", "rollback"])
def test_other_entry_points_take_what_main_takes(entry_point: str) -> None:
    assert SPECS[entry_point]["options"] == MAIN


def test_literal_defaults_are_equal() -> None:
    documented = {name: option["default"] for name, option in MAIN.items() if "default" in option}
    assert documented == {name: value for name, value in DEFAULTS.items() if is_literal(value)}


def test_uninstall_takes_some_of_main_with_the_same_types_and_defaults() -> None:
    def facts(option: dict[str, t.Any]) -> dict[str, t.Any]:
        return {key: value for key, value in option.items() if key != "description"}

    for name, option in SPECS["uninstall"]["options"].items():
        assert facts(option) == facts(MAIN[name]), name


@pytest.mark.parametrize("entry_point", SPECS)
def test_every_option_has_a_type_and_a_description(entry_point: str) -> None:
    for path, option in every_option(SPECS[entry_point]["options"]):
        assert option.get("type"), path
        assert option.get("description"), path
        assert ("elements" in option) == (option["type"] == "list"), path


def test_secrets_are_never_logged() -> None:
    assert {path for path, option in every_option(MAIN) if option.get("no_log")} == {
        "litellm_secrets",
        "litellm_master_key",
        "litellm_proof_key",
        "litellm_registry_password",
    }


def test_the_types_accept_the_defaults() -> None:
    accepted = {"str": str, "path": str, "int": int, "bool": bool, "dict": dict, "list": list}
    for name, option in MAIN.items():
        if "default" in option:
            assert isinstance(option["default"], accepted[option["type"]]), name


def test_every_field_of_a_model_is_documented() -> None:
    text = " ".join(MAIN["litellm_models"]["description"])
    assert [name for name in FIELDS if f"C({name})" not in text] == []


def test_folders_have_the_type_that_the_module_takes_them_as() -> None:
    assert {option["type"] for name, option in MAIN.items() if name.endswith("_dir")} == {"str"}
