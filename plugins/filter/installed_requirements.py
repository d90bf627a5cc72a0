# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: installed_requirements
short_description: Installed packages as pip's requirements, with the hashes of a lock
description:
  - Writes one line for each package with its version, and with the hashes that a lock has for this version. Tools that make
    bills of materials read it, C(cyclonedx-py requirements) among them.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  _input:
    description: Packages, each with C(name) and C(version), as M(llmops.litellm.litellm_installation_info) returns them.
    type: list
    elements: dict
    required: true
  lock:
    description: Text of the lock that they were installed from. A package that is not in it has no hash.
    type: str
    default: ""
"""

EXAMPLES = r"""
- name: Ask what is installed
  llmops.litellm.litellm_installation_info:
    path: /opt/litellm/1.106.2
  register: installation

- name: Show it as requirements
  ansible.builtin.debug:
    msg: "{{ installation.packages | llmops.litellm.installed_requirements }}"
"""

RETURN = r"""
_value:
  description: The text, with a newline at its end; empty without packages.
  type: str
  sample: |
    openai==2.40.1
"""

import typing as t


def _installed_requirements(packages: list[dict[str, str]], lock: str = "") -> str:
    # Here, because Ansible imports every filter of a collection to find one.
    from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.bill import requirements_of

    return requirements_of(packages, lock)


class FilterModule:
    """Filters of the collection."""

    def filters(self) -> dict[str, t.Callable[..., str]]:
        """Name to filter."""
        return {"installed_requirements": _installed_requirements}
