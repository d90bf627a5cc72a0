"""The LiteLLM that tests load and question: that of ``LITELLM_PYTHON``, which ``make loader LITELLM_VERSION=1.99.4`` sets."""

from __future__ import annotations

import os
import subprocess
from functools import cache

_QUESTION = "import importlib.metadata; print(importlib.metadata.version('litellm'))"


@cache
def version_under_test() -> str:
    """Its version, or that of whoever has none: ``""`` stands for the newest one."""
    python = os.environ.get("LITELLM_PYTHON")
    if not python:
        return ""
    asked = subprocess.run([python, "-I", "-c", _QUESTION], check=True, capture_output=True, text=True)  # noqa: S603  (whoever runs the tests names it)
    return asked.stdout.strip()
