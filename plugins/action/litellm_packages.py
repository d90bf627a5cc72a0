# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges, on the controller, what an installation of LiteLLM would get."""

from __future__ import annotations

import typing as t

from ansible_collections.llmops.litellm.plugins.plugin_utils._actions import ControllerAction
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.choice import choose, version_problems
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.lock import Lock, Target

_OPTIONS: dict[str, dict[str, t.Any]] = {
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


class ActionModule(ControllerAction):
    """Compares on the controller; contacts no host."""

    OPTIONS = _OPTIONS

    def answer(self, options: t.Mapping[str, t.Any], variables: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
        found = choose(
            options["lock"],
            file=options["lock_file"],
            version=options["version"],
            base=options["requirements"],
            extra=options["extra_packages"],
            targets=[Target(**target) for target in options["targets"]],
        )
        problems = [*version_problems(options["version"], options["allow_insecure_version"]), *found.problems]
        if problems:
            message = " ".join([*(f"{problem}." for problem in problems), "Nothing was changed."])
            return {"failed": True, "msg": message, "problems": problems}
        told = {"unlocked": list(found.unlocked), "notices": list(found.notices)}
        before = options["former_lock"]
        if before is None or before == options["lock"]:
            return told
        outlines = {"before": Lock.parse(before).outline(), "after": Lock.parse(options["lock"]).outline()}
        return {"changed": True, **told, "diff": outlines}
