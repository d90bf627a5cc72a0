# SPDX-License-Identifier: GPL-3.0-or-later
"""A virtual environment as data: its packages, what its Python runs whenever it starts, and what is wrong with both. Pure."""

from __future__ import annotations

import json
import re
import typing as t
from dataclasses import asdict, dataclass

SHOWN = 5
"""How many files or packages of a kind one sentence names."""


@dataclass(frozen=True)
class Package:
    """One package of an installation.

    :param name: as it calls itself.
    :param record: SHA-256, in hexadecimal, of its list of files with their digests (``RECORD``); empty without one.
    """

    name: str
    version: str
    record: str


@dataclass(frozen=True)
class StartFile:
    """A file that Python reads, or runs, each time that it starts.

    :param digest: SHA-256 in hexadecimal.
    :param code: the lines of it that Python runs; for a module, which it runs as a whole, its name.
    :param package: the package that lists it with this digest; empty: none does.
    """

    path: str
    digest: str
    code: tuple[str, ...]
    package: str


@dataclass(frozen=True)
class Installation:
    """What is in a virtual environment.

    :param python: the version that it says it was made with.
    :param shares: whether its Python also sees the packages of the Python that it was made with.
    :param missing: files that packages list and that are not there; with *changed* only where every file was looked at.
    :param changed: files whose text is not the listed one.
    """

    python: str
    shares: bool
    packages: tuple[Package, ...]
    start_files: tuple[StartFile, ...]
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


class Harmless(t.NamedTuple):
    """Lines of ``.pth`` files that Python may run.

    :param line: what one of them looks like, from its beginning to its end.
    :param reason: who writes it, and what it is for.
    """

    line: re.Pattern[str]
    reason: str


KNOWN_MODULES = {
    "43d81125d92376b1a69d53a71126a041cc9a18d8080e92dea0a2ae23be138b1e": "sitecustomize.py of Debian and Ubuntu, which looks for apport",
    "6cf30c56faf2a55228914dbbd17f8088ed371ebb08f5e7fa6fd931f913fcaf1d": "_virtualenv.py of uv 0.5 to 0.11, which keeps distutils "
    "from installing elsewhere",
    "cfb3db86aaa53bb62b5ff764970bec2d71c9228590a0ebec57f6ec926cc0bf1a": "_virtualenv.py of uv 0.12",
}
"""SHA-256 of modules that may run at each start, each with who writes it."""

_WORD = r"'[A-Za-z_][A-Za-z0-9_.]*'"

HARMLESS = (
    Harmless(
        re.compile("import _virtualenv"),
        "_virtualenv.pth of uv and virtualenv; the module that it names is looked at as well",
    ),
    Harmless(
        re.compile(
            re.escape(
                "import os; var = 'SETUPTOOLS_USE_DISTUTILS'; enabled = os.environ.get(var, 'local') == 'local'; "
                "enabled and __import__('_distutils_hack').add_shim();"
            )
        ),
        "distutils-precedence.pth of setuptools, which older Pythons put into each new environment: its distutils comes first",
    ),
    Harmless(
        re.compile(
            r"import sys, types, os;has_mfs = sys\.version_info > \(3, 5\);"
            r"p = os\.path\.join\(sys\._getframe\(1\)\.f_locals\['sitedir'\], \*\((?:WORD, ?)+(?:WORD)?\)\);"
            r"importlib = has_mfs and __import__\('importlib\.util'\);"
            r"has_mfs and __import__\('importlib\.machinery'\);"
            r"m = has_mfs and sys\.modules\.setdefault\(WORD, importlib\.util\.module_from_spec\("
            r"importlib\.machinery\.PathFinder\.find_spec\(WORD, \[os\.path\.dirname\(p\)\]\)\)\);"
            r"m = m or sys\.modules\.setdefault\(WORD, types\.ModuleType\(WORD\)\);"
            r"mp = \(m or \[\]\) and m\.__dict__\.setdefault\('__path__',\[\]\);"
            r"\(p not in mp\) and mp\.append\(p\)"
            r"(?:;m and setattr\(sys\.modules\[WORD\], WORD, m\))?".replace("WORD", _WORD)
        ),
        "-nspkg.pth that setuptools wrote for packages which share the beginning of their name: joins their folders",
    ),
)


def start_problems(
    installation: Installation, packages: t.Collection[str] | None, accepted: t.Collection[str]
) -> list[str]:
    """What runs whenever the Python of *installation* starts, and should not; a sentence each.

    :param packages: names of the packages that may bring files for it; None: any that is installed.
    :param accepted: SHA-256 of files that the operator accepts.
    """
    wanted = None if packages is None else set(map(normalized, packages))
    found = (
        ["its Python also sees the packages of the Python that it was made with (pyvenv.cfg)"]
        if installation.shares
        else []
    )
    for file in installation.start_files:
        if file.digest in accepted or file.digest in KNOWN_MODULES:
            continue
        # That a package brings it is no excuse: LiteLLM 1.82.8 brought its thief, and listed it.
        foreign = [line for line in file.code if not any(known.line.fullmatch(line.strip()) for known in HARMLESS)]
        brought = bool(file.package) and (wanted is None or normalized(file.package) in wanted)
        if foreign:
            whose = f"{file.package} brings it" if file.package else "no package brings it"
            found.append(f"{file.path} runs whenever its Python starts, and {whose}; {_accepting(file)}")
        elif not file.code and not brought:
            whose = f"{file.package} brings it, which is not in the lock" if file.package else "no package brings it"
            found.append(f"{file.path} leads its Python to other folders, and {whose}; {_accepting(file)}")
    return found


def _accepting(file: StartFile) -> str:
    """What to do where a file is meant."""
    return f"where that is meant, add {file.digest} to litellm_accepted_start_files"


def bill_of(installation: Installation) -> str:
    """The bill of materials of *installation*, as the text of a file."""
    packages = [asdict(package) for package in installation.packages]
    return json.dumps({"python": installation.python, "packages": packages}, indent=1) + "\n"


def bill_differences(installation: Installation, bill: str) -> list[str]:
    """What is otherwise in *installation* than its bill of materials says; a sentence for each package.

    :param bill: text that ``bill_of`` made.
    """
    try:
        listed = _by_name(Package(**entry) for entry in json.loads(bill)["packages"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return ["its bill of materials is damaged"]
    there = _by_name(installation.packages)
    found = []
    for name in sorted({*listed, *there}):
        was, now = listed.get(name, []), there.get(name, [])
        if not was:
            found.append(f"{now[0].name} {_versions(now)} was added")
        elif not now:
            found.append(f"{was[0].name} {_versions(was)} is missing")
        elif _versions(was) != _versions(now):
            found.append(f"{now[0].name} is {_versions(now)}, and was installed as {_versions(was)}")
        elif was != now:
            found.append(f"{now[0].name} {_versions(now)} lists other files than it was installed with")
    return found


def _by_name(packages: t.Iterable[Package]) -> dict[str, list[Package]]:
    """Name, as registries compare it, to what is installed under it: one package, unless somebody added another."""
    found: dict[str, list[Package]] = {}
    for package in packages:
        found.setdefault(normalized(package.name), []).append(package)
    return found


def _versions(packages: t.Iterable[Package]) -> str:
    return " and ".join(package.version for package in packages)


def file_differences(installation: Installation) -> list[str]:
    """What packages of *installation* list and do not have, as sentences."""
    found = []
    for files, what in ((installation.missing, "missing"), (installation.changed, "edited")):
        if files:
            more = f" and {len(files) - SHOWN} more" if len(files) > SHOWN else ""
            found.append(f"{what}: {', '.join(files[:SHOWN])}{more}")
    return found


def normalized(name: str) -> str:
    """The name of a package as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()
