# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: database_place
short_description: Where the database of a gateway is, and what tells it from another one
positional: secrets, gateway
version_added: 0.1.0
author:
  - llmops.litellm maintainers (@llmops)
description:
  - Hosts whose gateways keep what they keep in one database have the same C(mark), so that it is migrated once for all of them.
  - A database that is reached by a socket or an address of the host itself is another one on each host.
  - Nothing of the user and the password is in the result.
options:
  _input:
    description: The variable C(litellm_database).
    type: dict
    required: true
  secrets:
    description: Variables of the service that are secret, from name to value; C(url_env) names one of them.
    type: dict
    required: true
  gateway:
    description: Name of the host in the inventory.
    type: str
    required: true
"""

EXAMPLES = r"""
- name: Show where the database is
  ansible.builtin.debug:
    msg: "{{ {'host': 'db.example.com'} | llmops.litellm.database_place({}, inventory_hostname) }}"
"""

RETURN = r"""
_value:
  description:
    - C(host), C(port) and C(name) of the database, C(here), whether it is on the gateway's own host, and C(mark).
  type: dict
  sample: {host: db.example.com, port: 5432, name: litellm, here: false, mark: 3f0c2a9be1d47c55}
"""

import hashlib
import typing as t
from urllib.parse import parse_qs, unquote, urlsplit

from ansible.errors import AnsibleFilterError
from ansible_collections.llmops.litellm.plugins.module_utils._addresses import is_loopback


def _database_place(
    database: t.Mapping[str, t.Any], secrets: t.Mapping[str, t.Any], gateway: str
) -> dict[str, str | int | bool]:
    host, port, name = _place(database, secrets)
    here = host.startswith("/") or is_loopback(host)
    mark = hashlib.sha256("\n".join([host, str(port), name, gateway * here]).encode()).hexdigest()[:16]
    return {"host": host, "port": port, "name": name, "here": here, "mark": mark}


def _place(database: t.Mapping[str, t.Any], secrets: t.Mapping[str, t.Any]) -> tuple[str, int, str]:
    # Here, because Ansible imports every filter of a collection to find one.
    from ansible_collections.llmops.litellm.plugins.plugin_utils._language.database import NAME, PORT

    variable = database.get("url_env")
    if not variable:
        return str(database["host"]), int(database.get("port") or PORT), str(database.get("name") or NAME)
    try:
        parts = urlsplit(str(secrets[variable]))
        port = parts.port or PORT
    except (KeyError, ValueError):
        raise AnsibleFilterError(f"{variable} is missing, or no address of a database.") from None
    socket = parse_qs(parts.query).get("host", [""])[-1]
    return socket or unquote(parts.hostname or ""), port, unquote(parts.path.lstrip("/"))


class FilterModule:
    """Filters of the collection."""

    def filters(self) -> dict[str, t.Callable[..., dict[str, str | int | bool]]]:
        """Name to filter."""
        return {"database_place": _database_place}
