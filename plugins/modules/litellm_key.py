#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_key
short_description: A key with which a client uses a LiteLLM gateway
description:
  - Makes, changes or removes a key of a client of a gateway with a database.
  - The module generates no value; M(llmops.litellm.litellm_access) does, and hands it over.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
extends_documentation_fragment:
  [llmops.litellm.access, llmops.litellm.access.rates, llmops.litellm.access.parallel, llmops.litellm.access.use,
   llmops.litellm.access.blocked, llmops.litellm.access.further, llmops.litellm.gateway, ansible.builtin.action_common_attributes]
options:
  name:
    description: The key's name, LiteLLM's C(key_alias).
    type: str
    required: true
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
  aliases:
    description: From a name that clients ask for to the model that they get.
    type: dict
  shared_budget:
    description: Name of a budget that it shares with others.
    type: str
  expires:
    description: Span of time after which it is refused, from when it was made, such as V(90d).
    type: str
  grace:
    description: How long the old value is still taken where O(value) replaces it, such as V(1h). Not at all unless it is set.
    type: str
"""

EXAMPLES = r"""
# url and master_key stand in module_defaults, for group/llmops.litellm.gateway
- name: Give continuous integration a key for 90 days
  llmops.litellm.litellm_key:
    name: ci
    value: "{{ vault_ci_key }}"
    team: research
    models: [deepseek-v3.2]
    budget: {limit: 5, period: 1d}
    expires: 90d

- name: Remove a key
  llmops.litellm.litellm_key:
    name: old
    state: absent
"""

RETURN = r"""
differences: {description: "What changes, one line for each.", returned: success, type: list, elements: str, sample: ["update key ci: budget.limit 5 -> 10"]}
"""

from functools import partial

from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import KEY
from ansible_collections.llmops.litellm.plugins.module_utils._admin.resource import bring_one

main = partial(bring_one, KEY)

if __name__ == "__main__":
    main()
