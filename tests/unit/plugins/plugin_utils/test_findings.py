"""Findings of the checker as an operator gets them: once, at the place that was written, and none for what is right."""

from __future__ import annotations

import pathlib

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import Rendered

from tests.unit.plugins.plugin_utils.conftest import Block, Refuse, Render

INVENTORIES = pathlib.Path(__file__).parents[4] / "inventories"
MODELS = {
    "a": {"upstream": "gpt-5"},
    "b": {"upstream": "gpt-5-mini", "litellm_params": {"max_budget": 5, "budget_duration": "1d"}},
}


def found(rendered: Rendered) -> list[tuple[str, str]]:
    return [(problem.severity, problem.path) for problem in rendered.problems]


@pytest.mark.parametrize("name", ["quickstart", "single_model", "dual_model"])
def test_the_inventories_have_nothing_to_report(render: Render, name: str) -> None:
    files = sorted((INVENTORIES / name / "group_vars").rglob("*.yml"))
    variables = {key: value for file in files for key, value in yaml.safe_load(file.read_text()).items()}
    environment = ["LITELLM_MASTER_KEY", *variables.get("litellm_secrets", {})]
    assert render(models=variables["litellm_models"], environment=environment).problems == []


def test_what_the_operator_asks_for_is_not_reported(render: Render) -> None:
    options = {"agents": {"default": "gpt-5", "sup": "gpt-5-mini"}, "default_fallbacks": ["gpt-5-mini"]}
    assert (
        render(
            models=MODELS, environment={"OPENAI_API_KEY": "k-1", "LITELLM_MASTER_KEY": "k-2" * 6}, **options
        ).problems
        == []
    )


@pytest.mark.parametrize(
    ("options", "path", "text"),
    [
        ({"general_settings": {"max_budget": 5}}, "general_settings.max_budget", "belongs in litellm_settings"),
        ({"router_settings": {"max_budget": 5}}, "router_settings.max_budget", "belongs in litellm_settings"),
        ({"litellm_settings": {"drop_param": True}}, "litellm_settings.drop_param", "did you mean 'drop_params'?"),
        (
            {"extra_config": {"router_setting": {"num_retries": 2}}},
            "extra_config.router_setting",
            "did you mean 'router_settings'?",
        ),
        (
            {"models": {"a": {"upstream": "gpt-5", "litellm_params": {"temperatur": 1}}}},
            "models.a.litellm_params.temperatur",
            "did you mean 'temperature'?",
        ),
        (
            {"model_specs": ["key=c,upstream=opnai"], "general_settings": {"x": 1}},
            "general_settings.x",
            "not known here",
        ),
        ({"router_settings": {"num_retries": "2"}}, "router_settings.num_retries", "write it without quotes"),
    ],
)
def test_findings_are_at_the_place_that_was_written(refuse: Refuse, options: Block, path: str, text: str) -> None:
    problems = refuse(**{"models": MODELS, **options})
    assert set(problems) == {path}
    assert text in problems[path]


def test_those_of_the_language_and_of_the_checker_come_together(refuse: Refuse) -> None:
    models = {**MODELS, "c": {"upstrem": "x"}, "d": {"upstream": "gpt-5", "alias": "d", "litellm_params": {"modle": 1}}}
    assert set(refuse(models=models, model_keys=["a", "c", "d", "e"], router_settings={"num_retry": 1})) == {
        "models.c.upstrem",
        "models.c.upstream",
        "models.d.litellm_params.modle",
        "model_keys[3]",
        "router_settings.num_retry",
    }


@pytest.mark.parametrize("key", ["temperatur", "made_up"])
def test_unknown_keys_are_warnings_where_strict_is_off(render: Render, key: str) -> None:
    rendered = render(
        models={"a": {"upstream": "gpt-5", "litellm_params": {key: 1}}}, router_settings={key: 1}, strict=False
    )
    assert found(rendered) == [("warning", f"models.a.litellm_params.{key}"), ("warning", f"router_settings.{key}")]
    assert rendered.config["router_settings"][key] == 1


@pytest.mark.parametrize(
    "options",
    [
        {"general_settings": {"max_budget": 5}},
        {"litellm_settings": {"master_key": "os.environ/K"}},
        {"router_settings": {"num_retries": "2"}},
        {"models": {"a": {"upstream": "gpt-5", "litellm_params": {"api_ky": "os.environ/K"}}}},
    ],
)
def test_what_guards_money_and_access_stays_an_error(refuse: Refuse, options: Block) -> None:
    assert len(refuse(**{"models": MODELS, **options}, strict=False)) == 1


@pytest.mark.parametrize("name", ["mine", "router_settings.mine", "router_settings"])
def test_what_is_allowed_is_let_through(render: Render, refuse: Refuse, name: str) -> None:
    settings = {"router_settings": {"mine": 1}}
    assert set(refuse(models=MODELS, **settings)) == {"router_settings.mine"}
    assert set(refuse(models=MODELS, **settings, allow_unknown=["other"])) == {"router_settings.mine"}
    rendered = render(models=MODELS, **settings, allow_unknown=[name])
    assert rendered.problems == []
    assert rendered.config["router_settings"]["mine"] == 1


@pytest.mark.parametrize(
    ("value", "path", "text"),
    [
        ("mine", "allow_unknown", "must be a list"),
        ({"mine": 1}, "allow_unknown", "must be a list"),
        (["mine", 5], "allow_unknown[1]", "must be text"),
    ],
)
def test_what_is_allowed_is_a_list_of_names(refuse: Refuse, value: object, path: str, text: str) -> None:
    problems = refuse(models=MODELS, allow_unknown=value)
    assert set(problems) == {path}
    assert text in problems[path]


def test_a_notice_of_the_language_hides_no_error_of_the_checker(refuse: Refuse) -> None:
    text = "general_settings: {master_key: sk-1234}\n"
    assert "everybody knows" in refuse(config_file=text)["general_settings.master_key:1"]
