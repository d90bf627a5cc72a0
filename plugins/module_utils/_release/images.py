# SPDX-License-Identifier: GPL-3.0-or-later
"""Images of LiteLLM: which references are taken, and the folder that stands for one on a host. Pure; looks at nothing."""

from __future__ import annotations

import hashlib
import re
import typing as t

from .._faults import Fault
from .._managers import MANAGERS, Manager

IMAGE = re.compile(
    r"(?P<name>(?P<registry>[A-Za-z0-9.-]+(?::[0-9]+)?)/[a-z0-9._/-]+)"
    r"(?::(?P<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?P<digest>@sha256:[0-9a-f]{64})?\Z"
)
"""A reference that means the same on every host: with its registry, so that no search list decides."""

VERSION = re.compile(r"(?<![0-9.])[0-9]+\.[0-9]+\.[0-9]+")

FIXED = re.compile(r"[0-9]{4}-?[0-9]{2}-?[0-9]{2}|(?<![0-9a-f])(?=[a-f]*[0-9])[0-9a-f]{7,64}(?![0-9a-f])")
"""A date or a commit: what tags are named after that never move, beside versions."""


def installation_name(manager: Manager, image: str, user: str) -> str:
    """Name of the folder that stands for an image, as a virtual environment's folder stands for a version.

    :param user: whom the service runs as; it has images of its own where the engine is rootless.
    """
    whose = f"{user} {image}" if manager.rootless else image
    return f"{manager.name}-{hashlib.sha256(whose.encode()).hexdigest()[:12]}"


def engine_of(installation: str) -> Manager | None:
    """The service manager whose image an installation stands for; None for a virtual environment."""
    manager = MANAGERS.get(installation.rpartition("-")[0])
    return manager if manager and manager.runs_containers else None


def registry_of(image: str) -> str:
    """The registry that an image comes from; empty where the reference names none."""
    found = IMAGE.match(image)
    return found.group("registry") if found else ""


def is_moving_tag(tag: str) -> bool:
    """Whether a tag names no version, date or commit, so that another image may have it tomorrow."""
    return not (VERSION.search(tag) or FIXED.search(tag))


def image_faults(image: str, version: str, allowed: t.Collection[str]) -> list[Fault]:
    """Why *image* is not what a release may run; nothing when it is.

    :param version: LiteLLM's version that the configuration is checked against.
    :param allowed: moving tags that the operator allows by name.
    """
    found = IMAGE.match(image)
    registry = found.group("registry") if found else ""
    if not found or not ("." in registry or ":" in registry or registry == "localhost"):
        remedy = (
            "it must be registry/name:tag or registry/name@sha256:digest, such as ghcr.io/berriai/litellm:v" + version
        )
        return [Fault("bad-container", "litellm_image", f"is {image!r}", remedy)]
    tag, digest = found.group("tag"), found.group("digest")
    if not tag:
        wrong = Fault("bad-container", "litellm_image", f"is {image}, which names no tag", f"write {image}:v{version}")
        return [] if digest else [wrong]
    if not digest and is_moving_tag(tag) and tag not in allowed:
        message = f"is {image}, and the tag {tag} moves from image to image"
        remedy = f"write {found.group('name')}:v{version}, or name {tag} in litellm_image_moving_tags"
        return [Fault("bad-container", "litellm_image", message, remedy)]
    named = VERSION.search(tag)
    if named and not version.startswith(named.group()):
        message = f"is {image}, and litellm_version is {version}"
        return [Fault("bad-container", "litellm_image", message, f"set litellm_version to {named.group()}")]
    return []
