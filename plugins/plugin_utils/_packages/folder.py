# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of wheels on the controller, or an archive of one, and what is in it."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import tarfile
import tempfile
import typing as t
import zlib
from pathlib import Path

from .errors import PackagesError

if t.TYPE_CHECKING:
    from collections.abc import Iterator

WHEEL = ".whl"


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Path]:
    """The folder of wheels that *path* is, or the wheels of the archive that it is, unpacked as long as this is open.

    :raises PackagesError: when it is neither; the text goes on after its name.
    """
    if path.is_dir():
        yield path
        return
    if not path.exists():
        raise PackagesError("does not exist on the controller")
    with tempfile.TemporaryDirectory(prefix="litellm-wheels-") as name:
        _unpack(path, Path(name))
        yield Path(name)


def digests(folder: Path) -> dict[str, str]:
    """The wheels of *folder*: file name to SHA-256 in hexadecimal.

    :raises PackagesError: when one cannot be read.
    """
    try:
        return {file.name: _digest(file) for file in sorted(folder.glob(f"*{WHEEL}")) if file.is_file()}
    except OSError as error:
        raise PackagesError(f"cannot be read ({error.strerror}: {error.filename})") from error


def _digest(file: Path) -> str:
    found = hashlib.sha256()
    with file.open("rb") as content:
        while block := content.read(1 << 20):
            found.update(block)
    return found.hexdigest()


def _unpack(archive: Path, folder: Path) -> None:
    """Put the wheels of *archive* into *folder*, in whatever folders of it they are. Nothing else of it is looked at."""
    try:
        with tarfile.open(archive) as content:
            for member in content:
                name = Path(member.name).name
                file = content.extractfile(member) if member.isfile() and name.endswith(WHEEL) else None
                if file:
                    with (folder / name).open("wb") as target:
                        shutil.copyfileobj(file, target, 1 << 20)
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise PackagesError("is neither a folder nor an archive (.tar or .tar.gz), or only half of one") from error
    except OSError as error:
        raise PackagesError(f"cannot be read on the controller ({error.strerror or error})") from error
