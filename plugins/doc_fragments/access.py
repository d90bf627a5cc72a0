# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Options of modules that bring one key, team, user, budget, tag or credential of a gateway to what they say, or tell which there are."""

from __future__ import annotations


class ModuleDocFragment:
    DOCUMENTATION = r"""
options:
  state:
    description: Whether it is there.
    type: str
    choices: [absent, present]
    default: present
attributes:
  check_mode:
    support: full
    details: Tells what would change.
  diff_mode:
    support: full
    details: Shows one line for each change, and no secret.
notes:
  - Options that are left out leave what is there alone.
  - What is wrong is said before anything changes, such as a model that is not served or a team that is not there.
seealso:
  - module: llmops.litellm.litellm_access
"""

    RATES = r"""
options:
  rpm:
    description: Requests per minute.
    type: int
  tpm:
    description: Tokens per minute.
    type: int
"""

    PARALLEL = r"""
options:
  parallel:
    description: Requests at the same time.
    type: int
"""

    USE = r"""
options:
  models:
    description: Names that clients may ask for. An empty list lets them ask for all.
    type: list
    elements: str
  budget:
    description: What may be spent, and the span of time after which it begins anew.
    type: dict
    suboptions:
      limit:
        description: USD.
        type: float
      period:
        description: Span of time, such as V(30d).
        type: str
"""

    BLOCKED = r"""
options:
  blocked:
    description: Whether requests are refused.
    type: bool
"""

    FURTHER = r"""
options:
  metadata:
    description: What is noted with it. Only the keys that are named are compared.
    type: dict
  extra:
    description: Further fields by LiteLLM's own names. Those that need LiteLLM's licence are refused without one.
    type: dict
"""

    INFO = r"""
options:
  name:
    description: Only the one of this name. Empty asks for all.
    type: str
    default: ""
"""
