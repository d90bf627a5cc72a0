#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_model_config
short_description: Render and check the configuration of a LiteLLM gateway
description:
  - Turns declared models into the configuration file of a LiteLLM gateway, and refuses what LiteLLM would misread.
  - Everything is rendered and checked on the controller. Without O(path) no host is contacted, and the text is
    returned. With O(path) one call writes the file to the host, in one step that readers never see half done.
  - Equal input gives equal bytes, in declared order.
  - Wrong input changes nothing. All problems are reported at once, each with its path and the nearest right value.
  - No secret ever gets into the result. Keys are written as C(os.environ/NAME), which LiteLLM reads from its
    environment, and a value that looks like a key is refused.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  model_keys:
    description: Keys of the catalog that are served, in this order; all unless set.
    type: list
    elements: str
  environment:
    description: The service environment, as a dictionary or a list of names; every C(os.environ/NAME) must then be in it.
    type: raw
  environment_names:
    description: Variables that the service environment has besides, whose values somebody else keeps, such as a Secret of Kubernetes.
    type: list
    elements: str
  litellm_version:
    description:
      - Version of LiteLLM to check against; empty for the newest known. Those before 1.84.0, which have known vulnerabilities,
        and those that an attacker published are refused; see O(allow_insecure_version).
    type: str
    default: ""
  variable_prefix:
    description: What the caller's variables have before the names of options, for problems to name them.
    type: str
    default: ""
  known_variables:
    description:
      - Variables of the host that may begin with O(variable_prefix), beside defaults of the role and those of O(allow_unknown);
        any other is a problem. V(*) stands for any end of a name.
    type: list
    elements: str
  entry_point:
    description:
      - An entry point of the role that runs the task. Variables of the host are then checked against its argument specification, too,
        as Ansible does by itself unless a role is imported with C(rolespec_validate=false), and are named beside all that is wrong.
      - Refused in a task that is of no role, and where the role describes no such entry point.
    type: str
  only_variables:
    description: Whether only variables are looked at, and nothing is rendered.
    type: bool
    default: false
  workers:
    description: How many processes of a host count budgets and limits, V(0) is one per core, for warnings.
    type: int
  hosts:
    description: How many hosts serve the models, for warnings.
    type: int
    default: 1
  litellm_environment:
    description: Variables of the service beside its secrets; those that only LiteLLM's command line reads are refused.
    type: dict
  service_manager:
    description: Who runs the service, as the role calls them, to refuse what it cannot have there; empty for another.
    type: str
    default: ""
  python_files:
    description:
      - Python files on the controller, which code in the configuration must then lead to, or to an installed module. They are
        read and not run.
    type: list
    elements: path
  extra_packages:
    description: Python packages beside LiteLLM, as pip takes them; what needs another one is refused.
    type: list
    elements: str
  image:
    description: The image that the service runs in, to warn of what it does not have.
    type: str
    default: ""
  host:
    description: Address that the gateway listens on, to warn of what others can read on the way; empty for no warning.
    type: str
    default: ""
  behind_balancer:
    description: Whether clients reach the gateway through a balancer, so that there is nothing to warn of.
    type: bool
    default: false
  metrics_host:
    description: Address that the gateway serves its metrics on, which others may reach only with a token; empty for none.
    type: str
    default: ""
  tls_certificate:
    description: Certificate that the gateway serves HTTPS with, a path on its host or PEM text, which is then judged here.
    type: str
  tls_key:
    description: The key of O(tls_certificate), likewise a path or PEM text.
    type: str
  path:
    description: Where to write the configuration on the host; nowhere unless set.
    type: path
  backup:
    description: Whether to keep a copy of the file that is replaced.
    type: bool
    default: false
  rendered:
    description: The rendered text, which the action plugin hands to the host; not for tasks.
    type: str
  attributes:
    description: Attributes of the file, as C(chattr) takes them.
  group:
    description: Group of the file.
  mode:
    description: Permissions of the file, quoted octal such as V("0640") or symbolic.
  owner:
    description: Owner of the file.
  selevel:
    description: Level of the file's SELinux context.
  serole:
    description: Role of the file's SELinux context.
  setype:
    description: Type of the file's SELinux context.
  seuser:
    description: User of the file's SELinux context.
  unsafe_writes:
    description: Whether the file is written in place where it cannot be replaced at once.
extends_documentation_fragment: [llmops.litellm.model_config, ansible.builtin.files]
attributes:
  async:
    description: It renders on the controller, in the play's own time.
    support: none
  check_mode:
    description: Renders and checks, and says what would change.
    support: full
  diff_mode:
    description: Shows the file before and after.
    support: full
  vault:
    description: O(env_file), O(config_file) and O(python_files) may be encrypted.
    support: full
notes:
  - The fields of O(models) and O(providers) are on C(docs/models.md) of the collection,
    U(https://github.com/llmops/ansible-collection-litellm/blob/main/docs/models.md).
  - The options that say who owns the file and what its permissions are, are those of M(ansible.builtin.file).
seealso:
  - plugin: llmops.litellm.env_file
    plugin_type: lookup
"""

EXAMPLES = r"""
- name: Write the configuration of two models
  llmops.litellm.litellm_model_config:
    models:
      gpt5: {upstream: gpt-5, reasoning_effort: high, fallbacks: [deepseek-chat]}
      deepseek: {upstream: deepseek-chat, provider: deepseek}
    environment: [OPENAI_API_KEY, DEEPSEEK_API_KEY, LITELLM_MASTER_KEY]
    path: /etc/litellm/config.yaml
    owner: root
    group: litellm
    mode: "0640"

- name: Print the configuration of an environment file, contacting no host
  llmops.litellm.litellm_model_config:
    env_file: .env
  register: rendered

- name: Check a configuration of one's own, and write it as it is
  llmops.litellm.litellm_model_config:
    config_file: files/litellm.yaml
    path: /etc/litellm/config.yaml
    backup: true
"""

RETURN = r"""
config:
  description: The configuration.
  returned: success
  type: dict
content:
  description: The configuration as the YAML text that O(path) gets.
  returned: success
  type: str
  sample: "model_list:\n  - model_name: gpt-5\n"
models:
  description: What is served, in order - C(key), C(alias), C(model), C(api_base) and C(reasoning_effort) of each.
  returned: success
  type: list
  elements: dict
variables:
  description: Variables of role C(litellm) that produce the same configuration, with references for secrets.
  returned: with O(config_file)
  type: dict
variables_text:
  description: RV(variables) as YAML for an inventory.
  returned: with O(config_file)
  type: str
environment:
  description: Variables that the service needs for O(json_logs), O(opentelemetry), O(redis), O(database) and O(ui). None is a secret.
  returned: success
  type: dict
  sample: {"JSON_LOGS": "True"}
secret_urls:
  description:
    - Variables of the service that a secret belongs into, where O(redis) or O(database) has one - C(name) of the variable, the
      text C(before) and C(after) the secret, and the variable C(secret) that has it, to be percent-encoded. Where C(whole) is
      true, the secret is an address itself, and C(after) is what its query gets besides. Where C(plain) is true, the variable has the
      secret as it is, the password of O(ui).
  returned: success
  type: list
  elements: dict
  sample:
    - name: LITELLM_REDIS_URL
      before: "redis://:"
      secret: REDIS_PASSWORD
      after: "@redis.example.com:6379/0"
      whole: false
      plain: false
mounts:
  description: What a container needs of the host for O(redis) and O(database), folders of sockets and certificates of authorities.
  returned: success
  type: list
  elements: str
  sample: ["/run/litellm-redis:/run/litellm-redis"]
required_environment:
  description: Names of the variables that the configuration refers to, sorted.
  returned: success
  type: list
  elements: str
  sample: [LITELLM_MASTER_KEY, OPENAI_API_KEY]
python_files:
  description: Python files that belong beside the configuration, file name to text.
  returned: success
  type: dict
holds_secrets:
  description: Whether the configuration holds secrets, as one in O(config_file) may. Nothing should print it then.
  returned: success
  type: bool
choice:
  description: Who chose the models that are served, in a sentence.
  returned: success
  type: str
notices:
  description: What is worth knowing, but refuses nothing. Ansible prints the same as warnings.
  returned: success
  type: list
  elements: str
problems:
  description:
    - Every error of the input, then what is worth knowing beside them - C(path), C(message), C(remedy), C(severity), C(rule),
      which is on C(docs/findings.md), and where there is one the C(line) of a file.
  returned: failure
  type: list
  elements: dict
path:
  description: The file that was written.
  returned: when O(path) is given
  type: str
backup_file:
  description: The copy of the file that was replaced.
  returned: when O(backup=true) and the file was replaced
  type: str
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
    module = AnsibleModule(argument_spec=dict(ARGUMENT_SPEC), add_file_common_args=True, supports_check_mode=True)
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
