# SPDX-License-Identifier: GPL-3.0-or-later
"""Read a virtual environment without starting its Python, which would run what may be planted there.

The Python of an image reads itself, by the same functions, and starts without what it would run (``_host/inside_image.py``).
"""

from __future__ import annotations

import base64
import csv
import glob
import hashlib
import io
import os
import re
import site
import sys
import typing as t
from email.parser import HeaderParser

from .._release.installation import Installation, Package, StartFile

_AT_START = re.compile(r"(sitecustomize|usercustomize|_virtualenv)(\..*)?$")
_SHARES = "include-system-site-packages"
_MODULE = re.compile(r"\.(py|pyc|so)$")
_BUFFER = 2**18


class NoEnvironment(Exception):
    """The folder is no virtual environment; the message says what it lacks."""


class _Listed(t.NamedTuple):
    """A file as the package that brings it lists it.

    :param digest: SHA-256 in hexadecimal; empty where the package says none.
    """

    package: str
    digest: str


def read_installation(folder: str, *, every_file: bool = False) -> Installation:
    """What is in the virtual environment at *folder*.

    :param every_file: look at each file that a package lists, which takes some seconds.
    :raises NoEnvironment: it is none.
    """
    facts = _facts(folder)
    places = _places(folder)
    if facts is None or not places:
        lacks = "pyvenv.cfg" if facts is None else "a folder for packages"
        raise NoEnvironment(f"{folder} is no virtual environment: it has no {lacks}")
    return _read(
        facts.get("version_info") or facts.get("version", ""),
        facts.get(_SHARES) == "true",
        places,
        every_file=every_file,
    )


def read_interpreter() -> Installation:
    """What is in the Python that runs this, be it that of a virtual environment or of a system.

    It is meant for one that was started by ``-I -S``: the environment is not set up, and nothing of it has run.
    """
    folder = os.path.dirname(os.path.dirname(sys.executable))
    facts = _facts(folder)
    # Debian's Python knows the folders of a system there, and not those of an environment that is not set up.
    places = [] if facts is None else _places(folder)
    if facts is None or facts.get(_SHARES) == "true":
        places += filter(os.path.isdir, site.getsitepackages([sys.base_prefix, sys.base_exec_prefix]))
    places = _apart(places)
    return _read(sys.version.split()[0], False, places, standard=_apart(filter(os.path.isdir, sys.path)))


def _read(
    python: str, shares: bool, places: list[str], standard: t.Sequence[str] = (), *, every_file: bool = False
) -> Installation:
    """What is in the folders *places*, and what runs at the start in those of the standard library."""
    packages: list[Package] = []
    listed: dict[str, _Listed] = {}
    for place in places:
        for metadata in sorted(glob.glob(os.path.join(glob.escape(place), "*.dist-info"))):
            package, files = _package(place, metadata)
            packages.append(package)
            listed.update(files)
    paths = [*_paths_read_at_start(places), *(path for folder in standard for path in _modules_at_start(folder))]
    missing, changed = _compared(listed) if every_file else ([], [])
    return Installation(
        python=python,
        shares=shares,
        packages=tuple(sorted(packages, key=lambda each: (each.name.lower(), each.version))),
        start_files=tuple(_start_file(path, listed) for path in paths),
        missing=tuple(missing),
        changed=tuple(changed),
    )


def _facts(folder: str) -> dict[str, str] | None:
    """What its own file, ``pyvenv.cfg``, says of a virtual environment; None where there is none."""
    text = _text_of(os.path.join(folder, "pyvenv.cfg"))
    lines = (line.partition("=") for line in (text or "").splitlines())
    return None if text is None else {key.strip().lower(): value.strip().lower() for key, _is, value in lines}


def _places(folder: str) -> list[str]:
    """The folders in which its Python looks for packages and for files to run, each once."""
    patterns = ("lib*/python3*/site-packages", "lib*/python3*/dist-packages", "local/lib*/python3*/*-packages")
    found = [path for pattern in patterns for path in sorted(glob.glob(os.path.join(glob.escape(folder), pattern)))]
    # lib64 is another name of lib, and comes after it.
    return _apart(reversed(found))


def _apart(folders: t.Iterable[str]) -> list[str]:
    """Each of *folders* once, by the last of its names."""
    return list({os.path.realpath(path): path for path in folders}.values())


def _package(place: str, metadata: str) -> tuple[Package, dict[str, _Listed]]:
    """One package, and its files, each under its real path."""
    headers = HeaderParser().parsestr(_text_of(os.path.join(metadata, "METADATA")) or "")
    name, _dash, version = os.path.basename(metadata)[: -len(".dist-info")].partition("-")
    name, version = headers["Name"] or name, headers["Version"] or version
    record = _bytes_of(os.path.join(metadata, "RECORD"))
    if record is None:
        return Package(name, version, ""), {}
    rows = csv.reader(record.decode("utf-8", errors="replace").splitlines())
    # Outside of the environment nothing is a package's own.
    real = os.path.realpath(place)
    files = {os.path.normpath(os.path.join(real, row[0])): _Listed(name, _digest_in(row)) for row in rows if row}
    return Package(name, version, hashlib.sha256(record).hexdigest()), files


def _digest_in(row: list[str]) -> str:
    """The SHA-256 that a line of RECORD has, in hexadecimal; empty without one."""
    kind, _is, text = row[1].partition("=") if len(row) > 1 else ("", "", "")
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).hex() if kind == "sha256" else ""
    except ValueError:
        return ""


def _paths_read_at_start(places: t.Iterable[str]) -> t.Iterator[str]:
    """Everything that Python reads or runs when it starts: path files, and the modules that it imports by their names.

    Where a path file leads, there may be such modules too.
    """
    for place in places:
        paths = sorted(os.path.join(place, name) for name in os.listdir(place) if name.endswith(".pth"))
        yield from (path for path in paths if _lines_of(path))
        led = (os.path.normpath(os.path.join(place, line)) for path in paths for line in _folders_in(path))
        for folder in dict.fromkeys((place, *(each for each in led if os.path.isdir(each)))):
            yield from _modules_at_start(folder)


def _modules_at_start(folder: str) -> t.Iterator[str]:
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if not _AT_START.match(name):
            continue
        if os.path.isdir(path):
            yield from sorted(glob.glob(os.path.join(glob.escape(path), "__init__.*")))
        elif _MODULE.search(name):
            yield path


def _lines_of(path: str) -> list[str]:
    """The lines of a path file that Python acts on. Older Pythons end a line in fewer places, so both readings count."""
    text = (_text_of(path) or "").lstrip("\ufeff")
    lines = dict.fromkeys((*text.split("\n"), *text.splitlines()))
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _runs(line: str) -> bool:
    """Whether Python runs a line of a path file; any other one names a folder."""
    return line.startswith(("import ", "import\t"))


def _folders_in(path: str) -> list[str]:
    return [line.rstrip() for line in _lines_of(path) if not _runs(line)]


def _start_file(path: str, listed: t.Mapping[str, _Listed]) -> StartFile:
    content = _bytes_of(path)
    # What cannot be read has no digest, and is nobody's.
    digest = "" if content is None else hashlib.sha256(content).hexdigest()
    owner = listed.get(os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path)))
    package = owner.package if owner and digest and owner.digest == digest else ""
    code = [line for line in _lines_of(path) if _runs(line)] if path.endswith(".pth") else [os.path.basename(path)]
    return StartFile(path, digest, tuple(code), package)


def _compared(listed: t.Mapping[str, _Listed]) -> tuple[list[str], list[str]]:
    """The files that are not there, and those whose text is not the listed one. Bytecode is made where it is used."""
    missing, changed = [], []
    buffer = memoryview(bytearray(_BUFFER))
    for path, file in sorted(listed.items()):
        if path.endswith(".pyc"):
            continue
        digest = _digest_of(path, buffer)
        if digest is None:
            missing.append(path)
        elif file.digest and digest != file.digest:
            changed.append(path)
    return missing, changed


def _digest_of(path: str, buffer: memoryview) -> str | None:
    """The SHA-256 of a file of any size, in hexadecimal, read through *buffer*; None where it cannot be read."""
    found = hashlib.sha256()
    try:
        with open(path, "rb", buffering=0) as handle:
            while read := handle.readinto(buffer):
                found.update(buffer[:read])
    except OSError:
        return None
    return found.hexdigest()


def _text_of(path: str) -> str | None:
    content = _bytes_of(path)
    return None if content is None else io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", errors="replace").read()


def _bytes_of(path: str) -> bytes | None:
    try:
        with open(path, "rb") as handle:
            return handle.read()
    except OSError:
        return None
