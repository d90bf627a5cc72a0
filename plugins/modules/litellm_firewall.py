#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_firewall
short_description: Opens what a part of a fleet needs in the firewall of its host
description:
  - Lets in what is asked for and nothing else, by the firewall that closes ports on the host - firewalld where it runs, else ufw
    where it is switched on, else nftables where a chain for what comes in lets packets fall. Where none does, nothing is done.
  - Rules hold at once and after a reboot. Those of a part that are no longer asked for go; any other ones stay.
  - Rules of ufw and nftables have the comment C(llmops.litellm <part>). For firewalld and nftables the folder
    C(/etc/litellm-firewall) tells which ones they are, and for nftables the unit C(litellm-firewall.service) puts them in force
    whenever its own service has read its file.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  part:
    description: Whose rules they are.
    type: str
    choices: [balancer, gateway, postgresql, redis]
    required: true
  rules:
    description: What to let in. An empty list takes away what was let in for the part.
    type: list
    elements: dict
    default: []
    suboptions:
      protocol:
        description: V(vrrp) is what keepalived speaks, and has no port.
        type: str
        choices: [tcp, vrrp]
        default: tcp
      ports:
        description: Ports of the host.
        type: list
        elements: int
        default: []
      sources:
        description:
          - Addresses, networks or names of those who may come. An empty list means everybody.
        type: list
        elements: str
        default: []
extends_documentation_fragment: [llmops.litellm.attributes.changes, ansible.builtin.action_common_attributes]
"""

EXAMPLES = r"""
- name: Let balancers reach the gateway
  llmops.litellm.litellm_firewall:
    part: gateway
    rules:
      - ports: [4000]
        sources: [192.0.2.21, 192.0.2.22]
"""

RETURN = r"""
firewall:
  description: Which one closes ports here. Empty for none, and then nothing has to be opened.
  returned: success
  type: str
  sample: nftables
rules:
  description: What is let in for the part, in words.
  returned: success
  type: list
  elements: str
  sample: [tcp port 4000 from 192.0.2.21]
"""

import typing as t

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._firewall.firewalls import firewalls
from ansible_collections.llmops.litellm.plugins.module_utils._firewall.opening import bring, wanted_rules
from ansible_collections.llmops.litellm.plugins.module_utils._firewall.rules import FirewallError

SPEC: dict[str, dict[str, t.Any]] = {
    "part": {"type": "str", "choices": ["balancer", "gateway", "postgresql", "redis"], "required": True},
    "rules": {
        "type": "list",
        "elements": "dict",
        "default": [],
        "options": {
            "protocol": {"type": "str", "choices": ["tcp", "vrrp"], "default": "tcp"},
            "ports": {"type": "list", "elements": "int", "default": []},
            "sources": {"type": "list", "elements": "str", "default": []},
        },
    },
}


def main() -> None:
    """Open what is asked for."""
    module = AnsibleModule(argument_spec=SPEC, supports_check_mode=True)

    def run(command: list[str]) -> tuple[int, str, str]:
        if module.get_bin_path(command[0]) is None:
            return 127, "", f"{command[0]} is not there"
        status, out, err = module.run_command(command)
        return int(status), str(out), str(err)

    part = module.params["part"]
    try:
        outcome = bring(firewalls(run), part, wanted_rules(module.params["rules"]), module.check_mode)
    except FirewallError as error:
        module.fail_json(msg=str(error))
    texts = {"before": outcome.before, "after": outcome.after}
    module.exit_json(
        changed=outcome.changed,
        firewall=outcome.firewall,
        rules=list(outcome.after),
        diff={key: "".join(f"{line}\n" for line in lines) for key, lines in texts.items()},
    )


if __name__ == "__main__":
    main()
