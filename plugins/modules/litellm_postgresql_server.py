#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_postgresql_server
short_description: Runs a PostgreSQL for LiteLLM gateways as it is declared
description:
  - Compares the PostgreSQL of a host with what the variables of the role C(litellm_postgresql) declare, and puts right what differs -
    files, services, the role of the gateways, its password and its database.
  - PostgreSQL reads a configuration before a file is written. What it takes while it runs is changed so, and clients notice nothing;
    it is started again only where nothing else helps. Where it does not start, what was there comes back.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  state:
    description:
      - V(checked) only checks the variables and says what has to be installed. V(present) brings the host to them. V(proved)
        changes nothing and asks PostgreSQL as a gateway does. V(restored) makes the database what a dump holds. V(absent) takes
        PostgreSQL away.
    type: str
    choices: [checked, present, proved, restored, absent]
    default: present
  gateways:
    description: Names of the gateways in the inventory. Their C(litellm_balancer_address), else C(ansible_host), says where they come
      from, and C(litellm_workers) how many connections they need.
    type: list
    elements: str
    default: []
  dump:
    description: Text of the program that dumps and restores.
    type: str
  keep_data:
    description: Whether V(absent) leaves the data and the dumps.
    type: bool
    default: true
  password:
    description: Password of the role. PostgreSQL gets only what is made of it.
    type: str
    default: ""
  restore:
    description: Path on the host of the dump for V(restored), or V(newest).
    type: str
    default: ""
  user:
    description: Role of the gateways. The controller sets it.
    type: str
    default: ""
  database:
    description: Database of the gateways. The controller sets it.
    type: str
    default: ""
  connections:
    description: How many connections the gateways may have together. The controller sets it.
    type: int
    default: 0
  needed:
    description: How many they need at most. The controller sets it.
    type: int
    default: 0
  socket_user:
    description: Account of the host that may use the socket. The controller sets it.
    type: str
    default: ""
  dump_folder:
    description: Folder of the dumps. The controller sets it.
    type: str
    default: ""
  dump_schedule:
    description: When dumps are made. Empty where they are not. The controller sets it.
    type: str
    default: ""
extends_documentation_fragment: [llmops.litellm.service, ansible.builtin.action_common_attributes]
attributes:
  diff_mode:
    support: full
    details: A key is not shown.
"""

EXAMPLES = r"""
- name: Prove that the PostgreSQL of this host lets gateways in, and nobody else
  llmops.litellm.litellm_postgresql_server:
    state: proved
    variables: "{{ __litellm_postgresql_variables }}"
    password: "{{ __litellm_postgresql_password }}"
"""

RETURN = r"""
differences:
  description: What differs from the variables, a sentence each. A run puts it right, unless it is in check mode.
  returned: success
  type: list
  elements: str
  sample: ["/etc/litellm-postgresql/pg_hba.conf has another text", "the role litellm has another password"]
restarted:
  description: The units that were started, or started again; in check mode those that would be.
  returned: with O(state=present)
  type: list
  elements: str
  sample: [litellm-postgresql.service]
package:
  description: The package of the distribution that has to be installed. Empty where the programs are there.
  returned: with O(state=checked)
  type: str
  sample: postgresql
problems:
  description: What is wrong, a sentence each; of variables with the name of its rule.
  returned: with O(state=proved), and when the variables are refused
  type: list
  elements: str
  sample: ["at 192.0.2.31 port 5432: it takes the password without TLS"]
notices:
  description: What is worth knowing, a sentence each.
  returned: with O(state=proved)
  type: list
  elements: str
  sample: ["there is no dump yet"]
facts:
  description:
    - Version, size of the database in bytes, connections of gateways now, at most and as they need them, the newest dump and its age.
  returned: with O(state=proved)
  type: dict
  sample: {"version": "15.18", "size": 8388608, "connections": 4, "most_connections": 100, "needed_connections": 40}
restored:
  description: Path of the dump that the database is of now.
  returned: with O(state=restored), except in check mode
  type: str
  sample: /var/backups/litellm-postgresql/litellm-20260102T030000Z.dump
"""

import typing as t

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.asking import prove
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.bringing import bring, look, remains, take_away
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.client import PostgresError
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.options import ARGUMENT_SPEC
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.programs import programs
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.restoring import restore
from ansible_collections.llmops.litellm.plugins.module_utils._service_module import brought, run, taken_away


def checked(_module: AnsibleModule) -> dict[str, t.Any]:
    """What has to be installed."""
    return {"changed": False, "package": programs().package}


def present(module: AnsibleModule) -> dict[str, t.Any]:
    """Bring the host to the options."""
    return brought(module, look(module.params), bring)


def proved(module: AnsibleModule) -> dict[str, t.Any]:
    """Compare, and ask."""
    found = look(module.params)
    return {"changed": False, "differences": found.told, **prove(module.params)._asdict()}


def restored(module: AnsibleModule) -> dict[str, t.Any]:
    """Make the database what a dump holds."""
    dump = {} if module.check_mode else {"restored": restore(module.params)}
    return {"changed": True, "differences": [], **dump}


def absent(module: AnsibleModule) -> dict[str, t.Any]:
    """Take PostgreSQL away."""
    arguments = (module.params["keep_data"], module.params["dump_folder"])
    return taken_away(module, remains(*arguments), lambda: take_away(*arguments))


STATES = {"checked": checked, "present": present, "proved": proved, "restored": restored, "absent": absent}


def main() -> None:
    """Do it, or say in a sentence why not."""
    run("PostgreSQL", ARGUMENT_SPEC, STATES, PostgresError)


if __name__ == "__main__":
    main()
