# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""Look at a host: files, processes, ports, Python. Reads only, starts nothing but ``python --version`` probes."""

from __future__ import annotations

import errno
import glob
import grp
import hashlib
import http.client
import math
import os
import pwd
import shutil
import socket
import stat
import struct
import subprocess
import typing as t

from .._litellm_names import READINESS
from .._release.containers import engine_of
from .._release.desired import (
    Release,
    client_host,
    manager_files,
    slot_files,
)
from .._release.layout import SLOTS, Layout
from .._release.observed import Observed, published, secrets_path
from .._release.permissions import Whose, shared_folders, slot_folders
from .._release.places import known_places, place_of
from .._release.records import Record, newest, parse_record, previous
from .accounts import account_of, group_exists
from .installed import (
    closed_environments,
    complete_environments,
    unfinished_installations,
    unused_downloads,
)
from .systemd import open_at

NEEDED_MEGABYTES = 1200
"""Free space that an installation needs: LiteLLM's environment with bytecode is about 730 MB."""

MEGABYTES_PER_WORKER = 1024
"""Memory that one worker needs: 350 MB, twice while two slots run, and room for requests."""

OS_RELEASE = "/etc/os-release"

PYTHONS = ("/usr/bin/python3", "python3", "python3.13", "python3.12", "python3.11", "python3.10", "python3.14")
"""Where to look for a Python that LiteLLM runs on, best first: a distribution's own is the fastest one."""

PYTHON_PROBE = (
    "import importlib.util as u, os, sys; "
    "print(os.path.realpath(sys.executable) if (3, 10) <= sys.version_info[:2] < (3, 15) else '', "
    "int(all(map(u.find_spec, ('venv', 'ensurepip')))), sep='\\n')"
)

PACKAGES = {
    "debian": ("python3-venv",),
    "ubuntu": ("python3-venv",),
    "rhel": ("python3.12",),
    "fedora": ("python3",),
}
"""Packages that bring a usable Python with its ``venv``, by ``ID`` or ``ID_LIKE`` of os-release."""


class Python(t.NamedTuple):
    """What to build environments with. *path* is empty when there is none yet."""

    path: str
    packages: tuple[str, ...]


def _text(path: str) -> str | None:
    try:
        with open(path, encoding="utf-8", errors="replace") as handle:
            return handle.read()
    except OSError:
        return None


def _mode(path: str) -> str:
    return f"{stat.S_IMODE(os.stat(path).st_mode):04o}"


def _owner(path: str) -> str:
    """``user:group``, by name; by number where there is none."""
    found = os.stat(path)
    try:
        return f"{pwd.getpwuid(found.st_uid).pw_name}:{grp.getgrgid(found.st_gid).gr_name}"
    except KeyError:
        return f"{found.st_uid}:{found.st_gid}"


def running_process(path: str, argument: str, word: str = "") -> int:
    """The id of the process that the file at *path* names, behind *word* where one is given; 0 when it does not run.

    :param argument: part of its command line. A file outlives its process, and another one may have its id by now.
    """
    text = (_text(path) or "").strip()
    number = text[len(word) :].strip()
    if not text.startswith(word) or not number.isdigit():
        return 0
    return int(number) if argument in (_text(f"/proc/{number}/cmdline") or "") else 0


def running_supervisor(layout: Layout) -> int:
    """The process id of the gateway's supervisor; 0 when it does not run."""
    return running_process(layout.supervisor_pid_file(), layout.supervisor_config())


def running_slot(layout: Layout, slot: int) -> int:
    """The process id of a slot that serves; 0 when it does not."""
    return running_process(layout.state_file(slot), layout.state_file(slot), "ready")


def contained_slot(layout: Layout, slot: int) -> bool:
    """Whether a slot serves in a container. The process id that it tells is none of the host's, but systemd takes its
    state file away with it.
    """
    contained = engine_of(os.path.basename(_link_target(f"{layout.code(slot)}/environment", {})))
    return bool(contained) and (_text(layout.state_file(slot)) or "").startswith("ready")


def own_processes(layout: Layout) -> frozenset[int]:
    """Who may hold the port on behalf of this gateway. Process 1 does where systemd has the gateway's socket."""
    processes = {running_supervisor(layout), *(running_slot(layout, slot) for slot in SLOTS)}
    if os.path.exists(layout.socket_unit()):
        processes.add(1)
    return frozenset(processes - {0})


def _enabled_units(units: str) -> frozenset[str]:
    wants = f"{glob.escape(units)}/*.wants"
    links = glob.glob(f"{wants}/litellm@*.service") + glob.glob(f"{wants}/litellm.socket")
    # One that leads to another unit starts that.
    targets = {os.path.basename(link): os.readlink(link) if os.path.islink(link) else link for link in links}
    return frozenset(name for name, target in targets.items() if os.path.basename(target) == name)


def _link_target(link: str, origins: t.Mapping[str, str]) -> str:
    """Where *link* leads: a symbolic link's target, or the file of *origins* that it is another name of."""
    if os.path.islink(link):
        return os.readlink(link)
    origin = origins.get(link, "")
    return origin if origin and os.path.exists(origin) and os.path.samefile(link, origin) else ""


def answers(host: str, port: int, seconds: float = 5) -> bool:
    """Whether the gateway at *host*, *port* says that it is ready, within some *seconds*.

    It is asked over ``http.client``: what modules ask a gateway with takes longer to import than this takes in all.
    """
    connection = http.client.HTTPConnection(client_host(host), port, timeout=seconds)
    try:
        connection.request("GET", READINESS)
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _listening() -> t.Iterator[tuple[bytes, int, str]]:
    """Address (packed), port and inode of every listening TCP socket."""
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for line in (_text(table) or "").splitlines()[1:]:
            columns = line.split()
            if columns[3] == "0A":
                words, _colon, port = columns[1].partition(":")
                numbers = [int(words[start : start + 8], 16) for start in range(0, len(words), 8)]
                yield b"".join(struct.pack("=I", number) for number in numbers), int(port, 16), columns[9]


def listens(host: str, port: int) -> bool:
    """Whether a socket listens on *host*, *port*. Only looks: a connection would start a service that rests."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except OSError:
        return False
    family, _kind, _protocol, _name, address = found[0]
    packed = socket.inet_pton(family, str(address[0]).partition("%")[0])
    return any((there, number) == (packed, port) for there, number, _inode in _listening())


def systemd_holds_port() -> bool:
    """Whether systemd listens where its socket says that it does; it may say so and have lost the port.

    True where there is no systemd to ask, or where nobody may see what it has.
    """
    address = open_at()
    if not address:
        return address is None
    port = address.rpartition(":")[2]
    return not _may_see(1) or (port.isdigit() and 1 in _listeners(int(port)))


def _records(layout: Layout) -> tuple[Record, ...]:
    """What the records say, without those that cannot be read, since the next release writes a new one."""
    paths = glob.glob(os.path.join(glob.escape(layout.records()), "*.json"))
    found = (parse_record(_text(path) or "") for path in paths)
    return tuple(record for record in found if record)


def _folders(layout: Layout) -> list[str]:
    """Every folder of a layout, whoever runs the gateway."""
    anyone = Whose("", "", "", units=False, container=True)
    found = [*shared_folders(anyone, layout), *(each for slot in SLOTS for each in slot_folders(anyone, layout, slot))]
    return [each.path for each in found]


def _digest(path: str) -> str | None:
    """SHA-256 of a file's text; None where it cannot be read."""
    text = _text(path)
    return None if text is None else hashlib.sha256(text.encode()).hexdigest()


def observe(layout: Layout, release: Release | None) -> Observed:
    """Everything about this host that a plan depends on, in one look.

    :param release: what the host should have; None to look only at what it had before.
    """
    privileged = release.privileged if release else os.geteuid() == 0
    places = known_places(layout, privileged, _text, _records)
    by_number = {record.number: record for place in (*places, layout) for record in _records(place)}
    records = tuple(by_number.values())
    served, before = newest(records), previous(records)
    place = place_of(layout, served)
    looked_at = list(dict.fromkeys((layout, place)))
    origins = published(place, served.slot) if served else {}
    paths = [path for slot in SLOTS for path in layout.service_units(slot)]
    paths += [layout.socket_unit()] if privileged else []
    secrets = [secrets_path(each, slot) for each in looked_at for slot in SLOTS]
    if release:
        hashed = secrets
        paths += [file.path for each in looked_at for slot in SLOTS for file in slot_files(release, each, slot)]
        paths += [file.path for each in looked_at for file in manager_files(release, each, SLOTS[0])]
    else:
        hashed = [*secrets, *(before.files if before else ())]
        paths += [file["path"] for record in records for file in record.manager_files]
        paths += [f"{layout.settings(slot)}/config.yaml" for slot in SLOTS]
    environments = complete_environments(layout)
    if release and layout.environment(release.environment) in environments:
        paths.append(layout.stamp(release.environment))
    folders = [path for each in looked_at for path in _folders(each) if os.path.isdir(path)]
    links = [f"{each.code(slot)}/environment" for each in looked_at for slot in SLOTS] + list(origins)
    present = [path for path in paths + secrets if os.path.isfile(path)] + folders
    host, _colon, port = served.address.rpartition(":") if served else ("", "", "")
    anywhere = (layout, *places)
    running = frozenset(
        slot for slot in SLOTS for each in anywhere if running_slot(each, slot) or contained_slot(each, slot)
    )
    opened = port.isdigit() and listens(host.strip("[]"), int(port))
    return Observed(
        texts={path: text for path in paths for text in [_text(path)] if text is not None},
        modes={path: _mode(path) for path in present},
        owners={path: _owner(path) for path in present},
        links={link: _link_target(link, origins) for link in links if os.path.lexists(link)},
        digests={path: digest for path in hashed for digest in [_digest(path)] if digest is not None},
        environments=environments,
        closed=closed_environments(layout, environments, release.user) if release else frozenset(),
        unfinished=unfinished_installations(layout),
        downloads=unused_downloads(layout),
        user=release is None or (bool(account_of(release.user)) and group_exists(release.group)),
        enabled=_enabled_units(layout.units),
        running=running,
        records=records,
        supervisor=any(running_supervisor(each) for each in anywhere),
        listens=opened,
        held=not (release and release.manager.uses_systemd) or systemd_holds_port(),
        opened=(open_at() or "") if privileged else "",
        answers=opened and bool(served and served.slot in running) and answers(host.strip("[]"), int(port)),
        drop_ins=drop_ins(layout) if privileged else (),
        places=places,
        python_files=frozenset(
            path
            for each in looked_at
            for slot in SLOTS
            for path in glob.glob(os.path.join(glob.escape(each.settings(slot)), "*.py"))
        ),
    )


def drop_ins(layout: Layout) -> tuple[str, ...]:
    """The folders with files that change what the gateway's units say."""
    return tuple(folder for folder in layout.drop_in_folders() if glob.glob(f"{glob.escape(folder)}/*.conf"))


def default_workers(cpus: float | None = None) -> int:
    """How many workers this host should run: one per core, as far as memory allows two slots of them at once.

    :param cpus: how many cores a slot may use; None for all.
    """
    found = [line.split() for line in (_text("/proc/meminfo") or "").splitlines() if line.startswith("MemTotal:")]
    megabytes = int(found[0][1]) // 1024 if found else 0
    cores = min(len(os.sched_getaffinity(0)), cpus or float("inf"))
    return max(1, min(math.ceil(cores), megabytes // MEGABYTES_PER_WORKER))


def find_python(chosen: str, shared: bool) -> Python:
    """A Python on this host that LiteLLM runs on, and the packages to install where it or its ``venv`` is missing.

    :param chosen: the operator's choice, name or path; empty to look for one.
    :param shared: whether another user must be able to run it; one below a closed home folder is passed over.
    """
    found = _distribution_packages()
    packages = found if not chosen or chosen in found else ()
    bare = Python("", packages)
    for name in [chosen] if chosen else PYTHONS:
        path = shutil.which(name)
        if not path:
            continue
        command = [path, "-I", "-c", PYTHON_PROBE]
        try:
            probe = subprocess.run(  # noqa: S603 - a list, of a program that the operator or this file names
                command, capture_output=True, text=True, check=True, timeout=30
            )
        except (OSError, subprocess.SubprocessError):
            continue  # no Python, or a broken one
        lines = probe.stdout.splitlines()
        if len(lines) != 2 or not lines[0] or (shared and not _open_to_all(lines[0])):
            continue
        if lines[1] == "1":
            return Python(path, ())
        bare = bare if bare.path else Python(path, packages)
    return bare


def _open_to_all(path: str) -> bool:
    """Whether every user may enter all folders above *path*."""
    while path != "/":
        path = os.path.dirname(path)
        if not os.stat(path).st_mode & stat.S_IXOTH:
            return False
    return True


def _distribution_packages() -> tuple[str, ...]:
    release = _text(OS_RELEASE) or ""
    values = dict(line.split("=", 1) for line in release.splitlines() if "=" in line)
    ids = f"{values.get('ID', '')} {values.get('ID_LIKE', '')}".replace('"', "").split()
    return next((PACKAGES[name] for name in ids if name in PACKAGES), ())


def free_megabytes(path: str) -> int:
    """Free space, in MB, where *path* is or will be."""
    while not os.path.exists(path):
        path = os.path.dirname(path)
    return shutil.disk_usage(path).free // 10**6


def port_problem(host: str, port: int, own: t.Collection[int] = ()) -> str:
    """Why the gateway cannot listen on *host*, *port*; empty when it can.

    :param own: ids of processes that may hold the port, because they will let it go.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _name, address = found[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            listeners = _listeners(port)
            names = "".join(f" by {name} (process {process})" for process, name in list(listeners.items())[:1])
            return "" if listeners.keys() & set(own) else f"{host}:{port} is already in use{names}"
        if error.errno == errno.EACCES:
            return f"{host}:{port} needs root, because the port is below 1024"
        return f"{host} is not an address of this host"
    return ""


def _may_see(process: int) -> bool:
    """Whether this user may see what files a process has open."""
    try:
        os.listdir(f"/proc/{process}/fd")
    except OSError:
        return False
    return True


def _listeners(port: int) -> dict[int, str]:
    """Process ids and program names of who listens on *port*, as far as this user may see them."""
    inodes = {f"socket:[{inode}]" for _address, number, inode in _listening() if number == port}
    found = {}
    for link in glob.glob("/proc/[0-9]*/fd/*"):
        try:
            if os.readlink(link) in inodes:
                pid = link.split("/")[2]
                found[int(pid)] = (_text(f"/proc/{pid}/comm") or "a process").strip()
        except OSError:
            continue  # the process ended, or is another user's
    return found
