#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_user_info
short_description: Tells which users a LiteLLM gateway with a database has
version_added: 0.1.0
author:
  - llmops.litellm maintainers (@llmops)
description:
  - Asks a gateway for its users, and changes nothing. No secret is among what is returned.
options:
  name:
    description: Only the one of this name. Empty asks for all.
    type: str
    default: ""
extends_documentation_fragment:
  - llmops.litellm.gateway
  - ansible.builtin.action_common_attributes
attributes:
  check_mode:
    support: full
    details: Changes nothing.
seealso:
  - module: llmops.litellm.litellm_user
"""

EXAMPLES = r"""
- name: Ask for all users
  llmops.litellm.litellm_user_info:
    url: http://127.0.0.1:4000
    master_key: "{{ litellm_master_key }}"
  register: there
"""

RETURN = r"""
found:
  description:
    - What is there, each with its C(name), its C(id) and LiteLLM's fields that say something.
  returned: success
  type: list
  elements: dict
  sample: [{"name": "ana", "id": "ana", "user_email": "ana@example.com", "teams": ["research"]}]
error:
  description: What went wrong, with C(kind), C(message), C(http_status) (0 without an answer) and C(retryable).
  returned: when the gateway does not answer
  type: dict
"""

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import USER
from ansible_collections.llmops.litellm.plugins.module_utils._admin.resource import info_argument_spec, run, tell


def main() -> None:
    """Ask, and tell."""
    module = AnsibleModule(argument_spec=info_argument_spec(), supports_check_mode=True)
    run(module, lambda: tell(USER, module.params))


if __name__ == "__main__":
    main()
