"""A configuration in a ConfigMap or in a chart's values is taken as it is written there, with the lines of the file."""

from __future__ import annotations

import textwrap

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.wrapped import unwrapped

from tests.unit.plugins.plugin_utils._known.test_foreign_files import TAKEN
from tests.unit.plugins.plugin_utils.conftest import Refuse, Render

CONFIG = """\
# Ours.
model_list:
  - model_name: a
    litellm_params: {model: openai/gpt-5, api_key: os.environ/A}  # a key

litellm_settings:
  drop_params: true
"""
HEAD = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  config.yaml: "


def in_block(mark: str = "|", text: str = CONFIG) -> str:
    return f"{HEAD}{mark}\n{textwrap.indent(text, '    ')}"


def test_a_text_is_taken_byte_for_byte() -> None:
    found = unwrapped(in_block())
    assert found is not None
    assert found.text == CONFIG


def test_values_keep_their_comments() -> None:
    found = unwrapped("replicaCount: 1\nproxy_config:\n" + textwrap.indent(CONFIG, "  ") + "db: {}\n")
    assert found is not None
    assert found.text == CONFIG.partition("\n")[2]


@pytest.mark.parametrize("name", TAKEN)
def test_it_is_read_as_what_it_is(name: str) -> None:
    found = unwrapped(TAKEN[name])
    assert found is not None
    assert {*yaml.safe_load(found.text)} <= {"model_list", "general_settings", "litellm_settings"}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (in_block(text=CONFIG.replace("drop_params", "drop_param")), "litellm_settings.drop_param:12"),
        (
            "proxy_config:\n" + textwrap.indent(CONFIG.replace("drop_params", "drop_param"), "  "),
            "litellm_settings.drop_param:8",
        ),
        (in_block(text=CONFIG + "litellm_settings: {}\n"), "litellm_settings:13"),
        # Quoted, its lines are none of the file.
        (
            HEAD + yaml.dump(CONFIG.replace("drop_params", "drop_param"), default_style='"'),
            "litellm_settings.drop_param",
        ),
    ],
)
def test_a_problem_has_the_line_of_the_file(refuse: Refuse, text: str, where: str) -> None:
    assert list(refuse(config_file=text)) == [where]


def test_what_a_host_gets_is_the_configuration_alone(render: Render) -> None:
    assert render(config_file=in_block()).content == CONFIG


@pytest.mark.parametrize("text", ["a: 1\n", in_block("|") + "  other: |\n    model_list: []\n", "{", "a: &a [*a]\n"])
def test_none_or_two_are_none(text: str) -> None:
    assert unwrapped(text) is None
