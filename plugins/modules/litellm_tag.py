#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_tag
short_description: A tag of a LiteLLM gateway with a database
version_added: 0.1.0
author:
  - llmops.litellm maintainers (@llmops)
description:
  - Makes, changes or removes a tag of requests, whose spend LiteLLM counts. Options that are left out leave what is there alone.
  - What is wrong is said before anything changes, such as a model that is not served or a team that is not there.
options:
  name:
    description: The tag's name.
    type: str
    required: true
  state:
    description: Whether it is there.
    type: str
    choices: [absent, present]
    default: present
  description:
    description: What it is for.
    type: str
  models:
    description: Names that clients may ask for. An empty list lets them ask for all.
    type: list
    elements: str
  budget:
    description: What may be spent, and the span of time after which it begins anew.
    type: dict
    suboptions:
      limit:
        description: USD.
        type: float
      period:
        description: Span of time, such as V(30d).
        type: str
  rpm:
    description: Requests per minute.
    type: int
  tpm:
    description: Tokens per minute.
    type: int
  parallel:
    description: Requests at the same time.
    type: int
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
  - module: llmops.litellm.litellm_tag_info
  - module: llmops.litellm.litellm_access
"""

EXAMPLES = r"""
- name: Have it as it should be
  llmops.litellm.litellm_tag:
    url: http://127.0.0.1:4000
    master_key: "{{ litellm_master_key }}"
    name: batch
    budget: {limit: 3, period: 1d}

- name: Have it no more
  llmops.litellm.litellm_tag:
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
  sample: ["update tag batch: budget.limit 2 -> 3"]
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
from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import TAG
from ansible_collections.llmops.litellm.plugins.module_utils._admin.resource import argument_spec, bring, run


def main() -> None:
    """Bring it to the options."""
    module = AnsibleModule(argument_spec=argument_spec(TAG), supports_check_mode=True)
    run(module, lambda: bring(TAG, module.params, module.check_mode))


if __name__ == "__main__":
    main()
