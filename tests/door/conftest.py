"""LiteLLM is loaded once, for everything that is asked of it."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(scope="session")
def python() -> str:
    """An interpreter that can import LiteLLM."""
    found = os.environ.get("LITELLM_PYTHON")
    if not found:
        pytest.fail("LITELLM_PYTHON is not set: it names the Python of an environment that has litellm[proxy]")
    return found
