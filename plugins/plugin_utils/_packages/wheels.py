# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files of a folder of wheels a host installs, and what the folder lacks for it. Pure; looks at nothing."""

from __future__ import annotations

import contextlib
import typing as t
from dataclasses import dataclass

# ansible-core requires it; ansible-test imports plugins without what ansible-core requires.
with contextlib.suppress(ImportError):
    from packaging.tags import Tag, compatible_tags, cpython_tags, sys_tags
    from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename
    from packaging.version import InvalidVersion, Version


if t.TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .lock import Entry, Target

_OLDEST_GLIBC = {"x86_64": 5, "i686": 5}
"""Minor version of the oldest glibc that wheels for a machine are made for; 17 for every other machine."""
_LEGACY_TAGS = {17: "manylinux2014", 12: "manylinux2010", 5: "manylinux1"}
_MUSL = ("musllinux_1_2", "musllinux_1_1")
_SHOWN = 4
"""How many packages a sentence names."""


@dataclass(frozen=True)
class Taker:
    """Whoever installs or runs wheels.

    :param tags: of the wheels that it takes, best first.
    :param described: its Python, machine and C library, for messages.
    """

    tags: tuple[Tag, ...]
    described: str


@dataclass(frozen=True)
class Chosen:
    """What a host installs of a folder.

    :param files: names of wheels, one for each package that is there for the host, in the order of the lock.
    :param lacking: packages that no file of the folder brings with the right hash.
    :param problems: why not, as sentences without a full stop.
    """

    files: tuple[str, ...]
    lacking: tuple[Entry, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True)
class _Wheel:
    """One file of a folder, taken apart."""

    file: str
    tags: frozenset[Tag]
    build: tuple[()] | tuple[int, str]


def platforms(target: Target) -> list[str]:
    """The platforms whose wheels run on a host, best first, as wheels and pip name them: ``manylinux_2_36_x86_64``."""
    bare = f"linux_{target.machine}"
    if not target.libc:
        return [*(f"{each}_{target.machine}" for each in _MUSL), bare]
    minor = Version(target.libc).release[1]
    names = []
    for each in range(minor, _OLDEST_GLIBC.get(target.machine, 17) - 1, -1):
        names.append(f"manylinux_2_{each}_{target.machine}")
        if each in _LEGACY_TAGS:
            names.append(f"{_LEGACY_TAGS[each]}_{target.machine}")
    return [*names, bare]


def abi(target: Target) -> str:
    """The interface of a host's Python, as wheels and pip name it: ``cp311``."""
    major, minor = Version(target.python).release[:2]
    return f"cp{major}{minor}"


def host(target: Target) -> Taker:
    """A host as one who installs wheels."""
    python, names = Version(target.python).release[:2], platforms(target)
    library = f"glibc {target.libc}" if target.libc else "another C library than glibc"
    return Taker(
        (*cpython_tags(python, [abi(target)], names), *compatible_tags(python, abi(target), names)),
        f"Python {target.python} on {target.machine} with {library}",
    )


def this_machine() -> Taker:
    """The machine and the Python that this runs with."""
    return Taker(tuple(sys_tags()), "the controller")


def choose_wheels(entries: Iterable[Entry], taker: Taker, files: Mapping[str, str]) -> Chosen:
    """The wheels that *taker* installs.

    :param entries: of the lock, those that are for it.
    :param files: what the folder has: file name to SHA-256 in hexadecimal.
    """
    there = _by_package(files)
    ranks = {tag: rank for rank, tag in enumerate(taker.tags)}
    chosen: list[str] = []
    lacking: list[Entry] = []
    missing: list[str] = []
    unfit: list[str] = []
    changed: list[str] = []
    for entry in entries:
        wheels = there.get((entry.name, _normal(entry.version)), [])
        fitting = sorted(
            (wheel for wheel in wheels if ranks.keys() & wheel.tags),
            key=lambda wheel: (min(ranks[tag] for tag in wheel.tags if tag in ranks), *_latest_first(wheel.build)),
        )
        wrong = [wheel.file for wheel in fitting if f"sha256:{files[wheel.file]}" not in entry.hashes]
        right = [wheel.file for wheel in fitting if wheel.file not in wrong]
        changed += wrong
        chosen += right[:1]
        if not right:
            lacking.append(entry)
        if not fitting:
            (unfit if wheels else missing).append(f"{entry.name} {entry.version}")
    return Chosen(tuple(chosen), tuple(lacking), tuple(_problems(missing, unfit, changed, taker)))


def _problems(missing: list[str], unfit: list[str], changed: list[str], taker: Taker) -> Iterator[str]:
    if missing:
        yield f"{_counted(missing, 'wheel is', 'wheels are')} missing ({_listed(missing)})"
    if unfit:
        yield (
            f"{_counted(unfit, 'package has', 'packages have')} no wheel for {taker.described}, only for others "
            f"({_listed(unfit)})"
        )
    if changed:
        yield f"{_counted(changed, 'wheel has', 'wheels have')} another hash than the lock ({_listed(changed)})"


def _by_package(files: Iterable[str]) -> dict[tuple[str, str], list[_Wheel]]:
    """The wheels among *files* by their package's name and version; what is no wheel is left out."""
    found: dict[tuple[str, str], list[_Wheel]] = {}
    for file in sorted(files):
        try:
            name, version, build, tags = parse_wheel_filename(file)
        except (InvalidWheelFilename, InvalidVersion):
            continue
        found.setdefault((canonicalize_name(name), str(version)), []).append(_Wheel(file, tags, build))
    return found


def _normal(version: str) -> str:
    """*version* as the names of wheels have it."""
    try:
        return str(Version(version))
    except InvalidVersion:
        return version


def _latest_first(build: tuple[()] | tuple[int, str]) -> tuple[int, str]:
    """The key that puts the highest build number of a wheel first, as pip does."""
    number, rest = build or (0, "")
    return -number, rest


def _counted(names: list[str], one: str, many: str) -> str:
    return f"{len(names)} {one if len(names) == 1 else many}"


def _listed(names: list[str]) -> str:
    rest = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {rest} more" if rest > 0 else "")
