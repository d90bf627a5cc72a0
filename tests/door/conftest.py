"""LiteLLM is loaded once, for everything that is asked of it."""

from __future__ import annotations

import os
import socket
import typing as t
from pathlib import Path

import pytest

from tests.routing.gateway import LONGEST_START, ROLE

WORDS: dict[str, t.Any] = {
    "guardrail": "litellm_content_filter",
    "mode": "pre_call",
    "default_on": True,
    "blocked_words": [{"keyword": "forbidden", "action": "BLOCK"}],
}
"""The parameters of a guardrail that asks nobody."""


HOOKS = """
from litellm.integrations.custom_logger import CustomLogger

class Handler(CustomLogger):
    pass

handler, settings = Handler(), {}

async def on_success(kwargs, response, start, end):
    pass
"""
"""Code of the operator's own, in ``hooks.py``."""


@pytest.fixture(scope="session")
def python() -> str:
    """An interpreter that can import LiteLLM."""
    found = os.environ.get("LITELLM_PYTHON")
    if not found:
        pytest.fail("LITELLM_PYTHON is not set: it names the Python of an environment that has litellm[proxy]")
    return found


def program_words(python: str, folder: Path, listener: socket.socket) -> list[str]:
    """The command line of the slot's program with one worker, for the configuration in *folder*."""
    options = {
        "config": folder / "config.yaml",
        "state-file": folder / "state",
        "workers": 1,
        "fd": listener.fileno(),
        "backlog": 100,
        "max-requests-before-restart": 0,
        "max-worker-memory": 0,
        "max-body": 1,
        "start-timeout": LONGEST_START,
        "drain-timeout": 5,
        "keepalive-timeout": 75,
    }
    return [python, "-I", str(ROLE / "files" / "gateway"), *(f"--{name}={value}" for name, value in options.items())]
