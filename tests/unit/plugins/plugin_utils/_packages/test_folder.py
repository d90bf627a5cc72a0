from __future__ import annotations

import hashlib
import tarfile
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.errors import PackagesError
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.folder import digests, opened

if t.TYPE_CHECKING:
    from pathlib import Path

WHEELS = {"a-1.0-py3-none-any.whl": b"a" * 3_000_000, "b-1.0-py3-none-any.whl": b"b"}
DIGESTS = {name: hashlib.sha256(content).hexdigest() for name, content in WHEELS.items()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "wheels"
    place.mkdir()
    for name, content in {**WHEELS, "README": b"none of them"}.items():
        (place / name).write_bytes(content)
    return place


@pytest.fixture(params=["w", "w:gz"])
def archive(request: pytest.FixtureRequest, folder: Path, tmp_path: Path) -> Path:
    path = tmp_path / "wheels.archive"
    with tarfile.open(path, request.param) as content:
        content.add(folder, "some/folder")
    return path


def test_a_folder_is_read_where_it_is(folder: Path) -> None:
    with opened(folder) as place:
        assert place == folder
        assert digests(place) == DIGESTS


def test_an_archive_is_read_wherever_its_wheels_are(archive: Path) -> None:
    with opened(archive) as place:
        assert digests(place) == DIGESTS
    assert not place.exists()


def test_a_link_of_an_archive_leads_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "wheels.tar"
    with tarfile.open(path, "w") as content:
        link = tarfile.TarInfo("a-1.0-py3-none-any.whl")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        content.addfile(link)
    with opened(path) as place:
        assert digests(place) == {}


@pytest.mark.parametrize("content", [b"", b"none", b"\x1f\x8b\x08broken"])
def test_a_file_that_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "wheels.tar.gz"
    path.write_bytes(content)
    with pytest.raises(PackagesError, match="neither a folder nor an archive"), opened(path):
        pass


def test_half_of_an_archive_is_refused(archive: Path) -> None:
    archive.write_bytes(archive.read_bytes()[: archive.stat().st_size // 2])
    with pytest.raises(PackagesError, match="neither a folder nor an archive"), opened(archive):
        pass


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackagesError, match="does not exist on the controller"), opened(tmp_path / "wheels"):
        pass
