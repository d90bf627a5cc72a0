"""Which folders an account can get to."""

from __future__ import annotations

import os
import pwd
import subprocess
import typing as t
from dataclasses import replace
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host import access
from ansible_collections.llmops.litellm.plugins.module_utils._release.layout import Layout

from tests.unit.plugins.module_utils.releases import LAYOUT, contained, release


@pytest.fixture
def place(tmp_path: Path, layout: Layout, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for the gateway's, below folders that are open to everybody; what lies above is taken as open, too."""
    looked = os.stat

    def opened(path: str, **options: t.Any) -> os.stat_result:
        found = looked(path, **options)
        if Path(str(path)) not in tmp_path.parents:
            return found
        return os.stat_result((found.st_mode | 0o755, *found[1:]))

    monkeypatch.setattr(os, "stat", opened)
    monkeypatch.setattr(subprocess, "run", lambda command, **_options: subprocess.CompletedProcess(command, 1))
    tmp_path.chmod(0o755)
    return tmp_path


def problems(layout: Layout, user: str = "nobody", **changes: t.Any) -> list[str]:
    return list(map(str, access.folder_faults(release(manager="supervisor", user=user, **changes), layout)))


def test_the_usual_folders_are_open() -> None:
    assert access.folder_faults(release(user="no-such-user"), LAYOUT) == []


@pytest.mark.parametrize("user", ["nobody", "no-such-user"])
def test_a_folder_below_one_that_the_service_cannot_enter(place: Path, layout: Layout, user: str) -> None:
    closed = place / "closed"
    closed.mkdir(mode=0o700)
    below = replace(layout, install=str(closed / "more" / "install"))
    assert problems(layout, user) == []
    assert problems(below, user) == [
        f"litellm_install_dir is {below.install}, and {user} cannot enter {closed}; choose another folder, or open that one."
    ]
    assert problems(below, "root") == []
    assert access.folder_faults(contained("podman", user=user), below) == []


def test_an_access_list_may_let_it_in(place: Path, layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "closed").mkdir(mode=0o700)
    below = replace(layout, state=str(place / "closed" / "state"))

    def refuse(*_arguments: object, **_options: object) -> t.NoReturn:
        raise PermissionError

    def allow(command: list[str], **_options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 0)

    for answer in (allow, refuse):
        monkeypatch.setattr(subprocess, "run", answer)
        assert problems(below) == []


def test_a_folder_that_cannot_be_made(layout: Layout, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(os, "access", lambda path, _mode: path != str(tmp_path))
    user = pwd.getpwuid(os.getuid()).pw_name
    assert problems(replace(layout, config=layout.units), user, privileged=False)[0] == (
        f"litellm_install_dir is {layout.install}, and {user} cannot write to {tmp_path}; "
        "choose another folder, or open that one."
    )
    Path(layout.install).mkdir()
    assert len(problems(layout, user, privileged=False)) == 3


def test_what_the_sandbox_hides() -> None:
    below = replace(LAYOUT, install="/home/gateway")
    (problem,) = access.folder_faults(release(user="root"), below)
    assert str(problem).startswith("litellm_install_dir is /home/gateway, which the service's sandbox hides; ")
    opened = release(user="root", unit_overrides={"service": {"Service": {"ProtectHome": False}}})
    assert access.folder_faults(opened, below) == []
