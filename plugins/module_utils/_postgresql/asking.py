# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks PostgreSQL as a gateway does: whether it lets in whom it should, and nobody else, and whether there are dumps."""

from __future__ import annotations

import glob
import os
import time
import typing as t

from .. import _postgresql_places as places
from .. import _systemctl as systemd
from .._addresses import is_loopback
from .._certificates import first_binary
from .._owned_files import text_of, user_number
from .client import Client, PostgresError, Refused, Unreachable, admin, certificate_at
from .programs import Programs, programs

MEGABYTE = 2**20
FULL = 0.8
"""The part of the connections from which on it is worth a word."""


class Proof(t.NamedTuple):
    """What asking has shown.

    :param problems: what is wrong, a sentence each.
    :param notices: what is worth knowing, a sentence each.
    :param facts: version, size, connections, the newest dump.
    """

    problems: list[str]
    notices: list[str]
    facts: dict[str, t.Any]


def prove(options: t.Mapping[str, t.Any]) -> Proof:
    """Ask the PostgreSQL of this host everything.

    :param options: the module's.
    """
    proof = Proof([], [], {})
    found = programs()
    if not found.folder:
        proof.problems.append(f"{found.package} is not installed")
        return proof
    try:
        proof.facts.update(_facts(admin(found.folder, options["port"]), options, proof))
    except PostgresError as error:
        proof.problems.append(f"PostgreSQL does not answer: {error}")
        return proof
    if user_number(options["socket_user"]) >= 0:
        client = _client(options, found, places.RUNTIME)._replace(account=options["socket_user"], password="")
        _as_client(client, f"as {options['socket_user']} at {places.RUNTIME}", proof)
    for address in options["addresses"]:
        _at(options, found, address, proof)
    proof.facts.update(_dumps(options, proof))
    return proof


def _client(options: t.Mapping[str, t.Any], found: Programs, host: str) -> Client:
    mode = "verify-ca" if options["tls"] and host != places.RUNTIME else "disable"
    place = (host, options["port"], options["user"], options["database"])
    return Client(f"{found.folder}/psql", *place, options["password"], mode)


def _facts(running: Client, options: t.Mapping[str, t.Any], proof: Proof) -> dict[str, t.Any]:
    """What it is, and how much of it is used.

    :param proof: gets a notice where little is left.
    """
    query = (
        "SELECT current_setting('server_version') AS version,"
        " (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
        " AND usename = :'role') AS connections,"
        " (SELECT pg_database_size(oid) FROM pg_database WHERE datname = :'database') AS bytes"
    )
    row = running.rows(query, role=options["user"], database=options["database"])[0]
    if row["connections"] > FULL * options["connections"]:
        told = f"gateways have {row['connections']} of {options['connections']} connections"
        proof.notices.append(told)
    return {
        "version": row["version"].split(" ")[0],
        "size": row["bytes"] or 0,
        "connections": row["connections"],
        "most_connections": options["connections"],
        "needed_connections": options["needed"],
    }


def _as_client(client: Client, where: str, proof: Proof) -> bool:
    """Do what a gateway does, and try what it may not do; whether it was let in.

    :param proof: gets what is wrong.
    """
    try:
        client.say("BEGIN; CREATE TABLE litellm_proof (sum numeric); INSERT INTO litellm_proof VALUES (1); ROLLBACK;")
    except PostgresError as error:
        proof.problems.append(f"{where}: {error}")
        return False
    for told, other in {
        "it lets the role into the database postgres": client._replace(database="postgres"),
        "it lets the role sign in as postgres": client._replace(user=places.ADMIN),
    }.items():
        if _is_let_in(other):
            proof.problems.append(f"{where}: {told}")
    return True


def _is_let_in(client: Client) -> bool:
    try:
        client.say("SELECT 1;")
    except (Refused, Unreachable):
        return False
    return True


def _at(options: t.Mapping[str, t.Any], found: Programs, address: str, proof: Proof) -> None:
    """Come by the network, with what should be let in and with what should not.

    :param proof: gets what is wrong.
    """
    client = _client(options, found, address)
    where = f"at {address} port {options['port']}"
    if not _as_client(client, where, proof):
        return
    if _is_let_in(client._replace(password=client.password + "-not")):
        proof.problems.append(f"{where}: it takes any password")
    if not is_loopback(address) and _is_let_in(client._replace(mode="disable")):
        proof.problems.append(f"{where}: it takes the password without TLS")
    own = first_binary(text_of(places.CERTIFICATE) or "")
    if options["tls"] and own and certificate_at(address, options["port"]) != own:
        proof.problems.append(f"{where}: it shows another certificate than {places.CERTIFICATE}")


def _dumps(options: t.Mapping[str, t.Any], proof: Proof) -> dict[str, t.Any]:
    """The newest dump, and whether the last one succeeded.

    :param proof: gets what is wrong, and a notice where there is none yet.
    """
    paths = sorted(glob.glob(f"{options['dump_folder']}/{options['database']}-*.dump"))
    if systemd.state(places.DUMP_SERVICE).get("Result") not in ("success", ""):
        proof.problems.append(f"the last dump failed: journalctl -u {places.DUMP_SERVICE} says why")
    opened = [path for path in paths if os.stat(path).st_mode & 0o077]
    proof.problems.extend(f"{path} can be read by others" for path in opened)
    if not paths:
        if options["dump_schedule"]:
            proof.notices.append("there is no dump yet")
        return {"newest_dump": "", "dump_hours": 0}
    return {"newest_dump": paths[-1], "dump_hours": int((time.time() - os.stat(paths[-1]).st_mtime) // 3600)}
