# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The host's half: one file, written in one step."""

from __future__ import annotations

import json
import os
import stat

import pytest
from ansible.module_utils import basic
from ansible.module_utils.common.text.converters import to_bytes
from ansible_collections.llmops.litellm.plugins.modules import litellm_model_config as module

CONTENT = "model_list: []\n"


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Run the module as Ansible would, and return its result."""

    def run_module(check=False, **args):
        internal = {
            "_ansible_check_mode": check,
            "_ansible_remote_tmp": str(tmp_path / "remote"),
            "_ansible_diff": True,
        }
        monkeypatch.setattr(basic, "_ANSIBLE_ARGS", to_bytes(json.dumps({"ANSIBLE_MODULE_ARGS": {**args, **internal}})))
        monkeypatch.setattr(basic, "_ANSIBLE_PROFILE", "legacy", raising=False)
        with pytest.raises(SystemExit):
            module.main()
        return json.loads(capsys.readouterr().out)

    return run_module


def test_writes_changes_and_leaves_alone(run, tmp_path):
    path = tmp_path / "config.yaml"
    first = run(path=str(path), rendered=CONTENT, mode="0640")
    assert (first["changed"], path.read_text(), stat.S_IMODE(path.stat().st_mode)) == (True, CONTENT, 0o640)
    assert first["diff"][0] == {
        "before": "",
        "after": CONTENT,
        "before_header": str(path),
        "after_header": str(path),
    }
    inode = path.stat().st_ino
    again = run(path=str(path), rendered=CONTENT, mode="0640")
    assert (again["changed"], again["diff"], path.stat().st_ino) == (False, [], inode)
    assert "backup_file" not in again
    changed = run(path=str(path), rendered=CONTENT * 2, mode="0640", backup=True)
    assert (changed["changed"], path.read_text()) == (True, CONTENT * 2)
    with open(changed["backup_file"]) as stream:
        assert stream.read() == CONTENT
    assert path.stat().st_ino != inode


def test_permissions_alone_are_a_change(run, tmp_path):
    path = tmp_path / "config.yaml"
    path.write_text(CONTENT)
    path.chmod(0o644)
    checked = run(path=str(path), rendered=CONTENT, mode="0600", check=True)
    assert (checked["changed"], stat.S_IMODE(path.stat().st_mode)) == (True, 0o644)
    done = run(path=str(path), rendered=CONTENT, mode="0600")
    assert (done["changed"], stat.S_IMODE(path.stat().st_mode)) == (True, 0o600)
    assert done["diff"][0]["after"]["mode"] == "0600"


def test_check_mode_writes_nothing(run, tmp_path):
    path = tmp_path / "config.yaml"
    result = run(path=str(path), rendered=CONTENT, mode="0640", check=True)
    assert (result["changed"], result["diff"][0]["after"], path.exists()) == (True, CONTENT, False)
    path.write_text("old")
    result = run(path=str(path), rendered=CONTENT, backup=True, check=True)
    assert (result["changed"], path.read_text(), os.listdir(tmp_path)) == (True, "old", ["config.yaml"])
    assert run(path=str(tmp_path / "not yet" / "c.yaml"), rendered=CONTENT, check=True)["changed"]


def test_an_old_file_of_any_bytes_is_replaced(run, tmp_path):
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
def test_places_that_cannot_be_written(run, tmp_path, name, message):
    (tmp_path / "file").write_text("")
    result = run(path=str(tmp_path / name), rendered=CONTENT)
    assert result["failed"]
    assert result["msg"].startswith("path: ")
    assert result["msg"].endswith(message)


def test_errors_of_the_system_are_one_sentence(run, tmp_path, monkeypatch):
    def refuse(*args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(module, "current_text", refuse)
    result = run(path=str(tmp_path / "f"), rendered=CONTENT)
    assert result["msg"] == f"path: {tmp_path}/f cannot be written: Permission denied."


def test_it_is_not_for_use_without_its_action_plugin(run, tmp_path):
    for args in ({"path": str(tmp_path / "f")}, {"rendered": CONTENT}):
        assert "through its action plugin" in run(**args)["msg"]
