# SPDX-License-Identifier: GPL-3.0-or-later
"""Get wheels from a package registry into a folder of the controller, by their hashes, for a host or for this machine."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import tempfile
import typing as t
from pathlib import Path

from ...module_utils._litellm_names import PYTHON_PROGRAMS
from .errors import PackagesError
from .wheels import abi, platforms

if t.TYPE_CHECKING:
    from collections.abc import Iterable

    from .lock import Entry, Target

PYTHONS = (sys.executable, "python3", *reversed(PYTHON_PROGRAMS))
"""Where to look for a pip, best first."""

_SETTINGS = {
    "PIP_CONSTRAINT": os.devnull,
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_DRY_RUN": "0",
    "PIP_NO_INPUT": "1",
    "PIP_REQUIRE_VIRTUALENV": "0",
}
"""What pip's configuration may say otherwise. Mirrors, proxies and certificates stay as they are there."""
_LAST_LINES = 3


def download(entries: Iterable[Entry], target: Target | None, folder: Path, timeout: int) -> None:
    """Download the wheel of each package into *folder*.

    :param entries: of a lock. Their markers are not asked again, for pip would ask them of this machine.
    :param target: host that the wheels are for; None for this machine.
    :param timeout: in seconds, for all of them together.
    :raises PackagesError: when one cannot be had; with the last lines that pip says.
    """
    text = requirements(entries)
    if not text:
        return
    with tempfile.TemporaryDirectory(prefix="litellm-fetch-") as name:
        listed, arrived = Path(name) / "requirements.txt", Path(name) / "wheels"
        listed.write_text(text, encoding="utf-8")
        run([*_pip(), *arguments(target), f"--dest={arrived}", f"--requirement={listed}"], timeout, "pip", _SETTINGS)
        # All or nothing, so that a folder has no half of a wheel.
        for wheel in arrived.iterdir():
            shutil.move(wheel, folder / wheel.name)


def arguments(target: Target | None) -> list[str]:
    """What to tell pip about whom the wheels are for, and that nothing but them may come."""
    common = ["download", "--quiet", "--no-deps", "--require-hashes", "--only-binary=:all:"]
    if target is None:
        return common
    return [
        *common,
        "--implementation=cp",
        f"--python-version={target.python}",
        f"--abi={abi(target)}",
        *(f"--platform={each}" for each in platforms(target)),
    ]


def requirements(entries: Iterable[Entry]) -> str:
    """The lines that ask for each package by its hashes."""
    lines = [
        f"{entry.name}{f' @ {entry.address}' if entry.address else f'=={entry.version}'}"
        + "".join(f" --hash={each}" for each in entry.hashes)
        for entry in entries
    ]
    return "".join(f"{line}\n" for line in lines)


def run(command: list[str], timeout: int, name: str, settings: dict[str, str] | None = None) -> None:
    """Run a program of the controller.

    :param name: how messages call it.
    :param settings: further environment variables.
    :raises PackagesError: when it fails, with the last lines that it prints, or takes longer than *timeout* seconds.
    """
    environment = {**os.environ, **(settings or {})}
    try:
        subprocess.run(  # noqa: S603 - a list, of a program that this room names
            command, check=True, capture_output=True, text=True, timeout=timeout, env=environment, cwd="/"
        )
    except subprocess.CalledProcessError as error:
        said = [line.strip() for line in f"{error.stdout}\n{error.stderr}".splitlines() if line.strip()]
        raise PackagesError(f"{name} failed on the controller: {' '.join(said[-_LAST_LINES:])}") from error
    except subprocess.TimeoutExpired as error:
        raise PackagesError(f"{name} took longer than {timeout} seconds on the controller") from error
    except OSError as error:
        raise PackagesError(f"{name} cannot be started on the controller ({error.strerror})") from error


@functools.cache
def _pip() -> tuple[str, ...]:
    """The command of a pip of this machine."""
    for name in PYTHONS:
        path = shutil.which(name)
        if not path:
            continue
        command = (path, "-I", "-m", "pip")
        try:
            run([*command, "--version"], 60, "pip")
        except PackagesError:
            continue
        return command
    raise PackagesError("there is no pip on the controller, which fetches packages; install one (python3-pip)")
