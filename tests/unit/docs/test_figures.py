"""The page of figures names every benchmark, and none that is not there."""

from __future__ import annotations

import re
from pathlib import Path

PROJECT = Path(__file__).parents[3]
PAGE = (PROJECT / "docs" / "figures.md").read_text(encoding="utf-8")
MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^(bench-[a-z]+):(?! export)", MAKEFILE, re.MULTILINE))


def test_all_but_three_run_one_after_the_other() -> None:
    (together,) = re.findall(r"^BENCHES := (.*)", MAKEFILE, re.MULTILINE)
    assert {*together.split(), "bench-soak", "bench-keys", "bench-before"} == TARGETS


def test_the_page_names_every_benchmark() -> None:
    assert TARGETS
    assert set(re.findall(r"`make (bench-[a-z]+)", PAGE)) == TARGETS
