# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Options of modules that ask a gateway."""

from __future__ import annotations


class ModuleDocFragment:
    DOCUMENTATION = r"""
options:
  url:
    description:
      - Where the host that runs the module reaches the gateway, without a path. Redirects are not followed.
    type: str
    required: true
  master_key:
    description:
      - The gateway's master key. Empty for a gateway that asks for none.
    type: str
    default: ""
  timeout:
    description:
      - How long the gateway may be silent, in seconds.
    type: int
    default: 60
  validate_certs:
    description:
      - Whether the certificate of an https gateway must be valid.
    type: bool
    default: true
  use_proxy:
    description:
      - Whether the proxy of the host's environment is used.
    type: bool
    default: true
  certificate:
    description:
      - Path, on the host that runs the module, of a certificate in PEM. The https gateway has to show this very one, and nothing
        else counts, not even the name that it is asked by. Further certificates in the file are not looked at.
      - Without it the certificate has to be valid for the name in O(url), unless O(validate_certs=false).
    type: path
attributes:
  platform:
    platforms: posix
  action_group:
    description: Use C(group/llmops.litellm.gateway) in C(module_defaults) to set O(url) and O(master_key) once.
    support: full
    membership:
      - llmops.litellm.gateway
notes:
  - A failure returns C(problems), what is wrong with what the task wants, one sentence each, or C(error), what went wrong with the
    gateway, with C(kind), C(message), C(http_status) (0 without an answer) and C(retryable).
  - The C(kind) is one of V(authentication), V(rate_limit), V(invalid_request), V(model_not_found),
    V(timeout) and V(unavailable). V(rate_limit), V(timeout) and V(unavailable) are retryable.
"""
