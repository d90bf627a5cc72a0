from __future__ import annotations

import io
import json
import tarfile
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.errors import PackagesError
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.image_archive import image_problem, references

if t.TYPE_CHECKING:
    from pathlib import Path

IMAGE = "ghcr.io/berriai/litellm:v1.2.3"


def archive_of(path: Path, **lists: object) -> Path:
    """An archive of images with *lists* in it, compressed where its name says so."""
    with tarfile.open(path, "w:gz" if path.suffix == ".gz" else "w") as archive:
        for name, content in {"blobs/sha256/0": "layer", **lists}.items():
            data = json.dumps(content).encode()
            member = tarfile.TarInfo(name if "/" in name else f"{name}.json")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return path


@pytest.mark.parametrize(
    "lists",
    [
        {"manifest": [{"RepoTags": [IMAGE, "other.example.com/x:1"]}]},
        {"manifest": [{"RepoTags": None}, {"RepoTags": [IMAGE]}], "index": {"manifests": []}},
        {"index": {"manifests": [{"annotations": {"io.containerd.image.name": IMAGE}}, {}]}},
        {"index": {"manifests": [{"annotations": {"org.opencontainers.image.ref.name": IMAGE}}]}},
    ],
)
def test_an_archive_that_brings_the_image(tmp_path: Path, lists: dict[str, object]) -> None:
    assert image_problem(archive_of(tmp_path / "image.tar", **lists), IMAGE) == ""
    assert image_problem(archive_of(tmp_path / "image.tar.gz", **lists), IMAGE) == ""


def test_an_archive_with_another_image_says_which(tmp_path: Path) -> None:
    archive = archive_of(tmp_path / "image.tar", manifest=[{"RepoTags": ["ghcr.io/berriai/litellm:v1.2.2"]}])
    assert image_problem(archive, IMAGE) == (
        f"has ghcr.io/berriai/litellm:v1.2.2, and litellm_image is {IMAGE}; save that one (podman save {IMAGE}), or declare the other"
    )


def test_an_image_that_has_no_name_is_not_the_one(tmp_path: Path) -> None:
    archive = archive_of(
        tmp_path / "image.tar", index={"manifests": [{"annotations": {"org.opencontainers.image.ref.name": "v1"}}]}
    )
    assert "has no image with a name" in image_problem(archive, IMAGE)


def test_a_digest_is_in_no_archive(tmp_path: Path) -> None:
    assert "archives know no digests" in image_problem(tmp_path / "image.tar", f"ghcr.io/a/b@sha256:{'0' * 64}")


def test_names_that_docker_shortens_are_written_in_full(tmp_path: Path) -> None:
    archive = archive_of(
        tmp_path / "image.tar", manifest=[{"RepoTags": ["litellm/litellm:1", "litellm:1", "localhost/litellm:1"]}]
    )
    assert references(archive) == ["docker.io/library/litellm:1", "docker.io/litellm/litellm:1", "localhost/litellm:1"]


@pytest.mark.parametrize("lists", [{}, {"manifest": ["none"]}, {"index": []}])
def test_an_archive_of_something_else_is_refused(tmp_path: Path, lists: dict[str, object]) -> None:
    with pytest.raises(PackagesError, match="is not an archive of an image"):
        references(archive_of(tmp_path / "image.tar", **lists))


@pytest.mark.parametrize("content", [b"", b"none", b"\x1f\x8b\x08broken"])
def test_a_file_that_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "image.tar"
    path.write_bytes(content)
    with pytest.raises(PackagesError, match="is not an archive of an image"):
        references(path)


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackagesError, match="cannot be read on the controller"):
        references(tmp_path / "image.tar")
