#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_files
short_description: Writes all files of a step of a release at once
description:
  - Writes several text files on a host in one go, where M(ansible.builtin.copy) in a loop would ask the host twice for each.
  - A file appears whole or not at all. One that has its text, owner, group and mode already is left alone.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
notes:
  - Role C(litellm) calls it; there is seldom a reason to call it by hand.
  - It is no place for secrets. Texts stand in the results of tasks at high verbosity.
options:
  files:
    description:
      - The files, as M(llmops.litellm.litellm_release) plans them and P(llmops.litellm.with_texts#filter) gives them their texts.
      - The folders of all of them must exist.
    type: list
    elements: dict
    required: true
    suboptions:
      path:
        description: Where the file is, an absolute path.
        type: path
        required: true
      owner:
        description: Name of the user that owns it.
        type: str
        required: true
      group:
        description: Name of the group that owns it.
        type: str
        required: true
      mode:
        description: Its permissions, in octal, such as V("0644").
        type: str
        required: true
      content:
        description: Its text.
        type: str
        required: true
extends_documentation_fragment: [llmops.litellm.attributes.changes, ansible.builtin.action_common_attributes]
attributes:
  diff_mode:
    support: none
    details: M(llmops.litellm.litellm_release) shows beforehand how files differ.
seealso:
  - module: llmops.litellm.litellm_release
  - plugin: llmops.litellm.with_texts
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Write two files
  llmops.litellm.litellm_files:
    files:
      - path: /etc/litellm/slots/1/config.yaml
        owner: litellm
        group: litellm
        mode: "0640"
        content: "{{ lookup('ansible.builtin.file', 'config.yaml', rstrip=false) }}"
      - path: /etc/litellm/slots/1/note.txt
        owner: root
        group: root
        mode: "0644"
        content: "Slot 1\n"
"""

RETURN = r"""
written:
  description: Paths of the files that were written or got another owner, group or mode; in check mode those that would.
  returned: success
  type: list
  elements: str
  sample: [/etc/litellm/slots/1/config.yaml]
"""

import os
import tempfile
import typing as t

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._host.files import digest_of
from ansible_collections.llmops.litellm.plugins.module_utils._release.desired import text_digest

_NAMES = ("path", "owner", "group", "mode", "content")


def _write(module: AnsibleModule, attributes: t.Mapping[str, t.Any], text: str) -> None:
    """Put *text* where *attributes* say, as theirs, in one step.

    :raises OSError: it cannot be written; then nothing has changed.
    """
    handle, written = tempfile.mkstemp(prefix=".ansible_tmp", dir=os.path.dirname(attributes["path"]))
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        module.set_fs_attributes_if_different({**attributes, "path": written}, True)
        os.replace(written, attributes["path"])
    except BaseException:
        os.unlink(written)
        raise


def _brought(module: AnsibleModule, file: t.Mapping[str, str]) -> bool:
    """Whether *file* had to change to be as it is given.

    :raises OSError: it cannot be written.
    """
    attributes = module.load_file_common_arguments(file)
    if digest_of(file["path"]) == text_digest(file["content"]):
        return bool(module.set_fs_attributes_if_different(attributes, False))
    if not module.check_mode:
        _write(module, attributes, file["content"])
    return True


def main() -> None:
    """Write what differs."""
    file = {name: {"type": "path" if name == "path" else "str", "required": True} for name in _NAMES}
    module = AnsibleModule(
        argument_spec={"files": {"type": "list", "elements": "dict", "required": True, "options": file}},
        supports_check_mode=True,
        # A host's log is no place for whole files.
        no_log=True,
    )
    written = []
    for each in module.params["files"]:
        try:
            if _brought(module, each):
                written.append(each["path"])
        except OSError as error:
            module.fail_json(msg=f"{each['path']} cannot be written: {error.strerror}.")
    module.exit_json(changed=bool(written), written=written)


if __name__ == "__main__":
    main()
