"""Writes files that a script generates; with ``--check`` on its command line only says whether they are up to date."""

from __future__ import annotations

import sys
import typing as t
from pathlib import Path


def write(texts: t.Callable[[], dict[Path, str]]) -> int:
    """Write what *texts* returns, file to text, until it returns what is there, as one text may be made from another file.

    :return: what the script ends with: 1 where ``--check`` finds a file that is not up to date.
    """
    while stale := {path: text for path, text in texts().items() if not path.is_file() or path.read_text() != text}:
        if "--check" in sys.argv[1:]:
            return 1
        for path, text in stale.items():
            path.write_text(text)
    return 0
