# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of LiteLLM, and of what this collection hands it, that rooms speak of which do not import one another."""

from __future__ import annotations

PRICES = {
    "input": "input_cost_per_token",
    "output": "output_cost_per_token",
    "cached_input": "cache_read_input_token_cost",
}
"""Sides of ``cost`` (USD per 1 M tokens), and LiteLLM's names for them (USD per token)."""

TALKING_MODES = ("chat", "completion", "responses")
"""Modes of models that answer a conversation; a model that names no mode is one of them, a ``chat`` model."""

READINESS = "/health/readiness"
"""The path that answers 200 without a key, and by that says that the gateway takes requests."""

USER_ROLES = ("proxy_admin", "proxy_admin_viewer", "internal_user", "internal_user_viewer")
"""What a user may be at a gateway."""

LIVELINESS = "/health/liveliness"
"""The path that answers 200 without a key as long as LiteLLM answers at all."""

SUPPORTED_PYTHONS = ("3.10", "3.14")
"""The oldest and the newest Python that LiteLLM is installed for."""

_OLDEST, _NEWEST = (int(version.partition(".")[2]) for version in SUPPORTED_PYTHONS)
PYTHON_PROGRAMS = tuple(f"python3.{minor}" for minor in range(_OLDEST, _NEWEST + 1))
"""What these Pythons and those between are called, the oldest first."""

DATABASE_URL = "DATABASE_URL"
"""The variable with the address of the database, which LiteLLM reads when it starts."""

SALT_KEY = "LITELLM_SALT_KEY"
"""The variable of the key that LiteLLM encrypts with what it keeps in the database."""

METRICS_TOKEN = "LITELLM_METRICS_TOKEN"  # noqa: S105 - the name of the variable
"""The variable of the service with what a scraper has to show; without it nobody is asked for anything."""

MARKER = "llmops_litellm"
"""The key of ``metadata`` under which this collection notes what is its own."""
