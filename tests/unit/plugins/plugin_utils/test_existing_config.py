"""A configuration of one's own."""

from __future__ import annotations

import pytest

from tests.unit.plugins.plugin_utils.conftest import Block, Refuse, Render

OWN = """\
model_list:
  - model_name: a
    litellm_params:
      model: openai/x
      api_base: https://h/v1
      api_key: os.environ/K
      reasoning_effort: low
    model_info: {id: one}
  - model_name: b
    litellm_params: {model: openai/gpt-5}
general_settings:
  master_key: os.environ/MASTER
"""


def test_what_it_serves_is_read_from_it(render: Render) -> None:
    rendered = render(config_file=OWN)
    assert rendered.content == OWN
    assert rendered.required_environment == ["K", "MASTER"]
    assert rendered.models == [
        {"key": "one", "alias": "a", "model": "openai/x", "api_base": "https://h/v1", "reasoning_effort": "low"},
        {"key": "b", "alias": "b", "model": "openai/gpt-5", "api_base": "", "reasoning_effort": "none"},
    ]
    assert not rendered.holds_secrets


@pytest.mark.parametrize("text", ["{}", "model_list:\n", "model_list: []\n"])
def test_no_models_are_served_with_a_warning(render: Render, text: str) -> None:
    rendered = render(config_file=text)
    assert rendered.models == []
    assert [(problem.severity, problem.path, problem.rule) for problem in rendered.problems] == [
        ("warning", "model_list", "no-models")
    ]


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("model_list: [5, null]\n", {"model_list[0]:1", "model_list[1]:1"}),
        ("x-a: 1\nmodel_list: {a: b}\n", {"model_list:2"}),
        (
            "model_list:\n- {model_name: 5,\n   litellm_params: x,\n   model_info: []}\n",
            {"model_list[0].model_name:2", "model_list[0].litellm_params:3", "model_list[0].model_info:4"},
        ),
        (
            "model_list:\n- model_name: a\n- litellm_params: {model: openai/gpt-5}\n",
            {"model_list[0].litellm_params:2", "model_list[1].model_name:3"},
        ),
    ],
)
def test_parts_of_other_shapes_are_refused_with_the_nearest_line(refuse: Refuse, text: str, paths: set[str]) -> None:
    assert set(refuse(config_file=text)) == paths


@pytest.mark.parametrize("text", ["", "a: [\n"])
def test_what_cannot_be_read_is_one_problem(refuse: Refuse, text: str) -> None:
    assert len(refuse(config_file=text, environment=[])) == 1


@pytest.mark.parametrize(
    ("text", "path", "problem"),
    [
        ("", "config_file", "must hold a dictionary, not nothing (null)"),
        ("- a\n", "config_file", "must hold a dictionary, not a list"),
        ("a: [\n", "config_file:2", "is not valid YAML"),
        ("a: 1\na: 2\n", "a:2", "stands here a second time, after line 1"),
        (OWN + "x: Bearer os.environ/A\n", "x:13", "inside other text"),
        (
            "model_list:\n- litellm_params:\n    api_version: 2024-01-01\n",
            "model_list[0].litellm_params.api_version:3",
            "quote it",
        ),
        ("a:\n  on: 5\n", "a:1", "has a key that is a boolean"),
    ],
)
def test_refused_with_the_line(refuse: Refuse, text: str, path: str, problem: str) -> None:
    assert problem in refuse(config_file=text)[path]


def test_undeclared_variables_have_a_line(refuse: Refuse) -> None:
    assert refuse(config_file=OWN, environment=["MASTER", "OPENAI_API_KEY"]) == {
        "model_list[0].litellm_params.api_key:6": "K is not in the environment of the service; "
        "LiteLLM reads nothing there, without a word; declare K in litellm_secrets"
    }


def test_secrets_are_warned_about_and_never_shown(render: Render) -> None:
    models = "model_list: [{model_name: a, litellm_params: {model: openai/gpt-5}, model_info: {id: a}}]\n"
    rendered = render(config_file="general_settings:\n  master_key: sk-canary-0123456789abcdef\n" + models)
    assert rendered.holds_secrets
    (problem,) = rendered.problems
    assert (problem.severity, problem.path, problem.line) == ("warning", "general_settings.master_key", 2)
    assert "canary" not in str(problem)


@pytest.mark.parametrize(
    "options",
    [
        {"models": {"a": {"upstream": "x"}}},
        {"model_keys": ["a"]},
        {"providers": {"a": {}}},
        {"model_specs": ["key=a,upstream=x"]},
        {"agents": {"a": "b"}},
        {"default_fallbacks": ["a"]},
        {"litellm_settings": {"a": 1}},
        {"router_settings": {"a": 1}},
        {"general_settings": {"a": 1}},
        {"extra_config": {"a": 1}},
    ],
)
def test_declarations_beside_it_are_refused(refuse: Refuse, options: Block) -> None:
    (name,) = options
    assert f"stands beside {name}" in refuse(config_file=OWN, **options)["config_file"]


def test_an_environment_file_beside_it_may_hold_secrets_but_no_models(render: Render, refuse: Refuse) -> None:
    assert render(config_file=OWN, env_file="K=v\nMASTER=w\nPORT=4001\n").content == OWN
    assert "declares models" in refuse(config_file=OWN, env_file="MODEL_A_UPSTREAM_MODEL=x\n")["config_file"]


def test_defaults_beside_it_have_no_effect_and_are_noticed(render: Render) -> None:
    rendered = render(config_file=OWN, reasoning_effort="high", drop_params=False, api_base="", master_key_env="KEY")
    assert [(problem.severity, problem.path) for problem in rendered.problems] == [
        ("notice", "reasoning_effort"),
        ("notice", "drop_params"),
        ("notice", "master_key_env"),
        ("notice", "model_list[1].model_info"),
    ]
