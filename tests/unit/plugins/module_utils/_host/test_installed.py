"""What a look at a host's installations finds."""

from __future__ import annotations

import os
import pwd
import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host import installed
from ansible_collections.llmops.litellm.plugins.module_utils._release.layout import Layout

Install = t.Callable[..., str]
Write = t.Callable[..., None]


@pytest.fixture
def account(monkeypatch: pytest.MonkeyPatch) -> str:
    """An account that owns nothing here and is in no group of anything here."""
    found = pwd.getpwnam("nobody")
    monkeypatch.setattr(os, "getgrouplist", lambda _user, group: [group])
    return found.pw_name


def closed(layout: Layout, user: str) -> frozenset[str]:
    return installed.closed_installations(layout, installed.complete_installations(layout), user)


def unfinished(layout: Layout) -> frozenset[str]:
    return installed.unfinished_installations(layout, installed.complete_installations(layout))


def test_an_environment_is_complete_with_its_stamp_and_its_python(layout: Layout, install: Install) -> None:
    whole = install("1.106.2")
    install("1.105.0", stamp=None)
    install("1.104.0", python="/no/such/python")
    assert installed.complete_installations(layout) == {whole}


@pytest.mark.parametrize("path", ["", "bin", "lib/python3.11/site-packages/litellm"])
def test_a_folder_that_the_account_cannot_enter(layout: Layout, install: Install, account: str, path: str) -> None:
    folder = install("1.106.2")
    assert closed(layout, account) == set()
    Path(folder, path).chmod(0o700)
    assert closed(layout, account) == {folder}


def test_a_file_that_the_account_cannot_read(layout: Layout, install: Install, account: str) -> None:
    folder = install("1.106.2")
    Path(folder, "lib/python3.11/site-packages/litellm/__init__.py").chmod(0o640)
    assert closed(layout, account) == {folder}


def test_who_owns_it_or_is_in_its_group_can_use_it(
    layout: Layout, install: Install, account: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = install("1.106.2")
    Path(folder).chmod(0o750)
    assert closed(layout, account) == {folder}
    monkeypatch.setattr(os, "getgrouplist", lambda _user, _group: [os.stat(folder).st_gid])
    assert closed(layout, account) == set()


def test_nobody_can_use_anything_or_nothing(layout: Layout, install: Install) -> None:
    Path(install("1.106.2")).chmod(0o700)
    assert closed(layout, "no-such-user") == set()
    assert closed(layout, "root") == set()


def test_tools_that_are_closed(layout: Layout, write: Write, account: str) -> None:
    write(f"{layout.tools()}/bin/supervisord", "", "0700")
    assert closed(layout, account) == {layout.tools()}


def test_images_are_open_to_whoever_has_them(layout: Layout, write: Write, account: str) -> None:
    folder = layout.installation("podman-0123456789ab")
    write(f"{folder}/image", "", "0600")
    assert installed.closed_installations(layout, [folder], account) == set()


def test_what_installations_left(layout: Layout, install: Install, write: Write) -> None:
    install("1.106.2")
    begun = install("1.105.0", stamp=None)
    write(layout.requirements("1.104.0"), "")
    write(f"{layout.install}/theirs/bin/python", "", "0755")
    assert unfinished(layout) == {
        begun,
        layout.requirements("1.105.0"),
        layout.requirements("1.104.0"),
    }


def test_tools_are_whole_with_python_and_pip(layout: Layout, write: Write) -> None:
    write(f"{layout.tools()}/bin/python", "", "0755")
    assert unfinished(layout) == {layout.tools()}
    write(f"{layout.tools()}/lib/python3.11/site-packages/pip/__init__.py", "")
    assert unfinished(layout) == set()
    Path(layout.tools(), "bin/python").chmod(0o644)
    assert unfinished(layout) == {layout.tools()}


def test_a_download_is_used_while_an_environment_has_a_link_to_it(layout: Layout, write: Write) -> None:
    used, unused = (f"{layout.downloads()}/archive-v0/{name}" for name in ("used", "unused"))
    for folder in (used, unused):
        write(f"{folder}/package/metadata", "")
        write(f"{folder}/package/module.py", "")
    os.link(f"{used}/package/module.py", f"{layout.install}/module.py")
    assert installed.unused_downloads(layout) == {unused}
