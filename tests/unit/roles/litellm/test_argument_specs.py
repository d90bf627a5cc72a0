"""The documentation of the role's variables says what defaults/main.yml says."""

from __future__ import annotations

import re
import typing as t
from pathlib import Path

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.model_spec import FIELDS

ROLE = Path(__file__).parents[4] / "roles" / "litellm"
PLAYBOOKS = sorted(ROLE.parents[1].joinpath("playbooks").rglob("*.yml"))
SPECS: dict[str, dict[str, t.Any]] = yaml.safe_load((ROLE / "meta" / "argument_specs.yml").read_text())[
    "argument_specs"
]
DEFAULTS: dict[str, t.Any] = yaml.safe_load((ROLE / "defaults" / "main.yml").read_text())
SHARED: dict[str, t.Any] = yaml.safe_load((ROLE / "vars" / "main.yml").read_text())
# A module of such a name, which stands behind the collection's, is no variable.
NAME = re.compile(r"(?<!llmops\.litellm\.)\b(?:__)?litellm_\w+")
MAIN: dict[str, dict[str, t.Any]] = SPECS["main"]["options"]


def is_literal(value: object) -> bool:
    return value is not None and not (isinstance(value, str) and "{{" in value)


def every_option(options: dict[str, dict[str, t.Any]], path: str = "") -> t.Iterator[tuple[str, dict[str, t.Any]]]:
    for name, option in options.items():
        yield path + name, option
        yield from every_option(option.get("options", {}), f"{path}{name}.")


def test_entry_points_are_the_task_files_that_playbooks_call() -> None:
    playbooks = "".join(file.read_text() for file in PLAYBOOKS)
    called = re.findall(r"name: llmops\.litellm\.litellm\n +tasks_from: (\w+)", playbooks)
    assert set(called) == set(SPECS)
    assert all((ROLE / "tasks" / f"{name}.yml").is_file() for name in SPECS)


@pytest.mark.parametrize("file", PLAYBOOKS, ids=lambda file: str(file.name))
def test_a_playbook_sets_nothing_that_is_the_role_s_own(file: Path) -> None:
    called = re.findall(r"name: llmops\.litellm\.litellm\n(?: +\w+: .*\n)* +vars: (.*)", file.read_text())
    assert called == []


def test_every_default_is_documented_and_nothing_else() -> None:
    assert set(MAIN) == set(DEFAULTS)


@pytest.mark.parametrize("entry_point", ["verify", "keys", "compare", "look"])
def test_others_take_what_main_takes(entry_point: str) -> None:
    assert SPECS[entry_point]["options"] == MAIN


def included(text: str) -> t.Iterator[Path]:
    """The task files that the tasks in *text* include; of a name that a template makes, all that it may be."""
    for name in re.findall(r"(?:include_tasks|import_tasks): (.*\.yml)\"?$", text, re.MULTILINE):
        chosen = re.findall(r"'(\w+)'", name)
        named = [re.sub(r"\{\{.*?\}\}", each, name.strip('"')) for each in chosen or ["*"]]
        patterns = named if chosen else [named[0].replace("*/", "service/*/", 1)]
        for each in patterns:
            yield from sorted((ROLE / "tasks").glob(each.replace("service/service", "service")))


def read_by(entry_point: str, never: t.Collection[str]) -> set[str]:
    """The variables that an entry point reads by itself, by what it includes, and by what these variables are made of.

    :param never: names of task files that it does not come to, and of shared variables that it does not look at.
    """
    files = [ROLE / "tasks" / f"{entry_point}.yml"]
    for file in files:
        files += [each for each in included(file.read_text()) if each not in files and each.stem not in never]
    names = [name for file in files for name in NAME.findall(file.read_text())]
    for name in names:
        text = "" if name in never else str(SHARED.get(name, DEFAULTS.get(name)))
        # All variables that begin alike.
        alike = tuple(re.findall(r"varnames', '\^(litellm_\w+_)\.\+'", text))
        made_of = [*NAME.findall(text), *(each for each in DEFAULTS if alike and each.startswith(alike))]
        names += [each for each in dict.fromkeys(made_of) if each not in names]
    return set(names) & set(DEFAULTS)


@pytest.mark.parametrize(
    ("entry_point", "never"),
    [
        # It reads no secret, and what the service has beside them only where it has those too.
        ("render", {"__litellm_secret_values", "__litellm_service_environment"}),
        # The slot has been installed and staged, and the database migrated for it.
        (
            "rollback",
            {
                "check_client",
                "create_account",
                "install",
                "migrate",
                "stage",
                "__litellm_has_client",
                "__litellm_service_environment_text",
            },
        ),
        # What a Secret is written from is read only where one is asked for.
        ("kubernetes", {"__litellm_secret_values"}),
        ("uninstall", set()),
        ("fetch", set()),
    ],
)
def test_an_entry_point_declares_what_it_reads(entry_point: str, never: set[str]) -> None:
    assert read_by(entry_point, never) == set(SPECS[entry_point]["options"])


def test_main_documents_every_variable_and_reads_all_but_those_of_other_entry_points() -> None:
    of_verify = {"litellm_bill_of_materials", "litellm_verify_probe", "litellm_verify_probe_max_tokens"}
    of_keys = {"litellm_key_handover", "litellm_keys_owner", "litellm_unmanaged"}
    of_keys |= {"litellm_budgets", "litellm_teams", "litellm_users", "litellm_keys"}
    of_kubernetes = {name for name in MAIN if name.startswith("litellm_kubernetes_")}
    assert set(MAIN) - read_by("main", set()) == of_verify | of_keys | of_kubernetes
    assert of_keys <= read_by("keys", set())


def test_literal_defaults_are_equal() -> None:
    documented = {name: option["default"] for name, option in MAIN.items() if "default" in option}
    assert documented == {name: value for name, value in DEFAULTS.items() if is_literal(value)}


@pytest.mark.parametrize("entry_point", ["render", "kubernetes", "rollback", "uninstall", "fetch"])
def test_other_entry_points_take_some_of_main_with_the_same_types_and_defaults(entry_point: str) -> None:
    def facts(option: dict[str, t.Any]) -> dict[str, t.Any]:
        return {key: value for key, value in option.items() if key != "description"}

    for name, option in SPECS[entry_point]["options"].items():
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
        "litellm_metrics_token",
        "litellm_proof_key",
        "litellm_registry_password",
        "litellm_salt_key",
    }


def test_the_types_accept_the_defaults() -> None:
    accepted = {"str": str, "path": str, "int": int, "bool": bool, "dict": dict, "list": list, "raw": object}
    for name, option in MAIN.items():
        if "default" in option:
            assert isinstance(option["default"], accepted[option["type"]]), name


def test_every_field_of_a_model_is_documented() -> None:
    text = " ".join(MAIN["litellm_models"]["description"])
    assert [name for name in FIELDS if f"C({name})" not in text] == []


def test_folders_have_the_type_that_the_module_takes_them_as() -> None:
    assert {option["type"] for name, option in MAIN.items() if name.endswith("_dir")} == {"str"}
