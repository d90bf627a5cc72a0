# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: environment_file
short_description: Text of an environment file from a dictionary
positional: addresses
description:
  - Writes one C(NAME="value") line for each entry, quoted so that systemd's C(EnvironmentFile=) and python-dotenv read
    the same value back.
  - Fails on a name that is no variable name, and on a value that one of both could not read back - null, a list or a
    dictionary, a NUL, a carriage return, a byte order mark, a code point that is no character, a backslash at its end.
    The message names the entry, never its value.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  _input:
    description: Names and values.
    type: dict
    required: true
  addresses:
    description:
      - Variables that are made of one of these values. Each has C(name), the name of the value, C(secret), and the text
        C(before) and C(after) that, which stands there percent-encoded. With C(whole) the value is an address, and C(after) more
        of its query. With C(plain) the variable has the value as it is.
    type: list
    elements: dict
    default: []
"""

EXAMPLES = r"""
- name: Show an environment file
  ansible.builtin.debug:
    msg: "{{ {'LITELLM_MODE': 'PRODUCTION'} | llmops.litellm.environment_file }}"
"""

RETURN = r"""
_value:
  description: The text, with a newline at its end; empty for an empty dictionary.
  type: str
  sample: |
    LITELLM_MODE="PRODUCTION"
"""

import typing as t

from ansible.errors import AnsibleFilterError
from ansible_collections.llmops.litellm.plugins.module_utils._env_text import environment_file, with_addresses


def _environment_file(values: t.Mapping[str, t.Any], addresses: t.Sequence[t.Mapping[str, t.Any]] = ()) -> str:
    try:
        return environment_file(with_addresses(values, addresses))
    except ValueError as error:
        raise AnsibleFilterError(str(error)) from None


class FilterModule:
    """Filters of the collection."""

    def filters(self) -> dict[str, t.Callable[..., str]]:
        """Name to filter."""
        return {"environment_file": _environment_file}
