from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages import download
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.errors import PackagesError
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.lock import Lock

from tests.unit.plugins.plugin_utils._packages.programs import program

if t.TYPE_CHECKING:
    from pathlib import Path


def test_markers_are_not_asked_again() -> None:
    lock = Lock.parse(
        "a==1.0 ; sys_platform == 'win32' --hash=sha256:1 --hash=sha256:2\nb @ https://example.com/b.whl --hash=sha256:3"
    )
    assert download.requirements(lock.entries) == (
        "a==1.0 --hash=sha256:1 --hash=sha256:2\nb @ https://example.com/b.whl --hash=sha256:3\n"
    )


def test_nothing_is_asked_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "_pip", lambda: pytest.fail("asks pip"))
    download.download([], None, tmp_path, 60)


def test_what_pip_says_of_a_failure_is_told_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "import sys; print('looking'); sys.exit('ERROR: Could not find a version')"
    monkeypatch.setattr(download, "_pip", lambda: (str(program(tmp_path / "pip", text)),))
    lock = Lock.parse("a==1.0 --hash=sha256:1")
    (tmp_path / "wheels").mkdir()
    with pytest.raises(PackagesError, match="pip failed on the controller: looking ERROR: Could not find a version"):
        download.download(lock.entries, None, tmp_path / "wheels", 60)
    assert list((tmp_path / "wheels").iterdir()) == []


def test_a_program_that_takes_too_long_or_cannot_start_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackagesError, match="pip took longer than 0 seconds"):
        download.run([str(program(tmp_path / "pip", "import time; time.sleep(60)"))], 0, "pip")
    with pytest.raises(PackagesError, match="pip cannot be started on the controller"):
        download.run(["/no/such/pip"], 60, "pip")


def test_the_first_python_that_has_pip_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without = program(tmp_path / "without", "import sys; sys.exit('No module named pip')")
    having = program(tmp_path / "having", "")
    download._pip.cache_clear()
    monkeypatch.setattr(download, "PYTHONS", ("/no/python", str(without), str(having)))
    assert download._pip() == (str(having), "-I", "-m", "pip")
    download._pip.cache_clear()
    monkeypatch.setattr(download, "PYTHONS", (str(without),))
    with pytest.raises(PackagesError, match="there is no pip on the controller"):
        download._pip()
    download._pip.cache_clear()
