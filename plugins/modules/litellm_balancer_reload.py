#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_balancer_reload
short_description: Has a balancer take over the configuration in its file
description:
  - Asks the balancer of role C(litellm_balancer) which configuration it runs with. Where that is another one than the wanted
    one, it is told to reload, through the socket of its master.
  - No connection is lost. A new worker takes the ports, and the former one answers what it has accepted. Gateways that were
    drained stay drained.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  configuration:
    description: The C(description) of the configuration in the file, which the process that has it tells.
    type: str
    required: true
  timeout:
    description: How long the new worker may take, in seconds. After that the module fails, and the former one goes on.
    type: float
    default: 30
extends_documentation_fragment: [llmops.litellm.balancer, ansible.builtin.action_common_attributes]
"""

EXAMPLES = r"""
- name: Take the new configuration over
  llmops.litellm.litellm_balancer_reload:
    configuration: configuration 091450ff828ac3f5
"""

RETURN = r"""
"""

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.changes import Clock, take_over
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.errors import BalancerError
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.runtime import ARGUMENTS, Runtime


def main() -> None:
    """Reload the balancer if it runs with another configuration."""
    module = AnsibleModule(
        argument_spec={
            "configuration": {"type": "str", "required": True},
            "timeout": {"type": "float", "default": 30},
            **ARGUMENTS,
        },
        supports_check_mode=True,
    )
    given = module.params
    try:
        changed = take_over(
            Runtime(given["runtime"]), given["configuration"], given["timeout"], Clock(), module.check_mode
        )
    except BalancerError as error:
        module.fail_json(msg=str(error))
    module.exit_json(changed=changed)


if __name__ == "__main__":
    main()
