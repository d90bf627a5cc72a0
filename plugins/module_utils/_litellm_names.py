# SPDX-License-Identifier: GPL-3.0-or-later
"""What both halves have to know of LiteLLM: its names, and the Pythons that it runs on."""

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

SUPPORTED_PYTHONS = ("3.10", "3.14")
"""The oldest and the newest Python that LiteLLM is installed for."""
