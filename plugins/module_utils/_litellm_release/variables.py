# SPDX-License-Identifier: GPL-3.0-or-later
"""Options of ``litellm_release`` that are variables of the role. Written by ``scripts/generate_options.py``."""

from __future__ import annotations

import typing as t

VARIABLES: dict[str, dict[str, t.Any]] = {
    "allow_salt_change": {"type": "bool", "default": False},
    "service_manager": {
        "type": "str",
        "choices": ["auto", "systemd", "podman", "rootless-podman", "docker", "supervisor"],
        "default": "auto",
    },
    "host": {"type": "str"},
    "port": {"type": "int"},
    "tls_certificate": {"type": "str", "default": ""},
    "user": {"type": "str", "required": True},
    "group": {"type": "str"},
    "start_timeout": {"type": "int"},
    "drain_timeout": {"type": "int"},
    "keepalive_timeout": {"type": "int"},
    "workers": {"type": "int", "default": 0},
    "max_requests_before_restart": {"type": "int", "default": 0},
    "max_worker_memory": {"type": "int", "default": 0},
    "max_body": {"type": "int", "default": 0},
    "unit_overrides": {"type": "dict", "default": {}},
    "directories": {
        "type": "dict",
        "options": {
            "install": {"type": "str", "default": ""},
            "config": {"type": "str", "default": ""},
            "state": {"type": "str", "default": ""},
            "runtime": {"type": "str", "default": ""},
        },
        "apply_defaults": True,
    },
    "version": {"type": "str"},
    "allow_downgrade": {"type": "bool", "default": False},
    "python": {"type": "str", "default": ""},
    "container": {
        "type": "dict",
        "options": {
            "image": {"type": "str", "default": ""},
            "python": {"type": "str", "default": ""},
            "pull": {"type": "str", "choices": ["missing", "always", "never"], "default": "missing"},
            "archive": {"type": "str", "default": ""},
            "moving_tags": {"type": "list", "elements": "str", "default": []},
            "network": {"type": "str", "default": "host"},
            "memory": {"type": "str", "default": ""},
            "cpus": {"type": "str", "default": ""},
            "volumes": {"type": "list", "elements": "str", "default": []},
            "options": {"type": "list", "elements": "str", "default": []},
        },
        "apply_defaults": True,
    },
    "metrics_host": {"type": "str", "default": "127.0.0.1"},
    "metrics_port": {"type": "int", "default": 0},
    "main_metrics": {"type": "bool", "default": True},
}
