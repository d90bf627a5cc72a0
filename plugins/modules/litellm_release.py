#!/usr/bin/python
# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_release
short_description: Says what differs between a host and the LiteLLM release that it should have
description:
  - Receives a whole release (version, configuration, digest of the secrets, service) and looks at the host once.
  - Returns what differs and what has to be done for it. It changes nothing itself; the tasks of the role C(litellm) do.
  - RV(ignore:changed) therefore means that the host differs, so that check mode and diff mode tell what a run would do.
  - Refuses a host that the release cannot run on, with every reason at once, before anything is changed.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
notes:
  - Role C(litellm) calls it; there is seldom a reason to call it by hand, but it is a fast way to ask for drift.
attributes:
  check_mode:
    description: Can run in C(check_mode) and return what would change.
    support: full
  diff_mode:
    description: Shows files before and after. Secrets are compared by digest and never shown.
    support: full
options:
  state:
    description:
      - V(present) compares the host with the release, which all options without a default describe.
      - V(previous) compares it with the release before the one that serves, for a rollback.
      - V(absent) looks for what earlier runs left on the host.
      - V(failed) tells what O(slot), which did not become ready, died of, and what serves now.
      - V(target) tells only what packages are chosen for on the host, RV(host.target).
    type: str
    choices: [present, previous, absent, failed, target]
    default: present
  slot:
    description: The slot that did not become ready, 1 to 3.
    type: int
  config:
    description: LiteLLM's configuration file, as text.
    type: str
  installation:
    description:
      - Name of the installation's folder. Empty is O(version).
      - Installations of one version with different packages need different names, so that none changes while it serves.
    type: str
    default: ""
  requirements_digest:
    description: SHA-256, in hexadecimal, of the requirements that LiteLLM is installed from.
    type: str
  service_environment:
    description: The service environment without secrets, as the text of an environment file.
    type: str
  secrets_digest:
    description:
      - SHA-256, in hexadecimal, of the text of the environment file with the secrets.
      - The secrets themselves are never sent to this module.
    type: str
  salt_digest:
    description:
      - SHA-256, in hexadecimal, of the key that LiteLLM encrypts with what it keeps in its database. Empty without one.
      - Another one than that of an earlier release on the host is refused unless O(allow_salt_change).
    type: str
    default: ""
  tls_key:
    description: Path on the host of the key of O(tls_certificate). Empty where the controller has its text.
    type: str
    default: ""
  tls_key_digest:
    description:
      - SHA-256, in hexadecimal, of the text of the key of O(tls_certificate), where the controller has it.
      - The key itself is never sent to this module.
    type: str
    default: ""
  gateway:
    description: The program that serves a slot - file name to SHA-256 of its text, in hexadecimal.
    type: dict
  container_programs:
    description: What runs beside the gateway in a slot's container - file name to SHA-256 of its text, in hexadecimal.
    type: dict
    default: {}
  container_mounts:
    description: What a slot's container has of the host besides, C(/path:/path) or C(/path:/path:ro).
    type: list
    elements: str
    default: []
  python_files:
    description: Code of the operator's own that LiteLLM loads from beside its configuration - file name to text.
    type: dict
    default: {}
  names:
    description: Names and addresses by which the inventory knows the host, for RV(host.urls).
    type: list
    elements: str
    default: []
  user:
    required: true
  directories:
    description: Folders that replace the defaults; an empty string stands for the default.
  container:
    description:
      - What the slots' containers have in common. Used with O(service_manager=podman),
        O(service_manager=rootless-podman) and O(service_manager=docker).
extends_documentation_fragment: [llmops.litellm.release]
"""

EXAMPLES = r"""
- name: Ask what differs from the release, changing nothing
  llmops.litellm.litellm_release:
    version: 1.106.2
    config: "{{ __litellm_config.content }}"
    requirements_digest: "{{ requirements_text | hash('sha256') }}"
    service_environment: LITELLM_MODE="PRODUCTION"
    secrets_digest: "{{ secrets_text | hash('sha256') }}"
    gateway:
      __main__.py: "{{ lookup('ansible.builtin.file', 'gateway/__main__.py', rstrip=false) | hash('sha256') }}"
    host: 127.0.0.1
    port: 4000
    user: litellm
    group: litellm
    start_timeout: 180
    drain_timeout: 60
    keepalive_timeout: 75
  register: __litellm_plan

- name: Fail when the host has drifted
  ansible.builtin.assert:
    that: not __litellm_plan.changed
    fail_msg: "{{ __litellm_plan.differences }}"
"""

RETURN = r"""
differences:
  description: What differs, and what a run would make of it, one sentence each. Empty when the host is as it should be.
  returned: success
  type: list
  elements: str
  sample: ["address: is 127.0.0.1:4000, will be 0.0.0.0:4000"]
changes:
  description: The same in the words for what a run has done.
  returned: with O(state=present) or O(state=previous)
  type: list
  elements: str
  sample: ["address: was 127.0.0.1:4000, is 0.0.0.0:4000"]
notices:
  description: What is no difference, and whoever runs the gateway should know, one sentence each.
  returned: with O(state=present) or O(state=previous)
  type: list
  elements: str
problems:
  description: Why the host cannot take the release, one sentence each with the name of its rule, which C(docs/findings.md) tells of.
  returned: when the host is refused
  type: list
  elements: str
  sample: ["127.0.0.1:4000 is already in use by nginx (process 812); free it, or choose another litellm_port or litellm_host (taken-port)."]
failure:
  description:
    - The C(reason) that the slot died of, in a sentence, empty where nothing tells; the command or file with its whole
      C(log); and in C(standing) what serves now, in a sentence.
  returned: with O(state=failed)
  type: dict
release:
  description:
    - The release that serves in the end - its C(number), when it was released in C(at), which is empty for a new one, and its
      C(version). The one that serves until then has C(version_before).
  returned: with O(state=present) or O(state=previous)
  type: dict
  sample: {"number": 3, "at": "2026-11-21T09:30:00+00:00", "version": "1.106.2", "version_before": "1.106.2"}
removal:
  description: What is there of a gateway, for the tasks that take it away.
  returned: with O(state=absent)
  type: dict
plan:
  description:
    - What has to be done, for the tasks of the role, which do it. The file C(plugins/module_utils/_litellm_release/result.py)
      tells its keys, which may change with every version.
  returned: with O(state=present) or O(state=previous)
  type: dict
host:
  description: What the tasks need to know of the host. Others may use what follows; that file tells the rest too.
  returned: unless O(state=failed)
  type: dict
  contains:
    service_manager:
      description: Who runs the gateway, as O(service_manager), and never V(auto).
      returned: with O(state=present) or O(state=previous)
      type: str
    url:
      description: Where the gateway is reached on the host itself.
      returned: with O(state=present) or O(state=previous)
      type: str
    urls:
      description: Where clients on other machines reach it, the most useful address first. Empty where they cannot.
      returned: with O(state=present) or O(state=previous)
      type: list
      elements: str
    target:
      description:
        - What packages are chosen for - the version of the Python that LiteLLM's environment has or gets, the machine, and the
          version of the GNU C library.
        - C(python) is empty when a package of the distribution brings it whose name does not tell, C(libc) where there is
          another C library.
      returned: with O(state=present), unless slots are containers, or O(state=target)
      type: dict
      sample: {"python": "3.11.2", "machine": "x86_64", "libc": "2.36"}
"""


from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._host.earlier import wait_for_earlier_modules
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release.aftermath import tell_failure
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release.answers import (
    plan_release,
    plan_removal,
    plan_rollback,
    tell_target,
)
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release.resolve import HostRefused
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release.variables import VARIABLES

PLANS = {
    "present": plan_release,
    "previous": plan_rollback,
    "absent": plan_removal,
    "failed": tell_failure,
    "target": tell_target,
}

DESCRIBES_RELEASE = (
    *("config", "requirements_digest", "service_environment", "secrets_digest", "gateway"),
    *(name for name, facts in VARIABLES.items() if not {"default", "apply_defaults", "required"} & {*facts}),
)
"""The options without a default."""

ARGUMENTS = {
    **VARIABLES,
    "state": {"type": "str", "choices": list(PLANS), "default": "present"},
    "slot": {"type": "int"},
    "config": {"type": "str"},
    "installation": {"type": "str", "default": ""},
    "requirements_digest": {"type": "str"},
    "service_environment": {"type": "str"},
    "secrets_digest": {"type": "str", "no_log": True},
    "salt_digest": {"type": "str", "no_log": True, "default": ""},
    # What tells of the key, not the key.
    "tls_key": {"type": "str", "no_log": False, "default": ""},
    "tls_key_digest": {"type": "str", "no_log": False, "default": ""},
    "gateway": {"type": "dict"},
    "container_programs": {"type": "dict", "default": {}},
    "container_mounts": {"type": "list", "elements": "str", "default": []},
    "python_files": {"type": "dict", "default": {}},
    "names": {"type": "list", "elements": "str", "default": []},
}


def main() -> None:
    """Plan, and say so; fail once, with every reason."""
    module = AnsibleModule(
        argument_spec=ARGUMENTS,
        required_if=[
            ("state", "present", list(DESCRIBES_RELEASE)),
            ("state", "failed", ["slot", "host", "port", "start_timeout"]),
        ],
        supports_check_mode=True,
    )
    state = module.params["state"]
    if state not in ("failed", "target"):
        waited = wait_for_earlier_modules()
        if waited:
            module.warn(waited)
    try:
        result = PLANS[state](module.params)
    except HostRefused as refused:
        module.fail_json(msg=str(refused), problems=refused.problems)
    # Whole files, which nobody sees but in diff mode.
    module.exit_json(**{name: value for name, value in result.items() if name != "diff" or module._diff})


if __name__ == "__main__":
    main()
