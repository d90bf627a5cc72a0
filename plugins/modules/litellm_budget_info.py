#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_budget_info
short_description: Tells which budgets keys of a LiteLLM gateway share
description: Asks a gateway for its budgets. M(llmops.litellm.litellm_budget) makes them.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
extends_documentation_fragment: [llmops.litellm.access.info, llmops.litellm.attributes.looks, llmops.litellm.gateway, ansible.builtin.action_common_attributes]
"""

EXAMPLES = r"""
# url and master_key stand in module_defaults, for group/llmops.litellm.gateway
- name: Look which budgets there are
  llmops.litellm.litellm_budget_info:
  register: budgets
"""

RETURN = r"""
found:
  {description: "Each budget with C(name), C(id) and its limits.", returned: success, type: list, elements: dict,
   sample: [{"name": "small", "id": "small", "max_budget": 5.0, "budget_duration": "30d"}]}
"""

from functools import partial

from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import BUDGET
from ansible_collections.llmops.litellm.plugins.module_utils._admin.resource import tell_all

main = partial(tell_all, BUDGET)

if __name__ == "__main__":
    main()
