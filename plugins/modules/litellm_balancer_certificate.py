#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_balancer_certificate
short_description: Gives a balancer its certificate
description:
  - Writes certificate and key into the one file that HAProxy reads. Where the balancer of role C(litellm_balancer) runs and
    shows another certificate, it is given the new one through its socket, and no connection is lost.
  - A key that is not the certificate's, or that is encrypted, is refused, and nothing is changed. The key is in no result and
    in no difference.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  certificate:
    description: The certificate, followed by those between it and its authority. An absolute path on the host, or PEM text.
    type: str
    required: true
  key:
    description: Its key. An absolute path on the host, or PEM text.
    type: str
    required: true
  path:
    description: The file to write.
    type: path
    required: true
extends_documentation_fragment: [llmops.litellm.balancer, ansible.builtin.action_common_attributes, ansible.builtin.files]
"""

EXAMPLES = r"""
- name: Give the balancer the certificate that was renewed
  llmops.litellm.litellm_balancer_certificate:
    certificate: /etc/letsencrypt/live/llm.example.com/fullchain.pem
    key: /etc/letsencrypt/live/llm.example.com/privkey.pem
    path: /etc/litellm-balancer/certificate.pem
    owner: root
    group: litellm-balancer
    mode: "0640"
"""

RETURN = r"""
written:
  description: Whether the file got another text.
  returned: success
  type: bool
  sample: true
put_in_use:
  description: Whether the balancer that runs was given the certificate.
  returned: success
  type: bool
  sample: true
"""

import os
import tempfile

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.certificate import (
    in_use,
    joined,
    put_in_use,
    text_of,
)
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.errors import BalancerError
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.runtime import ARGUMENTS, Runtime


def _read(path: str) -> str:
    if not os.path.exists(path):
        return ""
    with open(path, encoding="ascii", errors="replace") as file:
        return file.read()


def _write(module: AnsibleModule, path: str, text: str) -> None:
    handle, written = tempfile.mkstemp(dir=module.tmpdir)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
    module.atomic_move(written, path)


def main() -> None:
    """Write the file, and have the balancer show the certificate."""
    module = AnsibleModule(
        argument_spec={
            "certificate": {"type": "str", "required": True},
            "key": {"type": "str", "required": True, "no_log": True},
            "path": {"type": "path", "required": True},
            **ARGUMENTS,
        },
        add_file_common_args=True,
        supports_check_mode=True,
    )
    given = module.params
    runtime = Runtime(given["runtime"])
    try:
        text = joined(text_of(given["certificate"], "certificate"), text_of(given["key"], "key"))
        written = _read(given["path"]) != text
        if written and not module.check_mode:
            _write(module, given["path"], text)
        attributes = module.load_file_common_arguments(given)
        changed = written
        if os.path.exists(given["path"]):
            changed = module.set_fs_attributes_if_different(attributes, changed)
        puts = runtime.runs() and not in_use(runtime, given["path"], text)
        if puts and not module.check_mode:
            put_in_use(runtime, given["path"], text)
    except BalancerError as error:
        module.fail_json(msg=str(error))
    module.exit_json(changed=changed or puts, written=written, put_in_use=puts)


if __name__ == "__main__":
    main()
