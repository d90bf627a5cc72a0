# SPDX-License-Identifier: GPL-3.0-or-later
"""PostgreSQL on a host, compared with what is declared and brought to it."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import typing as t
from dataclasses import dataclass

from .. import _owned_files as files
from .. import _postgresql_places as places
from .. import _service_bringing as bringing
from .. import _systemctl as systemd
from .._owned_files import File, Folder, Refusal, pem_text, text_of
from . import comparing, services
from .client import Asked, PostgresError, admin
from .programs import Programs, as_account, directives, programs, try_certificate, try_configuration

READY = 900.0
"""How long PostgreSQL may take until it answers, in seconds: after a crash it reads what it wrote."""


@dataclass(frozen=True)
class Found(bringing.Found):
    """What differs on a host.

    :param changes: statements that put role, database and settings right.
    :param reload: whether the process has to read its files again.
    """

    programs: Programs
    changes: list[comparing.Change]
    reload: bool


def _service() -> bringing.Service:
    return bringing.Service(places.MANAGED, places.UNITS, places.UNFINISHED, services.reason)


def wanted_files(options: t.Mapping[str, t.Any], found: Programs) -> list[File]:
    """The files that the options of the module declare.

    :raises Refusal: where one on the host that they name cannot be read.
    """
    texts = [(each, each["content"].replace("@BIN@", found.folder)) for each in options["files"]]
    plain = [_file(each, text, each["mode"] == "0644") for each, text in texts]
    return plain + [_file(each, pem_text(each), False) for each in options["pem_files"]]


def _file(option: t.Mapping[str, str], text: str, everybody: bool) -> File:
    secret = option["path"] == places.KEY
    return File(option["path"], text, int(option["mode"], 8), "root" if everybody else places.ACCOUNT, not secret)


def folders(options: t.Mapping[str, t.Any]) -> list[Folder]:
    """The folders of configuration, data, socket and dumps."""
    account = places.ACCOUNT
    return [
        Folder(places.FOLDER, "root", account, 0o750),
        Folder(places.STATE, account, account, 0o700),
        Folder(places.RUNTIME, account, account, 0o755),
        Folder(options["dump_folder"], account, account, 0o700),
    ]


def look(options: t.Mapping[str, t.Any]) -> Found:
    """What differs from *options*, the module's; PostgreSQL has read the configuration, where it is installed.

    :raises Refusal: where it does not take what is declared.
    """
    found = programs()
    wanted = wanted_files(options, found)
    texts = {file.path: file.content for file in wanted}
    _try(options, found, texts)
    told = [f"{found.package} is not installed"] if found.package else []
    told += [differs for folder in folders(options) if (differs := folder.difference())]
    told += [] if os.path.exists(f"{places.DATA}/PG_VERSION") else [f"{places.DATA} holds no data yet"]
    live, changes = _process(options, found, texts)
    told += [*live.told, *live.restart, *(change.told for change in changes)]
    again = [places.SERVICE] if live.restart else []
    base = _service().look(told, wanted, options["services"], again)
    reload = live.reload or any(file.path in _read_live(texts) and files.differences(file) for file in wanted)
    return Found(**vars(base), programs=found, changes=changes, reload=reload)


def _try(options: t.Mapping[str, t.Any], found: Programs, texts: t.Mapping[str, str]) -> None:
    """Let what will read the files read them.

    :raises Refusal: with everything that is wrong.
    """
    wrong: list[str] = []
    if found.folder:
        with _collected(wrong):
            try_configuration(found, texts[places.CONFIGURATION])
    if options["tls"]:
        with _collected(wrong):
            try_certificate(texts[places.CERTIFICATE], texts[places.KEY], texts[places.AUTHORITY])
    if options["dump_schedule"] and (told := services.check_schedule(options["dump_schedule"])):
        wrong.append(told)
    if wrong:
        raise Refusal("; ".join(wrong))


@contextlib.contextmanager
def _collected(wrong: list[str]) -> t.Iterator[None]:
    try:
        yield
    except Refusal as refusal:
        wrong.append(str(refusal))


def _read_live(texts: t.Iterable[str]) -> list[str]:
    """The files that PostgreSQL reads while it runs."""
    return [path for path in texts if path.startswith(f"{places.FOLDER}/") and path != places.DUMP]


def _process(
    options: t.Mapping[str, t.Any], found: Programs, texts: t.Mapping[str, str]
) -> tuple[comparing.Live, list[comparing.Change]]:
    """What differs in the process that runs, and in it; nothing where none does."""
    nothing = comparing.Live([], [], False)
    if not found.folder or systemd.state(places.SERVICE).get("ActiveState") != "active":
        return nothing, []
    before = text_of(places.CONFIGURATION) or ""
    running = admin(found.folder, _port(before))
    try:
        live = comparing.process(running, found.version, before, texts[places.CONFIGURATION], _read_live(texts))
        changes = comparing.overridden(running, texts[places.CONFIGURATION])
        return live, changes + comparing.objects(running, options)
    except PostgresError as error:
        return nothing._replace(restart=[f"PostgreSQL does not answer: {error}"]), []


def _port(configuration: str) -> int:
    """The port that a configuration of the role's names, by which the socket is called; 0 where it names none."""
    text = directives(configuration).get("port", "").strip("'")
    return int(text) if text.isdecimal() else 0


def bring(options: t.Mapping[str, t.Any], found: Found) -> None:
    """Put right what *found* says; where PostgreSQL does not take it, what was there comes back.

    :raises systemd.Failed: what did not work, in a sentence.
    :raises PostgresError: where PostgreSQL does not answer.
    """
    if not found.programs.folder:
        raise systemd.Failed(f"{found.programs.package} is not installed")
    for folder in folders(options):
        folder.put_right()
    make_data(found.programs)
    running = admin(found.programs.folder, _port(text_of(places.CONFIGURATION) or ""))
    server = admin(found.programs.folder, options["port"])
    with _service().brought(found):
        if places.SERVICE not in found.restarts:
            _read_again(running, found)
        bringing.wait(lambda: server.say("SELECT 1;"), PostgresError, READY)
    _change(server, options)


def make_data(found: Programs) -> None:
    """Make an empty cluster where there is none, whole or not at all.

    :raises systemd.Failed: with what initdb said.
    """
    if os.path.exists(f"{places.DATA}/PG_VERSION"):
        return
    beside = f"{places.DATA}.new"
    shutil.rmtree(beside, ignore_errors=True)
    command = [f"{found.folder}/initdb", f"--pgdata={beside}", f"--username={places.ADMIN}", "--data-checksums"]
    done = subprocess.run(  # noqa: S603 - a list, of a program of the distribution
        [*command, "--encoding=UTF8", "--locale=C.UTF-8", "--auth=peer", "--no-instructions"],
        **as_account(places.ACCOUNT),
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        umask=0o077,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise systemd.Failed(f"initdb: {(done.stderr.strip().splitlines() or ['it said nothing'])[-1]}")
    with contextlib.suppress(FileNotFoundError):
        os.rmdir(places.DATA)
    os.rename(beside, places.DATA)


def _read_again(running: Asked, found: Found) -> None:
    """Let the process that runs take its files, if it finds nothing wrong in them.

    :raises systemd.Failed: with what is wrong; it goes on with what it had.
    """
    for change in found.changes:
        if change.sql.startswith("ALTER SYSTEM"):
            running.say(change.sql)
    if wrong := comparing.read_wrong(running):
        raise systemd.Failed("; ".join(wrong))
    if found.reload or found.changes:
        running.say("SELECT pg_reload_conf();")


def _change(server: Asked, options: t.Mapping[str, t.Any]) -> None:
    """Put role and database right.

    :raises systemd.Failed: where PostgreSQL says no.
    """
    try:
        overridden = comparing.overridden(server, text_of(places.CONFIGURATION) or "")
        for change in [*overridden, *comparing.objects(server, options)]:
            server.say(change.sql)
        # A role that is new has its database in the same run.
        if overridden:
            server.say("SELECT pg_reload_conf();")
    except PostgresError as error:
        raise systemd.Failed(f"PostgreSQL did not take a change: {error}") from error


def remains(keep_data: bool, dump_folder: str) -> list[str]:
    """What of PostgreSQL is on the host, files and folders."""
    paths = [*places.UNITS.values(), places.STAMP, places.RUNTIME_FOLDER, places.FOLDER, places.RUNTIME]
    kept = [] if keep_data else [places.STATE, *([dump_folder] if dump_folder else [])]
    return [path for path in [*paths, *kept] if os.path.lexists(path)]


def take_away(keep_data: bool, dump_folder: str) -> None:
    """Stop the units, and remove what :func:`remains` found."""
    services.stop_all()
    files.remove_all(remains(keep_data, dump_folder))
    systemd.systemctl("daemon-reload")
