"""Bytecode is made as hosts make it: from the program's text, with nothing that an environment brings."""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[5] / "roles" / "litellm" / "files" / "install" / "compile.py"


def compiled(folder: Path, before: str = "") -> subprocess.CompletedProcess[str]:
    text = before + PROGRAM.read_text(encoding="utf-8").partition("from __future__ import annotations")[2]
    return subprocess.run(  # noqa: S603 - this Python
        [sys.executable, "-I", "-S", "-c", text, str(folder)], check=False, capture_output=True, text=True
    )


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    for name in ("lib/a.py", "lib/deep/er/b.py", "lib/deep/c.py", "lib/data.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"NAME = {name!r}\n", encoding="utf-8")
    return tmp_path


def bytecode(path: Path) -> Path:
    return Path(importlib.util.cache_from_source(str(path)))


def test_every_python_file_has_bytecode_that_holds_for_it(packages: Path) -> None:
    ended = compiled(packages)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    for name in ("lib/a.py", "lib/deep/er/b.py", "lib/deep/c.py"):
        made = bytecode(packages / name).read_bytes()
        assert int.from_bytes(made[8:12], "little") == int((packages / name).stat().st_mtime)
    assert len(list(packages.rglob("*.pyc"))) == 3


def test_a_second_time_only_what_is_new_is_compiled(packages: Path) -> None:
    compiled(packages)
    kept = bytecode(packages / "lib/a.py").stat()
    (packages / "lib/new.py").write_text("", encoding="utf-8")
    assert compiled(packages).returncode == 0
    assert bytecode(packages / "lib/a.py").stat().st_ino == kept.st_ino
    assert bytecode(packages / "lib/new.py").exists()


def test_a_file_that_is_no_python_is_named_and_the_others_are_compiled(packages: Path) -> None:
    (packages / "lib/deep/template.py").write_text("{{ no python }} =\n", encoding="utf-8")
    ended = compiled(packages)
    assert ended.returncode == 3
    assert "lib/deep/template.py" in ended.stdout
    assert bytecode(packages / "lib/deep/c.py").exists()
    assert bytecode(packages / "lib/deep/er/b.py").exists()


def test_one_that_is_killed_is_no_success(packages: Path) -> None:
    killed = (
        f"import compileall, os; compileall.compile_dir = lambda *_a, **_k: os.kill(os.getpid(), {signal.SIGKILL:d})\n"
    )
    assert compiled(packages, killed).returncode == 128 + signal.SIGKILL


def test_one_that_dies_of_an_exception_is_no_success_and_says_why(packages: Path) -> None:
    (packages / "lib/deep/template.py").write_text("{{ no python }} =\n", encoding="utf-8")
    before = """
import compileall
true_one = compileall.compile_dir
def compile_dir(folder, **options):
    if folder.endswith("er"):
        raise OSError("no space left")
    return true_one(folder, **options)
compileall.compile_dir = compile_dir
"""
    ended = compiled(packages, before)
    assert ended.returncode == 1
    assert "OSError: no space left" in ended.stderr


def test_a_link_that_leads_nowhere_is_passed_over(packages: Path) -> None:
    (packages / "lib/gone.py").symlink_to("nowhere.py")
    assert compiled(packages).returncode == 0
    assert bytecode(packages / "lib/a.py").exists()


def test_an_empty_folder_has_nothing_to_compile(tmp_path: Path) -> None:
    assert compiled(tmp_path).returncode == 0
    assert os.listdir(tmp_path) == []
