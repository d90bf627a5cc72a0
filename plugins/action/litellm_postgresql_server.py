# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The controller's half of ``litellm_postgresql_server``: checks the variables, and makes the files from them."""

from __future__ import annotations

import typing as t

from ansible.plugins.action import ActionBase
from ansible_collections.llmops.litellm.plugins.plugin_utils._postgresql.declared import Gateway
from ansible_collections.llmops.litellm.plugins.plugin_utils._postgresql.plan import plan
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError

_GIVEN = ("state", "keep_data", "restore", "dump_folder")
_OWN = frozenset({*_GIVEN, "variables", "gateways", "dump", "password"})
_MODULE = "llmops.litellm.litellm_postgresql_server"


def _gateway(host: str, variables: t.Mapping[str, t.Any]) -> Gateway:
    """A gateway as its variables have it. One with a worker per core has as many as facts tell, else one."""
    cores = (variables.get("ansible_facts") or {}).get("processor_vcpus") or 1
    # What is wrong with it is for the gateway to say.
    workers = str(variables.get("litellm_workers") or "")
    return Gateway(host, str(variables.get("ansible_host") or ""), int(workers if workers.isdecimal() else cores))


class ActionModule(ActionBase):
    """Checks on the controller, and asks the host once."""

    _VALID_ARGS = _OWN
    _supports_check_mode = True
    _supports_diff = True
    _supports_async = False

    def run(self, tmp: t.Any = None, task_vars: t.Any = None) -> dict[str, t.Any]:
        result: dict[str, t.Any] = super().run(tmp, task_vars)
        args = self._task.args
        given = {name: args[name] for name in _GIVEN if name in args}
        if given.get("state") != "absent":
            gateways = [_gateway(str(name), task_vars["hostvars"][name]) for name in args.get("gateways") or []]
            variables, password = args.get("variables") or {}, str(args.get("password") or "")
            host = str(task_vars["inventory_hostname"])
            try:
                given |= plan(variables, password, host, gateways, str(args.get("dump") or ""))
            except InputError as refusal:
                return {**result, **refusal.result()}
        done: dict[str, t.Any] = self._execute_module(module_name=_MODULE, module_args=given, task_vars=task_vars)
        if not self._task.diff and not self._play_context.diff:
            done.pop("diff", None)
        return {**result, **done}
