# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: balancer_plan
short_description: What a balancer's host should have
description:
  - Composes HAProxy's configuration, its unit and keepalived's from the variables of role C(litellm_balancer), which calls it.
  - Names every problem of the variables at once, each with the variable and the nearest right value.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
extends_documentation_fragment: [llmops.litellm.plan]
options:
  _input:
    description: The variables of the role by their names, and C(default_interface).
    type: dict
    required: true
  balancers:
    description: Names of the hosts in the group of balancers.
    type: list
    elements: str
    required: true
"""

EXAMPLES = r"""
- name: Show the configuration of a balancer
  ansible.builtin.debug:
    msg: "{{ (variables | llmops.litellm.balancer_plan(inventory_hostname, groups.gateways, [], hostvars)).configuration }}"
"""

RETURN = r"""
_value:
  description:
    - C(refusal), what is wrong in one text, empty where nothing is. Then C(configuration), C(configuration_name), C(unit),
      C(address_configuration), C(address_unit), C(gateways), C(port), C(tls), C(metrics_port) and C(paths).
  type: dict
"""

import typing as t

_READ = ("ansible_host", "litellm_balancer_address", "litellm_port", "litellm_tls_certificate")
"""The variables of other hosts that a balancer needs."""


def _of(names: t.Iterable[str], hosts: t.Mapping[str, t.Mapping[str, t.Any]]) -> dict[str, dict[str, t.Any]]:
    return {name: {key: hosts[name][key] for key in _READ if key in hosts[name]} for name in names}


def _balancer_plan(
    variables: t.Mapping[str, t.Any],
    host: str,
    gateways: t.Sequence[str],
    balancers: t.Sequence[str],
    hosts: t.Mapping[str, t.Mapping[str, t.Any]],
) -> dict[str, t.Any]:
    # Here, because Ansible imports every filter of a collection to find one.
    from ansible_collections.llmops.litellm.plugins.plugin_utils._balancer.plan import plan
    from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError

    try:
        return {"refusal": "", **plan(variables, host, _of(gateways, hosts), _of(balancers, hosts))}
    except InputError as error:
        return {"refusal": error.summary()}


class FilterModule:
    """Filters of the collection."""

    def filters(self) -> dict[str, t.Callable[..., dict[str, t.Any]]]:
        """Name to filter."""
        return {"balancer_plan": _balancer_plan}
