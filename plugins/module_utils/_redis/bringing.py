# SPDX-License-Identifier: GPL-3.0-or-later
"""Redis on a host, compared with what is declared and brought to it."""

from __future__ import annotations

import hashlib
import os
import typing as t
from dataclasses import dataclass

from .. import _owned_files as owned
from .. import _redis_places as places
from .. import _service_bringing as bringing
from .. import _systemctl as systemd
from . import comparing, files, services
from .client import Address, Connection, RedisError, Refused
from .trial import Program, program_of, trial

READY = 300.0
"""How long Redis may take until it has read its data, in seconds."""


@dataclass(frozen=True)
class Found(bringing.Found):
    """What differs on a host.

    :param live: what differs in the process.
    :param reload: whether the process has to read its certificate again.
    """

    live: comparing.Live
    reload: bool


def _service() -> bringing.Service:
    return bringing.Service(places.MANAGED, places.UNITS, places.UNFINISHED, services.reason)


def admin_connection() -> Connection:
    """A connection as root's account to the Redis that runs.

    :raises RedisError: where it does not run, or another Redis does.
    """
    return Connection(Address(places.SOCKET), places.ADMIN, files.admin_password()[0])


def look(options: t.Mapping[str, t.Any]) -> Found:
    """What differs from *options*, the module's. Where the program is there, a throw-away Redis has tried it.

    :raises Refusal: where Redis does not take what is declared.
    """
    program = program_of(options["server"])
    password, has_password = files.admin_password()
    wanted = files.wanted_files(options, program, hashlib.sha256(password.encode()).hexdigest())
    told = [] if program.is_there else [f"{program.package} is not installed"]
    told += [] if has_password else [f"{places.ADMIN_PASSWORD} is missing"]
    told += [differs for folder in files.folders(options["socket_group"]) if (differs := folder.difference())]
    live, running = _process(program, {file.path: file.content for file in wanted}, password, options)
    again = [places.SERVICE] if live.restart or not running else []
    differing = {file.path for file in wanted if owned.differences(file)}
    again += [places.SENTINEL_SERVICE] if places.SENTINEL in differing else []
    found = _service().look([*told, *live.told], wanted, options["services"], again)
    pem = bool(differing & {*places.PEM.values()})
    reload = running and options["tls"] and not found.restarts and (pem or _shows_another(options))
    if reload and not pem:
        found.told.append("it has read another certificate")
    return Found(**vars(found), live=live, reload=reload)


def _process(
    program: Program, texts: t.Mapping[str, str], password: str, options: t.Mapping[str, t.Any]
) -> tuple[comparing.Live, bool]:
    """What differs in the process, and whether there is one."""
    nothing = comparing.Live([], [], [])
    if not program.is_there:
        return nothing, False
    follows = places.SENTINEL_SERVICE not in options["services"]
    with trial(program, texts, password) as tried:
        try:
            running = admin_connection()
        except RedisError:
            return nothing, False
        with running:
            return comparing.compare(running, tried, texts, follows), True


def _shows_another(options: t.Mapping[str, t.Any]) -> bool:
    return any(map(comparing.shows_another_certificate, network_addresses(options)))


def network_addresses(options: t.Mapping[str, t.Any]) -> list[Address]:
    """Where this host asks its Redis over the network."""
    ca = places.AUTHORITY if options["tls"] else ""
    return [Address("", address, options["port"], ca) for address in options["addresses"]]


def bring(options: t.Mapping[str, t.Any], found: Found) -> None:
    """Put right what *found* says; where a service does not start with it, what was there comes back.

    :raises systemd.Failed: what did not work, in a sentence.
    :raises RedisError: where Redis does not answer.
    """
    for folder in files.folders(options["socket_group"]):
        folder.put_right()
    password, has_password = files.admin_password()
    if not has_password:
        owned.write(places.ADMIN_PASSWORD, password + "\n", 0o600, "root")
        # The files name it.
        found = look(options)
    with _service().brought(found):
        bringing.wait(_ask_ready, RedisError, READY)
    if places.SERVICE not in found.restarts:
        _change(found)


def _ask_ready() -> None:
    """Ask whether Redis has read its data.

    :raises RedisError: where it has not.
    """
    with admin_connection() as running:
        if running.info("persistence").get("loading") != "0":
            raise RedisError("it reads its data still")


def _change(found: Found) -> None:
    """Change the process while it runs."""
    if not found.live.commands and not found.reload:
        return
    try:
        with admin_connection() as running:
            for command in found.live.commands:
                running.ask(*command)
            if found.reload:
                comparing.reload_certificate(running)
    except Refused as error:
        raise systemd.Failed(f"Redis did not take a change while it runs: {error}") from error


def remains(keep_data: bool) -> list[str]:
    """What of Redis is on the host, files and folders."""
    paths = [*places.UNITS.values(), places.RUNTIME_FOLDER, places.FOLDER, places.RUNTIME]
    return [path for path in [*paths, *([] if keep_data else places.STATES)] if os.path.lexists(path)]


def take_away(keep_data: bool) -> None:
    """Stop the services, and remove what :func:`remains` found."""
    services.stop_all()
    owned.remove_all(remains(keep_data))
    systemd.systemctl("daemon-reload")
