#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_files
short_description: Writes all files of a step of a release at once
version_added: 0.1.0
author:
  - llmops.litellm maintainers (@llmops)
description:
  - Writes several text files on a host in one go, where M(ansible.builtin.copy) in a loop would ask the host twice for each.
  - A file appears whole or not at all. One that has its text, owner, group and mode already is left alone.
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
extends_documentation_fragment:
  - ansible.builtin.action_common_attributes
attributes:
  check_mode:
    support: full
  diff_mode:
    support: none
    details: M(llmops.litellm.litellm_release) shows beforehand how files differ.
  platform:
    platforms: posix
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

import errno
import os
import tempfile
import typing as t

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._host.files import digest_of
from ansible_collections.llmops.litellm.plugins.module_utils._release.desired import text_digest

_NAMES = ("path", "owner", "group", "mode", "content")


def _write(module: AnsibleModule, path: str, text: str) -> None:
    """Put *text* where *path* is, in one step."""
    handle, written = tempfile.mkstemp(dir=module.tmpdir)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    module.atomic_move(written, path)


def _brought(module: AnsibleModule, file: t.Mapping[str, str]) -> bool:
    """Whether *file* had to change to be as it is given.

    :raises OSError: it cannot be written.
    """
    if not os.path.isdir(os.path.dirname(file["path"])):
        raise NotADirectoryError(errno.ENOTDIR, "its folder is missing", file["path"])
    differs = digest_of(file["path"]) != text_digest(file["content"])
    if differs and module.check_mode:
        return True
    if differs:
        _write(module, file["path"], file["content"])
    attributes = module.load_file_common_arguments(file)
    return bool(module.set_fs_attributes_if_different(attributes, differs))


def main() -> None:
    """Write what differs."""
    file = {name: {"type": "path" if name == "path" else "str", "required": True} for name in _NAMES}
    module = AnsibleModule(
        argument_spec={"files": {"type": "list", "elements": "dict", "required": True, "options": file}},
        supports_check_mode=True,
        # A host's log is no place for whole files.
        no_log=True,
    )
    try:
        written = [file["path"] for file in module.params["files"] if _brought(module, file)]
    except OSError as error:
        module.fail_json(msg=f"{error.filename or 'A file'} cannot be written: {error.strerror}.")
    module.exit_json(changed=bool(written), written=written)


if __name__ == "__main__":
    main()
