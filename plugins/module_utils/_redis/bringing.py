# SPDX-License-Identifier: GPL-3.0-or-later
"""Redis on a host, compared with what is declared and brought to it."""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
import typing as t

from .. import _owned_files as owned
from .. import _redis_places as places
from .. import _systemctl as systemd
from .._owned_files import text_of
from . import comparing, files, services
from .client import Address, Connection, RedisError, Refused
from .trial import Program, program_of, trial

READY = 300.0
"""How long Redis may take until it has read its data, in seconds."""


class Found(t.NamedTuple):
    """What differs on a host.

    :param told: every difference, a sentence each.
    :param diff: what diff mode shows.
    :param restarts: the services that have to be started, or started again.
    :param enables: the services that have to start at boot.
    :param obsolete: files that should not be there.
    :param live: what differs in the process.
    :param reload: whether the process has to read its certificate again.
    """

    wanted: list[owned.File]
    told: list[str]
    diff: list[dict[str, str]]
    restarts: list[str]
    enables: list[str]
    obsolete: list[str]
    live: comparing.Live
    reload: bool

    @property
    def changed(self) -> bool:
        """Whether anything differs."""
        return bool(self.told)


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
    differing = {file.path: found for file in wanted if (found := owned.differences(file))}
    told += [sentence for found in differing.values() for sentence in found]
    obsolete = [path for path in places.MANAGED if path not in {file.path for file in wanted} and os.path.exists(path)]
    told += [f"{path} should not be there" for path in obsolete]
    diff = [owned.difference_shown(file) for file in wanted if file.path in differing]
    live, running = _process(program, {file.path: file.content for file in wanted}, password, options)
    restarts, enables = _services(options["services"], differing, bool(live.restart), running)
    told += [f"{service} has to be started" + (" again" if runs else "") for service, runs in restarts.items()]
    told += [f"{service} does not start at boot" for service in enables]
    pem = any(path in differing for path in places.PEM.values())
    reload = running and options["tls"] and not restarts and (pem or _shows_another(options))
    told += [*live.told, *(["it has read another certificate"] if reload and not pem else [])]
    return Found(wanted, told, diff, list(restarts), enables, obsolete, live, reload)


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


def _services(
    names: t.Sequence[str], differing: t.Collection[str], restart: bool, running: bool
) -> tuple[dict[str, bool], list[str]]:
    """The services that have to be started, to whether they run already; and those that have to start at boot."""
    unfinished = (text_of(places.UNFINISHED) or "").split()

    def again(name: str) -> bool:
        causes = {places.UNITS[name], places.SENTINEL} if name == places.SENTINEL_SERVICE else {places.UNITS[name]}
        of_server = name == places.SERVICE and (restart or not running)
        return bool(causes & set(differing)) or name in unfinished or of_server

    return systemd.due(names, again)


def _shows_another(options: t.Mapping[str, t.Any]) -> bool:
    return any(map(comparing.shows_another_certificate, network_addresses(options)))


def network_addresses(options: t.Mapping[str, t.Any]) -> list[Address]:
    """Where this host asks its Redis over the network."""
    ca = places.AUTHORITY if options["tls"] else ""
    return [Address("", address, options["port"], ca) for address in options["addresses"]]


def bring(options: t.Mapping[str, t.Any], found: Found) -> None:
    """Put right what *found* says; where a service does not start with it, what was there comes back.

    :raises systemd.Failed: what did not work, in a sentence.
    """
    for folder in files.folders(options["socket_group"]):
        folder.put_right()
    password, has_password = files.admin_password()
    if not has_password:
        owned.write(places.ADMIN_PASSWORD, password + "\n", 0o600, "root")
        # The files name it.
        found = look(options)
    before = {path: text_of(path) for path in places.MANAGED}
    if found.restarts:
        owned.write(places.UNFINISHED, "\n".join(found.restarts) + "\n", 0o600, "root")
    _write(found)
    try:
        for service in found.restarts:
            services.restart(service)
        _wait_ready()
    except (systemd.Failed, RedisError) as error:
        _go_back(found, before)
        raise systemd.Failed(f"{error}") from error
    if not found.restarts or places.SERVICE not in found.restarts:
        _change(found)
    owned.remove(places.UNFINISHED)


def _write(found: Found) -> None:
    for path in found.obsolete:
        if path == places.UNITS[places.SENTINEL_SERVICE]:
            systemd.stop(places.SENTINEL_SERVICE)
        owned.remove(path)
    for file in found.wanted:
        if owned.differences(file):
            owned.write(file.path, file.content, file.mode, file.group)
    systemd.systemctl("daemon-reload")
    for service in found.enables:
        systemd.systemctl("enable", "--quiet", service)


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


def _go_back(found: Found, before: t.Mapping[str, str | None]) -> None:
    """Put back what was there, and start it, as far as there was anything."""
    for file in found.wanted:
        text = before.get(file.path)
        if text is None:
            owned.remove(file.path)
        else:
            owned.write(file.path, text, file.mode, file.group)
    with contextlib.suppress(systemd.Failed):
        systemd.systemctl("daemon-reload")
        for service in found.restarts:
            if before.get(places.UNITS[service]) is None:
                systemd.stop(service)
            else:
                services.restart(service)


def _wait_ready() -> None:
    """Wait until Redis has read its data.

    :raises RedisError: where that takes too long.
    """
    until = time.monotonic() + READY
    while True:
        try:
            with admin_connection() as running:
                if running.info("persistence").get("loading") == "0":
                    return
            raise RedisError("it reads its data still")
        except RedisError:
            if time.monotonic() > until:
                raise
        time.sleep(0.2)


def remains(keep_data: bool) -> list[str]:
    """What of Redis is on the host, files and folders."""
    paths = [*places.UNITS.values(), places.RUNTIME_FOLDER, places.FOLDER, places.RUNTIME]
    return [path for path in [*paths, *([] if keep_data else places.STATES)] if os.path.lexists(path)]


def take_away(keep_data: bool) -> None:
    """Stop the services, and remove what :func:`remains` found."""
    services.stop_all()
    owned.remove_all(remains(keep_data))
    systemd.systemctl("daemon-reload")
