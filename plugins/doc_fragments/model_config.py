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
      - From an agent's name to an alias, so that a client can name its agent as the model. Becomes
        C(router_settings.model_group_alias).
    type: dict
  allow_insecure_version:
    description:
      - The very version that is accepted although nobody should run it, such as V(1.83.14), with a warning in each run. Any
        other stays refused. It holds for versions before 1.84.0, and for those that an attacker published or may have.
    type: str
  allow_unknown:
    description:
      - Names to accept even though O(litellm_version) is not known to look at them. Each entry is the name of a top-level
        block, V(<block>.<key>), a key wherever it stands, or that of a Python package that a feature needs.
    type: list
    elements: str
  api_base:
    description:
      - Endpoint of models that name neither C(api_base) nor C(provider); an http or https URL without credentials.
    type: str
  api_key_env:
    description:
      - Name of the variable with the key of models that name neither C(api_key_env) nor C(provider). Empty means
        E(OPENAI_API_KEY). A provider of LiteLLM's or of the presets never takes it.
    type: str
  config_file:
    description:
      - A LiteLLM configuration on the controller, checked and then used byte for byte. Empty means none.
    type: path
  default_fallbacks:
    description:
      - Aliases that answer when any model fails, after the model's own C(fallbacks) and what backs those. They must be served
        too. Each backs the models of its own C(mode), so a chat model never stands in for embeddings.
    type: list
    elements: str
  drop_params:
    description:
      - Whether LiteLLM drops parameters that a model does not support; unless it is set, it does. Becomes
        C(litellm_settings.drop_params). O(litellm_settings) may say so too.
    type: bool
  env_file:
    description:
      - An environment file on the controller that declares models. Empty means none. A relative path is looked for as Ansible
        looks for files, then where the play is called.
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
      - Whether LiteLLM logs in JSON, one object on each line. Becomes C(JSON_LOGS=True) in the service environment.
    type: bool
  litellm_mode:
    description:
      - Which GPU mode this host is in, one of the C(modes) of O(models), such as the model that its GPU has loaded. Models of
        other GPU modes are not served, and are left out of fallbacks.
    type: str
  litellm_settings:
    description:
      - Further keys of LiteLLM's block C(litellm_settings), in its own names. Unknown keys, wrong types and keys of another
        block are refused, with the nearest right name.
    type: dict
  master_key_env:
    description:
      - Name of the variable that holds the master key. Becomes C(general_settings.master_key=os.environ/NAME).
    type: str
    default: LITELLM_MASTER_KEY
  model_specs:
    description:
      - Models on one line each. V(key=gpt5,alias=gpt-5,upstream=gpt-5,base=https://…,key_env=NAME,reasoning=high) has all that
        can be said; C(key) and C(upstream) are required. A comma inside a value is written with a backslash before it. Write a
        list, also for a single model.
    type: list
    elements: str
  models:
    description:
      - The catalog, from a key to a model. A model has the fields C(upstream) (required), C(alias), C(provider), C(api_base),
        C(api_key_env), C(api_key), C(reasoning_effort), C(timeout), C(stream_timeout), C(max_retries), C(cooldown), C(rpm),
        C(tpm), C(weight), C(order), C(tags), C(headers), C(extra_body), C(mode), C(cost), C(budget), C(context_window),
        C(max_output), C(capabilities), C(modes), C(fallbacks), C(mock_response), C(litellm_params), C(model_info). What each
        means, its unit and default, what it becomes in LiteLLM and what is refused is in C(docs/models.md) of the collection,
        U(https://github.com/llmops/ansible-collection-litellm/blob/main/docs/models.md).
    type: dict
  opentelemetry:
    description:
      - Where to send traces; empty for nowhere. Each request becomes a trace with its start, its end, every attempt with the
        reason of its failure, and its cost.
    type: dict
    suboptions:
      endpoint:
        description:
          - The http or https URL of a collector that takes OTLP over HTTP, such as V(http://collector:4318). Becomes
            E(OTEL_EXPORTER_OTLP_ENDPOINT). A collector that does not answer fails no request.
        type: str
      service_name:
        description:
          - Name of the gateway in traces, V(litellm) unless set. Becomes E(OTEL_SERVICE_NAME).
        type: str
      message_logging:
        description:
          - Whether prompts and answers are in the spans; not unless set. Becomes C(callback_settings.otel.message_logging).
        type: bool
  prometheus:
    description:
      - Whether the gateway counts requests, tokens, costs, fallbacks and latencies at C(/metrics). It asks for the master key
        there. Adds V(prometheus) to C(litellm_settings.callbacks), behind callbacks of O(litellm_settings).
    type: bool
  providers:
    description:
      - Named endpoints, from a name to what models leave out that name it as C(provider). Each has some of the fields
        C(prefix), C(api_base), C(api_key_env), C(api_key), C(reasoning_effort), C(timeout), C(stream_timeout), C(max_retries),
        C(cooldown), C(headers), C(extra_body), C(litellm_params), C(budget). What each means, its unit and default, what it
        becomes in LiteLLM and what is refused is in C(docs/models.md) of the collection,
        U(https://github.com/llmops/ansible-collection-litellm/blob/main/docs/models.md).
    type: dict
  reasoning_effort:
    description:
      - Level of reasoning of models that name none, one of V(none), V(minimal), V(low), V(medium), V(high) and V(xhigh).
        V(none) leaves the field out. Empty leaves it to O(env_file), else V(medium).
    type: str
  router_settings:
    description:
      - Further keys of LiteLLM's block C(router_settings), checked like O(litellm_settings).
    type: dict
  set_verbose:
    description:
      - Whether LiteLLM prints every request; unless it is set, it does not. Becomes C(litellm_settings.set_verbose).
        O(litellm_settings) may say so too. It shows prompts in the log and costs speed.
    type: bool
  strict:
    description:
      - Whether unknown keys in LiteLLM's blocks are errors. V(false) makes them warnings. Keys of security and budgets in the
        wrong block are refused either way.
    type: bool
    default: true
  timeout:
    description:
      - How long a request may take at an upstream, in seconds, for models that say nothing of it themselves. Those are models
        that name no C(timeout), and whose provider names none.
    type: float
notes:
  - Options that are variables of role C(litellm) are described in full there, C(ansible-doc -t role llmops.litellm.litellm), and
    on the page C(docs/variables.md) of the collection,
    U(https://github.com/llmops/ansible-collection-litellm/blob/main/docs/variables.md).
"""
