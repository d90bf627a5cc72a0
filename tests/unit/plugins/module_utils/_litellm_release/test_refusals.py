"""Which hosts are refused, and why."""

from __future__ import annotations

import re
import typing as t
from dataclasses import replace

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host import engines
from ansible_collections.llmops.litellm.plugins.module_utils._host.pythons import Python
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release import refusals
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release.resolve import Choices
from ansible_collections.llmops.litellm.plugins.module_utils._release.desired import Release, text_digest
from ansible_collections.llmops.litellm.plugins.module_utils._release.differences import Difference
from ansible_collections.llmops.litellm.plugins.module_utils._release.layout import Layout
from ansible_collections.llmops.litellm.plugins.module_utils._release.observed import Observed
from ansible_collections.llmops.litellm.plugins.module_utils._release.plan import Plan, plan

from tests.unit.plugins.module_utils.releases import AT, CONTAINER, contained, release
from tests.unit.plugins.module_utils.simulated_host import SimulatedHost


@pytest.fixture(autouse=True)
def open_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every account enter the folder that pytest closes to all but its own."""
    monkeypatch.setattr(refusals, "folder_faults", lambda *_arguments: [])


def empty_host_problems(layout: Layout, python: Python, chosen: str = "", **changes: t.Any) -> list[str]:
    wanted = release(**{"manager": "supervisor", "port": 1, "privileged": True, **changes})
    todo = plan(wanted, layout, Observed(), AT)
    return list(map(str, refusals.host_faults(wanted, layout, Observed(), todo, python, Choices(python=chosen))))


def test_a_python_to_be_installed_by_root_is_no_problem(layout: Layout) -> None:
    assert empty_host_problems(layout, Python("", ("python3-venv",))) == []
    assert empty_host_problems(layout, Python("/usr/bin/python3", ("python3-venv",))) == []
    assert empty_host_problems(layout, Python("/usr/bin/python3", ()), privileged=False) == []


def test_no_python(layout: Layout) -> None:
    (for_root,) = empty_host_problems(layout, Python("", ()))
    assert for_root.startswith("No Python from 3.10 to 3.14 that litellm can run was found;")
    (for_user,) = empty_host_problems(layout, Python("", ("python3-venv",)), privileged=False)
    assert for_user.startswith("No Python from 3.10 to 3.14 was found;")


def test_a_chosen_python_that_is_none(layout: Layout) -> None:
    assert empty_host_problems(layout, Python("", ()), "/opt/python2") == [
        "litellm_python is /opt/python2, which is no Python from 3.10 to 3.14 that litellm can run."
    ]


def test_a_python_that_only_root_can_complete(layout: Layout) -> None:
    assert empty_host_problems(layout, Python("/usr/bin/python3", ("python3-venv",)), privileged=False) == [
        "/usr/bin/python3 cannot make virtual environments; ask root to install: python3-venv."
    ]


def test_every_reason_at_once(layout: Layout, listener: t.Callable[..., int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusals, "NEEDED_MEGABYTES", 10**9)
    port = listener()
    problems = empty_host_problems(layout, Python("", ()), port=port)
    assert len(problems) == 3
    assert re.search(r"has \d+ MB free, and LiteLLM needs 1000000000 MB\.$", problems[1])
    assert problems[2].startswith(f"127.0.0.1:{port} is already in use by ")
    assert problems[2].endswith("; free it, or choose another litellm_port or litellm_host.")


def test_a_port_is_no_problem_while_nothing_changes(layout: Layout, listener: t.Callable[..., int]) -> None:
    wanted = release(manager="supervisor", port=listener())
    todo = Plan((), 1, False, False, (), False, (), (), (), (), (), (), False, False)
    assert refusals.host_faults(wanted, layout, Observed(), todo, Python("", ()), Choices()) == []
    again = replace(todo, differences=(Difference("slot 1", "stopped", "running"),))
    assert len(refusals.host_faults(wanted, layout, Observed(), again, Python("", ()), Choices())) == 1


@pytest.mark.parametrize(
    ("version", "older"), [("1.106.1", True), ("1.99.4", True), ("1.106.2", False), ("1.107.0", False)]
)
def test_a_downgrade_needs_a_word(layout: Layout, version: str, older: bool) -> None:
    host = SimulatedHost(layout)
    assert host.play(release())
    observed = host.observe()
    wanted = release(version=version, port=1)
    todo = plan(wanted, layout, observed, AT)

    def found(allow: bool) -> list[str]:
        python = Python("/usr/bin/python3", ())
        problems = refusals.host_faults(wanted, layout, observed, todo, python, Choices(allow_downgrade=allow))
        return [problem.rule for problem in problems if problem.rule == "older-version"]

    assert bool(found(False)) is older
    assert found(True) == []


@pytest.mark.parametrize(
    ("former", "wanted", "refused"),
    [
        (["a"], "b", True),
        (["a"], "a", False),
        ([""], "b", False),
        (["a"], "", False),
        # A release without a database in between does not make the former key forgotten.
        (["a", ""], "b", True),
        (["a", ""], "a", False),
    ],
)
def test_another_salt_key_needs_a_word(layout: Layout, former: list[str], wanted: str, refused: bool) -> None:
    host = SimulatedHost(layout)
    for number, salt in enumerate(former):
        assert host.play(release(salt_digest=text_digest(salt) if salt else "", config=str(number)))
    observed = host.observe()
    salted = release(salt_digest=text_digest(wanted) if wanted else "", port=1)
    todo = plan(salted, layout, observed, AT)

    def found(allow: bool) -> list[str]:
        python = Python("/usr/bin/python3", ())
        problems = refusals.host_faults(salted, layout, observed, todo, python, Choices(allow_salt_change=allow))
        return [str(problem) for problem in problems if problem.rule == "other-salt-key"]

    assert len(found(False)) == refused
    assert found(True) == []
    for problem in found(False):
        assert problem.startswith("litellm_salt_key is another one than that of release 1;")
        assert "litellm_allow_salt_change" in problem


def test_a_record_does_not_give_the_salt_key_away(layout: Layout) -> None:
    host = SimulatedHost(layout)
    digest = text_digest("sk-salt-0123456789")
    assert host.play(release(salt_digest=digest))
    served = host.observe().served
    assert served
    assert len(served.salt) == 4
    assert served.salt != digest[:4]


@pytest.mark.parametrize(
    ("version", "problem"),
    [
        ((0, 0), "litellm_service_manager is podman, and /usr/bin/podman is missing; install podman 4.4 or newer."),
        ((4, 3), "podman 4.3 is installed; litellm_service_manager podman needs podman 4.4 or newer."),
    ],
)
def test_an_engine_that_is_too_old_or_missing(
    layout: Layout, engine: t.Callable[..., None], version: tuple[int, int], problem: str
) -> None:
    engine(version)
    wanted = contained("podman")
    todo = plan(wanted, layout, Observed(), AT)

    def found() -> list[str]:
        return [
            str(fault) for fault in refusals.host_faults(wanted, layout, Observed(), todo, Python("", ()), Choices())
        ]

    assert problem in found()
    engine()
    assert problem not in found()


def test_an_image_that_is_neither_there_nor_fetched(layout: Layout, engine: t.Callable[..., None]) -> None:
    engine(image=False)
    wanted = contained("podman")
    never = replace(wanted, container=replace(CONTAINER, pull="never"))
    todo = plan(wanted, layout, Observed(), AT)

    def found(release: Release) -> list[str]:
        faults = refusals.host_faults(release, layout, Observed(), todo, Python("", ()), Choices())
        return [str(fault) for fault in faults if "litellm_image_pull" in str(fault)]

    assert found(wanted) == []
    [problem] = found(never)
    assert problem.startswith("litellm_image is ghcr.io/berriai/litellm:v1.106.2, which podman does not have here")


def test_podman_takes_a_user_with_its_own_group(layout: Layout, engine: t.Callable[..., None]) -> None:
    engine()

    def found(group: str) -> list[str]:
        wanted = replace(contained("podman"), user="root", group=group)
        todo = plan(wanted, layout, Observed(), AT)
        faults = refusals.host_faults(wanted, layout, Observed(), todo, Python("", ()), Choices())
        return [str(fault) for fault in faults if "litellm_group" in str(fault)]

    assert found("root") == []
    assert found("adm") == ["litellm_group is adm, and podman runs root in its own group; set it to root."]


def test_rootless_podman_tells_what_its_user_lacks(
    layout: Layout, engine: t.Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine(version=(4, 3), image=False)
    wanted = contained("rootless-podman")
    never = replace(wanted, container=replace(CONTAINER, pull="never"))
    todo = plan(wanted, layout, Observed(), AT)

    def found(lacks: str) -> str:
        monkeypatch.setattr(engines, "rootless_problem", lambda _manager, _user: lacks)
        return "\n".join(map(str, refusals.host_faults(never, layout, Observed(), todo, Python("", ()), Choices())))

    assert "litellm_user is litellm, and there is no such account." in found("is litellm, and there is no such account")
    assert "podman 4.3 is installed; litellm_service_manager rootless-podman needs podman 4.4 or newer." in found("")
    assert "which rootless-podman does not have here" in found("")
