"""Input files of the controller."""

from __future__ import annotations

from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._language import source_files
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report


def problem(path: Path) -> str:
    report = Report(RULES)
    assert source_files.read_source(str(path), report.at("env_file"), "the name") is None
    (found,) = report.problems
    return str(found)


def test_text_is_kept_character_for_character(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes("\ufeffä\r\n".encode())
    source = source_files.read_source(str(path), Report(RULES).at("env_file"))
    assert source
    assert (source.name, source.text) == (str(path), "\ufeffä\r\n")
    assert "ä" not in repr(source)


def test_what_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert problem(tmp_path / "missing") == "env_file: the name cannot be read: No such file or directory"
    assert problem(tmp_path) == "env_file: the name cannot be read: Is a directory"
    (tmp_path / "latin").write_bytes(b"a\nb\xff")
    assert problem(tmp_path / "latin") == "env_file (line 2): the name is not UTF-8 text"
    monkeypatch.setattr(source_files, "_LARGEST", 1)
    assert "is larger than" in problem(tmp_path / "latin")
