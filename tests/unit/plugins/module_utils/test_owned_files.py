"""Files and folders that belong to somebody: how they differ, and how they are put right."""

from __future__ import annotations

import grp
import os
import pwd
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _owned_files as owned
from ansible_collections.llmops.litellm.plugins.module_utils._owned_files import File, Folder

GROUP = grp.getgrgid(os.getgid()).gr_name
USER = pwd.getpwuid(os.getuid()).pw_name


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files belong to whoever tests."""
    monkeypatch.setattr(owned, "OWNER", os.getuid())


def test_a_file_is_brought_to_what_it_should_be(tmp_path: Path) -> None:
    file = File(f"{tmp_path}/a", "text\n", 0o640, GROUP, True)
    assert owned.differences(file) == [f"{tmp_path}/a is missing"]
    (tmp_path / "a.new").write_text("of a run that was killed")
    owned.write(file.path, file.content, file.mode, file.group)
    assert (owned.differences(file), os.listdir(tmp_path)) == ([], ["a"])
    assert owned.differences(file._replace(content="x", mode=0o600)) == [
        f"{tmp_path}/a has another text",
        f"{tmp_path}/a has the mode 0640 instead of 0600",
    ]
    assert owned.differences(file._replace(group="no_such_group")) == [
        f"{tmp_path}/a belongs to others than root and the group no_such_group"
    ]
    owned.remove(file.path)
    owned.remove(file.path)
    assert owned.text_of(f"{file.path}/below") is None


def test_a_text_that_may_not_be_shown_is_not(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("before")
    file = File(f"{tmp_path}/a", "after", 0o640, GROUP, False)
    assert owned.difference_shown(file)["after"] == "(another one, not shown)\n"
    assert owned.difference_shown(file._replace(content="before"))["before"] == ""
    shown = owned.difference_shown(file._replace(shown=True))
    assert (shown["before"], shown["after"]) == ("before", "after")


def test_a_folder_is_brought_to_what_it_should_be(tmp_path: Path) -> None:
    folder = Folder(f"{tmp_path}/a/b", USER, GROUP, 0o2750)
    assert folder.difference() == f"{tmp_path}/a/b is missing"
    folder.put_right()
    assert folder.difference() == ""
    assert folder._replace(mode=0o700).difference() == f"{tmp_path}/a/b has another owner, group or mode"


def test_who_is_not_there_has_no_number() -> None:
    assert owned.user_number("no_such_user") == owned.group_number("no_such_group") == -1
    assert owned.user_number(USER) == os.getuid()
