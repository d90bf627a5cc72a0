#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_redis_server
short_description: Runs a Redis for LiteLLM gateways as it is declared
description:
  - Compares the Redis of a host with what the variables of the role C(litellm_redis) declare, and puts right what differs.
  - A throw-away Redis tries a configuration first. What Redis takes while it runs is changed so, and clients notice nothing;
    it is started again only where nothing else helps. Where it does not start, what was there comes back.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
options:
  state:
    description:
      - V(checked) only checks the variables and says what has to be installed. V(present) brings the host to them. V(proved)
        changes nothing and asks Redis as a client does. V(absent) takes Redis away.
    type: str
    choices: [checked, present, proved, absent]
    default: present
  begin:
    description: Text of the program that begins the files which Redis and Sentinel go on writing.
    type: str
  keep_data:
    description: Whether V(absent) leaves the data.
    type: bool
    default: false
  server:
    description: Which program it is. The controller sets it.
    type: str
    choices: [auto, redis, valkey]
    default: auto
  secret_files:
    description: Files that may not be shown. The controller sets it.
    type: list
    elements: dict
    default: []
    suboptions:
      path:
        description: Where it is.
        type: str
        required: true
      content:
        description: Its text.
        type: str
      mode:
        description: Its permissions, in octal.
        type: str
        required: true
  socket_group:
    description: Group that may use the socket. The controller sets it.
    type: str
    default: ""
  namespace:
    description: What the names of all keys begin with. The controller sets it.
    type: str
    default: ""
  username:
    description: Account of clients. Empty where they need none. The controller sets it.
    type: str
    default: ""
  password:
    description: Password of clients. The controller sets it.
    type: str
    default: ""
  sentinel_port:
    description: Port of Sentinel. 0 where there is none. The controller sets it.
    type: int
    default: 0
  hosts:
    description: Addresses of all hosts that share the data. The controller sets it.
    type: list
    elements: str
    default: []
  own_address:
    description: Address of this host among them. The controller sets it.
    type: str
    default: ""
  replicates:
    description: Address of the primary that this host follows at first. The controller sets it.
    type: str
    default: ""
extends_documentation_fragment: [llmops.litellm.service, ansible.builtin.action_common_attributes]
attributes:
  diff_mode:
    support: full
    details: What holds a password, a digest of one, or a key is not shown.
"""

EXAMPLES = r"""
- name: Prove that the Redis of this host counts and keeps what it counts
  llmops.litellm.litellm_redis_server:
    state: proved
    variables: "{{ __litellm_redis_variables }}"
"""

RETURN = r"""
differences:
  description: What differs from the variables, a sentence each. A run puts it right, unless it is in check mode.
  returned: success
  type: list
  elements: str
  sample: ["/etc/litellm-redis/redis.conf has another text", "maxmemory is '67108864' instead of '134217728'"]
restarted:
  description: The services that were started, or started again; in check mode those that would be.
  returned: with O(state=present)
  type: list
  elements: str
  sample: [litellm-redis.service]
package:
  description: The package of the distribution that has to be installed. Empty where the program is there.
  returned: with O(state=checked)
  type: str
  sample: redis-tools
ports:
  description: Ports that others come to, that of Redis, and that of Sentinel where there is one.
  returned: with O(state=checked)
  type: list
  elements: int
  sample: [6379, 26379]
problems:
  description: What is wrong, a sentence each; of variables with the name of its rule.
  returned: with O(state=proved), and when the variables are refused
  type: list
  elements: str
  sample: ["it is a replica of 10.0.0.1:6379 and has no connection there"]
notices:
  description: What is worth knowing, a sentence each.
  returned: with O(state=proved)
  type: list
  elements: str
  sample: []
role:
  description: V(primary) or V(replica). Empty where nobody answered.
  returned: with O(state=proved)
  type: str
  sample: primary
facts:
  description: Bytes of memory that are used, the most that may be, and the primary that Sentinel names where there is one.
  returned: with O(state=proved)
  type: dict
  sample: {"used_memory": 1048576, "memory": 67108864}
"""

import typing as t

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._redis.asking import prove
from ansible_collections.llmops.litellm.plugins.module_utils._redis.bringing import bring, look, remains, take_away
from ansible_collections.llmops.litellm.plugins.module_utils._redis.client import RedisError
from ansible_collections.llmops.litellm.plugins.module_utils._redis.options import ARGUMENT_SPEC
from ansible_collections.llmops.litellm.plugins.module_utils._redis.trial import program_of
from ansible_collections.llmops.litellm.plugins.module_utils._service_module import brought, run, taken_away


def checked(module: AnsibleModule) -> dict[str, t.Any]:
    """What has to be installed, and which ports others come to."""
    program = program_of(module.params["server"])
    ports = [module.params[each] for each in ("port", "sentinel_port") if module.params[each]]
    return {"changed": False, "package": "" if program.is_there else program.package, "ports": ports}


def present(module: AnsibleModule) -> dict[str, t.Any]:
    """Bring the host to the options."""
    return brought(module, look(module.params), bring)


def proved(module: AnsibleModule) -> dict[str, t.Any]:
    """Compare, and ask."""
    found = look(module.params)
    return {"changed": False, "differences": found.told, **prove(module.params)._asdict()}


def absent(module: AnsibleModule) -> dict[str, t.Any]:
    """Take Redis away."""
    keep_data = module.params["keep_data"]
    return taken_away(module, remains(keep_data), lambda: take_away(keep_data))


STATES = {"checked": checked, "present": present, "proved": proved, "absent": absent}


def main() -> None:
    """Do it, or say in a sentence why not."""
    run("Redis", ARGUMENT_SPEC, STATES, RedisError)


if __name__ == "__main__":
    main()
