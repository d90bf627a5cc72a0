"""Environments read from outside: packages, and everything that their Python reads or runs when it starts."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host.installation import NoEnvironment, read_installation

from tests.unit.plugins.environments import add_package, make_environment

THIEF = "import os; os.system('steal')\n"


def test_an_environment_tells_its_python_and_its_packages(tmp_path: Path) -> None:
    site = make_environment(tmp_path)
    add_package(site, "openai", "2.40.1", {"openai/__init__.py": ""})
    add_package(site, "Brotli", "1.1.0", {"brotli.py": ""})
    (site / "bare-1.0.dist-info").mkdir()
    found = read_installation(str(tmp_path))
    assert (found.python, found.shares, found.start_files) == ("3.11.2", False, ())
    assert [(each.name, each.version) for each in found.packages] == [
        ("bare", "1.0"),
        ("Brotli", "1.1.0"),
        ("openai", "2.40.1"),
    ]
    record = (site / "openai-2.40.1.dist-info" / "RECORD").read_bytes()
    assert [each.record for each in found.packages][::2] == ["", hashlib.sha256(record).hexdigest()]


def test_an_environment_that_shares_packages_tells_it(tmp_path: Path) -> None:
    make_environment(tmp_path, "Include-System-Site-Packages = True")
    assert read_installation(str(tmp_path)).shares


@pytest.mark.parametrize("lacks", ["pyvenv.cfg", "a folder for packages"])
def test_another_folder_is_no_environment(tmp_path: Path, lacks: str) -> None:
    if lacks != "pyvenv.cfg":
        (tmp_path / "pyvenv.cfg").write_text("")
    with pytest.raises(NoEnvironment, match=f"is no virtual environment: it has no {lacks}"):
        read_installation(str(tmp_path))


@pytest.mark.parametrize(
    "name",
    [
        "zzz.pth",
        ".hidden.pth",
        "sitecustomize.py",
        "usercustomize.py",
        "sitecustomize.pyc",
        "sitecustomize.cpython-311-x86_64-linux-gnu.so",
        "sitecustomize/__init__.py",
        "_virtualenv.py",
    ],
)
def test_what_runs_at_each_start_is_found_and_is_nobody_s(tmp_path: Path, name: str) -> None:
    site = make_environment(tmp_path)
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_text(THIEF)
    (file,) = read_installation(str(tmp_path)).start_files
    assert (file.path, file.package) == (f"{site}/{name}", "")
    assert file.digest == hashlib.sha256(THIEF.encode()).hexdigest()
    assert file.code == ((THIEF.rstrip(),) if name.endswith(".pth") else (name.rpartition("/")[2],))


@pytest.mark.parametrize(
    "name",
    ["sitecustomize.txt", "sitecustomize_more.py", "__pycache__/sitecustomize.cpython-311.pyc", "a.pth.bak", "b.py"],
)
def test_what_python_does_not_ask_for_is_not(tmp_path: Path, name: str) -> None:
    site = make_environment(tmp_path)
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_text(THIEF)
    assert read_installation(str(tmp_path)).start_files == ()


@pytest.mark.parametrize("text", ["", "# a comment\n\n", "  \n"])
def test_a_path_file_that_says_nothing_does_nothing(tmp_path: Path, text: str) -> None:
    (make_environment(tmp_path) / "empty.pth").write_text(text)
    assert read_installation(str(tmp_path)).start_files == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("/srv/more\n", ()),
        (" import indented\n", ()),
        ("importing\n", ()),
        ("\ufeffimport a\n", ("import a",)),
        ("import\ta\r\n/srv/more\r\n", ("import\ta",)),
        # Where Pythons do not agree on the end of a line, both readings count.
        ("import a;\x0c b()\n", ("import a;\x0c b()", "import a;")),
        ("/srv/more\x0cimport a\n", ("import a",)),
    ],
)
def test_the_lines_that_python_runs(tmp_path: Path, text: str, code: tuple[str, ...]) -> None:
    (make_environment(tmp_path) / "a.pth").write_text(text)
    (file,) = read_installation(str(tmp_path)).start_files
    assert file.code == code


def test_a_package_brings_a_file_only_as_it_lists_it(tmp_path: Path) -> None:
    site = make_environment(tmp_path)
    add_package(site, "one", "1.0", {"one.pth": THIEF})
    add_package(site, "two", "1.0", {"two.pth": THIEF})
    (site / "two.pth").write_text(f"{THIEF}# edited\n")
    metadata = site / "three-1.0.dist-info"
    metadata.mkdir()
    (metadata / "RECORD").write_text("three.pth,,\nfour.pth,sha256=!,1\n\n")
    for name in ("three", "four"):
        (site / f"{name}.pth").write_text(THIEF)
    files = read_installation(str(tmp_path)).start_files
    assert {file.path.rpartition("/")[2]: file.package for file in files} == {
        "four.pth": "",
        "one.pth": "one",
        "three.pth": "",
        "two.pth": "",
    }


def test_modules_where_a_path_file_leads_are_found_too(tmp_path: Path) -> None:
    site = make_environment(tmp_path / "environment")
    add_package(site, "one", "1.0", {"one.pth": "led\n/no/such/folder\n"})
    (site / "led").mkdir()
    (site / "led" / "sitecustomize.py").write_text(THIEF)
    files = read_installation(str(tmp_path / "environment")).start_files
    assert [(file.path, file.package) for file in files] == [
        (f"{site}/one.pth", "one"),
        (f"{site}/led/sitecustomize.py", ""),
    ]


def test_every_file_is_compared_with_what_its_package_lists_when_asked(tmp_path: Path) -> None:
    site = make_environment(tmp_path)
    add_package(site, "one", "1.0", {"one/a.py": "a", "one/b.py": "b", "one/c.py": "c", "one/c.pyc": ""})
    (site / "one" / "a.py").write_text("other")
    (site / "one" / "b.py").unlink()
    (site / "one" / "c.pyc").unlink()
    assert read_installation(str(tmp_path)).missing == ()
    found = read_installation(str(tmp_path), every_file=True)
    assert (found.missing, found.changed) == ((f"{site}/one/b.py",), (f"{site}/one/a.py",))
