"""One LiteLLM for all tests of the loader."""

from __future__ import annotations

import os
import typing as t

import pytest

from tests.loader.litellm_loader import LiteLLMLoader, litellm_loader


@pytest.fixture(scope="session")
def litellm() -> t.Iterator[LiteLLMLoader]:
    python = os.environ.get("LITELLM_PYTHON")
    if not python:
        pytest.fail("LITELLM_PYTHON is not set: it names the Python of an environment that has litellm[proxy]")
    with litellm_loader(python) as loader:
        yield loader
