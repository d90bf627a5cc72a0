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

LIVELINESS = "/health/liveliness"
"""The path that answers 200 without a key as long as LiteLLM answers at all."""

SUPPORTED_PYTHONS = ("3.10", "3.14")
"""The oldest and the newest Python that LiteLLM is installed for."""

DATABASE_URL = "DATABASE_URL"
"""The variable with the address of the database, which LiteLLM reads when it starts."""

SALT_KEY = "LITELLM_SALT_KEY"
"""The variable of the key that LiteLLM encrypts with what it keeps in the database."""

METRICS_TOKEN = "LITELLM_METRICS_TOKEN"  # noqa: S105 - the name of the variable
"""The variable of the service with what a scraper has to show; without it nobody is asked for anything."""

MARKER = "llmops_litellm"
"""The key of ``metadata`` under which this collection notes what is its own."""
