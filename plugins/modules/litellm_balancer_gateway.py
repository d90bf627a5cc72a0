#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_balancer_gateway
short_description: Drains a gateway of a balancer, and brings it back
description:
  - Runs on the host of a balancer that role C(litellm_balancer) has set up, and speaks to it through its sockets.
  - A gateway that is drained gets no new requests. The module waits until it has answered those that it has, also those of
    workers that a reload of the balancer has left behind.
  - Where no balancer runs, nothing is under way through it, and nothing is done.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  name:
    description: The gateway's name among those of the balancer.
    type: str
    required: true
  state:
    description:
      - V(drained) lets it get no new requests. Fails and does nothing when no other gateway serves within 30 seconds. The only gateway of a
        balancer goes on as it is, with a warning.
      - V(ready) lets it get requests, and waits until the balancer finds that it is up. Fails when it does not.
    type: str
    choices: [drained, ready]
    required: true
  timeout:
    description:
      - How long to wait, in seconds. Requests that a drained gateway has not answered by then go on, and a warning says how
        many they are.
    type: float
    default: 120
extends_documentation_fragment: [llmops.litellm.balancer, ansible.builtin.action_common_attributes]
seealso:
  - module: llmops.litellm.litellm_balancer_info
"""

EXAMPLES = r"""
- name: Drain this gateway on every balancer
  llmops.litellm.litellm_balancer_gateway:
    name: "{{ inventory_hostname }}"
    state: drained
  loop: "{{ groups.litellm_balancers }}"
  delegate_to: "{{ item }}"
"""

RETURN = r"""
gateway:
  description: The gateway as the balancer sees it now. Missing where no balancer runs.
  returned: when a balancer runs
  type: dict
  sample: {name: gateway1, address: "10.0.0.1:4000", status: DRAIN, check: L7OK/200, sessions: 0, serves: false}
"""

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.changes import Clock, bring_back, drain
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.errors import BalancerError
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.runtime import ARGUMENTS, Runtime


def main() -> None:
    """Drain the gateway, or bring it back."""
    module = AnsibleModule(
        argument_spec={
            "name": {"type": "str", "required": True},
            "state": {"type": "str", "choices": ["drained", "ready"], "required": True},
            "timeout": {"type": "float", "default": 120},
            **ARGUMENTS,
        },
        supports_check_mode=True,
    )
    given = module.params
    change = drain if given["state"] == "drained" else bring_back
    try:
        outcome = change(Runtime(given["runtime"]), given["name"], given["timeout"], Clock(), module.check_mode)
    except BalancerError as error:
        module.fail_json(msg=str(error))
    if outcome.warning:
        module.warn(outcome.warning)
    module.exit_json(changed=outcome.changed, **({"gateway": outcome.gateway.as_result()} if outcome.gateway else {}))


if __name__ == "__main__":
    main()
