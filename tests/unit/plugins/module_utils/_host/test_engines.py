"""What engines are asked, and what a user needs to run containers."""

from __future__ import annotations

import dataclasses
import os
import pwd
import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host import engines, observe
from ansible_collections.llmops.litellm.plugins.module_utils._managers import MANAGERS
from ansible_collections.llmops.litellm.plugins.module_utils._release.layout import Layout

from tests.unit.plugins.module_utils.releases import CONTAINER, contained

Write = t.Callable[..., None]


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> t.Callable[[str], None]:
    """Put a shell script in podman's place."""

    def replaced(script: str) -> None:
        program = tmp_path / "podman"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setitem(MANAGERS, "podman", dataclasses.replace(MANAGERS["podman"], engine=str(program)))

    return replaced


def test_an_engine_is_asked_for_an_image(engine: t.Callable[[str], None]) -> None:
    engine('[ "$*" = "image inspect --format={{.Id}} localhost/litellm:v1.106.2" ]')
    command = engines.engine_command(MANAGERS["podman"], "litellm")
    assert engines.has_image(command, "localhost/litellm:v1.106.2")
    assert not engines.has_image(command, "localhost/litellm:v1.106.3")


def test_an_engine_that_is_missing_has_nothing() -> None:
    assert not engines.has_image(["/no/podman"], "localhost/litellm:v1.106.2")
    assert engines.engine_version(dataclasses.replace(MANAGERS["podman"], engine="/no/podman")) == (0, 0)


@pytest.mark.parametrize(
    ("said", "version"),
    [("podman version 5.4.2", (5, 4)), ("Docker version 26.1.5+dfsg1, build a72d7cd", (26, 1)), ("?", (0, 0))],
)
def test_version_of_an_engine(engine: t.Callable[[str], None], said: str, version: tuple[int, int]) -> None:
    engine(f"echo '{said}'")
    assert engines.engine_version(MANAGERS["podman"]) == version


def test_an_image_that_is_gone_leaves_no_environment(
    layout: Layout, write: Write, engine: t.Callable[[str], None]
) -> None:
    wanted = contained("podman")
    write(layout.stamp(wanted.installation), "")
    write(layout.image(wanted.installation), f"{CONTAINER.image}\n")
    engine("true")
    observed = observe.observe(layout, wanted)
    assert observed.installations == {layout.installation(wanted.installation)}
    assert layout.stamp(wanted.installation) in observed.texts
    engine("false")
    observed = observe.observe(layout, wanted)
    assert observed.installations == set()
    assert layout.stamp(wanted.installation) not in observed.texts


def test_a_rootless_engine_is_its_user_s() -> None:
    account = pwd.getpwuid(os.getuid())
    command = engines.engine_command(MANAGERS["rootless-podman"], account.pw_name)
    assert command[:3] == ["/usr/sbin/runuser", f"--user={account.pw_name}", "--"]
    assert f"XDG_RUNTIME_DIR=/run/user/{account.pw_uid}" in command
    assert command[-1] == "/usr/bin/podman"
    assert engines.engine_command(MANAGERS["rootless-podman"], "no-such-user") == []
    assert not engines.has_image([], "localhost/litellm:v1.106.2")


def test_an_image_is_managed_by_who_owns_its_reference(
    layout: Layout, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    rootless, podman = "rootless-podman-0123456789ab", "podman-0123456789ab"
    for name in (rootless, podman):
        write(layout.image(name), CONTAINER.image)
    user = pwd.getpwuid(os.getuid()).pw_name
    assert engines.image_command(layout, rootless) == engines.engine_command(MANAGERS["rootless-podman"], user)
    assert engines.image_command(layout, podman) == ["/usr/bin/podman"]
    assert engines.image_command(layout, "podman-ba9876543210") == []
    monkeypatch.setattr(pwd, "getpwuid", {}.__getitem__)
    assert engines.image_command(layout, rootless) == []


def test_what_a_user_lacks_to_run_containers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program, user = tmp_path / "podman", "somebody"
    account = pwd.getpwuid(os.getuid())
    monkeypatch.setattr(engines, "account_of", {user: account}.get)
    monkeypatch.setattr(engines, "runtime_of", lambda _number: str(tmp_path))
    monkeypatch.setattr(engines, "LINGERING", str(tmp_path / "linger"))
    monkeypatch.setattr(engines, "engine_command", lambda *_: [str(program)])

    def said(name: str, *namespaces: str) -> str:
        program.write_text("\n".join(["#!/bin/sh", *(f"echo {line}" for line in namespaces)]))
        program.chmod(0o755)
        return engines.rootless_problem(MANAGERS["rootless-podman"], name)

    assert "set litellm_service_manager to podman" in said("root", "0 0 4294967295")
    assert "create one with useradd --create-home nobody-here" in said("nobody-here", "0 1007 1", "1 100000 65536")
    assert f"run loginctl enable-linger {user}" in said(user, "0 1007 1", "1 100000 65536")
    (tmp_path / "linger").mkdir()
    (tmp_path / "linger" / user).touch()
    assert said(user, "0 1007 1", "1 100000 65536") == ""
    assert "--add-subuids 100000-165535" in said(user, "0 1007 1")
    assert "--add-subuids 100000-165535" in said(user, ">&2; exit 1")
