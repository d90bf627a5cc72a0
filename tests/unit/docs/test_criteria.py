"""The page of criteria names tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.unit.makefile import TARGETS

ROOT = Path(__file__).parents[3]
ROWS = [
    line
    for line in (ROOT / "docs" / "criteria.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith(("| ---", "| Case", "| Criterion", "| Item"))
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip())
def test_what_shows_a_criterion_is_there(row: str) -> None:
    shown_by = re.findall(r"`([^`]+)`", row.split("|")[3])
    files = [name for name in shown_by if "/" in name]
    targets = [name.removeprefix("make ") for name in shown_by if name.startswith("make ")]
    assert files or targets
    assert all((ROOT / name).is_file() for name in files), files
    assert set(targets) <= TARGETS
