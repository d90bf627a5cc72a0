# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""The options of ``litellm_model_config``, declared once for its module and its action plugin."""

from __future__ import annotations

import typing as t

MASTER_KEY = "LITELLM_MASTER_KEY"
"""The variable of the master key, unless told otherwise."""

CONTENT = "rendered"
"""The option that brings the rendered text from the controller to the module."""

ARGUMENT_SPEC: dict[str, dict[str, t.Any]] = {
    "models": {"type": "dict"},
    "model_keys": {"type": "list", "elements": "str", "no_log": False},
    "providers": {"type": "dict"},
    "model_specs": {"type": "list", "elements": "str"},
    "env_file": {"type": "path"},
    "config_file": {"type": "path"},
    "api_base": {"type": "str"},
    "api_key_env": {"type": "str", "no_log": False},
    "reasoning_effort": {"type": "str"},
    "timeout": {"type": "float"},
    "litellm_mode": {"type": "str"},
    "agents": {"type": "dict"},
    "default_fallbacks": {"type": "list", "elements": "str"},
    "drop_params": {"type": "bool"},
    "set_verbose": {"type": "bool"},
    "litellm_settings": {"type": "dict"},
    "router_settings": {"type": "dict"},
    "general_settings": {"type": "dict"},
    "extra_config": {"type": "dict"},
    "json_logs": {"type": "bool"},
    "prometheus": {"type": "bool"},
    "opentelemetry": {"type": "dict"},
    "allow_unknown": {"type": "list", "elements": "str"},
    "master_key_env": {"type": "str", "default": MASTER_KEY, "no_log": False},
    "environment": {"type": "raw"},
    "litellm_version": {"type": "str", "default": ""},
    "allow_insecure_version": {"type": "str", "default": ""},
    "strict": {"type": "bool", "default": True},
    "variable_prefix": {"type": "str", "default": ""},
    "known_variables": {"type": "list", "elements": "str"},
    "only_variables": {"type": "bool", "default": False},
    "workers": {"type": "int"},
    "hosts": {"type": "int", "default": 1},
    "litellm_environment": {"type": "dict"},
    "service_manager": {"type": "str", "default": ""},
    "python_files": {"type": "list", "elements": "path"},
    "extra_packages": {"type": "list", "elements": "str"},
    "image": {"type": "str", "default": ""},
    "path": {"type": "path"},
    "backup": {"type": "bool", "default": False},
    CONTENT: {"type": "str"},
}
