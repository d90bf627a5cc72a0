# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The controller's half of ``litellm_redis_server``: checks the variables, and makes the files from them."""

from __future__ import annotations

import typing as t

from ansible.plugins.action import ActionBase
from ansible_collections.llmops.litellm.plugins.plugin_utils._redis.declared import GROUP, OF_HOST
from ansible_collections.llmops.litellm.plugins.plugin_utils._redis.plan import plan
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError

_OWN = frozenset({"state", "variables", "begin", "keep_data"})
_MODULE = "llmops.litellm.litellm_redis_server"


class ActionModule(ActionBase):
    """Checks on the controller, and asks the host once."""

    _VALID_ARGS = _OWN
    _supports_check_mode = True
    _supports_diff = True
    _supports_async = False

    def run(self, tmp: t.Any = None, task_vars: t.Any = None) -> dict[str, t.Any]:
        result: dict[str, t.Any] = super().run(tmp, task_vars)
        args = self._task.args
        given = {name: args[name] for name in ("state", "keep_data") if name in args}
        if given.get("state") != "absent":
            variables = args.get("variables") or {}
            try:
                given |= plan(
                    variables,
                    str(task_vars["inventory_hostname"]),
                    self._hosts(str(variables.get(GROUP) or ""), task_vars),
                    str(args.get("begin") or ""),
                )
            except InputError as refusal:
                return {**result, **refusal.result()}
        done: dict[str, t.Any] = self._execute_module(module_name=_MODULE, module_args=given, task_vars=task_vars)
        if not self._task.diff and not self._play_context.diff:
            done.pop("diff", None)
        return {**result, **done}

    @staticmethod
    def _hosts(group: str, task_vars: t.Mapping[str, t.Any]) -> dict[str, dict[str, t.Any]]:
        """The members of *group*, with what says how they are reached."""
        return {
            str(name): {each: task_vars["hostvars"][name].get(each) for each in OF_HOST}
            for name in task_vars["groups"].get(group, [])
        }
