# SPDX-License-Identifier: GPL-3.0-or-later
"""The options of ``litellm_model_config``, declared once for its module and its action plugin."""

from __future__ import annotations

import typing as t

from ._model_config_variables import VARIABLES

MASTER_KEY = "LITELLM_MASTER_KEY"
"""The variable of the master key, unless told otherwise."""

CONTENT = "rendered"
"""The option that brings the rendered text from the controller to the module."""

ARGUMENT_SPEC: dict[str, dict[str, t.Any]] = {
    **VARIABLES,
    "model_keys": {"type": "list", "elements": "str", "no_log": False},
    "environment": {"type": "raw"},
    "environment_names": {"type": "list", "elements": "str"},
    "litellm_version": {"type": "str", "default": ""},
    "variable_prefix": {"type": "str", "default": ""},
    "known_variables": {"type": "list", "elements": "str"},
    "only_variables": {"type": "bool", "default": False},
    "entry_point": {"type": "str"},
    "workers": {"type": "int"},
    "hosts": {"type": "int", "default": 1},
    "litellm_environment": {"type": "dict"},
    "service_manager": {"type": "str", "default": ""},
    "python_files": {"type": "list", "elements": "path"},
    "extra_packages": {"type": "list", "elements": "str"},
    "image": {"type": "str", "default": ""},
    "host": {"type": "str", "default": ""},
    "behind_balancer": {"type": "bool", "default": False},
    "metrics_host": {"type": "str", "default": ""},
    "tls_certificate": {"type": "str"},
    "tls_key": {"type": "str", "no_log": True},
    "path": {"type": "path"},
    "backup": {"type": "bool", "default": False},
    CONTENT: {"type": "str"},
}
