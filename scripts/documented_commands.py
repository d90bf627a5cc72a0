"""Print the commands of a page that are marked as run by somebody, as one shell script.

A block of commands has a comment before it that says what becomes of it: ``<!-- run: word -->``, ``<!-- not run: why -->``, or
``<!-- file: path -->`` (it shows that file, which a test compares). The words are ``build`` (``make build`` runs it), and those of
``make molecule``: ``controller``, ``hosts``, ``rootless`` and ``uninstall``.
"""

from __future__ import annotations

import argparse
import re
import typing as t
from pathlib import Path

BLOCK = re.compile(
    r"^(?:<!-- (?P<mark>run|not run|file): (?P<what>.+?) -->\n)?```(?P<language>\w+)\n(?P<text>.*?)^```$", re.M | re.S
)


class Block(t.NamedTuple):
    """A fenced block of a page."""

    mark: str  # run, not run, file; "" without a comment
    what: str  # who runs it, why not, or the path from the top of the repository
    language: str
    text: str


def blocks_of(page: str) -> list[Block]:
    """The fenced blocks of the Markdown text *page*, in order."""
    return [Block(*(found[name] or "" for name in Block._fields)) for found in BLOCK.finditer(page)]


def main() -> None:
    """Print what is marked with the wanted word."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=Path, help="a Markdown file")
    parser.add_argument("word", help="who runs the commands")
    arguments = parser.parse_args()
    for block in blocks_of(arguments.page.read_text(encoding="utf-8")):
        if (block.mark, block.what) == ("run", arguments.word):
            print(block.text, end="")


if __name__ == "__main__":
    main()
