"""Which images a release may run."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._managers import MANAGERS
from ansible_collections.llmops.litellm.plugins.module_utils._release.images import (
    engine_of,
    image_faults,
    installation_name,
    registry_of,
)

DIGEST = "@sha256:" + "0123456789abcdef" * 4


@pytest.mark.parametrize(
    "image",
    [
        "ghcr.io/berriai/litellm:v1.106.2",
        "docker.litellm.ai/berriai/litellm:main-v1.106.2-stable.patch1",
        "registry.example.com:5000/team/litellm:1.106.2",
        "localhost/litellm:1.106.2",
        f"ghcr.io/berriai/litellm{DIGEST}",
        f"ghcr.io/berriai/litellm:main-stable{DIGEST}",
        "registry.example.com/litellm:2026-11-21",
        "registry.example.com/litellm:sha-3fa2c1d",
        "ghcr.io/berriai/litellm:nightly",
    ],
)
def test_images_that_are_taken(image: str) -> None:
    assert image_faults(image, "1.106.2", ["nightly"]) == []


@pytest.mark.parametrize("tag", ["latest", "main", "main-stable", "main-latest", "stable", "v1", "v1.106", "dev-2"])
def test_a_moving_tag_is_refused_with_the_tag_to_write(tag: str) -> None:
    [problem] = image_faults(f"ghcr.io/berriai/litellm:{tag}", "1.106.2", [])
    assert f"the tag {tag} moves" in str(problem)
    assert "write ghcr.io/berriai/litellm:v1.106.2, or name" in str(problem)
    assert image_faults(f"ghcr.io/berriai/litellm:{tag}", "1.106.2", [tag]) == []


def test_an_image_without_a_tag_is_refused() -> None:
    [problem] = image_faults("ghcr.io/berriai/litellm", "1.106.2", [])
    assert "write ghcr.io/berriai/litellm:v1.106.2" in str(problem)


@pytest.mark.parametrize(
    "image", ["", "litellm", "berriai/litellm:v1.106.2", "ghcr.io/BerriAI/litellm:v1.106.2", "a b"]
)
def test_what_is_no_reference_with_a_registry_is_refused(image: str) -> None:
    [problem] = image_faults(image, "1.106.2", [])
    assert str(problem).startswith(f"litellm_image is {image!r}")
    assert "ghcr.io/berriai/litellm:v1.106.2" in str(problem)


def test_the_tag_and_the_version_that_is_checked_against_agree() -> None:
    [problem] = image_faults("ghcr.io/berriai/litellm:v1.99.4", "1.106.2", [])
    assert str(problem).endswith("set litellm_version to 1.99.4.")
    assert image_faults("ghcr.io/berriai/litellm:v1.108.0-rc.1", "1.108.0rc1", []) == []


@pytest.mark.parametrize(
    ("image", "registry"),
    [
        ("registry.example.com:5000/a/b:1.2.3", "registry.example.com:5000"),
        ("localhost/a:1.2.3", "localhost"),
        ("", ""),
    ],
)
def test_registry(image: str, registry: str) -> None:
    assert registry_of(image) == registry


def test_an_environment_names_its_engine() -> None:
    image = "ghcr.io/berriai/litellm:v1.106.2"
    for engine in ("podman", "rootless-podman", "docker"):
        manager = MANAGERS[engine]
        name = installation_name(manager, image, "litellm")
        assert engine_of(name) == manager
        assert name != installation_name(manager, "ghcr.io/berriai/litellm:v1.106.1", "litellm")
        assert (name == installation_name(manager, image, "other")) == (engine != "rootless-podman")
    assert engine_of("1.106.2") is None
    assert engine_of("1.106.2-0123abcd") is None
