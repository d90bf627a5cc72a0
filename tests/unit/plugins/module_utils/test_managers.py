"""What follows from the choice of a service manager."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._managers import AUTO, MANAGERS, runs_containers


@pytest.mark.parametrize("name", MANAGERS)
def test_who_reads_the_secrets(name: str) -> None:
    assert MANAGERS[name].name == name
    assert MANAGERS[name].reads_secrets_as_root == (name in ("systemd", "podman", "docker"))


@pytest.mark.parametrize("name", ["", AUTO, "systemd", "supervisor", "podman", "rootless-podman", "docker"])
def test_who_brings_an_image(name: str) -> None:
    assert runs_containers(name) == (name in ("podman", "rootless-podman", "docker"))


def test_every_engine_says_what_it_has_to_be() -> None:
    for manager in MANAGERS.values():
        assert manager.runs_containers == bool(manager.certificates) == (manager.oldest_engine > (0, 0))
        assert manager.uses_systemd or not manager.runs_containers
