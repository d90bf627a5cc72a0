#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_tag_info
short_description: Tells by which tags a LiteLLM gateway counts spend
description: Asks a gateway for its tags of requests. M(llmops.litellm.litellm_tag) makes them.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
extends_documentation_fragment: [llmops.litellm.access.info, llmops.litellm.attributes.looks, llmops.litellm.gateway, ansible.builtin.action_common_attributes]
"""

EXAMPLES = r"""
# url and master_key stand in module_defaults, for group/llmops.litellm.gateway
- name: Look by which tags the gateway counts spend
  llmops.litellm.litellm_tag_info:
  register: tags
"""

RETURN = r"""
found:
  {description: "Each tag with C(name), C(id) and its limits.", returned: success, type: list, elements: dict,
   sample: [{"name": "batch", "id": "batch", "max_budget": 3.0}]}
"""

from functools import partial

from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import TAG
from ansible_collections.llmops.litellm.plugins.module_utils._admin.resource import tell_all

main = partial(tell_all, TAG)

if __name__ == "__main__":
    main()
