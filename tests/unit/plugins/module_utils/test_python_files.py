"""Python files of the operator's own are part of a release: deployed, changed, taken away, gone back to."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._release.content import release_digest, slot_files
from ansible_collections.llmops.litellm.plugins.module_utils._release.desired import File

from tests.unit.plugins.module_utils.releases import LAYOUT, contained, release
from tests.unit.plugins.module_utils.simulated_host import SimulatedHost, after, said

HOOKS = {"my_hooks.py": "handler = 1\n"}
CHANGED = {"my_hooks.py": "handler = 2\n"}
OTHER = {**HOOKS, "my_auth.py": "def auth(): ...\n"}


def test_they_are_beside_the_configuration_for_the_service_alone_to_read() -> None:
    assert File(
        "/etc/litellm/slots/2/my_hooks.py", "handler = 1\n", "root", "litellm", "0640", "python_files/my_hooks.py"
    ) in slot_files(release(python_files=HOOKS), LAYOUT, 2)
    assert release_digest(release(python_files=HOOKS), LAYOUT) != release_digest(release(python_files=CHANGED), LAYOUT)


@pytest.mark.parametrize(
    ("before", "wanted", "differences"),
    [
        ({}, HOOKS, ["Python file my_hooks.py: added"]),
        (HOOKS, CHANGED, ["Python file my_hooks.py: changed"]),
        (OTHER, HOOKS, ["Python file my_auth.py: removed"]),
        (HOOKS, HOOKS, []),
    ],
)
def test_a_change_is_a_release_and_is_told_by_name(
    before: dict[str, str], wanted: dict[str, str], differences: list[str]
) -> None:
    todo = after(release(python_files=before)).planned(release(python_files=wanted))
    assert said(todo) == differences
    assert todo.release is bool(differences)


def test_going_back_brings_the_file_of_then() -> None:
    host = after(release(python_files=HOOKS), release(python_files={**CHANGED, "my_auth.py": ""}))
    assert host.go_back("systemd")
    assert host.planned(release(python_files=HOOKS)).differences == ()
    assert host.records()[-1].changes == (
        "went back to release 1",
        "Python file my_hooks.py: changed",
        "Python file my_auth.py: removed",
    )


def test_a_slot_has_no_file_of_the_release_that_was_in_it() -> None:
    host = after(release(python_files=OTHER), release(), release(config="# third\n"))
    assert "/etc/litellm/slots/1/my_auth.py" in host.texts
    wanted = release(python_files=HOOKS)
    assert host.planned(wanted).foreign == ("/etc/litellm/slots/1/my_auth.py",)
    assert host.play(wanted)
    assert host.serving() == 1
    assert "/etc/litellm/slots/1/my_auth.py" not in host.texts
    assert host.planned(wanted).differences == ()


@pytest.mark.parametrize(
    ("name", "text", "difference"),
    [
        ("my_hooks.py", "handler = 3\n", "/etc/litellm/slots/1/my_hooks.py: was edited by hand, is as declared"),
        ("my_hooks.py", None, "/etc/litellm/slots/1/my_hooks.py: was missing, is written"),
        ("yaml.py", "", "/etc/litellm/slots/1/yaml.py: was added by hand, is removed"),
    ],
)
def test_what_somebody_changed_on_the_host_is_put_right(name: str, text: str | None, difference: str) -> None:
    wanted = release(python_files=HOOKS)
    host: SimulatedHost = after(wanted)
    path = f"/etc/litellm/slots/1/{name}"
    if text is None:
        del host.texts[path]
    else:
        host.texts[path] = text
    assert difference in said(host.planned(wanted))
    assert host.play(wanted)
    assert host.planned(wanted).differences == ()


@pytest.mark.parametrize("engine", ["podman", "docker", "rootless-podman"])
def test_a_container_sees_them(engine: str) -> None:
    texts = [file.content for file in slot_files(contained(engine, python_files=HOOKS), LAYOUT, 2)]
    path = "/etc/litellm/slots/2/my_hooks.py"
    assert any(f"--volume={path}:{path}:ro,Z" in text for text in texts)


def test_a_mode_that_drifted_is_put_right_where_it_is() -> None:
    wanted = release(python_files=HOOKS)
    host = after(wanted)
    host.modes["/etc/litellm/slots/1/my_hooks.py"] = "0666"
    todo = host.planned(wanted)
    assert (said(todo), todo.release) == (["mode of /etc/litellm/slots/1/my_hooks.py: was 0666, is 0640"], False)
