#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_user
short_description: A person who may use a LiteLLM gateway
description:
  - Makes, changes or removes a user of a gateway with a database.
  - A user is made without a key, and not removed while there are keys of the user, for LiteLLM would remove them.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
extends_documentation_fragment:
  [llmops.litellm.access, llmops.litellm.access.rates, llmops.litellm.access.parallel, llmops.litellm.access.use,
   llmops.litellm.access.further, llmops.litellm.gateway, ansible.builtin.action_common_attributes]
options:
  name:
    description: The user's id.
    type: str
    required: true
  email:
    description: E-mail address.
    type: str
  role:
    description: What the user may do.
    type: str
    choices: [proxy_admin, proxy_admin_viewer, internal_user, internal_user_viewer]
  teams:
    description:
      - The teams that the user is in. Refused where the user has keys in a team that is left, for LiteLLM would remove them.
    type: list
    elements: str
"""

EXAMPLES = r"""
# url and master_key stand in module_defaults, for group/llmops.litellm.gateway
- name: Let Ana join the team of researchers
  llmops.litellm.litellm_user:
    name: ana
    email: ana@example.com
    teams: [research]
"""

RETURN = r"""
differences: {description: "What changes, one line for each.", returned: success, type: list, elements: str, sample: ["update user ana: joins research"]}
"""

from functools import partial

from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import USER
from ansible_collections.llmops.litellm.plugins.module_utils._admin.resource import bring_one

main = partial(bring_one, USER)

if __name__ == "__main__":
    main()
