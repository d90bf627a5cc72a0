#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_user_info
short_description: Tells which people may use a LiteLLM gateway
description: Asks a gateway for its users and their teams. M(llmops.litellm.litellm_user) makes one.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
extends_documentation_fragment: [llmops.litellm.access.info, llmops.litellm.attributes.looks, llmops.litellm.gateway, ansible.builtin.action_common_attributes]
"""

EXAMPLES = r"""
# url and master_key stand in module_defaults, for group/llmops.litellm.gateway
- name: Look who may use the gateway
  llmops.litellm.litellm_user_info:
  register: users
"""

RETURN = r"""
found:
  {description: "Each user with C(name), C(id), and LiteLLM's fields that say something.", returned: success, type: list, elements: dict,
   sample: [{"name": "ana", "id": "ana", "user_email": "ana@example.com", "teams": ["research"]}]}
"""

from functools import partial

from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import USER
from ansible_collections.llmops.litellm.plugins.module_utils._admin.resource import tell_all

main = partial(tell_all, USER)

if __name__ == "__main__":
    main()
