#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_probe
short_description: Asks models of a LiteLLM gateway something small, and says what came of it
description:
  - Sends each model one request, a completion or an embedding, and returns who served it, whether that was a fallback,
    how long it took, what it cost, and whether reasoning was seen.
  - It costs what the providers take for it. No request is repeated, and in check mode none is sent.
  - A model that does not answer fails no task; it is in the result, with an error of a known kind. The task fails when
    the gateway itself cannot be asked.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  models:
    description:
      - Names to ask for, as clients do; aliases and agents. By default every model of the gateway that answers in chat or
        with embeddings; agents and wildcards only when they are named.
    type: list
    elements: str
  max_tokens:
    description:
      - How many tokens each answer may have at most, C(max_tokens) of the request. Models that reason may use them up
        before they say anything, which is an answer too.
    type: int
    default: 16
  prompt:
    description:
      - What to ask.
    type: str
    default: "Answer with one word: are you ready?"
  stream:
    description:
      - Whether to ask for a stream. Embeddings have none.
    type: bool
    default: false
  tool:
    description:
      - Whether to offer a tool, which the model may call or not.
    type: bool
    default: false
extends_documentation_fragment: [llmops.litellm.gateway, llmops.litellm.attributes.looks, ansible.builtin.action_common_attributes]
attributes:
  check_mode:
    support: full
    details: Asks no model, and returns no probes.
seealso:
  - module: llmops.litellm.litellm_gateway_info
"""

EXAMPLES = r"""
- name: Ask every model once
  llmops.litellm.litellm_probe:
    url: http://127.0.0.1:4000
    master_key: "{{ litellm_master_key }}"
  register: asked

- name: Fail when one of them does not answer itself
  ansible.builtin.assert:
    that: asked.probes | rejectattr('answered') | length == 0 and asked.probes | selectattr('fallback') | length == 0

- name: Ask an agent for a stream, with a tool
  llmops.litellm.litellm_probe:
    url: http://127.0.0.1:4000
    master_key: "{{ litellm_master_key }}"
    models: [debugger]
    stream: true
    tool: true
    max_tokens: 64
"""

RETURN = r"""
probes:
  description: One for each model, in order.
  returned: success
  type: list
  elements: dict
  contains:
    alias:
      description: The name that was asked for.
      type: str
      sample: deepseek-chat
    mode:
      description: V(chat) or V(embedding).
      type: str
      sample: chat
    answered:
      description: Whether there was an answer.
      type: bool
      sample: true
    served_by:
      description: The deployment that answered, with its C(id) (the key in the inventory), C(alias) and C(model).
      type: dict
      returned: when answered
      sample: {"id": "mini", "alias": "gpt-4o-mini", "model": "openai/gpt-4o-mini"}
    fallback:
      description: Whether it was another deployment than the first one of this name.
      type: bool
      returned: when answered
      sample: true
    first_byte_ms:
      description: Milliseconds until the answer began.
      type: int
      returned: when answered
      sample: 310
    latency_ms:
      description: Milliseconds until the answer was complete.
      type: int
      returned: when answered
      sample: 480
    cost:
      description: USD, as LiteLLM counts it; none where it knows no price.
      type: float
      returned: when answered
      sample: 4.5e-06
    tokens:
      description: How many there were, as C(prompt) and C(completion).
      type: dict
      returned: when answered
      sample: {"prompt": 10, "completion": 5}
    reasoning:
      description: Whether there was reasoning, as C(reasoning_content), as text in C(<think>), or among the tokens.
      type: bool
      returned: when answered
      sample: false
    tool_called:
      description: Whether the model called the tool.
      type: bool
      returned: when answered
      sample: false
    error:
      description: Why there was none, with C(kind), C(message), C(http_status) (0 without an answer) and C(retryable).
      type: dict
      returned: when not answered
      sample: {"kind": "rate_limit", "message": "Rate limit reached", "http_status": 429, "retryable": true}
    summary:
      description: The same in a sentence.
      type: str
      sample: "deepseek-chat: answered by mini-for-deepseek-chat, a fallback, in 480 ms for 4.5e-06 USD"
problems:
  description: What is wrong with the options, one sentence each.
  returned: when options are refused
  type: list
  elements: str
  sample: ["max_tokens: is 0, and must be at least 1."]
error:
  description: Why the gateway cannot be asked, in the same form.
  returned: failure
  type: dict
  sample: {"kind": "authentication", "message": "the key is not the gateway's", "http_status": 401, "retryable": false}
"""

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.connection import (
    CONNECTION_ARGUMENTS,
    client_for,
    connection_problems,
)
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.errors import GatewayError
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.probe import Question, probe_all

ARGUMENTS = {
    **CONNECTION_ARGUMENTS,
    "models": {"type": "list", "elements": "str"},
    "max_tokens": {"type": "int", "default": 16, "no_log": False},
    "prompt": {"type": "str", "default": "Answer with one word: are you ready?"},
    "stream": {"type": "bool", "default": False},
    "tool": {"type": "bool", "default": False},
}


def main() -> None:
    """Ask each model once, and tell."""
    module = AnsibleModule(argument_spec=ARGUMENTS, supports_check_mode=True)
    options = module.params
    problems = connection_problems(options)
    if options["max_tokens"] < 1:
        problems.append(f"max_tokens: is {options['max_tokens']}, and must be at least 1.")
    if problems:
        module.fail_json(msg=" ".join(problems), problems=problems)
    if module.check_mode:
        module.exit_json(changed=False, skipped=True, probes=[])
    question = Question(options["prompt"], options["max_tokens"], options["stream"], options["tool"])
    try:
        probes = probe_all(client_for(options), options["models"], question)
    except GatewayError as error:
        module.fail_json(msg=f"{module.params['url']}: {error}", error=error.as_result())
    module.exit_json(changed=False, probes=probes)


if __name__ == "__main__":
    main()
