# SPDX-License-Identifier: GPL-3.0-or-later
"""Options of ``litellm_model_config`` that are variables of the role. Written by ``scripts/generate_options.py``."""

from __future__ import annotations

import typing as t

VARIABLES: dict[str, dict[str, t.Any]] = {
    "agents": {"type": "dict"},
    "allow_insecure_version": {"type": "str"},
    "allow_unknown": {"type": "list", "elements": "str"},
    "api_base": {"type": "str"},
    "api_key_env": {"type": "str", "no_log": False},
    "config_file": {"type": "path"},
    "database": {"type": "dict"},
    "default_fallbacks": {"type": "list", "elements": "str"},
    "drop_params": {"type": "bool"},
    "env_file": {"type": "path"},
    "extra_config": {"type": "dict"},
    "general_settings": {"type": "dict"},
    "json_logs": {"type": "bool"},
    "litellm_mode": {"type": "str"},
    "litellm_settings": {"type": "dict"},
    "master_key_env": {"type": "str", "default": "LITELLM_MASTER_KEY", "no_log": False},
    "model_specs": {"type": "list", "elements": "str"},
    "models": {"type": "dict"},
    "opentelemetry": {
        "type": "dict",
        "options": {
            "endpoint": {"type": "str"},
            "service_name": {"type": "str"},
            "message_logging": {"type": "bool"},
        },
    },
    "prometheus": {"type": "bool"},
    "providers": {"type": "dict"},
    "reasoning_effort": {"type": "str"},
    "redis": {"type": "raw"},
    "router_settings": {"type": "dict"},
    "set_verbose": {"type": "bool"},
    "strict": {"type": "bool", "default": True},
    "timeout": {"type": "float"},
    "ui": {"type": "dict"},
}
