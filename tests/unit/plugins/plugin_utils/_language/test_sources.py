"""Sources joined, and the selection of a host."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import Rendered

from tests.unit.plugins.plugin_utils.conftest import Refuse, Render

MODELS = {"a": {"upstream": "x"}, "B": {"upstream": "y"}, "c": {"upstream": "z"}}


def keys(rendered: Rendered) -> list[str]:
    return [model["key"] for model in rendered.models]


def test_all_in_the_order_of_the_catalog_unless_selected(render: Render) -> None:
    assert keys(render(models=MODELS)) == ["a", "B", "c"]
    assert keys(render(models=MODELS, model_keys=["c", "a"])) == ["c", "a"]
    assert keys(render(models=MODELS, model_keys=["b"])) == ["B"]


def test_sources_are_joined_and_later_ones_replace(render: Render) -> None:
    rendered = render(
        models=MODELS,
        env_file="PROXY_MODEL_KEYS=b,d\nMODEL_B_UPSTREAM_MODEL=from-file\nMODEL_D_UPSTREAM_MODEL=d\n",
        model_specs=["key=a,upstream=from-string", "key=D,upstream=from-string-too"],
    )
    assert [(model["key"], model["model"]) for model in rendered.models] == [
        ("a", "openai/from-string"),
        ("b", "openai/from-file"),
        ("c", "openai/z"),
        ("D", "openai/from-string-too"),
    ]


@pytest.mark.parametrize(
    ("selection", "path", "text"),
    [
        (["a", "d"], "model_keys[1]", "'d' is not in the catalog; known: B, a, c"),
        (["a", "a"], "model_keys[1]", "'a' is written twice"),
        (["a", "A"], "model_keys[1]", "'A' is written twice"),
        ([], "model_keys", "no model is left"),
        ("a", "model_keys", "must be a list, not text; write [a]"),
        ([""], "model_keys[0]", "is empty"),
    ],
)
def test_selections_that_are_refused(refuse: Refuse, selection: object, path: str, text: str) -> None:
    assert text in refuse(models=MODELS, model_keys=selection)[path]


def test_only_selected_models_need_their_variables(render: Render) -> None:
    models = {"a": {"upstream": "x", "api_key_env": "A"}, "b": {"upstream": "y", "api_key_env": "B"}}
    environment = ["A", "LITELLM_MASTER_KEY"]
    assert render(models=models, model_keys=["a"], environment=environment).required_environment == sorted(environment)


def test_specs_must_be_a_list(refuse: Refuse) -> None:
    assert "must be a list, not text" in refuse(model_specs="key=a,upstream=x")["model_specs"]
