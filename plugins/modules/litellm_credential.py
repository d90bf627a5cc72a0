#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_credential
short_description: A credential of a provider, kept by a LiteLLM gateway with a database
description:
  - Makes, changes or removes a credential of a provider, which LiteLLM keeps encrypted by its salt key.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
extends_documentation_fragment: [llmops.litellm.access, llmops.litellm.gateway, ansible.builtin.action_common_attributes]
options:
  name:
    description: The credential's name, C(litellm_credential_name) of models.
    type: str
    required: true
  values:
    description:
      - Its secrets, such as C(api_key). They are in no result. Needed with O(state=present), and compared by a checksum that is
        noted in the credential's info.
    type: dict
  info:
    description: What is noted with it, such as C(custom_llm_provider). Only the keys that are named are compared.
    type: dict
"""

EXAMPLES = r"""
# url and master_key stand in module_defaults, for group/llmops.litellm.gateway
- name: Keep the key of OpenAI in the gateway
  llmops.litellm.litellm_credential:
    name: openai-main
    values: {api_key: "{{ vault_openai_key }}"}
    info: {custom_llm_provider: openai}
"""

RETURN = r"""
differences: {description: "What changes, one line for each.", returned: success, type: list, elements: str, sample: ["create credential openai-main"]}
"""

from functools import partial

from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import CREDENTIAL
from ansible_collections.llmops.litellm.plugins.module_utils._admin.resource import bring_one

main = partial(bring_one, CREDENTIAL)

if __name__ == "__main__":
    main()
