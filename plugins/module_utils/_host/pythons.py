# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""Find a Python on a host that LiteLLM runs on. Starts nothing but probes."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import typing as t

from .files import text_of

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
    release = text_of(OS_RELEASE) or ""
    values = dict(line.split("=", 1) for line in release.splitlines() if "=" in line)
    ids = f"{values.get('ID', '')} {values.get('ID_LIKE', '')}".replace('"', "").split()
    return next((PACKAGES[name] for name in ids if name in PACKAGES), ())
