"""Models that are there in one mode and away in another."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import Rendered

from tests.unit.plugins.plugin_utils.conftest import Block, Refuse, Render

MODELS = {
    "qwen": {"upstream": "qwen", "modes": ["ml"], "fallbacks": ["r1", "gpt"]},
    "r1": {"upstream": "r1", "modes": ["reasoning", "both"]},
    "gpt": {"upstream": "gpt"},
}


def served(rendered: Rendered) -> list[str]:
    return [item["model_info"]["id"] for item in rendered.config["model_list"]]


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("ml", ["qwen", "gpt", "gpt-for-qwen"]),
        ("reasoning", ["r1", "gpt"]),
        ("both", ["r1", "gpt"]),
        (None, ["qwen", "r1", "gpt", "r1-for-qwen", "gpt-for-qwen"]),
        ("", ["qwen", "r1", "gpt", "r1-for-qwen", "gpt-for-qwen"]),
    ],
)
def test_only_the_models_of_the_mode_are_served(render: Render, mode: str | None, expected: list[str]) -> None:
    assert served(render(models=MODELS, litellm_mode=mode)) == expected


def test_default_fallbacks_that_are_away_are_left_out(render: Render) -> None:
    rendered = render(models=MODELS, litellm_mode="ml", default_fallbacks=["r1"])
    assert served(rendered) == ["qwen", "gpt", "gpt-for-qwen"]


def test_an_alias_is_there_while_one_of_its_keys_is(render: Render) -> None:
    models = {
        "a": {"upstream": "a", "alias": "same", "modes": ["x"]},
        "b": {"upstream": "b", "alias": "same", "modes": ["y"]},
        "c": {"upstream": "c", "fallbacks": ["same"]},
    }
    assert served(render(models=models, litellm_mode="x")) == ["a", "c", "a-for-c"]


@pytest.mark.parametrize(
    ("options", "path", "text"),
    [
        ({"litellm_mode": "reasonin"}, "litellm_mode", "did you mean 'reasoning'?"),
        ({"litellm_mode": 3}, "litellm_mode", "must be text"),
        ({"litellm_mode": "ml", "model_keys": ["r1"]}, "litellm_mode", "leaves no model to serve"),
        ({"litellm_mode": "ml", "agents": {"dbg": "r1"}}, "agents.dbg", "'r1' is not there in this mode"),
    ],
)
def test_what_is_refused(refuse: Refuse, options: Block, path: str, text: str) -> None:
    assert text in refuse(models=MODELS, **options)[path]


def test_a_mode_without_any_declared_is_refused(refuse: Refuse) -> None:
    assert "write modes in a model" in refuse(models={"a": {"upstream": "a"}}, litellm_mode="ml")["litellm_mode"]
