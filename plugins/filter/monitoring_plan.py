# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: monitoring_plan
short_description: What the host of a Prometheus should have
description:
  - Composes recording rules, alerts, targets and configurations from the variables of role C(litellm_monitoring), which calls it.
  - Names every problem of the variables at once, each with the variable and what to write instead.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
extends_documentation_fragment: [llmops.litellm.plan]
options:
  _input:
    description: The variables of the role by their names, and C(litellm_reference_model).
    type: dict
    required: true
"""

EXAMPLES = r"""
- name: Show the alerts
  ansible.builtin.debug:
    msg: "{{ (variables | llmops.litellm.monitoring_plan(inventory_hostname, groups.litellm, hostvars)).rules }}"
"""

RETURN = r"""
_value:
  description:
    - C(refusal), what is wrong in one text, empty where nothing is. Then the texts of files, C(rules), C(targets), C(scrape),
      C(prometheus) and C(alertmanager).
  type: dict
"""

import typing as t

_READ = (
    "ansible_host",
    "litellm_balancer_address",
    "litellm_metrics_host",
    "litellm_metrics_port",
    "litellm_tls_certificate",
)
"""The variables of gateways that are needed."""


def _monitoring_plan(
    variables: t.Mapping[str, t.Any],
    host: str,
    gateways: t.Sequence[str],
    hosts: t.Mapping[str, t.Mapping[str, t.Any]],
) -> dict[str, str]:
    # Here, because Ansible imports every filter of a collection to find one.
    from ansible_collections.llmops.litellm.plugins.plugin_utils._monitoring.plan import plan
    from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError

    found = {name: {key: hosts[name][key] for key in _READ if key in hosts[name]} for name in gateways}
    try:
        return {"refusal": "", **plan(variables, host, found)}
    except InputError as error:
        return {"refusal": error.summary()}


class FilterModule:
    """Filters of the collection."""

    def filters(self) -> dict[str, t.Callable[..., dict[str, str]]]:
        """Name to filter."""
        return {"monitoring_plan": _monitoring_plan}
