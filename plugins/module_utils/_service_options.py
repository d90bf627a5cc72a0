# SPDX-License-Identifier: GPL-3.0-or-later
"""The options that modules of services have in common; the documentation fragment ``service`` describes them."""

from __future__ import annotations

import typing as t

Spec = dict[str, dict[str, t.Any]]

PATH_AND_MODE: Spec = {"path": {"type": "str", "required": True}, "mode": {"type": "str", "required": True}}
FILES: dict[str, t.Any] = {"type": "list", "elements": "dict", "default": []}
_TEXTS = {"type": "list", "elements": "str", "default": []}

OF_A_SERVICE: Spec = {
    "variables": {"type": "dict"},
    "files": {**FILES, "options": {**PATH_AND_MODE, "content": {"type": "str"}}},
    "pem_files": {
        **FILES,
        "options": {**PATH_AND_MODE, "content": {"type": "str", "no_log": True}, "source": {"type": "str"}},
    },
    "services": _TEXTS,
    "addresses": _TEXTS,
    "port": {"type": "int", "default": 0},
    "tls": {"type": "bool", "default": False},
}
