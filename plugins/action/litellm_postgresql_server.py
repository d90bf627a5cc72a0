# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The controller's half of ``litellm_postgresql_server``: checks the variables, and makes the files from them."""

from __future__ import annotations

import typing as t

from ansible_collections.llmops.litellm.plugins.plugin_utils._actions import ServiceAction
from ansible_collections.llmops.litellm.plugins.plugin_utils._postgresql.declared import Gateway
from ansible_collections.llmops.litellm.plugins.plugin_utils._postgresql.plan import plan
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.reading import AT_GATEWAY, address_of


def _gateway(host: str, variables: t.Mapping[str, t.Any]) -> Gateway:
    """A gateway as its variables have it. One with a worker per core has as many as facts tell, else one."""
    cores = (variables.get("ansible_facts") or {}).get("processor_vcpus") or 1
    # What is wrong with it is for the gateway to say.
    workers = str(variables.get("litellm_workers") or "")
    return Gateway(host, address_of(host, variables, AT_GATEWAY), int(workers if workers.isdecimal() else cores))


class ActionModule(ServiceAction):
    """Checks on the controller, and asks the host once."""

    MODULE = "litellm_postgresql_server"
    FOR_HOST = ("state", "keep_data", "restore", "dump_folder")
    FOR_PLAN = ("variables", "gateways", "dump", "password")

    def planned(self, args: t.Mapping[str, t.Any], variables: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
        gateways = [_gateway(str(name), variables["hostvars"][name]) for name in args.get("gateways") or []]
        texts = {name: str(args.get(name) or "") for name in ("password", "dump")}
        host = str(variables["inventory_hostname"])
        return plan(args.get("variables") or {}, texts["password"], host, gateways, texts["dump"])
