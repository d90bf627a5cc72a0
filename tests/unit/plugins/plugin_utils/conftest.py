# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rendering as tests want it: options in, a result or all problems out."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils import _render
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.source_files import SourceFile
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError

FILES = ("env_file", "config_file")


def _options(options: dict[str, t.Any]) -> RenderOptions:
    given: dict[str, t.Any] = {
        name: SourceFile(name, value) if name in FILES else value for name, value in options.items()
    }
    return RenderOptions(**given)


@pytest.fixture(scope="session")
def render() -> t.Callable[..., _render.Rendered]:
    """Render options; the two files are given as their text."""
    return lambda **options: _render.render(_options(options))


@pytest.fixture(scope="session")
def refuse() -> t.Callable[..., dict[str, str]]:
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
