"""The project's Makefile, and what it can be asked for."""

from __future__ import annotations

import re
import subprocess
import typing as t
from pathlib import Path

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
_RULES = re.findall(r"^([a-z][a-z -]*):(?! +(?:export )?[A-Z_]+ [:?]?=)", MAKEFILE, flags=re.MULTILINE)
TARGETS = {target for rule in _RULES for target in rule.split()}


def recipe_of(*targets: str) -> str:
    """The commands that make would run for *targets*."""
    command: t.Sequence[str] = ("make", "--dry-run", "--always-make", *targets)
    return subprocess.check_output(command, cwd=ROOT, text=True)  # noqa: S603 - nothing is run
