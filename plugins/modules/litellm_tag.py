#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_tag
short_description: A tag of requests to a LiteLLM gateway, with its own budget
description:
  - Makes, changes or removes a tag of requests, whose spend a gateway with a database counts.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
extends_documentation_fragment:
  [llmops.litellm.access, llmops.litellm.access.rates, llmops.litellm.access.parallel,
   llmops.litellm.access.use, llmops.litellm.gateway, ansible.builtin.action_common_attributes]
options:
  name:
    description: The tag's name.
    type: str
    required: true
  description:
    description: What it is for.
    type: str
"""

EXAMPLES = r"""
# url and master_key stand in module_defaults, for group/llmops.litellm.gateway
- name: Let nightly work spend 3 USD
  llmops.litellm.litellm_tag:
    name: batch
    budget: {limit: 3, period: 1d}
"""

RETURN = r"""
differences: {description: "What changes, one line for each.", returned: success, type: list, elements: str, sample: ["update tag batch: budget.limit 2 -> 3"]}
"""

from functools import partial

from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import TAG
from ansible_collections.llmops.litellm.plugins.module_utils._admin.resource import bring_one

main = partial(bring_one, TAG)

if __name__ == "__main__":
    main()
