"""A callback of LiteLLM for ``bench_soak.py``: each request sets context variables some thousand times.

That is the piece of work within which Python before 3.12 may collect a stream that LiteLLM is done with, and die of it. LiteLLM
itself does it a few dozen times for each request. Runs on the gateway's host.
"""

from __future__ import annotations

import typing as t
from contextvars import Context, ContextVar

from litellm.integrations.custom_logger import CustomLogger

CONTEXTS = 300
VARIABLES = [ContextVar(f"soak {number}", default=0) for number in range(12)]


def set_all() -> None:
    """Set every variable in the current context; each makes a new mapping."""
    for variable in VARIABLES:
        variable.set(1)


class Sets(CustomLogger):  # type: ignore[misc]  # LiteLLM is not installed beside the tools
    """Sets variables before each request."""

    async def async_pre_call_hook(self, *_arguments: t.Any, **_named: t.Any) -> None:
        """Called by LiteLLM; returns nothing, so that the request stays as it is."""
        # Kept until the end: what is allocated has to outweigh what is freed for Python to collect.
        contexts = [Context() for _number in range(CONTEXTS)]
        for context in contexts:
            context.run(set_all)


handler = Sets()
