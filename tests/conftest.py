"""What all tests share: none says how fast the machine is, and each run tries the same examples.

``HYPOTHESIS_PROFILE=search pytest …`` tries others.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("search"), derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture(scope="session")
def python() -> str:
    """An interpreter that can import LiteLLM."""
    found = os.environ.get("LITELLM_PYTHON")
    if not found:
        pytest.fail("LITELLM_PYTHON is not set: it names the Python of an environment that has litellm[proxy]")
    return found
