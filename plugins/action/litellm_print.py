# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints a text as it is, where ``ansible.builtin.debug`` prints it as a string of JSON."""

from __future__ import annotations

import typing as t

from ansible import constants
from ansible.utils.display import Display
from ansible_collections.llmops.litellm.plugins.plugin_utils._actions import ControllerAction

_OPTIONS: dict[str, dict[str, t.Any]] = {"text": {"type": "str", "required": True}}
_MACHINE_READ = ("json", "jsonl")
"""Callbacks whose whole output is one document, which has the text in the task's result."""


class ActionModule(ControllerAction):
    """Prints on the controller; contacts no host."""

    OPTIONS = _OPTIONS

    def answer(self, options: t.Mapping[str, t.Any], variables: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
        text: str = options["text"]
        callback = constants.DEFAULT_STDOUT_CALLBACK.rpartition(".")[2]
        if not self._task.no_log and callback not in _MACHINE_READ:
            Display().display(text)
        return {"text": text}
