#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_team_info
short_description: Tells which teams use a LiteLLM gateway
description: Asks a gateway for the teams that share what it serves. M(llmops.litellm.litellm_team) makes them.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
extends_documentation_fragment: [llmops.litellm.access.info, llmops.litellm.attributes.looks, llmops.litellm.gateway, ansible.builtin.action_common_attributes]
"""

EXAMPLES = r"""
# url and master_key stand in module_defaults, for group/llmops.litellm.gateway
- name: Ask for all teams
  llmops.litellm.litellm_team_info:
  register: teams
"""

RETURN = r"""
found:
  {description: "Each team with C(name), C(id), and LiteLLM's fields that say something.", returned: success, type: list, elements: dict,
   sample: [{"name": "research", "id": "research", "models": ["gpt-5"], "max_budget": 200.0, "spend": 12.5}]}
"""

from functools import partial

from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import TEAM
from ansible_collections.llmops.litellm.plugins.module_utils._admin.resource import tell_all

main = partial(tell_all, TEAM)

if __name__ == "__main__":
    main()
