#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_packages
short_description: Says whether a lock can be installed on a host
description:
  - Compares a lock, which is a file of requirements with versions and hashes, with the version of LiteLLM, with the packages
    that are wanted and with the hosts that it is for. Names every problem at once.
  - Says which packages would be installed without a lock.
  - It runs on the controller, contacts no host and changes nothing.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
notes:
  - Role C(litellm) and the playbook C(lock) call it; there is seldom a reason to call it by hand.
options:
  version:
    description: LiteLLM's version, exactly, as on PyPI.
    type: str
    required: true
  allow_insecure_version:
    description: The version that is accepted although nobody should run it, exactly.
    type: str
    default: ""
  lock:
    description: Text of the lock. Empty where there is none.
    type: str
    default: ""
  former_lock:
    description:
      - Text of the lock that O(lock) is to replace, empty where there is none. The result has changed when they differ, and
        diff mode shows the packages of both.
    type: str
  lock_file:
    description: The operator's lock, as messages name it. Empty for a lock that ships with the collection.
    type: str
    default: ""
  requirements:
    description: What every installation has, as pip takes it. Compared with a lock of the operator's.
    type: list
    elements: str
    default: []
  extra_packages:
    description: Packages that are wanted besides, as pip takes them.
    type: list
    elements: str
    default: []
  targets:
    description: The hosts, as RV(llmops.litellm.litellm_release#module:host.target) tells of each.
    type: list
    elements: dict
    required: true
    suboptions:
      python:
        description: Version of the Python that gets the packages. Empty when nobody knows it yet.
        type: str
        required: true
      machine:
        description: The machine, as the kernel names it.
        type: str
        required: true
      libc:
        description: Version of the GNU C library. Empty where there is another one.
        type: str
        default: ""
extends_documentation_fragment: [llmops.litellm.controller, ansible.builtin.action_common_attributes, ansible.builtin.action_common_attributes.flow]
attributes:
  diff_mode:
    support: full
seealso:
  - module: llmops.litellm.litellm_release
"""

EXAMPLES = r"""
- name: Ask what packages are chosen for on the host
  llmops.litellm.litellm_release:
    state: target
    user: litellm
  register: asked

- name: Check the lock for it
  llmops.litellm.litellm_packages:
    version: 1.106.2
    lock: "{{ lookup('ansible.builtin.file', 'litellm-1.106.2.txt') }}"
    lock_file: litellm-1.106.2.txt
    extra_packages: [google-auth]
    targets: ["{{ asked.host.target }}"]
"""

RETURN = r"""
unlocked:
  description: Packages of O(extra_packages) that no lock has, as they are written there. They have to be installed without hashes.
  returned: success
  type: list
  elements: str
  sample: [google-auth]
notices:
  description: What is no problem, and whoever runs the gateway should know, one sentence each.
  returned: success
  type: list
  elements: str
  sample: []
problems:
  description: Why the packages cannot be installed, one sentence each.
  returned: failure
  type: list
  elements: str
  sample: ["google-auth is not in litellm_lock_file litellm-1.106.2.txt; playbooks/lock.yml writes a lock that has it"]
"""
