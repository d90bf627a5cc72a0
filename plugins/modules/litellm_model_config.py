#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_model_config
short_description: Render and check the configuration of a LiteLLM gateway
version_added: 0.1.0
author:
  - llmops.litellm maintainers (@llmops)
description:
  - Turns declared models into the configuration file of LiteLLM's proxy, and refuses what LiteLLM would misread.
  - Everything is rendered and checked on the controller. Without O(path) no host is contacted, and the text is
    returned. With O(path) one call writes the file to the host, in one step that readers never see half done.
  - Equal input gives equal bytes, in declared order.
  - Wrong input changes nothing. All problems are reported at once, each with its path and the nearest right value.
  - No secret ever gets into the result. Keys are written as C(os.environ/NAME), which LiteLLM reads from its
    environment, and a value that looks like a key is refused.
options:
  model_keys:
    description:
      - Keys of the catalog that are served, in this order. By default all of them, in the order of the catalog.
    type: list
    elements: str
  environment:
    description:
      - The service environment, as a dictionary or as a list of names. Values are not looked at.
      - When given, every C(os.environ/NAME) of the configuration must be in it.
    type: raw
  litellm_version:
    description:
      - Version of LiteLLM to check against. Empty for the newest version that the collection knows.
      - Versions that an attacker published and those before 1.84.0, which have known vulnerabilities, are refused; see
        O(allow_insecure_version).
    type: str
    default: ""
  variable_prefix:
    description:
      - What the caller's variables have before the names of these options, so that problems name the variables; role
        C(litellm) says V(litellm_).
    type: str
    default: ""
  known_variables:
    description:
      - Variables of the host that begin with O(variable_prefix) and are known, beside the defaults of the role that
        the task is in. A name that ends in V(*) stands for all that begin so.
      - Any other variable of the host that begins with O(variable_prefix) is a problem, because nothing reads it. One
        that O(allow_unknown) names is let through. Without this option variables are not looked at.
    type: list
    elements: str
  only_variables:
    description:
      - Whether only the names of variables are looked at, as O(known_variables) says, and nothing is rendered. For plays
        that need no models, such as taking a gateway away from the right folders.
    type: bool
    default: false
  workers:
    description:
      - How many processes of a host count budgets and limits, each by itself; V(0) is one per core. Only warnings
        depend on it. Not known unless it is set.
    type: int
  hosts:
    description:
      - How many hosts serve the models. Only warnings depend on it.
    type: int
    default: 1
  litellm_environment:
    description:
      - Variables that the role gives the service beside its secrets. Names that only LiteLLM's command line reads are
        refused with what does the same here, unless O(allow_unknown) has them.
    type: dict
  service_manager:
    description:
      - Who runs the service, as the role calls them. Then C(include) is refused, since nothing brings other files to the
        host, and with V(systemd), V(supervisor) and V(auto), where LiteLLM is installed without Prisma's client, a database.
      - Empty, the service is not the role's.
    type: str
    default: ""
  python_files:
    description:
      - Python files on the controller that LiteLLM loads code from, found as Ansible finds files; each is a C(.py) file that
        is read here and not run. RV(python_files) has their text, which belongs beside the configuration.
      - When given, every path of code in the configuration (C(callbacks), C(custom_auth), C(guardrail) and the like) must
        lead to a name that one of them defines, or to a module that LiteLLM's packages or Python itself bring.
    type: list
    elements: path
  extra_packages:
    description:
      - Python packages that the service has beside LiteLLM, as pip takes them. A module that is not known is then a warning,
        since one of them may bring it.
      - With O(service_manager=systemd) and its like a provider, callback, cache, store of secrets or guardrail that needs
        another package is refused, unless O(allow_unknown) names the package. Where one of them is an address that names no
        package, nothing is.
    type: list
    elements: str
  image:
    description:
      - The image that the service runs in, where O(service_manager) runs containers. A warning says what LiteLLM's own image
        does not have; of another one nothing is known.
    type: str
    default: ""
  path:
    description:
      - Where to write the configuration on the host. Without it nothing is written.
    type: path
  backup:
    description:
      - Whether to keep a copy of the file that is replaced.
    type: bool
    default: false
  rendered:
    description:
      - The rendered text, which the action plugin hands to the host. It is not for tasks to set.
    type: str
extends_documentation_fragment:
  - llmops.litellm.model_config
  - ansible.builtin.action_common_attributes
  - action_common_attributes.files
  - ansible.builtin.action_common_attributes.flow
  - ansible.builtin.files
attributes:
  action:
    support: full
  async:
    support: none
  bypass_host_loop:
    support: none
  check_mode:
    support: full
  diff_mode:
    support: full
  platform:
    platforms: posix
  safe_file_operations:
    support: full
  vault:
    support: full
    details: For O(env_file), O(config_file) and O(python_files).
seealso:
  - plugin: llmops.litellm.env_file
    plugin_type: lookup
"""

EXAMPLES = r"""
- name: Write the configuration of two models
  llmops.litellm.litellm_model_config:
    providers:
      agentrouter:
        api_base: https://agentrouter.org/v1
        api_key_env: OPENAI_API_KEY
    models:
      gpt5:
        upstream: gpt-5
        provider: agentrouter
        reasoning_effort: high
        fallbacks: [deepseek-v3.2]
      deepseek:
        upstream: deepseek-v3.2
        provider: agentrouter
        reasoning_effort: none
    environment: [OPENAI_API_KEY, LITELLM_MASTER_KEY]
    path: /etc/litellm/config.yaml
    owner: root
    group: litellm
    mode: "0640"

- name: Print the configuration of an environment file, contacting no host
  llmops.litellm.litellm_model_config:
    env_file: .env
  register: rendered

- name: Route agents by name, and back every model
  llmops.litellm.litellm_model_config:
    models:
      chat: {upstream: deepseek-chat, provider: deepseek, cost: {input: 0.28, cached_input: 0.028, output: 0.42}}
      reasoner: {upstream: deepseek-reasoner, provider: deepseek}
      backup: {upstream: gpt-4o-mini, provider: openai}
    agents: {supervisor: deepseek-chat, debugger: deepseek-reasoner, default: deepseek-chat}
    default_fallbacks: [gpt-4o-mini]

- name: Serve a model on a GPU host, declared on one line
  llmops.litellm.litellm_model_config:
    model_specs:
      - key=qwen,alias=vllm-qwen,upstream=Qwen/Qwen2.5-7B-Instruct-AWQ,base=http://vllm.ml.svc:8000/v1,reasoning=none

- name: Check a configuration of one's own, and write it as it is
  llmops.litellm.litellm_model_config:
    config_file: files/litellm.yaml
    path: /etc/litellm/config.yaml
    mode: "0640"
    backup: true
"""

RETURN = r"""
config:
  description: The configuration.
  returned: success
  type: dict
  sample:
    model_list:
      - model_name: gpt-5
        litellm_params: {model: openai/gpt-5, api_key: os.environ/OPENAI_API_KEY, reasoning_effort: medium}
        model_info: {id: gpt5}
    litellm_settings: {drop_params: true, set_verbose: false}
    general_settings: {master_key: os.environ/LITELLM_MASTER_KEY}
content:
  description: The configuration as the YAML text that O(path) gets.
  returned: success
  type: str
  sample: "model_list:\n  - model_name: gpt-5\n"
models:
  description: What is served, in order.
  returned: success
  type: list
  elements: dict
  contains:
    key:
      description: Key in the catalog, and id of the deployment.
      type: str
      sample: gpt5
    alias:
      description: Name that clients use.
      type: str
      sample: gpt-5
    model:
      description: LiteLLM's provider and the model's name there.
      type: str
      sample: openai/gpt-5
    api_base:
      description: Endpoint; empty where LiteLLM's own address is used.
      type: str
      sample: https://agentrouter.org/v1
    reasoning_effort:
      description: Level that is sent upstream; V(none) when none is.
      type: str
      sample: medium
variables:
  description:
    - Variables of role C(litellm) that produce the same configuration. Secrets are references in it, and their names
      are in C(litellm_secrets) with a variable to put into a vault.
  returned: with O(config_file)
  type: dict
  sample: {"litellm_models": {"gpt5": {"upstream": "gpt-5"}}, "litellm_drop_params": true}
variables_text:
  description:
    - RV(variables) as YAML for an inventory. What Ansible would take for a template there and LiteLLM does not, such as
      the text of a prompt, has the tag C(!unsafe).
  returned: with O(config_file)
  type: str
  sample: "litellm_models:\n  gpt5:\n    upstream: gpt-5\n"
environment:
  description: Variables that the service needs for O(json_logs) and O(opentelemetry). None is a secret.
  returned: success
  type: dict
  sample: {"JSON_LOGS": "True"}
required_environment:
  description: Names of the variables that the configuration refers to, sorted.
  returned: success
  type: list
  elements: str
  sample: [LITELLM_MASTER_KEY, OPENAI_API_KEY]
python_files:
  description: The Python files that belong beside the configuration - file name to text.
  returned: success
  type: dict
  sample: {"my_hooks.py": "from litellm.integrations.custom_logger import CustomLogger\n"}
holds_secrets:
  description: Whether the configuration holds secrets, as one in O(config_file) may. Nothing should print it then.
  returned: success
  type: bool
  sample: false
choice:
  description: Who chose the models that are served, in a sentence.
  returned: success
  type: str
  sample: models chosen by litellm_model_keys__gpt5 (group gpt5_hosts)
notices:
  description: What is worth knowing, but refuses nothing. Ansible prints the same as warnings.
  returned: success
  type: list
  elements: str
  sample: ["models.mini.reasoning_effort: is left out: LiteLLM knows that openai/gpt-4o-mini does not reason (effort-left-out)"]
problems:
  description: Every error of the input, then what is worth knowing beside them.
  returned: failure
  type: list
  elements: dict
  contains:
    path:
      description: Where, as the operator would write it.
      type: str
      sample: models.gpt5.upstrem
    message:
      description: What is wrong.
      type: str
      sample: is not a field here
    remedy:
      description: What to write instead; may be empty.
      type: str
      sample: did you mean 'upstream'?
    severity:
      description: V(error), V(warning) or V(notice).
      type: str
      sample: error
    rule:
      description: Stable name of the rule that is broken, see C(docs/findings.md).
      type: str
      sample: unknown-field
    line:
      description: Line of the file, where there is one.
      type: int
      sample: 3
path:
  description: The file that was written.
  returned: when O(path) is given
  type: str
  sample: /etc/litellm/config.yaml
backup_file:
  description: The copy of the file that was replaced.
  returned: when O(backup=true) and the file was replaced
  type: str
  sample: /etc/litellm/config.yaml.1234.2026-01-31@12:00:00~
"""

import os
import tempfile
import typing as t

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._model_config_options import ARGUMENT_SPEC, CONTENT


def current_text(path: str) -> str | None:
    """What the file holds; ``None`` when there is none."""
    try:
        with open(path, "rb") as stream:
            return stream.read().decode(errors="replace")
    except FileNotFoundError:
        return None


def replace(module: AnsibleModule, path: str, content: str, keep: bool) -> dict[str, t.Any]:
    """Put *content* in the place of *path*, in one step."""
    result = {"backup_file": module.backup_local(path)} if keep else {}
    handle, temporary = tempfile.mkstemp(dir=module.tmpdir)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content.encode())
    module.atomic_move(temporary, path, unsafe_writes=module.params["unsafe_writes"])
    return result


def run(module: AnsibleModule, path: str, content: str) -> dict[str, t.Any]:
    """Make *path* hold *content*, with the owner and the permissions that are asked for."""
    before = current_text(path)
    changed = before != content
    result: dict[str, t.Any] = {"path": path}
    diff = {"before": before or "", "after": content, "before_header": path, "after_header": path}
    if changed and not module.check_mode:
        result.update(replace(module, path, content, module.params["backup"] and before is not None))
    attributes: dict[str, t.Any] = {}
    if before is not None or not module.check_mode:
        arguments = module.load_file_common_arguments(module.params)
        changed = module.set_fs_attributes_if_different(arguments, changed, diff=attributes)
    diffs = [part for part in (diff if before != content else {}, attributes) if part]
    return {**result, "changed": changed, "diff": diffs}


def main() -> None:
    module = AnsibleModule(argument_spec=ARGUMENT_SPEC, add_file_common_args=True, supports_check_mode=True)
    path, content = module.params["path"], module.params[CONTENT]
    if content is None or path is None:
        module.fail_json(msg="litellm_model_config renders on the controller, through its action plugin.")
    if os.path.isdir(path):
        module.fail_json(msg=f"path: {path} is a directory; write the name of the file.")
    if not os.path.isdir(os.path.dirname(path) or ".") and not module.check_mode:
        module.fail_json(msg=f"path: there is no directory {os.path.dirname(path)}; create it first.")
    try:
        module.exit_json(**run(module, path, content))
    except OSError as error:
        module.fail_json(msg=f"path: {path} cannot be written: {error.strerror}.")


if __name__ == "__main__":
    main()
