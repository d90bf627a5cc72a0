# SPDX-License-Identifier: GPL-3.0-or-later
"""An archive of images, as ``podman save`` and ``docker save`` write it, and which images it has."""

from __future__ import annotations

import json
import tarfile
import typing as t
import zlib

from .errors import PackagesError

if t.TYPE_CHECKING:
    from pathlib import Path

_LISTS = ("manifest.json", "index.json")
"""Docker's list of what an archive has, and that of the Open Container Initiative; newer archives have both."""
_NAMES = ("io.containerd.image.name", "org.opencontainers.image.ref.name")


def image_problem(path: Path, image: str) -> str:
    """Why the archive *path* does not bring *image*, as a sentence that goes on after the archive's name; empty when it does.

    :param image: reference with registry and tag.
    :raises PackagesError: when it is no such archive.
    """
    if "@" in image:
        return f"cannot bring {image}, for archives know no digests; name the image by its tag in litellm_image"
    there = references(path)
    if image in there:
        return ""
    has = " and ".join(there) if there else "no image with a name"
    return f"has {has}, and litellm_image is {image}; save that one (podman save {image}), or declare the other"


def references(path: Path) -> list[str]:
    """The images of an archive, each with its registry and tag, in alphabetical order.

    :raises PackagesError: when it is no archive of images.
    """
    lists: dict[str, t.Any] = {}
    try:
        with tarfile.open(path) as archive:
            for member in archive:
                name = member.name.removeprefix("./")
                file = archive.extractfile(member) if name in _LISTS and member.isfile() else None
                if file:
                    lists[name] = json.load(file)
    except (tarfile.TarError, EOFError, zlib.error, ValueError) as error:
        raise PackagesError(
            "is not an archive of an image (podman save and docker save write one), or only half of one"
        ) from error
    except OSError as error:
        raise PackagesError(f"cannot be read on the controller ({error.strerror or error})") from error
    try:
        docker = [tag for each in lists.get("manifest.json", []) for tag in each.get("RepoTags") or []]
        annotations = [each.get("annotations") or {} for each in lists.get("index.json", {}).get("manifests", [])]
    except AttributeError as error:
        raise PackagesError("is not an archive of an image") from error
    if not lists:
        raise PackagesError("is not an archive of an image; podman save and docker save write one")
    names = [note[key] for note in annotations for key in _NAMES if ":" in note.get(key, "")]
    return sorted({_in_full(name) for name in [*docker, *names]})


def _in_full(reference: str) -> str:
    """A reference with its registry, which docker leaves out of what comes from its own."""
    first, slash, _rest = reference.partition("/")
    if slash and ("." in first or ":" in first or first == "localhost"):
        return reference
    return f"docker.io/{reference}" if slash else f"docker.io/library/{reference}"
