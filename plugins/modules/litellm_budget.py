#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_budget
short_description: A budget that keys of a LiteLLM gateway with a database share
description:
  - Makes, changes or removes a budget.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
extends_documentation_fragment:
  [llmops.litellm.access, llmops.litellm.access.rates, llmops.litellm.access.parallel,
   llmops.litellm.gateway, ansible.builtin.action_common_attributes]
options:
  name:
    description: The budget's name, LiteLLM's C(budget_id).
    type: str
    required: true
  limit:
    description: What may be spent, in USD.
    type: float
  soft_limit:
    description: What may be spent until LiteLLM warns, in USD.
    type: float
  period:
    description: Span of time after which it begins anew, such as V(30d).
    type: str
"""

EXAMPLES = r"""
# url and master_key stand in module_defaults, for group/llmops.litellm.gateway
- name: Let keys share 5 USD a month
  llmops.litellm.litellm_budget:
    name: small
    limit: 5
    period: 30d
"""

RETURN = r"""
differences: {description: "What changes, one line for each.", returned: success, type: list, elements: str, sample: ["update budget small: limit 3 -> 5"]}
"""

from functools import partial

from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import BUDGET
from ansible_collections.llmops.litellm.plugins.module_utils._admin.resource import bring_one

main = partial(bring_one, BUDGET)

if __name__ == "__main__":
    main()
