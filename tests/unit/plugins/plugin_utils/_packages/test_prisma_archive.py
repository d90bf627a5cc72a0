from __future__ import annotations

import io
import tarfile
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.errors import PackagesError
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.prisma_archive import PROGRAM, prisma_problem

if t.TYPE_CHECKING:
    from pathlib import Path


def archive_of(path: Path, *names: str) -> Path:
    """An archive of files with *names*, compressed where its name says so."""
    with tarfile.open(path, "w:gz" if path.suffix == ".gz" else "w") as archive:
        for name in names:
            archive.addfile(tarfile.TarInfo(name), io.BytesIO())
    return path


@pytest.mark.parametrize("file", ["prisma.tar", "prisma.tar.gz"])
@pytest.mark.parametrize("start", ["", "./"])
def test_an_archive_that_brings_the_program(tmp_path: Path, file: str, start: str) -> None:
    assert prisma_problem(archive_of(tmp_path / file, f"{start}package.json", f"{start}{PROGRAM}")) == ""


def test_an_archive_of_another_folder_says_which_one_is_meant(tmp_path: Path) -> None:
    problem = prisma_problem(archive_of(tmp_path / "prisma.tar", f"prisma/{PROGRAM}"))
    assert problem.startswith(f"has no {PROGRAM}; pack the folder prisma of an installation")


def test_what_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no")
    whole = archive_of(tmp_path / "prisma.tar.gz", *(f"{number}/{PROGRAM}" for number in range(50)))
    (tmp_path / "half").write_bytes(whole.read_bytes()[:200])
    for name in ("text", "half"):
        with pytest.raises(PackagesError, match="is not an archive"):
            prisma_problem(tmp_path / name)
    with pytest.raises(PackagesError, match="cannot be read on the controller"):
        prisma_problem(tmp_path / "absent")
