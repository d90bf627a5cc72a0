"""Files in which a configuration stands, and that are none: one sentence, which says where it is."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.foreign_files import foreign
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.wrapped import unwrapped
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.plugins.plugin_utils.conftest import Refuse

CONFIG = "model_list:\n- model_name: a\n  litellm_params: {model: openai/gpt-5}\ngeneral_settings: {}\n"
IN_TEXT = "".join(f"    {line}\n" for line in CONFIG.splitlines())
VALUES = "replicaCount: 1\nimage: {repository: r}\nmasterkeySecretName: s\nproxy_config:\n" + IN_TEXT
CONFIG_MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  config.yaml: |\n" + IN_TEXT
DEPLOYMENT = "apiVersion: apps/v1\nkind: Deployment\nspec: {template: {spec: {containers: [{name: litellm}]}}}\n"
COMPOSE = """
services:
  litellm:
    image: ghcr.io/berriai/litellm:main
    volumes: ["./litellm-config.yaml:/app/config.yaml"]
    command: ["--config", "/app/config.yaml"]
volumes: {}
"""
INLINE = "services: {litellm: {image: i}}\nconfigs:\n  proxy:\n    content: |\n  " + IN_TEXT.replace(
    "\n    ", "\n      "
)
ARGO = "apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  source:\n    helm:\n      values: |\n" + "".join(
    f"        {line}\n" for line in VALUES.splitlines()
)


TAKEN = {
    "helm": VALUES,
    "another chart": "litellm: {proxy_config: {litellm_settings: {}}}\n",
    "config map": CONFIG_MAP,
    "two documents": f"{DEPLOYMENT}---\n{CONFIG_MAP}",
    "argo": ARGO,
    "compose with configs": INLINE,
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_file_with_one_configuration_in_it_is_taken_for_that(name: str) -> None:
    assert foreign(TAKEN[name])
    assert unwrapped(TAKEN[name])


@pytest.mark.parametrize(
    ("text", "what", "where"),
    [
        (f"{CONFIG_MAP}---\n{CONFIG_MAP}", "a Kubernetes manifest (ConfigMap)", "under data.config.yaml"),
        (f"{VALUES}other:\n{IN_TEXT}", "a file of values for a Helm chart", "under proxy_config"),
        (DEPLOYMENT, "a Kubernetes manifest (Deployment), and holds no", ""),
        (COMPOSE, "a compose file, and holds no", ""),
    ],
    ids=["two config maps", "two in one", "deployment", "compose"],
)
def test_what_another_one_is_and_where_a_configuration_is(refuse: Refuse, text: str, what: str, where: str) -> None:
    ((path, message),) = refuse(config_file=text).items()
    assert path == "config_file"
    assert what in message
    assert where in message


def test_a_compose_file_names_the_file_that_it_mounts(refuse: Refuse) -> None:
    assert "perhaps ./litellm-config.yaml" in refuse(config_file=COMPOSE)["config_file"]


@pytest.mark.parametrize("text", ["", "[]", "a: 1", CONFIG, f"{CONFIG}---\n{CONFIG}", "{", "model_lst: []"])
def test_anything_else_is_judged_as_a_configuration(text: str) -> None:
    assert foreign(text) is None


def test_aliases_that_multiply_are_looked_through_once() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))]
    assert foreign("\n".join(lines)) is None


LEAVES = st.none() | st.integers() | st.text()
TREES = st.recursive(LEAVES, lambda below: st.lists(below) | st.dictionaries(st.text(), below), max_leaves=12)


@given(TREES)
def test_any_text_is_told_or_left_alone(tree: object) -> None:
    foreign(repr(tree))
    unwrapped(repr(tree))
