"""Which Python of a host is used, and which packages bring one."""

from __future__ import annotations

import os
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
    return f"printf '%s\\n%s\\n%s\\n' '{path}' {venv} 3.11.2"


def test_this_python_by_its_path() -> None:
    usable = sys.version_info >= (3, 10)
    assert pythons.find_python(sys.executable, shared=False).path == (sys.executable if usable else "")


def test_a_python_without_venv_is_named_with_the_packages_to_install(tmp_path: Path) -> None:
    bare = program(tmp_path, "python3", says("/usr/bin/python3", 0))
    assert pythons.find_python(bare, shared=False) == pythons.Python(bare, (), "3.11.2")


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
    assert pythons.find_python("", shared=False) == pythons.Python(whole, (), "3.11.2")
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
    version = "3.12" if "python3.12" in packages else ""
    assert pythons.find_python("", shared=True) == pythons.Python("", packages, version)
    # A name that the packages bring may be chosen before it is there.
    assert pythons.find_python("python3.12", shared=True).packages == (packages if "python3.12" in packages else ())


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("home = /usr/bin\nimplementation = CPython\nuv = 0.13.8\nversion_info = 3.11.2\n", "3.11.2"),
        ("home = /usr/bin\nversion = 3.13.5\n", "3.13.5"),
        ("version = three\n", ""),
        (None, ""),
    ],
    ids=["of uv", "of venv", "odd", "missing"],
)
def test_the_version_of_an_environment_is_in_its_file(tmp_path: Path, text: str | None, version: str) -> None:
    if text is not None:
        (tmp_path / "pyvenv.cfg").write_text(text)
    assert pythons.installed_version(str(tmp_path)) == version


@pytest.mark.parametrize(("said", "libc"), [("glibc 2.36", "2.36"), ("other 1.2", ""), (None, "")])
def test_what_packages_are_chosen_for(monkeypatch: pytest.MonkeyPatch, said: str | None, libc: str) -> None:
    monkeypatch.setattr(os, "confstr", lambda _name: said)
    assert pythons.package_target("3.11.2") == {"python": "3.11.2", "machine": os.uname().machine, "libc": libc}


def test_a_c_library_that_does_not_say_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_name: str) -> str:
        raise ValueError

    monkeypatch.setattr(os, "confstr", unknown)
    assert pythons.package_target("")["libc"] == ""
