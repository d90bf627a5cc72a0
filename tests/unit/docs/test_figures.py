"""The page of figures names every benchmark, and none that is not there."""

from __future__ import annotations

import re
from pathlib import Path

PROJECT = Path(__file__).parents[3]
PAGE = (PROJECT / "docs" / "figures.md").read_text(encoding="utf-8")
MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")


def test_the_page_names_every_benchmark() -> None:
    targets = set(re.findall(r"^(bench-[a-z]+):(?! export)", MAKEFILE, re.MULTILINE))
    assert targets
    assert set(re.findall(r"`make (bench-[a-z]+)", PAGE)) == targets
