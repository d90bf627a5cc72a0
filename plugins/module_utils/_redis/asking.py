# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks Redis as LiteLLM does: whether it counts, keeps, and lets nobody do more than that."""

from __future__ import annotations

import secrets
import typing as t

from .. import _redis_places as places
from .._owned_files import text_of
from .bringing import admin_connection, network_addresses
from .client import Address, Connection, RedisError, Refused

MEGABYTE = 2**20
FULL = 0.8
"""The part of the memory from which on it is worth a word."""

_COUNT = "local sum = redis.call('INCRBYFLOAT', KEYS[1], ARGV[1]) redis.call('EXPIRE', KEYS[1], ARGV[2]) return sum"


class Proof(t.NamedTuple):
    """What asking has shown.

    :param problems: what is wrong, a sentence each.
    :param notices: what is worth knowing, a sentence each.
    :param role: ``primary`` or ``replica``; empty where nobody answered.
    :param facts: what else the summary tells.
    """

    problems: list[str]
    notices: list[str]
    role: str
    facts: dict[str, t.Any]


def prove(options: t.Mapping[str, t.Any]) -> Proof:
    """Ask the Redis of this host everything.

    :param options: the module's.
    """
    problems: list[str] = []
    notices: list[str] = []
    facts: dict[str, t.Any] = {}
    role = ""
    try:
        with admin_connection() as admin:
            role = _role(admin, options, problems)
            facts = _kept(admin, problems, notices)
    except RedisError as error:
        return Proof([f"{error}"], notices, role, facts)
    for address in [Address(places.SOCKET), *network_addresses(options)]:
        try:
            with Connection(address, options["username"], options["password"]) as client:
                _as_client(client, address, options["namespace"], role, problems)
        except RedisError as error:
            problems.append(f"as a client, at {address}: {error}")
    if options["sentinel_port"]:
        facts.update(_sentinel(options, role, problems))
    if (text_of("/proc/sys/vm/overcommit_memory") or "").strip() != "1":
        told = (
            "vm.overcommit_memory is not 1, so that a host short of memory may keep Redis from making its file smaller"
        )
        notices.append(told)
    return Proof(problems, notices, role, facts)


def _role(admin: Connection, options: t.Mapping[str, t.Any], problems: list[str]) -> str:
    """Whether this is the primary; with Sentinel any host may be.

    :param problems: gets what is wrong.
    """
    replication = admin.info("replication")
    role = "primary" if replication.get("role") == "master" else "replica"
    declared = "replica" if options["replicates"] else "primary"
    if not options["sentinel_port"] and role != declared:
        problems.append(f"it is a {role}, and is declared as {declared}")
    if role == "replica" and replication.get("master_link_status") != "up":
        primary = f"{replication.get('master_host')}:{replication.get('master_port')}"
        problems.append(f"it is a replica of {primary} and has no connection there")
    followers = int(replication.get("connected_slaves", 0))
    if role == "primary" and followers < len(options["hosts"]) - 1:
        problems.append(f"it is the primary of {len(options['hosts']) - 1} others, and {followers} of them follow it")
    return role


def _kept(admin: Connection, problems: list[str], notices: list[str]) -> dict[str, t.Any]:
    """Whether what Redis counts survives it, and whether it has room.

    :param problems: gets what is wrong.
    :param notices: gets what is worth knowing.
    """
    kept, memory = admin.info("persistence"), admin.info("memory")
    if kept.get("aof_enabled") != "1":
        problems.append("it keeps nothing on disk")
    for name, what in {"aof_last_write_status": "written", "aof_last_bgrewrite_status": "made smaller"}.items():
        if kept.get(name) not in ("ok", None):
            problems.append(f"its file could not be {what} the last time")
    used, most = int(memory.get("used_memory", 0)), int(memory.get("maxmemory", 0))
    if memory.get("maxmemory_policy") != "noeviction":
        problems.append(f"it forgets by {memory.get('maxmemory_policy')} when it is full, budgets too")
    if most and used > FULL * most:
        told = f"it uses {used // MEGABYTE} of {most // MEGABYTE} MB, and counts nothing any more when it is full"
        (problems if used >= most else notices).append(told)
    return {"used_memory": used, "memory": most}


def _as_client(client: Connection, address: Address, namespace: str, role: str, problems: list[str]) -> None:
    """Count as LiteLLM does, and try what it may not do.

    :param problems: gets what is wrong.
    """
    client.ask("PING")
    key = f"{namespace}:proof:{secrets.token_hex(8)}"
    if role == "primary":
        client.ask("SET", key, "1", "EX", 60)
        client.ask("INCRBYFLOAT", key, "0.5")
        counted = float(client.ask("EVAL", _COUNT, 1, key, "0.5", 60) or 0)
        read = float(client.ask("GET", key) or 0)
        client.ask("DEL", key)
        if (counted, read) != (2.0, 2.0):
            problems.append(f"as a client, at {address}: it counted {counted:g} and {read:g} instead of 2")
    else:
        client.ask("GET", key)
    for words in (("GET", f"{namespace}-proof"), ("FLUSHALL",), ("CONFIG", "GET", "dir")):
        try:
            client.ask(*words)
        except Refused:
            continue
        problems.append(f"as a client, at {address}: it does {' '.join(words)}, which it should refuse")


def _sentinel(options: t.Mapping[str, t.Any], role: str, problems: list[str]) -> dict[str, t.Any]:
    """What Sentinel says of this Redis; an empty answer where it says nothing.

    :param problems: gets what is wrong.
    """
    for each in network_addresses(options)[:1]:
        address = each._replace(port=options["sentinel_port"])
        try:
            with Connection(address, "default", options["password"]) as client:
                primary = client.ask("SENTINEL", "GET-MASTER-ADDR-BY-NAME", places.SERVICE_NAME)
                client.ask("SENTINEL", "CKQUORUM", places.SERVICE_NAME)
        except RedisError as error:
            problems.append(f"Sentinel: {error}")
            continue
        if not primary:
            problems.append(f"Sentinel knows no primary of {places.SERVICE_NAME}")
            continue
        here = primary[0] == options["own_address"]
        if here != (role == "primary"):
            problems.append(f"Sentinel says that {primary[0]} is the primary, and this host is a {role}")
        return {"primary": primary[0]}
    return {}
