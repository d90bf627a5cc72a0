"""What a script does with the files that it generates."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

write = runpy.run_path(str(Path(__file__).parents[3] / "scripts" / "generated_files.py"))["write"]


def test_a_check_names_the_files_that_differ_and_writes_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["scripts/generate_pages.py", "--check"])
    same, other, missing = (tmp_path / name for name in ("same.md", "other.md", "missing.md"))
    same.write_text("new")
    other.write_text("old")
    assert write(lambda: dict.fromkeys((same, other, missing), "new")) == 1
    said = [f"{path} is not what generate_pages.py writes" for path in (other, missing)]
    assert capsys.readouterr().err.splitlines() == said
    assert other.read_text() == "old"
    assert not missing.exists()


def test_a_file_that_is_made_from_another_is_written_once_that_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["scripts/generate_pages.py"])
    first, second = tmp_path / "first.md", tmp_path / "second.md"
    assert write(lambda: {second: f"after {first.exists()}", first: "é"}) == 0
    assert (first.read_text(encoding="utf-8"), second.read_text()) == ("é", "after True")
    monkeypatch.setattr(sys, "argv", ["scripts/generate_pages.py", "--check"])
    assert write(lambda: {second: "after True", first: "é"}) == 0
    assert capsys.readouterr().err == ""
