# SPDX-License-Identifier: GPL-3.0-or-later
"""What hosts unpack instead of installing: packages as they are once installed, with bytecode, in one archive.

Nothing of the packages is run on the controller. uv puts their files where they belong and checks each wheel's hash; the bytecode
is compiled by a Python that does not have the packages, so that no ``.pth`` file among them is read.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import typing as t
from dataclasses import dataclass
from pathlib import Path

from .download import requirements, run
from .errors import PackagesError

# ansible-core requires it; ansible-test imports plugins without what ansible-core requires.
with contextlib.suppress(ImportError):
    from packaging.version import Version

if t.TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .lock import Entry, Target

FORM = 1
"""Of a parcel; another number makes every parcel anew."""

_COMPILE = Path(__file__).resolve().parents[3] / "roles" / "litellm" / "files" / "install" / "compile.py"
"""The program that makes bytecode, which hosts are given, too."""
_SOME_UNREADABLE = 3
"""How it ends when it could not read some files."""
_KEPT = 4
"""How many parcels stay on the controller."""
_PLATFORMS = ("x86_64", "aarch64")
"""Machines that uv can install packages for wherever it runs; for others it has to run on such a one."""
_NEWEST_GLIBC = "manylinux_2_40"
"""The C library that uv is told: the wheels are chosen already, so that it may take each of them."""


@dataclass(frozen=True)
class Part:
    """One folder of a parcel: an environment without its Python.

    :param name: of the folder.
    :param entries: of the lock, what is in it.
    :param files: their wheels, by names.
    """

    name: str
    entries: tuple[Entry, ...]
    files: tuple[str, ...]


@dataclass(frozen=True)
class Parcel:
    """An archive for hosts of one kind.

    :param path: on the controller.
    :param compiled: whether the bytecode is in it; else the host compiles.
    :param made: whether it was made just now.
    """

    path: Path
    compiled: bool
    made: bool


def parcel_of(
    parts: Iterable[Part], target: Target, folder: Path, files: Mapping[str, str], uv: Path, parcels: Path, timeout: int
) -> Parcel:
    """The parcel of *parts* for hosts such as *target*, made unless it is among those that are kept.

    :param folder: of the wheels.
    :param files: what the folder has: file name to SHA-256 in hexadecimal.
    :param uv: the program, for this machine.
    :param parcels: folder that keeps parcels.
    :param timeout: of each step, in seconds.
    :raises PackagesError: when it cannot be made.
    """
    parts = tuple(parts)
    python = _python_of(target)
    contents = [[part.name, sorted(files[name] for name in part.files)] for part in parts]
    key = json.dumps([FORM, _line(target), target.machine, bool(python), contents])
    path = parcels / f"{hashlib.sha256(key.encode()).hexdigest()[:20]}.tar.gz"
    made = not path.exists()
    if made:
        with tempfile.TemporaryDirectory(prefix="making-", dir=parcels) as name:
            room = Path(name)
            for part in parts:
                _install(part, target, folder, uv, room, timeout)
                if python:
                    _compile(python, room / part.name, timeout)
            _pack(room, [part.name for part in parts], path)
    path.touch()
    _forget_old(parcels)
    return Parcel(path, bool(python), made)


def unpacked_uv(wheel: Path, folder: Path) -> Path:
    """The program that a wheel of uv holds, in *folder*."""
    shutil.unpack_archive(wheel, folder, "zip")
    found = next(folder.glob("uv-*.data/scripts/uv"), None)
    if found is None:
        raise PackagesError(f"{wheel.name} has no program for this machine")
    found.chmod(0o755)
    return found


def _install(part: Part, target: Target, folder: Path, uv: Path, room: Path, timeout: int) -> None:
    """Lay the packages of *part* out in ``room/<name>`` as they are in an environment: ``bin`` and ``lib/python3.11/…``."""
    wheels, listed, environment = room / "wheels", room / "requirements.txt", room / "environment-of-uv"
    for left in (wheels, environment):
        shutil.rmtree(left, ignore_errors=True)
    wheels.mkdir()
    for name in part.files:
        (wheels / name).symlink_to(folder / name)
    listed.write_text(requirements(part.entries), encoding="utf-8")
    settings = {"UV_NO_CONFIG": "1", "UV_CACHE_DIR": str(room / "cache"), "UV_LINK_MODE": "hardlink"}
    run(
        [str(uv), "venv", "--quiet", "--relocatable", f"--python={sys.executable}", str(environment)],
        timeout,
        "uv",
        settings,
    )
    platform = (
        [f"--python-platform={target.machine}-{_NEWEST_GLIBC}"] if target.machine in _PLATFORMS and target.libc else []
    )
    python = environment / "bin" / "python"
    sources = ["--offline", "--no-index", f"--find-links={wheels}", "--no-build", "--no-deps", "--require-hashes"]
    command = [
        str(uv),
        "pip",
        "install",
        "--quiet",
        f"--python={python}",
        f"--python-version={target.python}",
        *platform,
    ]
    before = {file.name for file in (environment / "bin").iterdir()}
    run([*command, *sources, f"--requirement={listed}"], timeout, "uv", settings)
    place = room / part.name
    library = place / "lib" / f"python{_line(target)}"
    library.mkdir(parents=True)
    installed = next((environment / "lib").glob("python*"))
    (installed / "site-packages").rename(library / "site-packages")
    (place / "bin").mkdir()
    for file in (environment / "bin").iterdir():
        if file.name not in before:
            file.rename(place / "bin" / file.name)
    for file in environment.iterdir():
        if file.name not in ("bin", "lib", "lib64", "pyvenv.cfg", ".gitignore", ".lock", "CACHEDIR.TAG"):
            file.rename(place / file.name)
    # uv's own marks of an environment that it made.
    for mark in ("_virtualenv.py", "_virtualenv.pth"):
        (library / "site-packages" / mark).unlink(missing_ok=True)


def _compile(python: str, folder: Path, timeout: int) -> None:
    """Compile what is in *folder*. A file that is no Python of this version, as templates are, stays without bytecode.

    :raises PackagesError: when the compiler ends by another cause, or takes longer than *timeout* seconds.
    """
    command = [python, "-I", "-S", str(_COMPILE), str(folder)]
    try:
        ended = subprocess.run(command, check=False, capture_output=True, timeout=timeout, cwd="/")  # noqa: S603 - a list
    except subprocess.TimeoutExpired as error:
        raise PackagesError(f"compiling took longer than {timeout} seconds on the controller") from error
    if ended.returncode not in (0, _SOME_UNREADABLE):
        raise PackagesError(f"compiling ended with {ended.returncode} on the controller")


def _pack(room: Path, names: list[str], path: Path) -> None:
    """Write the folders *names* of *room* into the archive *path*, as root's."""
    arriving = room / "parcel"
    # The lowest level: each further one costs more time here than it saves on the way.
    with tarfile.open(arriving, "w:gz", compresslevel=1, format=tarfile.PAX_FORMAT) as archive:
        for name in names:
            archive.add(room / name, name, filter=_of_root)
    arriving.rename(path)


def _of_root(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """*member* as root's, readable for everybody; bytecode is good for the second that its source is of."""
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    member.mtime = int(member.mtime)
    member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
    return member


def _python_of(target: Target) -> str:
    """A Python of this machine whose bytecode a host's Python takes; empty without one."""
    line = _line(target)
    if ".".join(map(str, sys.version_info[:2])) == line:
        return sys.executable
    found = shutil.which(f"python{line}") or ""
    question = [found, "-I", "-c", "import sys; print('%d.%d' % sys.version_info[:2], sys.implementation.name)"]
    try:
        said = subprocess.run(question, check=True, capture_output=True, text=True, timeout=60).stdout if found else ""  # noqa: S603 - a list
    except (OSError, subprocess.SubprocessError):
        return ""
    return found if said.split() == [line, "cpython"] else ""


def _forget_old(parcels: Path) -> None:
    """Remove all but the newest parcels."""
    there = sorted(parcels.glob("*.tar.gz"), key=os.path.getmtime)
    for path in there[:-_KEPT]:
        path.unlink(missing_ok=True)


def _line(target: Target) -> str:
    return ".".join(map(str, Version(target.python).release[:2]))
