# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The controller's half of ``litellm_redis_server``: checks the variables, and makes the files from them."""

from __future__ import annotations

import typing as t

from ansible_collections.llmops.litellm.plugins.plugin_utils._actions import ServiceAction
from ansible_collections.llmops.litellm.plugins.plugin_utils._redis.declared import AT_REDIS, GROUP
from ansible_collections.llmops.litellm.plugins.plugin_utils._redis.plan import plan
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.reading import AT_HOST


class ActionModule(ServiceAction):
    """Checks on the controller, and asks the host once."""

    MODULE = "litellm_redis_server"
    FOR_HOST = ("state", "keep_data")
    FOR_PLAN = ("variables", "begin")

    def planned(self, args: t.Mapping[str, t.Any], variables: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
        given = args.get("variables") or {}
        hosts = self._hosts(str(given.get(GROUP) or ""), variables)
        return plan(given, str(variables["inventory_hostname"]), hosts, str(args.get("begin") or ""))

    @staticmethod
    def _hosts(group: str, variables: t.Mapping[str, t.Any]) -> dict[str, dict[str, t.Any]]:
        """The members of *group*, with what says how they are reached."""
        return {
            str(name): {each: variables["hostvars"][name].get(each) for each in (AT_REDIS, AT_HOST)}
            for name in variables["groups"].get(group, [])
        }
