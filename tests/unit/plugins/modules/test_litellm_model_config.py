"""The host's half: one file, written in one step."""

from __future__ import annotations

import functools
import os
import stat
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.modules import litellm_model_config as module

from tests.unit.plugins.modules.conftest import Run

CONTENT = "model_list: []\n"


@pytest.fixture
def run(run_module: Run) -> Run:
    """Run the module and return its result."""
    return functools.partial(run_module, module, _ansible_diff=True)


def test_writes_changes_and_leaves_alone(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    first = run(path=str(path), rendered=CONTENT, mode="0640")
    assert (first["changed"], path.read_text(), stat.S_IMODE(path.stat().st_mode)) == (True, CONTENT, 0o640)
    assert first["diff"][0] == {"before": "", "after": CONTENT, "before_header": str(path), "after_header": str(path)}
    inode = path.stat().st_ino
    again = run(path=str(path), rendered=CONTENT, mode="0640")
    assert (again["changed"], again["diff"], path.stat().st_ino) == (False, [], inode)
    assert "backup_file" not in again
    changed = run(path=str(path), rendered=CONTENT * 2, mode="0640", backup=True)
    assert (changed["changed"], path.read_text()) == (True, CONTENT * 2)
    with open(changed["backup_file"]) as stream:
        assert stream.read() == CONTENT
    assert path.stat().st_ino != inode


def test_permissions_alone_are_a_change(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(CONTENT)
    path.chmod(0o644)
    checked = run(path=str(path), rendered=CONTENT, mode="0600", _ansible_check_mode=True)
    assert (checked["changed"], stat.S_IMODE(path.stat().st_mode)) == (True, 0o644)
    done = run(path=str(path), rendered=CONTENT, mode="0600")
    assert (done["changed"], stat.S_IMODE(path.stat().st_mode)) == (True, 0o600)
    assert done["diff"][0]["after"]["mode"] == "0600"


def test_check_mode_writes_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    result = run(path=str(path), rendered=CONTENT, mode="0640", _ansible_check_mode=True)
    assert (result["changed"], result["diff"][0]["after"], path.exists()) == (True, CONTENT, False)
    path.write_text("old")
    result = run(path=str(path), rendered=CONTENT, backup=True, _ansible_check_mode=True)
    assert (result["changed"], path.read_text(), os.listdir(tmp_path)) == (True, "old", ["config.yaml"])
    assert run(path=str(tmp_path / "not yet" / "c.yaml"), rendered=CONTENT, _ansible_check_mode=True)["changed"]


def test_an_old_file_of_any_bytes_is_replaced(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_bytes(b"\xff\xfe")
    assert run(path=str(path), rendered=CONTENT)["changed"]
    assert path.read_text() == CONTENT


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "is a directory; write the name of the file."),
        ("missing/config.yaml", "create it first."),
        ("file/config.yaml", "create it first."),
    ],
)
def test_places_that_cannot_be_written(run: Run, tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "file").write_text("")
    result = run(path=str(tmp_path / name), rendered=CONTENT)
    assert result["failed"]
    assert result["msg"].startswith("path: ")
    assert result["msg"].endswith(message)


def test_errors_of_the_system_are_one_sentence(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(module, "current_text", refuse)
    result = run(path=str(tmp_path / "f"), rendered=CONTENT)
    assert result["msg"] == f"path: {tmp_path}/f cannot be written: Permission denied."


def test_it_is_not_for_use_without_its_action_plugin(run: Run, tmp_path: Path) -> None:
    for args in ({"path": str(tmp_path / "f")}, {"rendered": CONTENT}):
        assert "through its action plugin" in run(**args)["msg"]
