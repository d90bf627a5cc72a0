"""The list of modules that a gateway has is what LiteLLM's own environment says, read again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"


def test_the_list_is_current(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    import generate_installed_modules as generator

    assert generator.TARGET.read_text() == generator.modules_text(os.environ["LITELLM_PYTHON"])
