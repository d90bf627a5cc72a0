# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: report_page
short_description: A page about gateways, for people and for machines
description:
  - Makes one HTML page of what runs where, what it serves, and what it has counted, and the same as data. The playbook
    C(report) calls it.
  - The page holds no script and loads nothing from anywhere.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  _input:
    description: Names of the hosts, in the order in which to show them.
    type: list
    elements: str
    required: true
  hosts:
    description: The variables of all hosts, C(hostvars), with what the role C(litellm) has registered when it looked at them.
    type: dict
    required: true
  at:
    description: When that was, in UTC, as ISO 8601.
    type: str
    required: true
  title:
    description: Title of the page.
    type: str
    default: LiteLLM gateways
  reference_model:
    description:
      - The model that costs are compared with - an alias or a key that a gateway serves with prices, or the name of a ready model.
      - Empty compares with none. One whose prices are not known is refused.
    type: str
    default: ""
  over_time:
    description: What M(llmops.litellm.litellm_history_info) returned; empty where it was not asked.
    type: dict
    default: {}
"""

EXAMPLES = r"""
- name: Write a page about all gateways
  ansible.builtin.copy:
    content: "{{ (groups.litellm | llmops.litellm.report_page(hostvars, at='2026-11-21T09:30:00+00:00')).html }}"
    dest: report.html
    mode: "0644"
  delegate_to: localhost
  run_once: true
"""

RETURN = r"""
_value:
  description: C(html), the page, and C(data), the same for machines.
  type: dict
"""

import typing as t

from ansible.errors import AnsibleFilterError

_READ = ("__litellm_asked", "__litellm_gateway", "__litellm_look_failure", "__litellm_release")
"""What the play leaves of a host; anything else of its variables may be a secret, and is not looked at."""


def _report_page(
    names: t.Sequence[str],
    hosts: t.Mapping[str, t.Mapping[str, t.Any]],
    at: str,
    title: str = "LiteLLM gateways",
    reference_model: str = "",
    over_time: t.Mapping[str, t.Any] | None = None,
) -> dict[str, t.Any]:
    # Here, because Ansible imports every filter of a collection to find one.
    from ansible_collections.llmops.litellm.plugins.plugin_utils._page.course import history
    from ansible_collections.llmops.litellm.plugins.plugin_utils._page.data import data
    from ansible_collections.llmops.litellm.plugins.plugin_utils._page.facts import gateway
    from ansible_collections.llmops.litellm.plugins.plugin_utils._page.page import page
    from ansible_collections.llmops.litellm.plugins.plugin_utils._page.reference import UnknownReference, reference

    gateways = [gateway(name, {key: hosts[name][key] for key in _READ if key in hosts[name]}) for name in names]
    try:
        compared = reference(reference_model, gateways)
    except UnknownReference as error:
        raise AnsibleFilterError(str(error)) from error
    told = history(over_time or {})
    return {"html": page(title, at, gateways, compared, told), "data": data(at, gateways, compared, told)}


class FilterModule:
    """Filters of the collection."""

    def filters(self) -> dict[str, t.Callable[..., dict[str, t.Any]]]:
        """Name to filter."""
        return {"report_page": _report_page}
