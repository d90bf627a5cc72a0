"""Which releases are due to be taken in."""

from __future__ import annotations

import runpy
from pathlib import Path

due = runpy.run_path(str(Path(__file__).parents[3] / "scripts" / "newest_releases.py"))["due"]
KNOWN = {"1.99": "1.99.4", "1.106": "1.106.2"}


def test_nothing_is_due_where_the_newest_of_each_line_is_known() -> None:
    assert due(["1.106.2", "1.106.1", "1.99.4", "1.100.7"], KNOWN) == []


def test_the_newest_patch_of_each_line_and_of_the_newest_line_is_due() -> None:
    there = ["1.108.2", "1.108.10", "1.107.3", "1.106.10", "1.106.9", "1.100.7", "1.99.4", "1.99.4.post1"]
    assert due(there, KNOWN) == ["1.99.4.post1", "1.106.10", "1.108.10"]


def test_a_pre_release_or_a_denied_one_is_not() -> None:
    there = ["1.107.0", "1.106.3", "1.106.4rc1", "1.108.0a1", "Available", "versions:", ""]
    assert due(there, KNOWN, lambda version: "an attack" if version.startswith("1.107") else None) == ["1.106.3"]


def test_an_older_one_than_the_known_one_is_not() -> None:
    assert due(["1.106.1", "1.99.3"], KNOWN) == []
