# SPDX-License-Identifier: GPL-3.0-or-later
"""The options of ``litellm_postgresql_server``."""

from __future__ import annotations

import typing as t

Spec = dict[str, dict[str, t.Any]]

_PATH_AND_MODE: Spec = {"path": {"type": "str", "required": True}, "mode": {"type": "str", "required": True}}
_FILES = {"type": "list", "elements": "dict", "default": []}
_TEXTS = {"type": "list", "elements": "str", "default": []}
_TEXT = {"type": "str", "default": ""}

ARGUMENT_SPEC: Spec = {
    "state": {"type": "str", "choices": ["checked", "present", "proved", "restored", "absent"], "default": "present"},
    "variables": {"type": "dict"},
    "gateways": _TEXTS,
    "dump": {"type": "str"},
    "keep_data": {"type": "bool", "default": True},
    "password": {**_TEXT, "no_log": True},
    "restore": _TEXT,
    "files": {**_FILES, "options": {**_PATH_AND_MODE, "content": {"type": "str"}}},
    "pem_files": {
        **_FILES,
        "options": {**_PATH_AND_MODE, "content": {"type": "str", "no_log": True}, "source": {"type": "str"}},
    },
    "services": _TEXTS,
    "user": _TEXT,
    "database": _TEXT,
    "connections": {"type": "int", "default": 0},
    "needed": {"type": "int", "default": 0},
    "socket_user": _TEXT,
    "addresses": _TEXTS,
    "port": {"type": "int", "default": 0},
    "tls": {"type": "bool", "default": False},
    "network": {"type": "bool", "default": False},
    "dump_folder": _TEXT,
    "dump_schedule": _TEXT,
}
