"""A play may end at any task: the next one leads to the desired release, and never by way of what serves."""

from __future__ import annotations

import itertools
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._managers import MANAGERS
from ansible_collections.llmops.litellm.plugins.module_utils._release.content import slot_files
from ansible_collections.llmops.litellm.plugins.module_utils._release.desired import Release
from ansible_collections.llmops.litellm.plugins.module_utils._release.service_files import manager_files

from tests.unit.plugins.module_utils.releases import LAYOUT, contained, programs, release, text_of
from tests.unit.plugins.module_utils.simulated_host import SimulatedHost

# Each play is repeated up to each of its steps. What they run through is measured elsewhere, for that takes more than twice the time.
pytestmark = pytest.mark.no_cover

CHANGES: dict[str, dict[str, t.Any]] = {
    "nothing": {},
    "configuration": {"config": "model_list: [{}]\n"},
    "secrets": {"secrets_digest": "rotated"},
    "service environment": {"service_environment": 'LITELLM_LOG="INFO"\n'},
    "version": {"version": "1.107.0"},
    "packages": {"requirements_digest": "one more"},
    "program": {"gateway": programs({"__main__.py": "print('new gateway')\n"})},
    "address": {"host": "0.0.0.0", "port": 4001},  # noqa: S104 - compared, not bound
    "service": {"drain_timeout": 61},
}
NAMES = ("systemd", "supervisor", "podman", "docker")
each_change = pytest.mark.parametrize(("manager", "change"), list(itertools.product(NAMES, CHANGES)))


def desired(manager: str, change: str) -> Release:
    wanted = release(manager=manager, **CHANGES[change])
    if not MANAGERS[manager].runs_containers:
        return wanted
    # What would be other packages is another image.
    image = f"ghcr.io/berriai/litellm:v{wanted.version}-{wanted.requirements_digest.replace(' ', '-')}"
    return contained(
        manager, image, **{name: value for name, value in CHANGES[change].items() if name != "requirements_digest"}
    )


def hosts_after_each_step(before: Release | None, wanted: Release) -> t.Iterator[SimulatedHost]:
    """A host that served *before* (or nothing), for each effect after which a play to *wanted* may end."""
    stop_after, complete = 0, False
    while not complete:
        host = SimulatedHost(LAYOUT)
        if before:
            host.play(before)
        complete = host.play(wanted, stop_after)
        stop_after += 1
        yield host


def assert_converges(host: SimulatedHost, wanted: Release) -> None:
    """One more play, and the host has, runs and answers as *wanted* says."""
    assert host.play(wanted)
    todo = host.planned(wanted)
    assert [each.done for each in todo.differences] == []
    slot = host.serving()
    assert set(host.loaded) == {slot}
    assert host.loaded[slot] == host.image(slot), "what runs is not what is on disk"
    assert host.answers_at(wanted.address)
    for file in slot_files(wanted, LAYOUT, slot) + manager_files(wanted, LAYOUT, slot):
        assert host.texts[file.path] == text_of(file)


@pytest.mark.parametrize("manager", NAMES)
def test_first_deployment(manager: str) -> None:
    wanted = desired(manager, "nothing")
    hosts = list(hosts_after_each_step(None, wanted))
    assert len(hosts) > 15
    for host in hosts:
        assert_converges(host, wanted)


@each_change
def test_change(manager: str, change: str) -> None:
    before, wanted = desired(manager, "nothing"), desired(manager, change)
    for host in hosts_after_each_step(before, wanted):
        assert_converges(host, wanted)


@each_change
def test_change_that_the_operator_takes_back(manager: str, change: str) -> None:
    before, wanted = desired(manager, "nothing"), desired(manager, change)
    for host in hosts_after_each_step(before, wanted):
        assert_converges(host, before)


@each_change
def test_first_deployment_that_goes_on_with_another_release(manager: str, change: str) -> None:
    for host in hosts_after_each_step(None, desired(manager, "nothing")):
        assert_converges(host, desired(manager, change))


@each_change
def test_change_with_a_reboot_in_between(manager: str, change: str) -> None:
    before, wanted = desired(manager, "nothing"), desired(manager, change)
    for host in hosts_after_each_step(before, wanted):
        host.reboot()
        assert_converges(host, wanted)


@pytest.mark.parametrize("change", [name for name in CHANGES if name != "nothing"])
def test_serving_slot_answers_until_the_new_one_does(change: str) -> None:
    before, wanted = desired("systemd", "nothing"), desired("systemd", change)
    moves = before.address != wanted.address
    for host in hosts_after_each_step(before, wanted):
        assert moves or host.answers_at(before.address)


def test_service_that_is_stopped_is_started_where_it_is() -> None:
    host = SimulatedHost(LAYOUT)
    host.play(release())
    host.stop(1)
    todo = host.planned(release())
    assert [each.done for each in todo.differences] == ["slot 1: was stopped, is running"]
    assert (todo.slot, todo.release, todo.install, todo.files, todo.rebind) == (1, False, False, (), False)
    assert_converges(host, release())


def test_service_that_is_stopped_when_the_release_changes() -> None:
    host = SimulatedHost(LAYOUT)
    host.play(release())
    host.stop(1)
    assert_converges(host, desired("systemd", "configuration"))
    assert host.serving() == 2


def test_release_that_was_given_up_leaves_what_serves_to_restart_as_it_was() -> None:
    host = SimulatedHost(LAYOUT)
    host.play(release())
    before = host.image(1)
    # Staged, started, refused, stopped: the effects up to the start, and the stop of the rescue.
    bad = release(unit_overrides={"service": {"Service": {"MemoryMax": "1M"}}})
    todo = host.planned(bad)
    steps = host.steps(bad, todo)
    while 2 not in host.loaded:
        next(steps)()
    host.stop(2)
    host.reboot()
    assert host.loaded == {1: before}
    assert_converges(host, release())
