# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges, on the controller, what an installation of LiteLLM would get."""

from __future__ import annotations

import typing as t

from ansible.plugins.action import ActionBase
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.choice import choose, version_problems
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.lock import Lock, Target

_SPEC: dict[str, t.Any] = {
    "version": {"type": "str", "required": True},
    "allow_insecure_version": {"type": "str", "default": ""},
    "lock": {"type": "str", "default": ""},
    "former_lock": {"type": "str"},
    "lock_file": {"type": "str", "default": ""},
    "requirements": {"type": "list", "elements": "str", "default": []},
    "extra_packages": {"type": "list", "elements": "str", "default": []},
    "targets": {
        "type": "list",
        "elements": "dict",
        "required": True,
        "options": {
            "python": {"type": "str", "required": True},
            "machine": {"type": "str", "required": True},
            "libc": {"type": "str", "default": ""},
        },
    },
}


class ActionModule(ActionBase):
    """Compares on the controller; contacts no host."""

    _VALID_ARGS = frozenset(_SPEC)
    _requires_connection = False
    _supports_check_mode = True
    _supports_diff = True
    _supports_async = False

    def run(self, tmp: t.Any = None, task_vars: t.Any = None) -> dict[str, t.Any]:
        result: dict[str, t.Any] = super().run(tmp, task_vars)
        _known, given = self.validate_argument_spec(_SPEC)
        found = choose(
            given["lock"],
            file=given["lock_file"],
            version=given["version"],
            base=given["requirements"],
            extra=given["extra_packages"],
            targets=[Target(**target) for target in given["targets"]],
        )
        problems = [*version_problems(given["version"], given["allow_insecure_version"]), *found.problems]
        if problems:
            message = " ".join([*(f"{problem}." for problem in problems), "Nothing was changed."])
            return {**result, "failed": True, "msg": message, "problems": problems}
        told = {"unlocked": list(found.unlocked), "notices": list(found.notices)}
        before = given["former_lock"]
        if before is None or before == given["lock"]:
            return {**result, "changed": False, **told}
        outlines = {"before": Lock.parse(before).outline(), "after": Lock.parse(given["lock"]).outline()}
        return {**result, "changed": True, **told, "diff": outlines}
