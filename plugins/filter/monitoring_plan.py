# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: monitoring_plan
short_description: What the host of a Prometheus should have
version_added: 0.1.0
author:
  - llmops.litellm maintainers (@llmops)
description:
  - Composes recording rules, alerts, targets and configurations from the variables of role C(litellm_monitoring), which calls it.
  - Names every problem of the variables at once, each with the variable and what to write instead.
options:
  _input:
    description: The variables of the role by their names, and C(litellm_reference_model).
    type: dict
    required: true
  host:
    description: The name in the inventory of the host that Prometheus runs on.
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

from ansible_collections.llmops.litellm.plugins.plugin_utils._monitoring.plan import plan
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError

_READ = ("ansible_host", "litellm_metrics_host", "litellm_metrics_port", "litellm_tls_certificate")
"""The variables of gateways that are needed."""


def _monitoring_plan(
    variables: t.Mapping[str, t.Any],
    host: str,
    gateways: t.Sequence[str],
    hosts: t.Mapping[str, t.Mapping[str, t.Any]],
) -> dict[str, str]:
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
