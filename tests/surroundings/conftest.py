"""A place below which everything of a test lies, and a folder for temporary files where nothing can be executed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import typing as t
from pathlib import Path

import pytest


@pytest.fixture
def root() -> t.Iterator[Path]:
    """A folder that every account may enter, without blanks and short enough for a socket's path."""
    path = Path(tempfile.mkdtemp(prefix="llmops-", dir="/var/tmp"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


@pytest.fixture
def temporary(root: Path) -> t.Iterator[str]:
    """A folder for temporary files that nothing can be executed in; one that is missing where none can be mounted."""
    folder = root / "noexec"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "noexec,mode=1777", "tmpfs", str(folder)]
    mounted = subprocess.run(command, capture_output=True, check=False) if os.geteuid() == 0 else None  # noqa: S603
    if mounted and mounted.returncode == 0:
        yield str(folder)
        subprocess.run(["umount", str(folder)], check=True)  # noqa: S603, S607 - what was mounted above
    else:
        print("TMPDIR is a folder that is missing: one without execution cannot be mounted here.")
        folder.rmdir()
        yield str(folder)
