# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: model_catalog
short_description: Models that are ready to be served
description:
  - Entries for C(litellm_models) with provider, prices, limits and capabilities of well-known models. The figures are those
    of LiteLLM's own model map where it has the model, so they are as new as the LiteLLM that the collection deploys.
  - C(deepseek-chat), C(deepseek-reasoner) (DeepSeek), C(gpt-5), C(gpt-4o), C(gpt-4o-mini), C(text-embedding-3-small)
    (OpenAI), C(deepseek-v3.2) (AgentRouter), C(vllm-qwen), C(vllm-r1) (vLLM, whose C(api_base) is declared in
    C(litellm_providers)), C(ollama-qwen) (Ollama). The key of each is its alias too.
  - Which of them a host serves is said by C(litellm_model_keys), or by naming them here.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  _terms:
    description:
      - Keys of the models to return, in this order. None returns all.
    type: list
    elements: str
seealso:
  - module: llmops.litellm.litellm_model_config
"""

EXAMPLES = r"""
# group_vars/all.yml: of the ready models and one's own, two are served, and one backs the other
litellm_models: "{{ lookup('llmops.litellm.model_catalog') | combine(my_models, recursive=true) }}"
litellm_model_keys: [deepseek-chat, gpt-4o-mini]
my_models:
  deepseek-chat: {fallbacks: [gpt-4o-mini]}
"""

RETURN = r"""
_raw:
  description:
    - One dictionary, from key to entry of C(litellm_models).
  type: list
  elements: dict
  sample: [{"gpt-4o-mini": {"upstream": "gpt-4o-mini", "provider": "openai", "cost": {"input": 0.15, "output": 0.6}}}]
"""

import copy
import typing as t

from ansible.errors import AnsibleError
from ansible.plugins.lookup import LookupBase
from ansible_collections.llmops.litellm.plugins.plugin_utils._ready_models import MODELS
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import did_you_mean


class LookupModule(LookupBase):
    """Returns ready models."""

    def run(self, terms: list[str], variables: t.Any = None, **kwargs: t.Any) -> list[dict[str, t.Any]]:
        unknown = [f"{term!r} ({did_you_mean(str(term), MODELS)})" for term in terms if term not in MODELS]
        if unknown:
            raise AnsibleError(f"The model catalog has no {', '.join(unknown)}.")
        return [{key: copy.deepcopy(MODELS[key]) for key in terms or MODELS}]
