#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_access
short_description: Makes keys, teams, users and budgets of a gateway what is declared
description:
  - Reads once what the database of a gateway holds, compares it with what is declared, and writes what differs and nothing else.
  - What this inventory made once and declares no more is removed. What others made is left alone, reported or removed, as
    O(unmanaged) says.
  - All that is wrong is said at once, before anything changes - unknown fields, models that are not served, teams that are not
    there, and what needs LiteLLM's licence.
  - Values of keys are generated on the controller and handed over once. They are in no result, message and diff.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  budgets:
    description: Budgets that keys share, from a name to its fields.
    type: dict
    default: {}
  teams:
    description: Teams, from a name to its fields.
    type: dict
    default: {}
  users:
    description: Users, from an id to its fields.
    type: dict
    default: {}
  keys:
    description:
      - Keys, from a name to its fields. C(docs/keys.md) of the collection has all fields,
        U(https://github.com/llmops/ansible-collection-litellm/blob/main/docs/keys.md).
    type: dict
    default: {}
  agents:
    description: From an agent to an alias, for keys with C(agent).
    type: dict
    default: {}
  secrets:
    description: From the name of a variable to its value, for keys with C(value_env).
    type: dict
    default: {}
  handover:
    description:
      - Where generated values go. C(file) is a YAML file on the controller, from the name of a key to its value, that only its
        owner may read, and C(vault) encrypts it with the vault password of the play. C(program) is a command, as a list, that
        gets the same as JSON on its standard input.
      - It happens before the keys are made, and where it fails, none is.
    type: dict
    default: {}
  owner:
    description:
      - Name of the inventory. It is noted with what is made, so that several inventories can share a gateway.
    type: str
    default: inventory
  unmanaged:
    description:
      - What becomes of budgets, teams, users and keys that nobody declares. V(keep) leaves them alone, V(report) names them, and
        V(remove) removes them, but for budgets, of which LiteLLM does not say whose they are.
    type: str
    choices: [keep, report, remove]
    default: keep
  variable_prefix:
    description: What messages put before the names of the options, for roles whose variables they come from.
    type: str
    default: ""
  wanted:
    description: What is declared, checked. The controller sets it.
    type: list
    elements: dict
    default: []
  changes:
    description: What was planned and is to be done. The controller sets it.
    type: list
    elements: dict
    default: []
  values:
    description: From the name of a key to its value. The controller sets it.
    type: dict
    default: {}
extends_documentation_fragment: [llmops.litellm.gateway, llmops.litellm.attributes.changes, ansible.builtin.action_common_attributes]
seealso:
  - module: llmops.litellm.litellm_key
  - module: llmops.litellm.litellm_team
"""

EXAMPLES = r"""
- name: Keep teams and keys as they are declared
  llmops.litellm.litellm_access:
    url: http://127.0.0.1:4000
    master_key: "{{ litellm_master_key }}"
    teams:
      research: {models: [gpt-5, deepseek-v3.2], budget: {limit: 200, period: 30d}, rpm: 600}
    keys:
      ci: {team: research, models: [deepseek-v3.2], budget: {limit: 5, period: 1d}, expires: 90d}
      notebook: {team: research, value_env: NOTEBOOK_KEY}
    secrets: {NOTEBOOK_KEY: "{{ vault_notebook_key }}"}
    handover: {file: keys.yml, vault: true}
    unmanaged: report
"""

RETURN = r"""
differences:
  description: What changes, one line for each.
  returned: success
  type: list
  elements: str
  sample: ["create key ci: team research, models [deepseek-v3.2]", "update team research: rpm 300 -> 600"]
done:
  description: The changes that were made, when something failed.
  returned: when the gateway refuses a change
  type: list
  elements: str
unmanaged:
  description: What is there that nobody declares.
  returned: with O(unmanaged=report) and O(unmanaged=remove)
  type: list
  elements: str
  sample: [key ad-hoc]
notices:
  description: What is worth knowing, one sentence each.
  returned: success
  type: list
  elements: str
  sample: [key ci has expired; a new rotation makes a new value for it, and spend goes on]
handed_over:
  description: Names of the keys whose new values were handed over.
  returned: when values were generated
  type: list
  elements: str
  sample: [ci]
counted:
  description: How many of each kind are declared.
  returned: success
  type: dict
  sample: {"budget": 0, "team": 1, "user": 0, "key": 2}
requests:
  description: How many requests the gateway was sent.
  returned: success
  type: int
  sample: 6
problems:
  description: What is wrong, one sentence each; of what is declared with the name of its rule.
  returned: when something is refused
  type: list
  elements: str
  sample: ["key ci: model 'deepseek' is not served; did you mean 'deepseek-v3.2'?"]
"""

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._admin.access import (
    ARGUMENT_SPEC,
    Refused,
    brought,
    planned,
)
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.errors import GatewayError


def main() -> None:
    """Plan, or do what was planned."""
    module = AnsibleModule(argument_spec=ARGUMENT_SPEC, supports_check_mode=True)
    try:
        result = brought(module.params) if module.params["changes"] else planned(module.params)
    except Refused as refusal:
        module.fail_json(msg=str(refusal), problems=refusal.problems, **refusal.result)
    except GatewayError as error:
        module.fail_json(msg=f"{module.params['url']}: {error}", error=error.as_result())
    module.exit_json(**result)


if __name__ == "__main__":
    main()
