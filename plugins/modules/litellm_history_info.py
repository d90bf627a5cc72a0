#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_history_info
short_description: Says what a Prometheus remembers of LiteLLM gateways
description:
  - Asks a Prometheus that scrapes gateways for requests, errors, fallbacks, latency, tokens and cost over some hours, by the name that
    clients ask for, of all gateways together.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  url:
    description: URL of the Prometheus, such as V(http://prometheus.example.com:9090).
    type: str
    required: true
  token:
    description: Bearer token that it asks for; empty for none.
    type: str
    default: ""
  hours:
    description: How many hours to look back, from 1 to 8784, which is a year.
    type: int
    default: 24
  selector:
    description:
      - Matchers of PromQL, without braces, that its series of the gateways have, such as V(job="litellm"). Empty takes all.
    type: str
    default: ""
  timeout:
    description: Seconds without a byte after which the module gives up.
    type: int
    default: 60
  validate_certs:
    description: Whether the certificate of an C(https) URL must be valid.
    type: bool
    default: true
  use_proxy:
    description: Whether proxies of the environment are used.
    type: bool
    default: true
extends_documentation_fragment: [llmops.litellm.attributes.looks, ansible.builtin.action_common_attributes]
seealso:
  - module: llmops.litellm.litellm_gateway_info
"""

EXAMPLES = r"""
- name: Ask what was asked and paid in a week
  llmops.litellm.litellm_history_info:
    url: http://prometheus.example.com:9090
    hours: 168
  register: week
  delegate_to: localhost
"""

RETURN = r"""
begin:
  description: When the first point is, in seconds since 1970.
  returned: success
  type: int
  sample: 1763630100
end:
  description: When the last point is, likewise.
  returned: success
  type: int
  sample: 1763716500
step:
  description: Seconds between two points.
  returned: success
  type: int
  sample: 900
figures:
  description:
    - C(requests), C(errors), C(fallbacks), C(latency) (within which 95 % were answered), C(tokens) and C(cost), each with its C(key), its
      C(unit), and its C(series) - the C(name) that clients asked for, and its C(points), pairs of seconds since 1970 and a value.
    - A share is from 0 to 1. Where there was nothing, there is no point.
  returned: success
  type: list
  elements: dict
  sample: [{"key": "cost", "unit": "USD an hour", "series": [{"name": "deepseek-reasoner", "points": [[1763630100, 0.42]]}]}]
problems:
  description: What is wrong with the options, one sentence each.
  returned: when options are refused
  type: list
  elements: str
  sample: ["hours: is 0, and must be from 1 to 8784."]
error:
  description: What went wrong, with C(kind), C(message), C(http_status) (0 without an answer) and C(retryable).
  returned: failure
  type: dict
  sample:
    kind: unavailable
    message: "/api/v1/query_range cannot be asked: Connection refused"
    http_status: 0
    retryable: true
"""

import time

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.connection import connection_problems
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.errors import GatewayError
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.history import history
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.http import sender

LONGEST = 8784
"""Hours of a year."""


def main() -> None:
    """Ask, and tell."""
    module = AnsibleModule(
        argument_spec={
            "url": {"type": "str", "required": True},
            "token": {"type": "str", "no_log": True, "default": ""},
            "hours": {"type": "int", "default": 24},
            "selector": {"type": "str", "default": ""},
            "timeout": {"type": "int", "default": 60},
            "validate_certs": {"type": "bool", "default": True},
            "use_proxy": {"type": "bool", "default": True},
        },
        supports_check_mode=True,
    )
    given = module.params
    problems = connection_problems(given, key="token")
    if not 1 <= given["hours"] <= LONGEST:
        problems.append(f"hours: is {given['hours']}, and must be from 1 to {LONGEST}.")
    if problems:
        module.fail_json(msg=" ".join(problems), problems=problems)
    send = sender(given["timeout"], given["validate_certs"], given["use_proxy"])
    try:
        found = history(send, given["url"], given["token"], given["hours"], time.time(), given["selector"])
    except GatewayError as error:
        module.fail_json(msg=f"{given['url']}: {error}", error=error.as_result())
    module.exit_json(changed=False, **found)


if __name__ == "__main__":
    main()
