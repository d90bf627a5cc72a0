"""The entry point: versions, and results that are the same every time."""

from __future__ import annotations

import dataclasses

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._compose.configuration import compose
from ansible_collections.llmops.litellm.plugins.plugin_utils._compose.redis import SharedState
from ansible_collections.llmops.litellm.plugins.plugin_utils._compose.telemetry import Telemetry
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.deployment import KEYS, read_deployments
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.releases import denial_of, nearest_right
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report

from tests.unit.plugins.plugin_utils.conftest import Refuse, Render

MODELS = {"a": {"upstream": "x", "api_base": "https://u.example/v1"}}


def test_known_versions(render: Render) -> None:
    for version in ["", *VERSIONS]:
        assert render(models=MODELS, litellm_version=version).problems == []


def test_the_deployments_that_are_checked_are_those_that_are_written() -> None:
    native = {"litellm_params": {"model": "openai/n"}, "model_name": "n"}
    models = {**MODELS, "b": {"upstream": "y", "fallbacks": ["x"]}, "n": native}
    report = Report(RULES)
    options = RenderOptions(models=models, agents={"default": "y"})
    draft = compose(options, Telemetry(), SharedState(), None, vocabulary_for(), report)
    read = [dataclasses.replace(each, keys=KEYS) for each in read_deployments(draft.config)]
    assert read == [dataclasses.replace(each, source=None, role="own", keys=KEYS) for each in draft.deployments]
    assert [each.role for each in draft.deployments] == ["own", "own", "own", "fallback", "catch-all", "catch-all"]


def test_a_newer_version_is_checked_as_the_newest_known_one(render: Render) -> None:
    (problem,) = render(models=MODELS, litellm_version="99.0.0").problems
    assert (problem.severity, problem.path) == ("notice", "litellm_version")
    assert VERSIONS[-1] in problem.message


def test_a_version_that_nobody_should_run_is_refused_with_the_reason_the_source_and_a_better_one(
    refuse: Refuse,
) -> None:
    for version in ("1.0.0", "1.82.7", "1.82.8", "1.107.0"):
        message = refuse(models=MODELS, litellm_version=version)["litellm_version"]
        denial = denial_of(version)
        assert denial
        assert f"LiteLLM {version} {denial.reason} ({denial.source})" in message
        assert f"write {nearest_right(version)}, or accept it with litellm_allow_insecure_version: {version}" in message
    assert "not a LiteLLM version" in refuse(models=MODELS, litellm_version="latest")["litellm_version"]


@pytest.mark.parametrize("version", ["1.83.14", "1.82.8", "1.107.0"])
def test_such_a_version_is_accepted_by_its_name_only_and_warned_of_each_time(
    render: Render, refuse: Refuse, version: str
) -> None:
    denial = denial_of(version)
    assert denial
    warning, notice = render(models=MODELS, litellm_version=version, allow_insecure_version=version).problems
    assert (warning.severity, warning.path, warning.rule) == ("warning", "litellm_version", "accepted-version")
    assert denial.reason in warning.message
    assert (notice.severity, notice.rule) == ("notice", "nearest-version")
    assert vocabulary_for(version).version in notice.message
    assert refuse(models=MODELS, litellm_version=version, allow_insecure_version="1.83.1")


def test_results_do_not_share_anything_with_the_input(render: Render) -> None:
    models = {
        "a": {"upstream": "x", "extra_body": {"deep": [1]}},
        "n": {"model_name": "n", "litellm_params": {"model": "openai/m"}},
    }
    first = render(models=models, agents={"default": "x"})
    first.config["model_list"][0]["litellm_params"]["extra_body"]["deep"].append(2)
    first.config["model_list"][1]["litellm_params"]["model"] = "changed"
    assert models["a"]["extra_body"] == {"deep": [1]}
    assert first.config["model_list"][2]["litellm_params"]["extra_body"] == {"deep": [1]}
    assert render(models=models).config["model_list"][1]["litellm_params"]["model"] == "openai/m"


def test_problems_of_two_places_whose_names_are_not_shown_are_two(refuse: Refuse) -> None:
    names = {f"sk-proj-4f9Q2mVb9Lr4TzX8w{number}": 1 for number in (1, 2)}
    found = refuse(models=MODELS, general_settings=names)
    (path,) = found
    assert path == "general_settings.(not shown)"
    assert found[path].count("is not known here") == 2
