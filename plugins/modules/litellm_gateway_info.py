#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_gateway_info
short_description: Says what a LiteLLM gateway serves
description:
  - Asks a gateway for its version, whether it is ready, and what it serves. No model is asked, so it costs nothing.
  - What is returned of a deployment is what is listed below; keys and headers of providers are never among it.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  capabilities:
    description:
      - Only models that have all of these, such as V(reasoning), V(function_calling), V(vision), V(response_schema) or
        V(streaming). They are LiteLLM's C(supports_*), and V(streaming) for everything that answers in text.
      - A name that LiteLLM does not know is refused.
    type: list
    elements: str
    default: []
  only_ready:
    description: Whether only RV(ready) is asked for, which needs no key.
    type: bool
    default: false
  slot_folder:
    description:
      - Folder on the host in which the slot that serves tells of itself, such as C(/run/litellm/1), for RV(redis) and RV(since).
      - Empty asks for nothing that is not told over HTTP.
    type: str
    default: ""
  usage:
    description: Whether RV(usage) is asked for, which takes the metrics that C(litellm_prometheus) turns on.
    type: bool
    default: false
  metrics_url:
    description:
      - Where the metrics have an address of their own, such as V(http://127.0.0.1:9464/metrics), which goes on counting while slots
        change, for RV(usage) and RV(metrics_problem). The key of the gateway is not sent there.
      - Where nobody answers as wished there, and where it is empty, the gateway at O(url) is asked for RV(usage).
    type: str
    default: ""
  metrics_token:
    description: Bearer token that O(metrics_url) asks for; empty for none.
    type: str
    default: ""
extends_documentation_fragment: [llmops.litellm.gateway, llmops.litellm.attributes.looks, ansible.builtin.action_common_attributes]
seealso:
  - module: llmops.litellm.litellm_probe
"""

EXAMPLES = r"""
- name: Ask a gateway what it serves
  llmops.litellm.litellm_gateway_info:
    url: http://127.0.0.1:4000
    master_key: "{{ litellm_master_key }}"
  register: gateway

- name: Wait until it is ready
  llmops.litellm.litellm_gateway_info:
    url: http://127.0.0.1:4000
    master_key: "{{ litellm_master_key }}"
  register: gateway
  until: gateway.ready | default(false)
  retries: 10
  delay: 3

- name: Choose a model that reasons and calls functions
  llmops.litellm.litellm_gateway_info:
    url: https://gateway.example.com
    master_key: "{{ litellm_master_key }}"
    capabilities: [reasoning, function_calling]
  register: able
"""

RETURN = r"""
version:
  description: LiteLLM's version.
  returned: success
  type: str
  sample: 1.106.2
ready:
  description: Whether the gateway takes requests. False while it drains.
  returned: success
  type: bool
  sample: true
asks_for_key:
  description: Whether a request without a key is refused.
  returned: success
  type: bool
  sample: true
names:
  description: The names that clients may ask for - aliases, agents, and all names behind a wildcard.
  returned: success
  type: list
  elements: str
  sample: [debugger, deepseek-reasoner]
models:
  description: The deployments, in LiteLLM's order. An agent is listed with the deployments that it stands for.
  returned: success
  type: list
  elements: dict
  contains:
    alias:
      description: Name that clients use.
      type: str
      sample: deepseek-reasoner
    id:
      description: Key in the inventory.
      type: str
      sample: reasoner
    provider:
      description: LiteLLM's name of the provider.
      type: str
      sample: deepseek
    model:
      description: LiteLLM's provider and the model's name there.
      type: str
      sample: deepseek/deepseek-reasoner
    api_base:
      description: Endpoint, without credentials and query. Empty where LiteLLM's own address is used.
      type: str
      sample: https://api.deepseek.com
    mode:
      description: What it is for; V(chat) unless LiteLLM or the inventory says otherwise.
      type: str
      sample: chat
    capabilities:
      description: What it is able to, sorted.
      type: list
      elements: str
      sample: [function_calling, reasoning, streaming]
    prices:
      description: USD per 1 M tokens, as C(input), C(cached_input) and C(output). Without those that LiteLLM does not know.
      type: dict
      sample: {"input": 0.28, "cached_input": 0.028, "output": 0.42}
    context_window:
      description: Tokens; none where it is not known.
      type: int
      sample: 131072
    max_output:
      description: Tokens; none where it is not known.
      type: int
      sample: 65536
    order:
      description: Place among the deployments of the alias; the lowest is asked first.
      type: int
      sample: 0
    weight:
      description: Its share of the requests of those with the same order, compared with their weights; none where it has none.
      type: float
      sample: 3
usage:
  description:
    - What the gateway has counted, added up over clients, keys and teams. None where it counts nothing, as without
      C(litellm_prometheus).
  returned: with O(usage)
  type: dict
  contains:
    requests:
      description:
        - What clients asked and got - the name that they C(asked_for), the C(deployment) that answered (empty where none did), the
          HTTP C(status), as text, and the C(count) of such requests.
      type: list
      elements: dict
    work:
      description:
        - What each C(deployment) did for each name that clients C(asked_for) - how often it C(answered), C(input_tokens), of them
          C(cached_input_tokens), C(output_tokens), and C(cost) in USD.
        - C(seconds) and C(first_token_seconds) are how long an answer and, of a stream, its first token took - C(count), C(sum),
          and C(buckets), each the number of those that took at most so many seconds. They can be added up over gateways.
      type: list
      elements: dict
    failures:
      description:
        - Calls of a deployment that failed, whether or not another one answered then - C(deployment), LiteLLM's class of the
          error as C(kind), the provider's C(status), as text, and the C(count).
        - An empty C(deployment) is a request that no deployment was asked for, such as one for a name that is not served.
      type: list
      elements: dict
    cooldowns:
      description: How often a deployment was left out for a while after failures, by its id.
      type: dict
    goes_on:
      description: Whether earlier slots are in it too, as O(metrics_url) tells; without, it is since RV(since).
      type: bool
    states:
      description: What LiteLLM thinks of a deployment, by its id - V(healthy), V(failing) or V(dead).
      type: dict
  sample:
    requests: [{"asked_for": "deepseek-reasoner", "deployment": "reasoner", "status": "200", "count": 120}]
    work: []
    failures: [{"deployment": "reasoner", "kind": "RateLimitError", "status": "429", "count": 2}]
    cooldowns: {"reasoner": 1}
    states: {"reasoner": "healthy"}
    goes_on: false
metrics_problem:
  description: Why O(metrics_url) does not tell what LiteLLM counts, in words; empty where it does.
  returned: with O(metrics_url)
  type: str
  sample: "http://127.0.0.1:9464/metrics: /metrics cannot be asked: Connection refused"
since:
  description: When the slot that serves became ready, in UTC; empty where it is not. RV(usage) counts from there, unless it goes on.
  returned: with O(slot_folder)
  type: str
  sample: "2026-11-21T09:30:00+00:00"
redis:
  description: What the workers of the slot know of the Redis that LiteLLM shares its counters through.
  returned: with O(slot_folder)
  type: dict
  contains:
    state:
      description:
        - V(up) where it answers all workers and obeys them, V(away) where it does not answer or takes no writes, V(refused)
          where it will not let the gateway do its work until somebody changes something, and V(none) where LiteLLM has none.
      type: str
      sample: up
    sentence:
      description: What is wrong and what to do about it. Empty with V(up) and V(none).
      type: str
      sample: "Redis (general_settings.coordination_redis) cannot be reached: Connection refused"
  sample: {"state": "up", "sentence": ""}
"""

import typing as t

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.client import GatewayClient
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.connection import (
    CONNECTION_ARGUMENTS,
    client_for,
    connection_problems,
)
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.errors import GatewayError
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.served_model import (
    UnknownCapability,
    with_capabilities,
)
from ansible_collections.llmops.litellm.plugins.module_utils._host.redis import known_of_redis
from ansible_collections.llmops.litellm.plugins.module_utils._host.serving import serving_since


def main() -> None:
    """Ask, and tell."""
    module = AnsibleModule(
        argument_spec={
            **CONNECTION_ARGUMENTS,
            "capabilities": {"type": "list", "elements": "str", "default": []},
            "only_ready": {"type": "bool", "default": False},
            "slot_folder": {"type": "str", "default": ""},
            "usage": {"type": "bool", "default": False},
            "metrics_url": {"type": "str", "default": ""},
            "metrics_token": {"type": "str", "no_log": True, "default": ""},
        },
        supports_check_mode=True,
    )
    problems = connection_problems(module.params)
    if problems:
        module.fail_json(msg=" ".join(problems), problems=problems)
    client = client_for(module.params)
    try:
        if module.params["only_ready"]:
            module.exit_json(changed=False, ready=client.ready())
        result = {
            "ready": client.ready(),
            "version": client.version(),
            "asks_for_key": client.asks_for_key(),
            "names": client.names(),
            "models": [
                model.as_result() for model in with_capabilities(client.model_info(), module.params["capabilities"])
            ],
        }
        if module.params["slot_folder"]:
            result["redis"] = known_of_redis(module.params["slot_folder"])
            result["since"] = serving_since(module.params["slot_folder"])
        metrics = ""
        if module.params["metrics_url"]:
            metrics, result["metrics_problem"] = _metrics(client, module.params)
        if module.params["usage"]:
            result["usage"] = client.usage(metrics)
    except GatewayError as error:
        module.fail_json(msg=f"{module.params['url']}: {error}", error=error.as_result())
    except UnknownCapability as error:
        module.fail_json(msg=f"capabilities: {error}")
    module.exit_json(changed=False, **result)


def _metrics(client: GatewayClient, options: t.Mapping[str, t.Any]) -> tuple[str, str]:
    """The metrics at an address of their own, and why they are not there; one of the two is empty."""
    try:
        return client.metrics(options["metrics_url"], options["metrics_token"]), ""
    except GatewayError as error:
        return "", f"{options['metrics_url']}: {error}"


if __name__ == "__main__":
    main()
