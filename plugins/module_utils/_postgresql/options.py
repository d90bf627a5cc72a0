# SPDX-License-Identifier: GPL-3.0-or-later
"""The options of ``litellm_postgresql_server``."""

from __future__ import annotations

from .._service_options import OF_A_SERVICE, Spec

_TEXTS = {"type": "list", "elements": "str", "default": []}
_TEXT = {"type": "str", "default": ""}

ARGUMENT_SPEC: Spec = {
    **OF_A_SERVICE,
    "state": {"type": "str", "choices": ["checked", "present", "proved", "restored", "absent"], "default": "present"},
    "gateways": _TEXTS,
    "dump": {"type": "str"},
    "keep_data": {"type": "bool", "default": True},
    "password": {**_TEXT, "no_log": True},
    "restore": _TEXT,
    "user": _TEXT,
    "database": _TEXT,
    "connections": {"type": "int", "default": 0},
    "needed": {"type": "int", "default": 0},
    "socket_user": _TEXT,
    "dump_folder": _TEXT,
    "dump_schedule": _TEXT,
}
