"""Writes files that a script generates; with ``--check`` on its command line only says whether they are up to date."""

from __future__ import annotations

import sys
import typing as t
from pathlib import Path


def write(texts: t.Callable[[], dict[Path, str]]) -> int:
    """Write what *texts* returns, file to text, until it returns what is there, as one text may be made from another file.

    :return: what the script ends with: 1 where ``--check`` finds files that are not up to date, and names them.
    """
    while stale := {path: text for path, text in texts().items() if _read(path) != text}:
        if "--check" in sys.argv[1:]:
            for path in stale:
                print(f"{path} is not what {Path(sys.argv[0]).name} writes", file=sys.stderr)
            return 1
        for path, text in stale.items():
            path.write_text(text, encoding="utf-8")
    return 0


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
