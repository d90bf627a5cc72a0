"""Whatever a model declares, LiteLLM's own loader has it unchanged, or we have refused it and said where it stands.

``LITELLM_PYTHON=<an environment with litellm[proxy]>/bin/python python -m pytest tests/loader``
"""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import render
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.loader import declarations
from tests.loader.expectation import differences
from tests.loader.litellm_loader import LiteLLMLoader, Loaded
from tests.tested_litellm import version_under_test

Models = dict[str, dict[str, t.Any]]

try_often = settings(max_examples=70, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def load(litellm: LiteLLMLoader, models: Models, agents: dict[str, str] | None = None) -> Loaded:
    """What LiteLLM loads of *models*, all of which it must have, in their order.

    :raises InputError: they are refused.
    """
    rendered = render(RenderOptions(models=models, agents=agents, litellm_version=version_under_test()))
    environment = {name: f"value of {name}" for name in rendered.required_environment}
    loaded = litellm.load(rendered.content, environment)
    assert not loaded.error
    aliases = [model.get("alias") or model["upstream"] for model in models.values()]
    own = loaded.deployments[: len(models)]
    assert [deployment["model_name"] for deployment in own] == aliases
    for (key, model), deployment in zip(models.items(), own, strict=True):
        assert differences(key, model, deployment, environment) == []
    return loaded


def load_or_refuse(litellm: LiteLLMLoader, models: Models, agents: dict[str, str] | None = None) -> Loaded | None:
    """As :func:`load`; ``None`` when the models are refused, every problem with its place in the declaration."""
    try:
        return load(litellm, models, agents)
    except InputError as refused:
        problems = refused.problems
    assert problems
    assert all(problem.path.startswith(("models", "agents")) for problem in problems)
    return None


@try_often
@given(
    names=st.lists(st.tuples(declarations.names, declarations.names, declarations.names), min_size=1, max_size=3),
    agent=declarations.names,
)
def test_any_names(litellm: LiteLLMLoader, names: list[tuple[str, str, str]], agent: str) -> None:
    models: Models = {key: {"alias": alias, "upstream": upstream} for key, alias, upstream in names}
    first, *others = dict.fromkeys(model["alias"] for model in models.values())
    for model in models.values():
        if model["alias"] == first and others:
            model["fallbacks"] = others
    loaded = load_or_refuse(litellm, models, {agent: first})
    if loaded:
        assert loaded.aliases == {agent: first}
        copies = loaded.deployments[len(models) :]
        assert {deployment["model_name"] for deployment in copies} <= {first}
        asked = [
            f"openai/{model['upstream']}" for alias in others for model in models.values() if model["alias"] == alias
        ]
        assert [deployment["litellm_params"]["model"] for deployment in copies] == asked


@try_often
@given(data=st.data(), field=st.sampled_from([*declarations.right_values, "litellm_params", "model_info"]))
def test_any_value(litellm: LiteLLMLoader, data: st.DataObject, field: str) -> None:
    right = declarations.right_values.get(field, st.nothing())
    value = data.draw(declarations.anything | right | st.dictionaries(declarations.texts, declarations.anything))
    load_or_refuse(litellm, {"key": {"upstream": "gpt-5", field: value}})


@try_often
@given(models=st.dictionaries(declarations.keys, declarations.right_models, min_size=1, max_size=4))
def test_right_models_are_never_refused(litellm: LiteLLMLoader, models: Models) -> None:
    for shares in ("weight", "rpm", "tpm"):
        shared = {model["alias"] for model in models.values() if shares in model}
        for model in models.values():
            if model["alias"] in shared:
                model.setdefault(shares, 1)
    load(litellm, models)


@pytest.mark.parametrize("field", ["alias", "upstream"])
def test_awkward_names_are_never_refused(litellm: LiteLLMLoader, field: str) -> None:
    names = enumerate(declarations.AWKWARD_NAMES)
    load(litellm, {f"key{number}": {"upstream": "gpt-5"} | {field: name} for number, name in names})


def test_awkward_keys_are_never_refused(litellm: LiteLLMLoader) -> None:
    load(litellm, {key: {"upstream": "gpt-5"} for key in [*declarations.AWKWARD_NAMES, *declarations.WILDCARDS]})


def test_awkward_values_are_never_refused(litellm: LiteLLMLoader) -> None:
    values = enumerate(declarations.AWKWARD_VALUES)
    load(litellm, {f"key{number}": {"upstream": "gpt-5", "extra_body": {"value": value}} for number, value in values})


@pytest.mark.parametrize("name", declarations.HOPELESS_NAMES, ids=ascii)
def test_hopeless_keys_are_refused(name: str) -> None:
    with pytest.raises(InputError):
        render(RenderOptions(models={name: {"upstream": "gpt-5"}}))


@pytest.mark.parametrize("field", ["alias", "upstream"])
@pytest.mark.parametrize("name", [*declarations.HOPELESS_NAMES, *declarations.WILDCARDS], ids=ascii)
def test_hopeless_names_are_refused(field: str, name: str) -> None:
    with pytest.raises(InputError):
        render(RenderOptions(models={"key": {"upstream": "gpt-5"} | {field: name}}))


@pytest.mark.parametrize("value", declarations.HOPELESS_VALUES, ids=ascii)
def test_hopeless_values_are_refused(value: object) -> None:
    with pytest.raises(InputError):
        render(RenderOptions(models={"key": {"upstream": "gpt-5", "extra_body": {"value": value}}}))
