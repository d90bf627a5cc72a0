# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Parameters of filters that plan what a host of a fleet should have."""

from __future__ import annotations


class ModuleDocFragment:
    DOCUMENTATION = r"""
options:
  host:
    description: The host's name in the inventory.
    type: str
    required: true
  gateways:
    description: Names of the hosts in the group of gateways.
    type: list
    elements: str
    required: true
  hosts:
    description: The variables of all hosts, C(hostvars).
    type: dict
    required: true
"""
