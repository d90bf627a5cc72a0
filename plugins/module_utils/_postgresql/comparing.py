# SPDX-License-Identifier: GPL-3.0-or-later
"""What differs between the PostgreSQL that runs and the one that is declared, and how that is put right without a restart."""

from __future__ import annotations

import os
import typing as t

from .. import _postgresql_places as places
from . import passwords
from .client import Asked, identifier, literal
from .programs import directives


class Change(t.NamedTuple):
    """A statement that puts one thing right.

    :param told: what differs, a sentence.
    :param sql: the statement.
    """

    told: str
    sql: str


class Live(t.NamedTuple):
    """What differs in a process that runs.

    :param told: every difference that no file tells, a sentence each.
    :param restart: why only a restart helps, a sentence each.
    :param reload: whether it has to read its files again.
    """

    told: list[str]
    restart: list[str]
    reload: bool


def process(running: Asked, version: str, before: str, after: str, paths: t.Iterable[str]) -> Live:
    """What differs in a process.

    :param running: as root's role.
    :param version: that is installed, such as 15.18.
    :param before: the configuration that is there.
    :param after: the one that is declared.
    :param paths: files that the process reads when it is told to.
    """
    live = Live([], [], False)
    now = running.rows("SELECT current_setting('server_version') AS version")[0]["version"].split(" ")[0]
    if now != version:
        live.restart.append(f"version {now} runs, and {version} is installed")
    changed = _changed(directives(before), directives(after))
    known = {row["name"]: row for row in running.rows("SELECT name, context, pending_restart FROM pg_settings")}
    for name, row in known.items():
        if name in changed and row["context"] == "postmaster":
            live.restart.append(f"{name} is taken at a start only")
        elif row["pending_restart"]:
            live.restart.append(f"{name} waits for a start")
    read = running.rows("SELECT extract(epoch FROM pg_conf_load_time()) AS at")[0]["at"]
    old = [path for path in paths if os.path.exists(path) and os.stat(path).st_mtime > float(read)]
    live.told.extend(f"{path} has not been read since it was written" for path in old)
    return live._replace(reload=bool(changed or old))


def _changed(before: t.Mapping[str, str], after: t.Mapping[str, str]) -> set[str]:
    return {name for name in {*before, *after} if before.get(name) != after.get(name)}


def overridden(running: Asked, text: str) -> list[Change]:
    """Directives of the configuration *text* that ``ALTER SYSTEM`` has set to something else."""
    query = "SELECT DISTINCT name FROM pg_file_settings WHERE sourcefile LIKE '%/postgresql.auto.conf'"
    names = sorted(row["name"] for row in running.rows(query))
    declared = directives(text)
    return [
        Change(f"{name} is set by ALTER SYSTEM", f"ALTER SYSTEM RESET {identifier(name)};")
        for name in names
        if name in declared
    ]


def objects(running: Asked, options: t.Mapping[str, t.Any]) -> list[Change]:
    """What differs about the role and the database of gateways.

    :param options: the module's.
    """
    return [*_role(running, options), *_database(running, options)]


# What a role of gateways may not do; it owns its database, and there it does as it likes.
_RIGHTS = {
    "rolsuper": "SUPERUSER",
    "rolcreatedb": "CREATEDB",
    "rolcreaterole": "CREATEROLE",
    "rolreplication": "REPLICATION",
    "rolbypassrls": "BYPASSRLS",
}


def _role(running: Asked, options: t.Mapping[str, t.Any]) -> list[Change]:
    user, password = options["user"], options["password"]
    name = identifier(user)
    found = running.rows("SELECT * FROM pg_authid WHERE rolname = :'role'", role=user)
    if not found:
        secret = f" PASSWORD {literal(passwords.kept(password))}" if password else ""
        sql = f"CREATE ROLE {name} LOGIN CONNECTION LIMIT {options['connections']}{secret};"
        return [Change(f"the role {user} is missing", sql)]
    row = found[0]
    changes = [
        Change(f"the role {user} has {right}", f"ALTER ROLE {name} NO{right};")
        for column, right in _RIGHTS.items()
        if row[column]
    ]
    if not row["rolcanlogin"]:
        changes.append(Change(f"the role {user} may not sign in", f"ALTER ROLE {name} LOGIN;"))
    if row["rolvaliduntil"] not in (None, "infinity"):
        told = f"the password of the role {user} ends at {row['rolvaliduntil']}"
        changes.append(Change(told, f"ALTER ROLE {name} VALID UNTIL 'infinity';"))
    if row["rolconnlimit"] != options["connections"]:
        told = f"the role {user} may have {row['rolconnlimit']} connections instead of {options['connections']}"
        changes.append(Change(told, f"ALTER ROLE {name} CONNECTION LIMIT {options['connections']};"))
    kept = row["rolpassword"] or ""
    if password and not passwords.is_of(kept, password):
        secret = literal(passwords.kept(password))
        changes.append(Change(f"the role {user} has another password", f"ALTER ROLE {name} PASSWORD {secret};"))
    if kept and not password:
        changes.append(Change(f"the role {user} has a password", f"ALTER ROLE {name} PASSWORD NULL;"))
    return changes


def _database(running: Asked, options: t.Mapping[str, t.Any]) -> list[Change]:
    database, user = options["database"], options["user"]
    name, owner = identifier(database), identifier(user)
    query = (
        "SELECT datdba::regrole::text AS owner, datallowconn, pg_encoding_to_char(encoding) AS encoding,"
        " has_database_privilege('public', oid, 'CONNECT') AS open FROM pg_database WHERE datname = :'database'"
    )
    found = running.rows(query, database=database)
    close = f"REVOKE ALL ON DATABASE {name} FROM PUBLIC;"
    if not found:
        sql = f"CREATE DATABASE {name} OWNER {owner} TEMPLATE template0 ENCODING 'UTF8';\n{close}"
        return [Change(f"the database {database} is missing", sql)]
    row = found[0]
    changes = []
    # PostgreSQL tells a name with quotes where it needs them.
    if row["owner"].strip('"') != user:
        told = f"the database {database} belongs to {row['owner']} instead of {user}"
        changes.append(Change(told, f"ALTER DATABASE {name} OWNER TO {owner};"))
    if row["open"]:
        changes.append(Change(f"every role may use the database {database}", close))
    if not row["datallowconn"]:
        told = f"the database {database} lets nobody in"
        changes.append(Change(told, f"ALTER DATABASE {name} ALLOW_CONNECTIONS true;"))
    return changes


def read_wrong(running: Asked) -> list[str]:
    """What PostgreSQL finds wrong in its files as they are, a sentence each; it has not taken them yet."""
    settings = (
        "SELECT name, error FROM pg_file_settings"
        " WHERE error IS NOT NULL AND error <> 'setting could not be applied' ORDER BY seqno"
    )
    told = [f"{places.CONFIGURATION}: {row['name'] or ''} {row['error']}" for row in running.rows(settings)]
    rules = "SELECT line_number, error FROM pg_hba_file_rules WHERE error IS NOT NULL ORDER BY line_number"
    return told + [f"{places.ACCESS} line {row['line_number']}: {row['error']}" for row in running.rows(rules)]
