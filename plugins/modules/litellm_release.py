#!/usr/bin/python
# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_release
short_description: Says what differs between a host and the LiteLLM release that it should have
version_added: 0.1.0
author:
  - llmops.litellm maintainers (@llmops)
description:
  - Receives a whole release (version, configuration, digest of the secrets, service) and looks at the host once.
  - Returns what differs and what has to be done for it. It changes nothing itself; the tasks of the role C(litellm) do.
  - RV(ignore:changed) therefore means that the host differs, so that check mode and diff mode tell what a run would do.
  - Refuses a host that the release cannot run on, with every reason at once, before anything is changed.
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
    type: str
    choices: [present, previous, absent, failed]
    default: present
  slot:
    description: The slot that did not become ready, 1 to 3.
    type: int
  version:
    description: LiteLLM's version, exactly, as on PyPI.
    type: str
  config:
    description: LiteLLM's configuration file, as text.
    type: str
  environment_name:
    description:
      - Name of the installation's folder. Empty is O(version).
      - Installations of one version with different packages need different names, so that none changes while it serves.
    type: str
    default: ""
  requirements_digest:
    description: SHA-256, in hexadecimal, of the requirements that LiteLLM is installed from.
    type: str
  settings:
    description: The service environment without secrets, as the text of an environment file.
    type: str
  secrets_digest:
    description:
      - SHA-256, in hexadecimal, of the text of the environment file with the secrets.
      - The secrets themselves are never sent to this module.
    type: str
  gateway:
    description: The program that serves a slot - file name to SHA-256 of its text, in hexadecimal.
    type: dict
  python_files:
    description: Code of the operator's own that LiteLLM loads from beside its configuration - file name to text.
    type: dict
    default: {}
  names:
    description: Names and addresses by which the inventory knows the host, for RV(host.urls).
    type: list
    elements: str
    default: []
  directories:
    description: Folders that replace the defaults; an empty string stands for the default.
  container:
    description:
      - What the slots' containers have in common. Used with O(service_manager=podman),
        O(service_manager=rootless-podman) and O(service_manager=docker).
extends_documentation_fragment:
  - llmops.litellm.release
"""

EXAMPLES = r"""
- name: Ask what differs from the release, changing nothing
  llmops.litellm.litellm_release:
    version: 1.106.2
    config: "{{ __litellm_config.content }}"
    requirements_digest: "{{ requirements_text | hash('sha256') }}"
    settings: LITELLM_MODE="PRODUCTION"
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
removal:
  description:
    - What is there of a gateway, wherever it is or was - units, whether a supervisor runs, paths, accounts that are the
      role's own, and images that slots ran.
    - Also what a play left that was killed - processes that still install, and a group without its account.
  returned: with O(state=absent)
  type: dict
  sample:
    units: ["litellm.socket", "litellm@1.service", "litellm@2.service", "litellm@3.service"]
    supervisor: false
    installers: []
    paths: ["/etc/litellm"]
    accounts: [litellm]
    group: false
    images: [{"engine": ["/usr/bin/podman"], "reference": "ghcr.io/berriai/litellm:v1.106.2"}]
differences:
  description: What differs, and what a run would make of it, one sentence each. Empty when the host is as it should be.
  returned: success
  type: list
  elements: str
  sample: ["address: is 127.0.0.1:4000, will be 0.0.0.0:4000", "model mini: will be added (mini -> openai/gpt-5-mini)"]
changes:
  description: The same in the words for what a run has done.
  returned: with O(state=present) or O(state=previous)
  type: list
  elements: str
  sample: ["address: was 127.0.0.1:4000, is 0.0.0.0:4000", "model mini: added (mini -> openai/gpt-5-mini)"]
notices:
  description: What is no difference, and whoever runs the gateway should know, one sentence each.
  returned: with O(state=present) or O(state=previous)
  type: list
  elements: str
  sample: ["2 workers of slot 1 died since its start, the last of SIGSEGV at 2026-11-21T09:30:00+00:00."]
failure:
  description:
    - What the slot died of in one sentence, empty where nothing tells; the command or file with its whole log; and a
      sentence on what serves now.
  returned: with O(state=failed)
  type: dict
  sample:
    reason: "LiteLLM does not start: ModuleNotFoundError: No module named 'no_such_package'"
    log: journalctl --unit litellm@2.service
    standing: Slot 1 serves on, unchanged.
release:
  description:
    - The release that serves in the end - its number, when it was released (empty for a new one), and its version.
    - With O(state=present) also the version that serves until then, empty on a host without a release.
  returned: with O(state=present) or O(state=previous)
  type: dict
  sample: {"number": 3, "at": "2026-11-21T09:30:00+00:00", "version": "1.106.2", "version_before": "1.106.2"}
plan:
  description: What has to be done, for the tasks that do it.
  returned: with O(state=present) or O(state=previous)
  type: dict
  contains:
    slot:
      description: The slot that serves in the end, 1 to 3.
      type: int
      sample: 2
      returned: success
    others:
      description: The slots that rest in the end.
      type: list
      elements: int
      sample: [1]
      returned: success
    serving:
      description: The slot that serves now, or 0 without a release.
      type: int
      sample: 1
      returned: success
    start_supervisor:
      description: Whether supervisor has to be started, or started again for its own new configuration.
      type: bool
      sample: false
      returned: success
    gives_back:
      description: Whether the port goes back to who held it when C(slot) does not become ready.
      type: bool
      sample: false
      returned: success
    starts_again:
      description: Whether the slot that serves has to be started again then, because its supervisor was.
      type: bool
      sample: false
      returned: success
    install:
      description: Whether the version's installation, which is an environment or an image, has to be brought to the host.
      type: bool
      sample: false
      returned: success
    release:
      description: Whether C(slot) starts with another release than it has; else it only has to be put right.
      type: bool
      sample: true
      returned: success
    rebind:
      description: Whether the port has to be let go, because the address changes.
      type: bool
      sample: false
      returned: success
    reconfigure:
      description: Whether the service manager has to read its own configuration again.
      type: bool
      sample: false
      returned: success
    stage:
      description: Whether the files and secrets of C(slot) have to be written, which has another release.
      type: bool
      sample: true
      returned: success
    files:
      description:
        - Files of C(slot) to write before it is started; each with path, owner, group and mode, and with C(content), where
          the text was made on the host.
        - Else C(source) says which text of the caller's it is - that of the option O(config) or O(settings), or one of
          the options O(python_files), O(gateway) and O(container.programs), followed by the file's name.
      type: list
      elements: dict
      sample: []
      returned: success
    manager_files:
      description: Files of the service manager to write before C(slot) is started.
      type: list
      elements: dict
      sample: []
      returned: success
    handover_files:
      description: Files of the service manager to write once C(slot) has proved itself.
      type: list
      elements: dict
      sample: []
      returned: success
    records:
      description: The record that C(slot) serves, to write then; empty where it serves already.
      type: list
      elements: dict
      sample: []
      returned: success
    published:
      description: The fixed names of the serving slot's files, what they are another name of, and their permissions.
      type: list
      elements: dict
      sample: [{"path": "/etc/litellm/config.yaml", "origin": "/etc/litellm/slots/2/config.yaml", "mode": "0640"}]
      returned: success
    bill:
      description: The file with the bill of materials of the installation, and its SHA-256 by the record of what serves.
      type: dict
      sample: {"path": "/opt/litellm/1.106.2/.packages.json", "digest": ""}
      returned: with O(state=present)
    stamp:
      description: The file that marks a complete installation, and its content.
      type: dict
      sample: {"path": "/opt/litellm/1.106.2/.complete", "content": "1.106.2 5f70bf18\n"}
      returned: with O(state=present)
    secrets:
      description: The slot's environment file with the secrets, its owner, group and permissions.
      type: dict
      sample: {"path": "/etc/litellm/slots/2/litellm.env", "owner": "root", "group": "root", "mode": "0600"}
      returned: with O(state=present)
    begun:
      description: What is left of installations that were never completed, to remove before this one.
      type: list
      elements: str
      sample: ["/opt/litellm/1.106.2"]
      returned: success
    disposable:
      description: Whether no slot runs the installation, so that it is removed when it cannot be completed.
      type: bool
      sample: true
      returned: success
    closed:
      description: Folders that the service's account has to be able to use and cannot.
      type: list
      elements: str
      sample: ["/opt/litellm/1.106.2"]
      returned: success
    obsolete:
      description: Installations, whole or only begun, records and downloads that are of no use after this run.
      type: list
      elements: str
      sample: ["/opt/litellm/1.99.4"]
      returned: success
    obsolete_images:
      description: Images that are of no use after this run, each with the command of its engine.
      type: list
      elements: dict
      sample: [{"engine": ["/usr/bin/podman"], "reference": "ghcr.io/berriai/litellm:v1.99.4"}]
      returned: success
    reopen:
      description: Whether the port has to be opened, because systemd does not hold it.
      type: bool
      sample: false
      returned: where slots are services of systemd
    stop_first:
      description: Units to stop before the port can be opened.
      type: list
      elements: str
      sample: []
      returned: where slots are services of systemd
    failed_units:
      description: Units that systemd counts as failed, which it may refuse to start.
      type: list
      elements: str
      sample: []
      returned: where slots are services of systemd
    announced:
      description: Files to write before anything else, so that a later run finds a place that the gateway was about to move to.
      type: list
      elements: dict
      sample: []
      returned: success
    folders:
      description: Folders to create or to put right before C(files) are written; each with path, owner, group and mode.
      type: list
      elements: dict
      sample: []
      returned: success
    permissions:
      description: Files and folders whose owner or mode to put right once C(slot) serves, likewise.
      type: list
      elements: dict
      sample: []
      returned: success
    drop_ins:
      description: Folders that change what units say, to remove before C(slot) is started.
      type: list
      elements: str
      sample: []
      returned: success
    opens_first:
      description: Whether the new port can be opened before the old one closes.
      type: bool
      sample: false
      returned: success
    port_closes_file:
      description: Where to note, for the slot C(serving), that its port is its own and closes with it. Of use with C(opens_first).
      type: str
      sample: /run/litellm/1/port-closes
      returned: success
    moved:
      description: Whether folders, account or service manager change.
      type: bool
      sample: false
      returned: success
    replaces:
      description: Whether supervisor has to let the port go for systemd, or the other way round.
      type: bool
      sample: false
      returned: success
    running:
      description: Slots that run now.
      type: list
      elements: int
      sample: [1]
      returned: success
    former_user:
      description: User whose files in the state folder become the new user's; empty where nobody's do.
      type: str
      sample: ""
      returned: success
    former_tasks:
      description: C(systemd) or C(supervisor), whichever starts and stops what serves now; empty without a release.
      type: str
      sample: systemd
      returned: success
    former_manager_files:
      description: Its own files for what serves now.
      type: list
      elements: dict
      sample: []
      returned: success
    left_first:
      description: What to remove before anything else, where an earlier run was about to put the gateway.
      type: list
      elements: str
      sample: []
      returned: success
    left:
      description: What to remove once only C(slot) runs, where the gateway was before.
      type: list
      elements: str
      sample: []
      returned: success
    accounts:
      description: Users to remove then, which the role made and nothing runs as.
      type: list
      elements: str
      sample: []
      returned: success
    foreign:
      description:
        - Files that make another service of the slot than the service manager does, and Python files that the release
          does not have, to remove before C(files).
      type: list
      elements: str
      sample: []
      returned: success
    boot_link:
      description: The link that makes systemd start the slot at boot, its path and its target.
      type: dict
      sample:
        path: /etc/systemd/system/multi-user.target.wants/litellm@2.service
        target: /etc/systemd/system/litellm@2.service
      returned: success
    other_boot_links:
      description: Such links of the slots to stop.
      type: list
      elements: str
      sample: ["/etc/systemd/system/multi-user.target.wants/litellm@1.service"]
      returned: success
    image:
      description:
        - The image of the release, the command of its engine, the account that has it, its registry, the folder of the
          registry's certificates, and the folder and file that stand for it on the host.
      type: dict
      sample: {"engine": ["/usr/bin/podman"], "reference": "ghcr.io/berriai/litellm:v1.106.2"}
      returned: with O(service_manager=podman), O(service_manager=rootless-podman) and O(service_manager=docker)
host:
  description: What the tasks need to know of the host.
  returned: unless O(state=failed)
  type: dict
  contains:
    service_manager:
      description: C(systemd), C(podman), C(rootless-podman), C(docker) or C(supervisor).
      type: str
      sample: systemd
      returned: success
    service_tasks:
      description: C(systemd) or C(supervisor), whichever starts and stops slots. Containers are services of systemd.
      type: str
      sample: systemd
      returned: with O(state=present) or O(state=previous)
    privileged:
      description: Whether the play acts as root there.
      type: bool
      sample: true
      returned: success
    user:
      description: User that the service runs as.
      type: str
      sample: litellm
      returned: success
    group:
      description: Group that the service runs as.
      type: str
      sample: litellm
      returned: success
    owner:
      description: Owner of files and folders that the service only reads.
      type: str
      sample: root
      returned: success
    create_user:
      description: Whether the service's user is missing. One that is there is used as it is.
      type: bool
      sample: false
      returned: with O(state=present) or O(state=previous)
    create_group:
      description: Whether the service's group is missing.
      type: bool
      sample: false
      returned: with O(state=present) or O(state=previous)
    account_comment:
      description: What an account that is created says of itself, so that a later run knows it.
      type: str
      sample: LiteLLM gateway, made by Ansible, collection llmops.litellm
      returned: with O(state=present)
    supervisor:
      description: Programs, configuration, socket, process id file and home of the supervisor that runs, or would.
      type: dict
      sample: {"tools": "/opt/litellm/tools", "config": "/etc/litellm/supervisord.conf"}
      returned: success
    python:
      description: Python to make installations with; empty when C(packages) bring it.
      type: str
      sample: /usr/bin/python3
      returned: with O(state=present)
    packages:
      description: Packages of the distribution that have to be installed first.
      type: list
      elements: str
      sample: ["python3-venv"]
      returned: with O(state=present)
    paths:
      description: Folders of the gateway, and those of the target slot.
      type: dict
      sample: {"install": "/opt/litellm", "config": "/etc/litellm"}
      returned: success
    address:
      description: Address that the gateway listens on.
      type: str
      sample: 127.0.0.1
      returned: with O(state=present) or O(state=previous)
    port:
      description: Port that the gateway listens on.
      type: int
      sample: 4000
      returned: with O(state=present) or O(state=previous)
    url:
      description: Where the gateway is reached on the host itself.
      type: str
      sample: "http://127.0.0.1:4000"
      returned: success
    urls:
      description: Where clients on other machines reach it, the most useful address first. Empty where they cannot.
      type: list
      elements: str
      sample: ["http://gateway1.example.com:4000", "http://192.0.2.7:4000"]
      returned: with O(state=present) or O(state=previous)
"""


from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._host.earlier import wait_for_earlier_modules
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release.aftermath import tell_failure
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release.answers import (
    plan_release,
    plan_removal,
    plan_rollback,
)
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release.resolve import HostRefused
from ansible_collections.llmops.litellm.plugins.module_utils._managers import AUTO, MANAGERS

PLANS = {"present": plan_release, "previous": plan_rollback, "absent": plan_removal, "failed": tell_failure}

DESCRIBES_RELEASE = {
    "version": "str",
    "config": "str",
    "requirements_digest": "str",
    "settings": "str",
    "secrets_digest": "str",
    "gateway": "dict",
    "host": "str",
    "port": "int",
    "group": "str",
    "start_timeout": "int",
    "drain_timeout": "int",
    "keepalive_timeout": "int",
}

CONTAINER_LISTS = ("moving_tags", "volumes", "options")

ARGUMENTS = {
    **{name: {"type": kind, "no_log": name == "secrets_digest"} for name, kind in DESCRIBES_RELEASE.items()},
    "state": {"type": "str", "choices": list(PLANS), "default": "present"},
    "slot": {"type": "int"},
    "environment_name": {"type": "str", "default": ""},
    **{
        name: {"type": "int", "default": 0}
        for name in ("workers", "max_requests_before_restart", "max_worker_memory", "max_body")
    },
    "allow_downgrade": {"type": "bool", "default": False},
    "service_manager": {
        "type": "str",
        "choices": [AUTO, *MANAGERS],
        "default": "auto",
    },
    "user": {"type": "str", "required": True},
    "names": {"type": "list", "elements": "str", "default": []},
    "python_files": {"type": "dict", "default": {}},
    "directories": {
        "type": "dict",
        "default": {},
        "options": {name: {"type": "str", "default": ""} for name in ("install", "config", "state", "runtime")},
    },
    "python": {"type": "str", "default": ""},
    "unit_overrides": {"type": "dict", "default": {}},
    "container": {
        "type": "dict",
        "apply_defaults": True,
        "options": {
            **{name: {"type": "str", "default": ""} for name in ("image", "python", "network", "memory", "cpus")},
            "pull": {"type": "str", "choices": ["missing", "always", "never"], "default": "missing"},
            **{name: {"type": "list", "elements": "str", "default": []} for name in CONTAINER_LISTS},
            "programs": {"type": "dict", "default": {}},
        },
    },
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
    if state != "failed":
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
