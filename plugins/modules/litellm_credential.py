#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_credential
short_description: A credential of a LiteLLM gateway with a database
version_added: 0.1.0
author:
  - llmops.litellm maintainers (@llmops)
description:
  - Makes, changes or removes a credential of a provider, which LiteLLM keeps encrypted by its salt key. Options that are left out leave what is there alone.
  - What is wrong is said before anything changes, such as a model that is not served or a team that is not there.
options:
  name:
    description: The credential's name, C(litellm_credential_name) of models.
    type: str
    required: true
  state:
    description: Whether it is there.
    type: str
    choices: [absent, present]
    default: present
  values:
    description:
      - Its secrets, such as C(api_key). They are in no result. Needed with O(state=present), and compared by a checksum that is
        noted in the credential's info.
    type: dict
  info:
    description: What is noted with it, such as C(custom_llm_provider). Only the keys that are named are compared.
    type: dict
extends_documentation_fragment:
  - llmops.litellm.gateway
  - ansible.builtin.action_common_attributes
attributes:
  check_mode:
    support: full
  diff_mode:
    support: full
    details: Shows one line for each change, and no secret.
seealso:
  - module: llmops.litellm.litellm_credential_info
  - module: llmops.litellm.litellm_access
"""

EXAMPLES = r"""
- name: Have it as it should be
  llmops.litellm.litellm_credential:
    url: http://127.0.0.1:4000
    master_key: "{{ litellm_master_key }}"
    name: openai-main
    values: {api_key: "{{ vault_openai_key }}"}
    info: {custom_llm_provider: openai}

- name: Have it no more
  llmops.litellm.litellm_credential:
    url: http://127.0.0.1:4000
    master_key: "{{ litellm_master_key }}"
    name: old
    state: absent
"""

RETURN = r"""
differences:
  description: What changes, one line for each.
  returned: success
  type: list
  elements: str
  sample: ["create credential openai-main"]
problems:
  description: What is wrong, one sentence each.
  returned: when something is refused
  type: list
  elements: str
error:
  description: What went wrong, with C(kind), C(message), C(http_status) (0 without an answer) and C(retryable).
  returned: when the gateway does not answer
  type: dict
"""

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import CREDENTIAL
from ansible_collections.llmops.litellm.plugins.module_utils._admin.resource import argument_spec, bring, run


def main() -> None:
    """Bring it to the options."""
    module = AnsibleModule(argument_spec=argument_spec(CREDENTIAL), supports_check_mode=True)
    run(module, lambda: bring(CREDENTIAL, module.params, module.check_mode))


if __name__ == "__main__":
    main()
