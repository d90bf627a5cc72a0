#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_key
short_description: A key of a LiteLLM gateway with a database
version_added: 0.1.0
author:
  - llmops.litellm maintainers (@llmops)
description:
  - Makes, changes or removes a key of a client. Options that are left out leave what is there alone.
  - What is wrong is said before anything changes, such as a model that is not served or a team that is not there.
  - The module generates no value; M(llmops.litellm.litellm_access) does, and hands it over.
options:
  name:
    description: The key's name, LiteLLM's C(key_alias).
    type: str
    required: true
  state:
    description: Whether it is there.
    type: str
    choices: [absent, present]
    default: present
  value:
    description:
      - The key's value, which begins with C(sk-). It is needed where there is no such key yet. It is in no result.
      - Another value than the key has replaces it, and what was spent goes on. LiteLLM's own way to do so needs a licence.
    type: str
  team:
    description: The team that the key belongs to.
    type: str
  user:
    description: The user that the key belongs to.
    type: str
  models:
    description: Names that clients may ask for. An empty list lets them ask for all.
    type: list
    elements: str
  aliases:
    description: From a name that clients ask for to the model that they get.
    type: dict
  budget:
    description: What may be spent, and the span of time after which it begins anew.
    type: dict
    suboptions:
      limit:
        description: USD.
        type: float
      period:
        description: Span of time, such as V(30d).
        type: str
  shared_budget:
    description: Name of a budget that it shares with others.
    type: str
  rpm:
    description: Requests per minute.
    type: int
  tpm:
    description: Tokens per minute.
    type: int
  parallel:
    description: Requests at the same time.
    type: int
  expires:
    description: Span of time after which it is refused, from when it was made, such as V(90d).
    type: str
  grace:
    description: How long the old value is still taken where O(value) replaces it, such as V(1h). Not at all unless it is set.
    type: str
  blocked:
    description: Whether requests are refused.
    type: bool
  metadata:
    description: What is noted with it. Only the keys that are named are compared.
    type: dict
  extra:
    description: Further fields by LiteLLM's own names. Those that need LiteLLM's licence are refused without one.
    type: dict
extends_documentation_fragment:
  - llmops.litellm.gateway
  - ansible.builtin.action_common_attributes
attributes:
  check_mode:
    support: full
  diff_mode:
    support: full
    details: Shows one line for each change, and no secret.
seealso:
  - module: llmops.litellm.litellm_key_info
  - module: llmops.litellm.litellm_access
"""

EXAMPLES = r"""
- name: Have it as it should be
  llmops.litellm.litellm_key:
    url: http://127.0.0.1:4000
    master_key: "{{ litellm_master_key }}"
    name: ci
    value: "{{ vault_ci_key }}"
    team: research
    models: [deepseek-v3.2]
    budget: {limit: 5, period: 1d}
    expires: 90d

- name: Have it no more
  llmops.litellm.litellm_key:
    url: http://127.0.0.1:4000
    master_key: "{{ litellm_master_key }}"
    name: old
    state: absent
"""

RETURN = r"""
differences:
  description: What changes, one line for each.
  returned: success
  type: list
  elements: str
  sample: ["update key ci: budget.limit 5 -> 10"]
problems:
  description: What is wrong, one sentence each.
  returned: when something is refused
  type: list
  elements: str
error:
  description: What went wrong, with C(kind), C(message), C(http_status) (0 without an answer) and C(retryable).
  returned: when the gateway does not answer
  type: dict
"""

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import KEY
from ansible_collections.llmops.litellm.plugins.module_utils._admin.resource import argument_spec, bring, run


def main() -> None:
    """Bring it to the options."""
    module = AnsibleModule(argument_spec=argument_spec(KEY), supports_check_mode=True)
    run(module, lambda: bring(KEY, module.params, module.check_mode))


if __name__ == "__main__":
    main()
