#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_print
short_description: Prints a text as it is
description:
  - Prints a text on the controller, line by line, to be read or copied. What M(ansible.builtin.debug) prints depends on
    the settings of Ansible's output, and is by default a string of JSON with C(\n) in it.
  - It contacts no host and changes nothing. With C(no_log) it prints nothing.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  text:
    description: What to print.
    type: str
    required: true
extends_documentation_fragment: [llmops.litellm.controller, ansible.builtin.action_common_attributes, ansible.builtin.action_common_attributes.flow]
seealso:
  - module: ansible.builtin.debug
"""

EXAMPLES = r"""
- name: Render a configuration
  llmops.litellm.litellm_model_config:
    models:
      gpt5: {upstream: gpt-5}
  register: rendered

- name: Print it
  llmops.litellm.litellm_print:
    text: "{{ rendered.content }}"
"""

RETURN = r"""
text:
  description: The text. Callbacks that print one document for machines have it here alone.
  returned: success
  type: str
  sample: "model_list:\n  - model_name: gpt-5\n"
"""
