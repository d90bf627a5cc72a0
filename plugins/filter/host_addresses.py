# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: host_addresses
short_description: Under which addresses other hosts reach hosts
positional: hosts, variable
description:
  - Tells of each host where the others reach it, and where it comes from when it comes to them. The roles open firewalls by it.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  _input:
    description: Names of the hosts.
    type: list
    elements: str
    required: true
  hosts:
    description: The variables of all hosts, C(hostvars).
    type: dict
    required: true
  variable:
    description:
      - Variable of a host that says so, such as C(litellm_balancer_address). Where it has none, or an empty one, it is C(ansible_host),
        else its name in the inventory.
    type: str
    default: ""
"""

EXAMPLES = r"""
- name: Show where balancers come from
  ansible.builtin.debug:
    msg: "{{ groups.litellm_balancers | llmops.litellm.host_addresses(hostvars, 'litellm_balancer_address') }}"
"""

RETURN = r"""
_value:
  description: One address, or name, for each host, in their order.
  type: list
  elements: str
  sample: [192.0.2.21, balancer2]
"""

import typing as t


def _host_addresses(
    names: t.Iterable[str], hosts: t.Mapping[str, t.Mapping[str, t.Any]], variable: str = ""
) -> list[str]:
    # Here, because Ansible imports every filter of a collection to find one.
    from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.reading import address_of

    return [address_of(name, hosts[name], variable) for name in names]


class FilterModule:
    """Filters of the collection."""

    def filters(self) -> dict[str, t.Callable[..., list[str]]]:
        """Name to filter."""
        return {"host_addresses": _host_addresses}
