# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: with_texts
short_description: Files of a plan with the texts that the controller has
description:
  - M(llmops.litellm.litellm_release) plans files without the texts that the controller has, so that these do not travel twice.
    This filter gives them their texts, as M(llmops.litellm.litellm_files) takes them.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  _input:
    description: Files, each with C(content), or with C(source), the name of its text.
    type: list
    elements: dict
    required: true
  texts:
    description: Texts by their names. A name that is not among them is an error.
    type: dict
    required: true
"""

EXAMPLES = r"""
- name: Give a file its text
  ansible.builtin.debug:
    msg: "{{ files | llmops.litellm.with_texts({'config': 'model_list: []'}) }}"
  vars:
    files: [{path: /etc/litellm/slots/1/config.yaml, source: config}]
"""

RETURN = r"""
_value:
  description: The files, each with C(content) and without C(source).
  type: list
  elements: dict
  sample:
    - {path: /etc/litellm/slots/1/config.yaml, content: "model_list: []"}
"""

import typing as t

from ansible.errors import AnsibleFilterError

File = dict[str, str]


def _with_texts(files: list[File], texts: t.Mapping[str, str]) -> list[File]:
    unknown = sorted({file["source"] for file in files if "source" in file} - set(texts))
    if unknown:
        raise AnsibleFilterError(f"No text has the name {', '.join(unknown)}.")
    return [
        {**{name: value for name, value in file.items() if name != "source"}, "content": texts[file["source"]]}
        if "source" in file
        else file
        for file in files
    ]


class FilterModule:
    """Filters of the collection."""

    def filters(self) -> dict[str, t.Callable[..., list[File]]]:
        """Name to filter."""
        return {"with_texts": _with_texts}
