# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: env_file
short_description: Read the variables of an environment file
description:
  - Reads files of C(NAME=value) lines, as the gateway's C(.env), with the parser that
    M(llmops.litellm.litellm_model_config) uses for O(llmops.litellm.litellm_model_config#module:env_file).
  - Blank lines, comments, C(export), quotes (also over several lines) and escapes are understood.
    Nothing is interpolated. A value without quotes ends before a C(#) that follows a space.
  - Files encrypted with Ansible Vault are decrypted.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  _terms:
    description:
      - Files on the controller, absolute or relative to the playbook or the role.
    type: list
    elements: str
    required: true
  kind:
    description:
      - Which of the variables to return.
    type: str
    choices:
      all: Every variable of the file.
      settings: >-
        Variables of the gateway's schema (E(PROXY_MODEL_KEYS), C(MODEL_<KEY>_*), E(OPENAI_API_BASE),
        E(OPENAI_BASE_URL), E(PORT), E(REASONING_EFFORT), E(IS_STREAMING)), which hold no secrets.
      secrets: >-
        What the service needs in its environment: every variable that is not part of the schema, and E(OPENAI_API_KEY).
        E(LITELLM_MASTER_KEY) is not among them, because the role has a variable of its own for it.
    default: all
seealso:
  - module: llmops.litellm.litellm_model_config
"""

EXAMPLES = r"""
- name: Show which port the file asks for
  ansible.builtin.debug:
    msg: "{{ lookup('llmops.litellm.env_file', '.env', kind='settings').PORT | default(4000) }}"

- name: Deploy with the keys of the file
  ansible.builtin.include_role:
    name: llmops.litellm.litellm
  vars:
    litellm_secrets: "{{ lookup('llmops.litellm.env_file', '.env', kind='secrets') }}"
    litellm_master_key: "{{ lookup('llmops.litellm.env_file', '.env').LITELLM_MASTER_KEY }}"
"""

RETURN = r"""
_raw:
  description:
    - One dictionary for each file, variable to value, in the order of the file. All values are text.
  type: list
  elements: dict
  sample: [{"PROXY_MODEL_KEYS": "gpt5", "MODEL_GPT5_UPSTREAM_MODEL": "gpt-5"}]
"""

import os
import typing as t

from ansible.errors import AnsibleError, AnsibleFileNotFound
from ansible.plugins.lookup import LookupBase
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.dotenv import parse_env_file
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.env_models import of_kind
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.source_files import (
    in_working_directory,
    read_source,
)
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.locations import Plain
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report


class LookupModule(LookupBase):
    """Reads environment files."""

    def run(self, terms: list[str], variables: t.Any = None, **kwargs: t.Any) -> list[dict[str, str]]:
        self.set_options(var_options=variables, direct=kwargs)
        kind = self.get_option("kind")
        return [self._read(str(term), variables, kind) for term in terms]

    def _read(self, term: str, variables: t.Any, kind: str) -> dict[str, str]:
        found = self.find_file_in_search_path(variables, "files", term, ignore_missing=True)
        found = found or in_working_directory(term)
        if not os.path.exists(found):
            raise AnsibleError(f"There is no environment file {term} on the controller.")
        try:
            real = self._loader.get_real_file(found)
        except AnsibleFileNotFound as error:
            raise AnsibleError(f"The environment file {term} is not a file.") from error
        report = Report(RULES)
        at = report.at(Plain(term))
        try:
            source = read_source(real, at, term)
        finally:
            self._loader.cleanup_tmp_file(real)
        parsed = parse_env_file(source.text, at) if source else {}
        if report.refused:
            raise AnsibleError(InputError(report.problems).summary())
        return {name: variable.value for name, variable in parsed.items() if of_kind(name, kind)}
