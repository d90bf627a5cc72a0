"""Writes ``docs/changes.md`` from the known changes of behaviour; ``--check`` only says whether it is up to date."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import generated_files

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / ".collections"))

# ruff: noqa: E402  (path above)
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.changes import CHANGES, Change

PAGE = ROOT / "docs" / "changes.md"
HEAD = """\
# What LiteLLM does otherwise

Behaviour that is another one since a version, for the same configuration. A run that [changes the
version](operations.md#another-version-of-litellm) tells what of it concerns the configuration of each host, and asks for a word. Keys that
came or went and defaults that changed are told too; they are in what the collection knows of each version, and not here.

<!-- Written by scripts/generate_changes.py from plugins/plugin_utils/_known/changes.py. -->
"""
_CODE = re.compile(r"[\w./]*(?:\w_\w|\w\.py|/metrics)[\w./]*(?:=false|: (?:true|false))?")


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *map(section, reversed(CHANGES))])


def section(change: Change) -> str:
    """One change."""
    return f"## {change.since}: {change.name}\n\n{sentence(change.sentence)} {sentence(change.remedy)}\n\nSource: {sentence(change.source)}\n"


def sentence(text: str) -> str:
    """*text* with names as code, a capital letter and a full stop."""
    marked = _CODE.sub(lambda match: f"`{match[0]}`", text)
    return f"{marked[0].upper()}{marked[1:]}."


def main() -> int:
    """Write the page, or compare it."""
    return generated_files.write(lambda: {PAGE: page()})


if __name__ == "__main__":
    sys.exit(main())
