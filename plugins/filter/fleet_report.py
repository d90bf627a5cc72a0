# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: fleet_report
short_description: What several gateways serve, and in what they differ
description:
  - Tells, once for all hosts of a fleet, which version and release each serves, what a run did there, and in what hosts that
    stand behind the same balancers differ. The playbooks call it at their end.
  - Of a configuration it tells the places that differ, and no values.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  _input:
    description: Names of the hosts, in the order in which to tell of them.
    type: list
    elements: str
    required: true
  hosts:
    description: The variables of all hosts, C(hostvars), with what the role C(litellm) has registered.
    type: dict
    required: true
"""

EXAMPLES = r"""
- name: Tell what the fleet serves
  llmops.litellm.litellm_print:
    text: "{{ (groups.litellm | llmops.litellm.fleet_report(hostvars)).lines | join('\n') }}"
"""

RETURN = r"""
_value:
  description: C(lines), the whole report, and C(differences), the sentences about differences alone.
  type: dict
"""

import typing as t

_READ = (
    "__litellm_config",
    "__litellm_release",
    "__litellm_turn",
    "__litellm_turn_failure",
    "__litellm_way_back_failure",
    "__litellm_went_back",
)
"""What the plays leave of a host; anything else of its variables may be a secret, and is not looked at."""


def _fleet_report(names: t.Sequence[str], hosts: t.Mapping[str, t.Mapping[str, t.Any]]) -> dict[str, list[str]]:
    # Here, because Ansible imports every filter of a collection to find one.
    from ansible_collections.llmops.litellm.plugins.plugin_utils._fleet import differences, gateway, report

    gateways = [gateway(name, {key: hosts[name][key] for key in _READ if key in hosts[name]}) for name in names]
    return {"lines": report(gateways), "differences": differences(gateways)}


class FilterModule:
    """Filters of the collection."""

    def filters(self) -> dict[str, t.Callable[..., dict[str, list[str]]]]:
        """Name to filter."""
        return {"fleet_report": _fleet_report}
