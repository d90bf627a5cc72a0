#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_key_info
short_description: Tells which keys the clients of a LiteLLM gateway have
description: Asks a gateway for the keys of clients, without their values. M(llmops.litellm.litellm_key) makes one.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
extends_documentation_fragment: [llmops.litellm.access.info, llmops.litellm.attributes.looks, llmops.litellm.gateway, ansible.builtin.action_common_attributes]
"""

EXAMPLES = r"""
# url and master_key stand in module_defaults, for group/llmops.litellm.gateway
- name: Look what each key has spent so far
  llmops.litellm.litellm_key_info:
  register: keys
"""

RETURN = r"""
found:
  {description: "Each key with C(name), C(id), and LiteLLM's fields that say something, without its value.", returned: success, type: list, elements: dict,
   sample: [{"name": "ci", "id": "5f70bf18a08660b7", "team_id": "research", "max_budget": 5.0, "spend": 0.25}]}
"""

from functools import partial

from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import KEY
from ansible_collections.llmops.litellm.plugins.module_utils._admin.resource import tell_all

main = partial(tell_all, KEY)

if __name__ == "__main__":
    main()
