"""The module litellm_files, run as Ansible runs it."""

from __future__ import annotations

import getpass
import grp
import os
import stat
import typing as t
from pathlib import Path

from ansible_collections.llmops.litellm.plugins.modules import litellm_files

from tests.unit.plugins.modules.conftest import Run

GROUP = grp.getgrgid(os.getgid()).gr_name


def file(path: Path, content: str, mode: str = "0640") -> dict[str, str]:
    """One file, as the module takes it."""
    return {"path": str(path), "owner": getpass.getuser(), "group": GROUP, "mode": mode, "content": content}


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_files_are_written_and_a_second_run_leaves_them_alone(run_module: Run, tmp_path: Path) -> None:
    new, edited = tmp_path / "new", tmp_path / "edited"
    edited.write_text("by hand")
    files = [file(new, "model_list: []\n# größer\n"), file(edited, "declared", "0644")]
    done = run_module(litellm_files, files=files)
    assert (done["changed"], done["written"]) == (True, [str(new), str(edited)])
    assert [new.read_text(encoding="utf-8"), edited.read_text()] == ["model_list: []\n# größer\n", "declared"]
    assert [mode_of(new), mode_of(edited)] == [0o640, 0o644]
    before = new.stat()
    again = run_module(litellm_files, files=files)
    assert (again["changed"], again["written"]) == (False, [])
    assert new.stat() == before


def test_another_mode_is_put_right_in_place(run_module: Run, tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    run_module(litellm_files, files=[file(path, "text")])
    path.chmod(0o666)
    inode = path.stat().st_ino
    assert run_module(litellm_files, files=[file(path, "text")])["written"] == [str(path)]
    assert (mode_of(path), path.stat().st_ino) == (0o640, inode)


def test_check_mode_tells_and_writes_nothing(run_module: Run, tmp_path: Path) -> None:
    options: dict[str, t.Any] = {"files": [file(tmp_path / "new", "text")], "_ansible_check_mode": True}
    assert run_module(litellm_files, **options)["written"] == [str(tmp_path / "new")]
    assert list(tmp_path.glob("new")) == []


def test_a_folder_that_is_missing_is_a_sentence(run_module: Run, tmp_path: Path) -> None:
    result = run_module(litellm_files, files=[file(tmp_path / "no" / "file", "text")])
    assert result["failed"]
    assert result["msg"] == f"{tmp_path}/no/file cannot be written: No such file or directory."


def test_a_file_that_cannot_be_replaced_stays_and_nothing_is_left(run_module: Run, tmp_path: Path) -> None:
    (tmp_path / "path" / "kept").mkdir(parents=True)
    result = run_module(litellm_files, files=[file(tmp_path / "path", "text")])
    assert result["msg"] == f"{tmp_path}/path cannot be written: Is a directory."
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".ansible_tmp")] == []
