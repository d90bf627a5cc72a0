# SPDX-License-Identifier: GPL-3.0-or-later
"""The options of ``litellm_redis_server``."""

from __future__ import annotations

import typing as t

Spec = dict[str, dict[str, t.Any]]

_PATH_AND_MODE: Spec = {"path": {"type": "str", "required": True}, "mode": {"type": "str", "required": True}}
_FILES = {"type": "list", "elements": "dict", "default": []}
_TEXTS = {"type": "list", "elements": "str", "default": []}

ARGUMENT_SPEC: Spec = {
    "state": {"type": "str", "choices": ["checked", "present", "proved", "absent"], "default": "present"},
    "variables": {"type": "dict"},
    "begin": {"type": "str"},
    "keep_data": {"type": "bool", "default": False},
    "server": {"type": "str", "choices": ["auto", "redis", "valkey"], "default": "auto"},
    "files": {**_FILES, "options": {**_PATH_AND_MODE, "content": {"type": "str"}}},
    "secret_files": {
        **_FILES,
        # Where they are is no secret.
        "no_log": False,
        "options": {**_PATH_AND_MODE, "content": {"type": "str", "no_log": True}},
    },
    "pem_files": {
        **_FILES,
        "options": {**_PATH_AND_MODE, "content": {"type": "str", "no_log": True}, "source": {"type": "str"}},
    },
    "services": _TEXTS,
    "socket_group": {"type": "str", "default": ""},
    "namespace": {"type": "str", "default": ""},
    "username": {"type": "str", "default": ""},
    "password": {"type": "str", "default": "", "no_log": True},
    "addresses": _TEXTS,
    "port": {"type": "int", "default": 0},
    "tls": {"type": "bool", "default": False},
    "sentinel_port": {"type": "int", "default": 0},
    "hosts": _TEXTS,
    "own_address": {"type": "str", "default": ""},
    "replicates": {"type": "str", "default": ""},
}
