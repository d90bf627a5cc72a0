# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What modules have in common that bring a service of a host to the variables of its role."""

from __future__ import annotations


class ModuleDocFragment:
    DOCUMENTATION = r"""
options:
  variables:
    description: The variables of the role, by their names.
    type: dict
  files:
    description: Files that may be shown. The controller sets it.
    type: list
    elements: dict
    default: []
    suboptions:
      path: &path
        description: Where it is.
        type: str
        required: true
      content: &content
        description: Its text.
        type: str
      mode: &mode
        description: Its permissions, in octal.
        type: str
        required: true
  pem_files:
    description: Certificates and keys. The controller sets it.
    type: list
    elements: dict
    default: []
    suboptions:
      path: *path
      content: *content
      mode: *mode
      source:
        description: Path on the host of the file that it is a copy of.
        type: str
  services:
    description: The units that run. The controller sets it.
    type: list
    elements: str
    default: []
  addresses:
    description: Where the host asks the service over the network. The controller sets it.
    type: list
    elements: str
    default: []
  port:
    description: Port of the service, and the number in the name of a PostgreSQL's socket. The controller sets it.
    type: int
    default: 0
  tls:
    description: Whether it is asked with TLS. The controller sets it.
    type: bool
    default: false
attributes:
  check_mode:
    support: full
  platform:
    support: full
    platforms: linux
notes:
  - The role of the service calls it; there is seldom a reason to call it by hand.
  - The controller checks the variables and makes the options from them that say so.
"""
