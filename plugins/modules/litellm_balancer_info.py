#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_balancer_info
short_description: Says what a balancer makes of its gateways
description:
  - Asks a balancer that role C(litellm_balancer) has set up, on its host and through its sockets.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
extends_documentation_fragment: [llmops.litellm.balancer, llmops.litellm.attributes.looks, ansible.builtin.action_common_attributes]
seealso:
  - module: llmops.litellm.litellm_balancer_gateway
"""

EXAMPLES = r"""
- name: Ask what the balancer makes of its gateways
  llmops.litellm.litellm_balancer_info:
  register: balancer
"""

RETURN = r"""
running:
  description: Whether a balancer runs. The rest is only there if it does.
  returned: success
  type: bool
  sample: true
version:
  description: HAProxy's version.
  returned: when a balancer runs
  type: str
  sample: 2.6.12-1+deb12u4
configuration:
  description: The name of the configuration that it runs with.
  returned: when a balancer runs
  type: str
  sample: configuration 091450ff828ac3f5
gateways:
  description: The gateways, in the order of the configuration.
  returned: when a balancer runs
  type: list
  elements: dict
  contains:
    name:
      description: Name in the inventory.
      type: str
      sample: gateway1
    address:
      description: Where the balancer reaches it.
      type: str
      sample: 10.0.0.1:4000
    status:
      description: HAProxy's word for its state, such as V(UP), V(DOWN) or V(DRAIN).
      type: str
      sample: UP
    check:
      description: Result of the last check in HAProxy's words.
      type: str
      sample: L7OK/200
    sessions:
      description: Requests that are under way.
      type: int
      sample: 3
    serves:
      description: Whether it gets new requests.
      type: bool
      sample: true
"""

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.errors import BalancerError
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.runtime import ARGUMENTS, Runtime


def main() -> None:
    """Ask the balancer, and return what it says."""
    module = AnsibleModule(argument_spec=dict(ARGUMENTS), supports_check_mode=True)
    runtime = Runtime(module.params["runtime"])
    if not runtime.runs():
        module.exit_json(running=False)
    try:
        info, gateways = runtime.info(), runtime.gateways()
    except BalancerError as error:
        module.fail_json(msg=str(error))
    module.exit_json(
        running=True,
        version=info.get("Version", ""),
        configuration=info.get("description", ""),
        gateways=[gateway.as_result() for gateway in gateways],
    )


if __name__ == "__main__":
    main()
