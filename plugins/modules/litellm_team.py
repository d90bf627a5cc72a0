#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_team
short_description: A team of a LiteLLM gateway with a database
description:
  - Makes, changes or removes a team.
  - A team with keys is not removed, for LiteLLM would remove the keys with it.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
extends_documentation_fragment:
  [llmops.litellm.access, llmops.litellm.access.rates, llmops.litellm.access.use, llmops.litellm.access.blocked,
   llmops.litellm.access.further, llmops.litellm.gateway, ansible.builtin.action_common_attributes]
options:
  name:
    description: The team's name. A team that people made in the interface is found by its alias.
    type: str
    required: true
"""

EXAMPLES = r"""
# url and master_key stand in module_defaults, for group/llmops.litellm.gateway
- name: Give researchers a budget for each month
  llmops.litellm.litellm_team:
    name: research
    models: [gpt-5]
    budget: {limit: 200, period: 30d}
    rpm: 600
"""

RETURN = r"""
differences: {description: "What changes, one line for each.", returned: success, type: list, elements: str, sample: ["update team research: rpm 300 -> 600"]}
"""

from functools import partial

from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import TEAM
from ansible_collections.llmops.litellm.plugins.module_utils._admin.resource import bring_one

main = partial(bring_one, TEAM)

if __name__ == "__main__":
    main()
