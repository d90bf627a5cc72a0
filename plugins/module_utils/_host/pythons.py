# SPDX-License-Identifier: GPL-3.0-or-later
"""Find a Python on a host that LiteLLM runs on, and tell what packages are chosen for. Starts nothing but probes."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import typing as t

from .._litellm_names import PYTHON_PROGRAMS, SUPPORTED_PYTHONS
from .files import text_of

OS_RELEASE = "/etc/os-release"

PYTHONS = ("/usr/bin/python3", "python3", *PYTHON_PROGRAMS[-2::-1], PYTHON_PROGRAMS[-1])
"""Where to look for a Python that LiteLLM runs on, best first: a distribution's own is the fastest one."""

_OLDEST, _NEWEST = (tuple(map(int, version.split("."))) for version in SUPPORTED_PYTHONS)

PYTHON_PROBE = (
    "import importlib.util as u, os, sys; "
    f"print(os.path.realpath(sys.executable) if {_OLDEST} <= sys.version_info[:2] <= {_NEWEST} else '', "
    "int(all(map(u.find_spec, ('venv', 'ensurepip')))), '%d.%d.%d' % sys.version_info[:3], sep='\\n')"
)

PACKAGES = {
    "debian": ("python3-venv",),
    "ubuntu": ("python3-venv",),
    "rhel": ("python3.12",),
    "fedora": ("python3",),
}
"""Packages that bring a usable Python with its ``venv``, by ``ID`` or ``ID_LIKE`` of os-release."""


class Python(t.NamedTuple):
    """What to build virtual environments with.

    :param path: empty when there is none yet.
    :param packages: of the distribution, that bring it or its ``venv``.
    :param version: its version, ``3.11.2``; of one that a package is to bring as far as the package's name tells, or empty.
    """

    path: str
    packages: tuple[str, ...]
    version: str = ""


def find_python(chosen: str, shared: bool) -> Python:
    """A Python on this host that LiteLLM runs on, and the packages to install where it or its ``venv`` is missing.

    :param chosen: the operator's choice, name or path; empty to look for one.
    :param shared: whether another user must be able to run it; one below a closed home folder is passed over.
    """
    found = _distribution_packages()
    packages = found if not chosen or chosen in found else ()
    bare = Python("", packages, _version_of_package(packages))
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
        if len(lines) != 3 or not lines[0] or (shared and not _open_to_all(lines[0])):
            continue
        if lines[1] == "1":
            return Python(path, (), lines[2])
        bare = bare if bare.path else Python(path, packages, lines[2])
    return bare


def installed_version(environment: str) -> str:
    """The version of a virtual environment's Python, as the environment's own file has it; empty where it has none."""
    found = re.search(
        r"^version(?:_info)? *= *(\d+\.\d+\.\d+)", text_of(f"{environment}/pyvenv.cfg") or "", re.MULTILINE
    )
    return found[1] if found else ""


def package_target(python: str) -> dict[str, str]:
    """What packages are chosen for on this host: ``python``, ``machine``, and ``libc``, the version of the GNU C library or
    empty where there is another one.

    :param python: version of the Python that gets them; empty when nobody knows it yet.
    """
    try:
        name, _blank, libc = (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")
    except ValueError:
        name, libc = "", ""
    return {"python": python, "machine": os.uname().machine, "libc": libc if name == "glibc" else ""}


def _version_of_package(packages: tuple[str, ...]) -> str:
    """``3.12`` of the package python3.12; empty where the name does not tell."""
    found = re.fullmatch(r"python(\d+\.\d+)", packages[0]) if packages else None
    return found[1] if found else ""


def _open_to_all(path: str) -> bool:
    """Whether every user may enter all folders above *path*."""
    while path != "/":
        path = os.path.dirname(path)
        if not os.stat(path).st_mode & stat.S_IXOTH:
            return False
    return True


def _distribution_packages() -> tuple[str, ...]:
    release = text_of(OS_RELEASE) or ""
    values = dict(line.split("=", 1) for line in release.splitlines() if "=" in line)
    ids = f"{values.get('ID', '')} {values.get('ID_LIKE', '')}".replace('"', "").split()
    return next((PACKAGES[name] for name in ids if name in PACKAGES), ())
