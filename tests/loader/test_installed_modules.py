"""The list of modules that a gateway has is what LiteLLM's own environment says, read again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.installed_modules import MODULES

from tests.tested_litellm import version_under_test

SCRIPTS = Path(__file__).parents[2] / "scripts"


def test_the_list_is_current(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    import generate_installed_modules as generator

    python = os.environ["LITELLM_PYTHON"]
    assert generator.modules_of(python) <= MODULES
    if version_under_test() == VERSIONS[-1]:  # the environment that the list is written from
        assert generator.TARGET.read_text() == generator.modules_text(python)
