"""Settings blocks: defaults, what operators write, and what contradicts."""

from __future__ import annotations

import pytest

from tests.unit.plugins.plugin_utils.conftest import Block, Refuse, Render

MODELS = {"a": {"upstream": "x", "fallbacks": ["y"]}, "b": {"upstream": "y"}}
PLAIN = {"a": {"upstream": "x", "api_base": "https://u.example/v1"}}


def config(render: Render, **options: object) -> Block:
    return render(models=PLAIN, **options).config


def at(path: str, value: object) -> Block:
    """*value* where *path* leads, and nothing beside it."""
    name, _dot, below = path.partition(".")
    return {name: at(below, value) if below else value}


def test_defaults(render: Render) -> None:
    found = config(render)
    assert list(found) == ["model_list", "litellm_settings", "router_settings", "general_settings"]
    assert found["litellm_settings"] == {"drop_params": True, "set_verbose": False}
    assert found["general_settings"] == {"master_key": "os.environ/LITELLM_MASTER_KEY"}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"drop_params": False, "set_verbose": True}, {"drop_params": False, "set_verbose": True}),
        ({"litellm_settings": {"drop_params": False}}, {"drop_params": False, "set_verbose": False}),
        ({"litellm_settings": {"cache": True}}, {"drop_params": True, "set_verbose": False, "cache": True}),
        (
            {"litellm_settings": {"drop_params": False}, "drop_params": False},
            {"drop_params": False, "set_verbose": False},
        ),
    ],
)
def test_litellm_settings(render: Render, options: Block, expected: Block) -> None:
    assert config(render, **options)["litellm_settings"] == expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"master_key_env": "KEY"}, {"master_key": "os.environ/KEY"}),
        ({"general_settings": {"master_key": "os.environ/KEY"}}, {"master_key": "os.environ/KEY"}),
        (
            {"general_settings": {"master_key": "os.environ/KEY"}, "master_key_env": "KEY"},
            {"master_key": "os.environ/KEY"},
        ),
        (
            {"general_settings": {"alerting": ["slack"]}},
            {"master_key": "os.environ/LITELLM_MASTER_KEY", "alerting": ["slack"]},
        ),
        ({"master_key_env": ""}, {"dangerously_permit_weak_or_unset_master_key": True}),
    ],
)
def test_general_settings(render: Render, options: Block, expected: Block) -> None:
    assert config(render, **options)["general_settings"] == expected


def test_an_open_gateway_is_warned_about(render: Render) -> None:
    (problem,) = render(models=PLAIN, master_key_env="").problems
    assert (problem.severity, problem.path) == ("warning", "master_key_env")
    assert "anyone who reaches the port" in problem.message


def test_further_blocks_come_last(render: Render) -> None:
    found = config(
        render,
        extra_config={"mcp_servers": {"a": {"url": "https://mcp.example.com"}}},
        router_settings={"num_retries": 0},
    )
    assert list(found) == ["model_list", "litellm_settings", "router_settings", "general_settings", "mcp_servers"]


@pytest.mark.parametrize(
    ("path", "value", "others", "text"),
    [
        ("drop_params", "yes", {}, "must be true or false, not text"),
        ("litellm_settings.drop_params", False, {"drop_params": True}, "contradicts"),
        ("litellm_settings.fallbacks", [], {}, "write them as fallbacks of the models"),
        ("litellm_settings.default_fallbacks", [], {}, "option default_fallbacks"),
        ("router_settings.fallbacks", [], {}, "would be asked after them"),
        ("litellm_settings", [], {}, "must be a dictionary, not a list"),
        ("router_settings", "x", {}, "must be a dictionary, not text"),
        ("general_settings.master_key", "canary", {}, "set litellm_master_key"),
        ("general_settings.master_key", None, {}, "must not be in a configuration"),
        ("general_settings.master_key", 5, {}, "must not be in a configuration"),
        ("general_settings.master_key", "os.environ/A", {"master_key_env": "B"}, "names another variable"),
        (
            "general_settings.master_key",
            "os.environ/A",
            {"master_key_env": ""},
            "stands beside an empty master_key_env",
        ),
        ("master_key_env", "sk-canary", {}, "looks like a key"),
        ("general_settings.database_url", "postgresql://u:canary@h/db", {}, "secret"),
        ("litellm_settings.cache_params.password", "canary", {}, "secret"),
        ("extra_config.environment_variables.LANGFUSE_SECRET", "canary", {}, "secret"),
        ("extra_config.model_list", [], {}, "write it as models"),
        ("extra_config.router_settings", {}, {}, "write it as router_settings"),
        ("extra_config.mcp_servers.a", "x os.environ/Y", {}, "inside other text"),
        ("extra_config", [], {}, "must be a dictionary"),
    ],
)
def test_what_is_refused(refuse: Refuse, path: str, value: object, others: Block, text: str) -> None:
    problems = refuse(models=MODELS, **at(path, value), **others)
    assert text in problems[path]
    assert "canary" not in str(problems)


def test_fallbacks_in_litellms_names_are_free_when_no_model_has_any(render: Render) -> None:
    models = {"a": {"upstream": "x"}, "b": {"upstream": "y"}}
    found = render(models=models, router_settings={"fallbacks": [{"x": ["y"]}]}).config
    assert found["router_settings"] == {"fallbacks": [{"x": ["y"]}]}
