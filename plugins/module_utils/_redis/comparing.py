# SPDX-License-Identifier: GPL-3.0-or-later
"""What differs between the Redis that runs and the one that is declared, and how that is put right without a restart."""

from __future__ import annotations

import contextlib
import typing as t

from .. import _redis_places as places
from .._certificates import first_binary
from .._owned_files import text_of
from .client import Address, Connection, Refused, Unreachable
from .trial import directives

# What a throw-away Redis has otherwise.
_OWN = ("port", "tls-port", "dir", "unixsocket", "aclfile", "maxclients", *places.PEM)
_LEFT = ("replicaof", "pidfile", "logfile")
_OLD_NAMES = ("slave", "min-slaves")
_SECRETS = ("masterauth", "masteruser", "requirepass", "tls-key-file-pass")


class Live(t.NamedTuple):
    """What differs in a process that runs.

    :param commands: what puts it right.
    :param restart: why only a restart does, a sentence each.
    :param told: every difference, a sentence each.
    """

    commands: list[tuple[str, ...]]
    restart: list[str]
    told: list[str]


def version(connection: Connection) -> str:
    """What a Redis says that it is."""
    server = connection.info("server")
    return server.get("valkey_version") or server.get("redis_version", "")


def compare(running: Connection, tried: Connection, files: t.Mapping[str, str], follows: bool) -> Live:
    """What differs between a Redis that *running* leads to and the declared one, which *tried* leads to.

    :param files: the declared files, path to text.
    :param follows: whether the configuration says whom it is a replica of.
    """
    live = Live([], [], [])
    if (now := version(running)) != (installed := version(tried)):
        live.restart.append(f"version {now} runs, and {installed} is installed")
    _compare_settings(running, tried, directives(files[places.CONFIGURATION]), live)
    _compare_users(running, tried, live)
    if follows:
        _compare_primary(running, directives(files[places.CONFIGURATION]).get("replicaof", ""), live)
    live.told.extend(live.restart)
    return live


def _compare_settings(running: Connection, tried: Connection, declared: t.Mapping[str, str], live: Live) -> None:
    """Compare the settings.

    :param declared: those that a throw-away Redis has otherwise.
    :param live: gets what differs.
    """
    now, then = running.pairs("CONFIG", "GET", "*"), tried.pairs("CONFIG", "GET", "*")
    for name in _OWN:
        then[name] = declared.get(name, "0" if name == "tls-port" else "")
    for name, value in then.items():
        if name in _LEFT or name.startswith(_OLD_NAMES) or now.get(name) == value:
            continue
        told = f"{name} differs" if name in _SECRETS else f"{name} is {now.get(name)!r} instead of {value!r}"
        if name in _OWN or not _is_taken(tried, name, value):
            live.restart.append(told)
        else:
            live.told.append(told)
            live.commands.append(("CONFIG", "SET", name, value))


def _is_taken(tried: Connection, name: str, value: str) -> bool:
    """Whether Redis takes a setting while it runs."""
    try:
        tried.ask("CONFIG", "SET", name, value)
    except Refused:
        return False
    return True


def _compare_users(running: Connection, tried: Connection, live: Live) -> None:
    """Compare the accounts.

    :param live: gets what differs.
    """
    now, then = ({line.split()[1]: line for line in each.ask("ACL", "LIST")} for each in (running, tried))
    for name, line in then.items():
        # Each process tells the commands in an order of its own.
        if sorted(now.get(name, "").split()) != sorted(line.split()):
            live.told.append(f"what the account {name} may do, or its password, differs")
            # Whoever is signed in stays so, which is not the case with ACL LOAD.
            live.commands.append(("ACL", "SETUSER", name, "reset", *line.split()[2:]))
    for name in now:
        if name not in then:
            live.told.append(f"there is an account {name}")
            live.commands.append(("ACL", "DELUSER", name))


def _compare_primary(running: Connection, declared: str, live: Live) -> None:
    """Compare whom it follows with *declared*, an address and a port; empty for nobody.

    :param live: gets what differs.
    """
    replication = running.info("replication")
    now = f"{replication.get('master_host', '')} {replication.get('master_port', '')}".strip()
    if now != declared:
        live.told.append(f"it is a {f'replica of {now}' if now else 'primary'} instead of a {declared or 'primary'}")
        live.commands.append(("REPLICAOF", *(declared.split() or ("NO", "ONE"))))


def shows_another_certificate(address: Address) -> bool:
    """Whether the Redis at *address* shows another certificate than its file has."""
    own = first_binary(text_of(places.CERTIFICATE) or "")
    with contextlib.suppress(Unreachable), Connection(address) as connection:
        return bool(own) and connection.certificate != own
    # That TLS fails is for the proof to tell.
    return False


def reload_certificate(running: Connection) -> None:
    """Make Redis read certificate, key and authority again; connections that are there go on."""
    running.ask("CONFIG", "SET", *(word for pair in places.PEM.items() for word in pair))
