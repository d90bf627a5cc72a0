# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints a text as it is, where ``ansible.builtin.debug`` prints it as a string of JSON."""

from __future__ import annotations

import typing as t

from ansible import constants
from ansible.plugins.action import ActionBase
from ansible.utils.display import Display

_MACHINE_READ = ("json", "jsonl")
"""Callbacks whose whole output is one document, which has the text in the task's result."""


class ActionModule(ActionBase):
    """Prints on the controller; contacts no host."""

    _VALID_ARGS = frozenset(("text",))
    _requires_connection = False
    _supports_check_mode = True
    _supports_diff = True
    _supports_async = False

    def run(self, tmp: t.Any = None, task_vars: t.Any = None) -> dict[str, t.Any]:
        result: dict[str, t.Any] = super().run(tmp, task_vars)
        _known, arguments = self.validate_argument_spec({"text": {"type": "str", "required": True}})
        text: str = arguments["text"]
        callback = constants.DEFAULT_STDOUT_CALLBACK.rpartition(".")[2]
        if not self._task.no_log and callback not in _MACHINE_READ:
            Display().display(text)
        return {**result, "changed": False, "text": text}
