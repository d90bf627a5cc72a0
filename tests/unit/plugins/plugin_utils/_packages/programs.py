"""Wheels, and programs in the place of pip and uv that handle them without a registry."""

from __future__ import annotations

import hashlib
import os
import sys
import textwrap
import typing as t
import zipfile

if t.TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

UV = """
    import pathlib, sys, zipfile
    words = dict(word.split("=", 1) for word in sys.argv if word.startswith("--") and "=" in word)
    if sys.argv[1] == "venv":
        place = pathlib.Path(sys.argv[-1])
        (place / "bin").mkdir(parents=True)
        (place / "bin" / "python").touch()
        (place / "lib" / "python3.99" / "site-packages").mkdir(parents=True)
        (place / "lib" / "python3.99" / "site-packages" / "_virtualenv.pth").touch()
        (place / "pyvenv.cfg").touch()
    else:
        place = pathlib.Path(words["--python"]).parent.parent
        for wheel in sorted(pathlib.Path(words["--find-links"]).iterdir()):
            zipfile.ZipFile(wheel).extractall(place / "lib" / "python3.99" / "site-packages")
            script = place / "bin" / wheel.name.split("-")[0]
            script.write_text("#!/bin/sh\\n")
            script.chmod(0o755)
        (place / "share").mkdir(exist_ok=True)
"""
"""Lays wheels out as uv does, each with a command of its package's name."""


def program(path: Path, text: str) -> Path:
    """An executable Python program at *path*."""
    path.write_text(f"#!{sys.executable}\n{textwrap.dedent(text)}", encoding="utf-8")
    path.chmod(0o755)
    return path


def wheel(folder: Path, name: str, files: Mapping[str, str]) -> str:
    """Write the wheel *name* of *files* into *folder*.

    :return: its SHA-256 in hexadecimal.
    """
    with zipfile.ZipFile(folder / name, "w") as content:
        for file, text in files.items():
            content.writestr(file, text)
    return hashlib.sha256((folder / name).read_bytes()).hexdigest()


def path_with(folder: Path) -> str:
    """``PATH`` with the programs of *folder* before all others."""
    return f"{folder}{os.pathsep}{os.environ['PATH']}"
