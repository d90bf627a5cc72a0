# SPDX-License-Identifier: GPL-3.0-or-later
"""LiteLLM's names for what more than one room speaks of."""

from __future__ import annotations

BLOCKS = ("litellm_settings", "router_settings", "general_settings")
"""The blocks of settings."""

FALLBACKS = ("fallbacks", "context_window_fallbacks", "content_policy_fallbacks")
"""Lists of what backs which model; the first serves all errors, the others one kind of error."""

DEFAULT_FALLBACKS = "default_fallbacks"
"""The list of what backs every model."""

CALLBACKS = (
    *("callbacks", "success_callback", "failure_callback", "audit_log_callbacks"),
    *("service_callback", "input_callback"),
)
"""Lists of callbacks; code of one's own may stand in the first four."""

EFFORTS = ("none", "minimal", "low", "medium", "high", "xhigh")
"""Levels of reasoning that the inventory language has; ``none`` leaves the field out."""

WORDS_OF_EFFORT = (*EFFORTS, "max", "default", "disable")
"""What LiteLLM or an upstream of its makes something of."""

WITHOUT_MASTER_KEY = "dangerously_permit_weak_or_unset_master_key"
"""The setting without which LiteLLM does not start where clients bring no key."""

PRISMA = "0.11.0"
"""The only version of Prisma's client that LiteLLM recovers a lost database connection with: it sets ``_Prisma__engine``,
which later versions have not."""

OPENAI_KEY = "OPENAI_API_KEY"
"""The variable of OpenAI's key, and here of a key that nothing else names."""

COORDINATION = "coordination_redis"
"""The setting with the Redis in which everything counts that counts."""

ENFORCES = "enforce_model_rate_limits"
"""The check before a call that holds models to their requests and tokens of a minute."""

USAGE_BASED = ("usage-based-routing", "usage-based-routing-v2")
"""Strategies that count these, too."""
