# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which Python of a host is used, and which packages bring one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host import pythons


def program(folder: Path, name: str, answer: str, shebang: str = "#!/bin/sh") -> str:
    path = folder / name
    path.write_text(f"{shebang}\n{answer}\n")
    path.chmod(0o755)
    return str(path)


def says(path: str, venv: int) -> str:
    return f"printf '%s\\n%s\\n' '{path}' {venv}"


def test_this_python_by_its_path() -> None:
    usable = sys.version_info >= (3, 10)
    assert pythons.find_python(sys.executable, shared=False).path == (sys.executable if usable else "")


def test_a_python_without_venv_is_named_with_the_packages_to_install(tmp_path: Path) -> None:
    bare = program(tmp_path, "python3", says("/usr/bin/python3", 0))
    assert pythons.find_python(bare, shared=False) == pythons.Python(bare, ())


@pytest.mark.parametrize(
    "answer", ["exit 1", says("", 1), "echo", "kill -9 $$"], ids=["fails", "too old", "says nothing", "dies"]
)
def test_a_choice_that_is_no_usable_python(tmp_path: Path, answer: str) -> None:
    assert pythons.find_python(program(tmp_path, "python3", answer), shared=False) == pythons.Python("", ())


def test_a_choice_that_cannot_even_start(tmp_path: Path) -> None:
    broken = program(tmp_path, "python3", "", shebang="#!/no/such/interpreter")
    assert pythons.find_python(broken, shared=False) == pythons.Python("", ())
    assert pythons.find_python("/no/such/python", shared=False) == pythons.Python("", ())


def test_a_python_behind_a_closed_folder_is_not_for_another_user(tmp_path: Path) -> None:
    closed = tmp_path / "home"
    closed.mkdir(mode=0o700)
    found = program(tmp_path, "python3", says(f"{closed}/python3", 1))
    assert pythons.find_python(found, shared=False).path == found
    assert pythons.find_python(found, shared=True).path == ""


def test_the_search_prefers_one_with_venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "python3", says("/usr/bin/python3", 0))
    program(tmp_path, "python3.13", says("/usr/bin/python3.13", 0))
    whole = program(tmp_path, "python3.12", says("/usr/bin/python3.12", 1))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pythons, "PYTHONS", pythons.PYTHONS[1:])
    assert pythons.find_python("", shared=False) == pythons.Python(whole, ())
    Path(whole).unlink()
    packages = pythons.find_python("/no/such/python3-venv", shared=False).packages
    assert packages == ()
    assert pythons.find_python("", shared=False).path == str(tmp_path / "python3")


@pytest.mark.parametrize(
    ("text", "packages"),
    [
        ("ID=debian\n", ("python3-venv",)),
        ('NAME="Rocky Linux"\nID="rocky"\nID_LIKE="rhel centos fedora"\n', ("python3.12",)),
        ("ID=linuxmint\nID_LIKE=ubuntu\n", ("python3-venv",)),
        ("ID=arch\n", ()),
        ("", ()),
    ],
)
def test_packages_of_the_distribution(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, packages: tuple[str, ...]
) -> None:
    path = tmp_path / "os-release"
    path.write_text(text)
    monkeypatch.setattr(pythons, "OS_RELEASE", str(path))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pythons, "PYTHONS", ("python3",))
    assert pythons.find_python("", shared=True) == pythons.Python("", packages)
    # A name that the packages bring may be chosen before it is there.
    assert pythons.find_python("python3.12", shared=True).packages == (packages if "python3.12" in packages else ())
