# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Options of ``litellm_model_config`` that are variables of the role. Written by ``scripts/generate_options.py``."""

from __future__ import annotations


class ModuleDocFragment:
    DOCUMENTATION = r"""
options:
  agents:
    description:
      - From an agent's name to an alias, so that a client can name its agent as the model.
    type: dict
  allow_insecure_version:
    description:
      - The very version that is accepted although nobody should run it, such as V(1.83.14), with a warning in each run.
    type: str
  allow_unknown:
    description:
      - Names to accept even though O(litellm_version) is not known to look at them.
    type: list
    elements: str
  api_base:
    description:
      - Endpoint of models that name neither C(api_base) nor C(provider); an http or https URL without credentials.
    type: str
  api_key_env:
    description:
      - Name of the variable with the key of models that name neither C(api_key_env) nor C(provider).
    type: str
  config_file:
    description:
      - A LiteLLM configuration on the controller, checked and then used byte for byte.
    type: path
  database:
    description:
      - The PostgreSQL that keys, teams, budgets and spend are kept in; empty for none.
    type: dict
  default_fallbacks:
    description:
      - Aliases that answer when any model fails, after the model's own C(fallbacks) and what backs those.
    type: list
    elements: str
  drop_params:
    description:
      - Whether LiteLLM drops parameters that a model does not support; unless it is set, it does.
    type: bool
  env_file:
    description:
      - An environment file on the controller that declares models.
    type: path
  extra_config:
    description:
      - Any other top-level block of LiteLLM's configuration, in its own names.
    type: dict
  general_settings:
    description:
      - Further keys of LiteLLM's block C(general_settings), checked like O(litellm_settings).
    type: dict
  json_logs:
    description:
      - Whether the gateway logs in JSON, one object on each line.
    type: bool
  litellm_mode:
    description:
      - Which GPU mode this host is in, one of the C(modes) of O(models), such as the model that its GPU has loaded.
    type: str
  litellm_settings:
    description:
      - Further keys of LiteLLM's block C(litellm_settings), in its own names.
    type: dict
  master_key_env:
    description:
      - Name of the variable that holds the master key.
    type: str
    default: LITELLM_MASTER_KEY
  model_specs:
    description:
      - Models on one line each.
    type: list
    elements: str
  models:
    description:
      - The catalog, from a key to a model.
    type: dict
  opentelemetry:
    description:
      - Where to send traces; empty for nowhere.
    type: dict
    suboptions:
      endpoint:
        description:
          - The http or https URL of a collector that takes OTLP over HTTP, such as V(http://collector:4318).
        type: str
      service_name:
        description:
          - Name of the gateway in traces, V(litellm) unless set.
        type: str
      message_logging:
        description:
          - Whether prompts and answers are in the spans; not unless set.
        type: bool
  prometheus:
    description:
      - Whether the gateway counts requests, tokens, costs, fallbacks and latencies.
    type: bool
  providers:
    description:
      - Named endpoints, from a name to what models leave out that name it as C(provider).
    type: dict
  reasoning_effort:
    description:
      - Level of reasoning of models that name none, one of V(none), V(minimal), V(low), V(medium), V(high) and V(xhigh).
    type: str
  redis:
    description:
      - The Redis in which all workers, slots, releases and hosts count together; empty for none.
    type: raw
  router_settings:
    description:
      - Further keys of LiteLLM's block C(router_settings), checked like O(litellm_settings).
    type: dict
  set_verbose:
    description:
      - Whether LiteLLM prints every request; unless it is set, it does not.
    type: bool
  strict:
    description:
      - Whether unknown keys in LiteLLM's blocks are errors.
    type: bool
    default: true
  timeout:
    description:
      - How long a request may take at an upstream, in seconds, for models that say nothing of it themselves.
    type: float
  ui:
    description:
      - Who signs in to LiteLLM's admin interface.
    type: dict
notes:
  - Options that are variables of role C(litellm) are told in full on C(docs/variables.md) of the collection,
    U(https://github.com/llmops/ansible-collection-litellm/blob/main/docs/variables.md), which C(ansible-doc -t role llmops.litellm.litellm) shows too.
"""
