"""Rendering as tests want it: options in, a result or all problems out."""

from __future__ import annotations

import typing as t

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils import _render
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.source_files import SourceFile
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError
from ansible_collections.llmops.litellm.plugins.plugin_utils._to_inventory import inventory_variables, options_of

Block = dict[str, t.Any]  # as it stands in YAML
Render = t.Callable[..., _render.Rendered]
Refuse = t.Callable[..., dict[str, str]]

FILES = ("env_file", "config_file")


def _options(options: Block) -> RenderOptions:
    given: Block = {name: SourceFile(name, value) if name in FILES else value for name, value in options.items()}
    return RenderOptions(**given)


@pytest.fixture(scope="session")
def render() -> Render:
    """Render options; the two files are given as their text."""
    return lambda **options: _render.render(_options(options))


@pytest.fixture(scope="session")
def refuse() -> Refuse:
    """Render options that must be refused: path (with line) to message and remedy of every error."""

    def refused(**options: t.Any) -> dict[str, str]:
        with pytest.raises(InputError) as error:
            _render.render(_options(options))
        found: dict[str, str] = {}
        for problem in error.value.problems:
            path = f"{problem.path}:{problem.line}" if problem.line else problem.path
            text = f"{problem.message}; {problem.remedy}" if problem.remedy else problem.message
            found[path] = f"{found[path]} | {text}" if path in found else text
        return found

    return refused


def adopted(text: str) -> Block:
    """Inventory variables of the configuration that *text* is."""
    return inventory_variables(yaml.safe_load(text), _render.render)


def rendered_again(variables: Block, **more: t.Any) -> Block:
    """The configuration that inventory variables declare, without values of secrets.

    :param more: further options.
    """
    return _render.render(RenderOptions(**options_of(variables), **more)).config
