# SPDX-License-Identifier: GPL-3.0-or-later
"""The options of ``litellm_redis_server``."""

from __future__ import annotations

from .._service_options import FILES, OF_A_SERVICE, PATH_AND_MODE, Spec

_TEXTS = {"type": "list", "elements": "str", "default": []}

ARGUMENT_SPEC: Spec = {
    **OF_A_SERVICE,
    "state": {"type": "str", "choices": ["checked", "present", "proved", "absent"], "default": "present"},
    "begin": {"type": "str"},
    "keep_data": {"type": "bool", "default": False},
    "server": {"type": "str", "choices": ["auto", "redis", "valkey"], "default": "auto"},
    # Their content is secret; their paths are not.
    "secret_files": {
        **FILES,
        "no_log": False,
        "options": {**PATH_AND_MODE, "content": {"type": "str", "no_log": True}},
    },
    "socket_group": {"type": "str", "default": ""},
    "namespace": {"type": "str", "default": ""},
    "username": {"type": "str", "default": ""},
    "password": {"type": "str", "default": "", "no_log": True},
    "sentinel_port": {"type": "int", "default": 0},
    "hosts": _TEXTS,
    "own_address": {"type": "str", "default": ""},
    "replicates": {"type": "str", "default": ""},
}
