#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_upgrade_info
short_description: Tells what another version of LiteLLM changes for a configuration
description:
  - Compares two versions of LiteLLM for one configuration and one host - what is found wrong with the configuration by
    what each version knows, defaults that the configuration leaves to LiteLLM, packages, the Python that is needed, and
    behaviour that is another one and that concerns the configuration.
  - It runs on the controller, contacts no host and changes nothing.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  before:
    description: The version that serves.
    type: str
    required: true
  after:
    description: The version that is to serve.
    type: str
    required: true
  acknowledged_version:
    description:
      - A version whose changes have been read, with those of all before it. A newer one than O(after) stands for none.
      - Empty for none.
    type: str
    default: ""
  config:
    description: LiteLLM's configuration, as text, without secrets.
    type: str
    required: true
  declared:
    description:
      - Whether O(config) was made from variables, after which findings are then named; else they are named as the file has
        them.
    type: bool
    default: true
  variable_prefix:
    description: What the caller's variables have before the names of options.
    type: str
    default: ""
  environment:
    description: Variables of the service that are no secrets, from name to value.
    type: dict
    default: {}
  secret_names:
    description: Names of the variables of the service that are secrets.
    type: list
    elements: str
    default: []
  lock_before:
    description: The lock of O(before), as text; empty where there is none.
    type: str
    default: ""
  lock_after:
    description: The lock of O(after), as text; empty where there is none.
    type: str
    default: ""
  target:
    description:
      - What packages are chosen for on the host - C(python), C(machine) and C(libc), as M(llmops.litellm.litellm_release)
        returns it. Without it nothing is said of packages and Python.
    type: dict
    default: {}
  allow_unknown:
    description: As for M(llmops.litellm.litellm_model_config), like all options below.
    type: list
    elements: str
    default: []
  strict:
    description: Whether unknown keys are errors.
    type: bool
    default: true
  workers:
    description: How many processes of a host count budgets and limits.
    type: int
  hosts:
    description: How many hosts serve the models.
    type: int
    default: 1
  service_manager:
    description: Who runs the service.
    type: str
    default: ""
  extra_packages:
    description: Python packages beside LiteLLM.
    type: list
    elements: str
    default: []
  image:
    description: The image that the service runs in.
    type: str
    default: ""
extends_documentation_fragment: [llmops.litellm.controller, ansible.builtin.action_common_attributes, ansible.builtin.action_common_attributes.flow]
seealso:
  - module: llmops.litellm.litellm_release
"""

EXAMPLES = r"""
- name: Look what a version changes for a configuration
  llmops.litellm.litellm_upgrade_info:
    before: 1.99.4
    after: 1.106.2
    config: "{{ lookup('ansible.builtin.file', 'config.yaml') }}"
    declared: false
  register: upgrade

- name: Show it
  ansible.builtin.debug:
    msg: "{{ [upgrade.headline] + upgrade.lines + upgrade.unacknowledged }}"
"""

RETURN = r"""
headline:
  description: All of it in one sentence.
  returned: success
  type: str
  sample: "LiteLLM 1.106.2 after 1.99.4: 1 change of behaviour, 2 other defaults; 3 packages come"
lines:
  description: What the sentence counts, one line each, but for RV(unacknowledged).
  returned: success
  type: list
  elements: str
  sample: ["packages that come: polars 1.40.1"]
unacknowledged:
  description: Behaviour that is another one, that concerns the configuration, and that O(acknowledged_version) does not cover.
  returned: success
  type: list
  elements: str
  sample: ["behaviour: since 1.104.0, the callback langfuse needs the Python package langfuse from 4.7 on; write it"]
refusal:
  description: Why a run goes no further, with each of RV(unacknowledged) and what to write; empty where nothing keeps it.
  returned: success
  type: str
  sample: ""
changes:
  description: Behaviour that is another one and concerns the configuration, acknowledged or not.
  returned: success
  type: list
  elements: dict
  contains:
    name:
      description: What it is called, always the same.
      type: str
      returned: success
    since:
      description: The first version that does so.
      type: str
      returned: success
    sentence:
      description: What is otherwise, and what was before.
      type: str
      returned: success
    remedy:
      description: What to write or to do.
      type: str
      returned: success
    source:
      description: Where that can be read.
      type: str
      returned: success
host:
  description: The host's name in the inventory.
  returned: success
  type: str
  sample: gateway1
"""
