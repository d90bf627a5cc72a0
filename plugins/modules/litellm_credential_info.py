#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_credential_info
short_description: Tells which credentials of providers a LiteLLM gateway keeps
description: Asks a gateway for its credentials, without their values. M(llmops.litellm.litellm_credential) makes them.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
extends_documentation_fragment: [llmops.litellm.access.info, llmops.litellm.attributes.looks, llmops.litellm.gateway, ansible.builtin.action_common_attributes]
"""

EXAMPLES = r"""
# url and master_key stand in module_defaults, for group/llmops.litellm.gateway
- name: Look which credentials the gateway keeps
  llmops.litellm.litellm_credential_info:
  register: credentials
"""

RETURN = r"""
found:
  {description: "Each credential with C(name), C(id) and its C(credential_info).", returned: success, type: list, elements: dict,
   sample: [{"name": "openai-main", "id": "openai-main", "credential_info": {"custom_llm_provider": "openai"}}]}
"""

from functools import partial

from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import CREDENTIAL
from ansible_collections.llmops.litellm.plugins.module_utils._admin.resource import tell_all

main = partial(tell_all, CREDENTIAL)

if __name__ == "__main__":
    main()
