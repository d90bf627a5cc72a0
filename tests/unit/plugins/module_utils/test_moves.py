"""A gateway that gets other folders, another account, port or service manager: it serves on, and leaves nothing behind."""

from __future__ import annotations

import typing as t
from dataclasses import replace

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._release.content import record_of
from ansible_collections.llmops.litellm.plugins.module_utils._release.desired import Release
from ansible_collections.llmops.litellm.plugins.module_utils._release.layout import SLOTS, Layout
from ansible_collections.llmops.litellm.plugins.module_utils._release.places import known_places, place_of, stale_units
from ansible_collections.llmops.litellm.plugins.module_utils._release.service_files import service_unit
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.plugins.module_utils.releases import AT, LAYOUT, contained, release
from tests.unit.plugins.module_utils.simulated_host import SimulatedHost, after, said

PLACES = {
    "config": {"config": "/srv/etc"},
    "state": {"state": "/srv/state"},
    "install": {"install": "/srv/opt"},
    "runtime": {"runtime": "/run/gateway"},
    "config and state": {"config": "/srv/etc", "state": "/srv/state"},
}
EVERYTHING = {"config": "/srv/etc", "state": "/srv/state", "install": "/srv/opt", "runtime": "/run/gateway"}


def outside(host: SimulatedHost, places: t.Iterable[Layout]) -> list[str]:
    """Files and secrets that are left in *places*, but for the folders that the gateway has now."""
    now = tuple(f"{folder}/" for folder in host.layout.folders.values())
    before = tuple(f"{folder}/" for place in places for folder in place.folders.values())
    paths = (*host.texts, *host.digests, *host.links)
    return [path for path in paths if path.startswith(before) and not path.startswith(now)]


def assert_settled(host: SimulatedHost, wanted: Release, *places: Layout) -> None:
    """The host is as *wanted* says, runs what is on disk, and has nothing in *places*."""
    assert host.play(wanted)
    assert said(host.planned(wanted)) == []
    slot = host.serving()
    assert set(host.loaded) == {slot}
    assert host.loaded[slot] == host.image(slot), "what runs is not what is on disk"
    assert host.answers_at(wanted.address)
    assert outside(host, places) == []


def moved(host: SimulatedHost, layout: Layout, wanted: Release, stop_after: float = float("inf")) -> bool:
    host.layout = layout
    return host.play(wanted, stop_after)


@pytest.mark.parametrize("folders", [*PLACES.values(), EVERYTHING], ids=[*PLACES, "everything"])
def test_folders_move_under_systemd(folders: dict[str, str]) -> None:
    host, there = after(release()), replace(LAYOUT, **folders)
    assert moved(host, there, release())
    assert_settled(host, release(), LAYOUT)
    assert [(record.number, record.slot) for record in sorted(host.records(), key=lambda each: each.number)] == [
        (1, 1),
        (2, 2),
    ]
    # And on, and back again: numbers go on, and the way back within the new place is there.
    assert host.play(release(config="# second\n"))
    assert host.go_back("systemd")
    assert moved(host, LAYOUT, release())
    assert_settled(host, release(), there)


@pytest.mark.parametrize("name", [name for name in PLACES if name != "config and state"])
def test_folders_move_under_supervisor(name: str) -> None:
    wanted = release(manager="supervisor")
    host, there = after(wanted), replace(LAYOUT, **PLACES[name])
    assert moved(host, there, wanted)
    assert_settled(host, wanted, LAYOUT)


def test_what_is_said_of_a_move() -> None:
    host = after(release())
    host.layout = replace(LAYOUT, config="/srv/etc")
    todo = host.planned(release())
    assert said(todo) == ["litellm_config_dir: was /etc/litellm, is /srv/etc"]
    assert (todo.release, todo.slot, todo.rebind, todo.install) == (True, 2, False, False)
    assert "/etc/litellm/slots/1/litellm.env" in todo.left
    assert "/etc/systemd/system/litellm@1.service" in todo.left


@pytest.mark.parametrize("folders", [*PLACES.values(), EVERYTHING], ids=[*PLACES, "everything"])
@pytest.mark.parametrize("back", [False, True], ids=["goes on", "is taken back"])
def test_a_move_that_ends_early(folders: dict[str, str], back: bool) -> None:
    there, complete, stop_after = replace(LAYOUT, **folders), False, 0
    while not complete:
        host = after(release())
        complete = moved(host, there, release(), stop_after)
        assert host.answers_at(release().address), "what serves serves on"
        stop_after += 1
        host.layout = LAYOUT if back else there
        assert_settled(host, release(), there if back else LAYOUT)


@pytest.mark.parametrize("manager", ["systemd", "supervisor"])
def test_another_account(manager: str) -> None:
    before, wanted = release(manager=manager), release(manager=manager, user="gateway", group="gateway")
    host = after(before)
    todo = host.planned(wanted)
    assert {"litellm_user: was litellm, is gateway", "litellm_group: was litellm, is gateway"} <= set(said(todo))
    assert (todo.release, todo.former_user, todo.accounts) == (True, "litellm", ())
    shared = {each.path: (each.account, each.mode) for each in todo.folders}
    assert shared["/etc/litellm"] == ("root:gateway", "0751"), "the slot that serves reads there until it stops"
    assert host.play(wanted)
    assert (host.owners["/etc/litellm"], host.modes["/etc/litellm"]) == ("root:gateway", "0750")
    assert host.owners["/var/lib/litellm"] == "gateway:gateway"
    assert_settled(host, wanted)
    # The account of before has the release to go back to, and goes with it.
    assert host.users == {"litellm", "gateway"}
    assert host.go_back(manager)
    assert said(host.planned(before)) == []
    assert host.owners["/var/lib/litellm"] == "litellm:litellm"
    assert host.go_back(manager)
    assert_settled(host, replace(wanted, config="# another\n"))
    assert host.users == {"gateway"}


def test_an_account_is_changed_early() -> None:
    before, wanted, complete, stop_after = release(), release(user="gateway", group="gateway"), False, 0
    while not complete:
        host = after(before)
        complete = host.play(wanted, stop_after)
        assert (
            host.modes["/etc/litellm"] == "0751" or host.owners["/etc/litellm"] == "root:litellm" or host.serving() == 2
        )
        stop_after += 1
        assert_settled(host, before if stop_after % 2 else wanted)


@pytest.mark.parametrize("engine", ["systemd", "podman"])
def test_the_new_port_is_open_before_the_old_one_closes(engine: str) -> None:
    before = release() if engine == "systemd" else contained(engine)
    wanted, complete, stop_after = replace(before, port=4001), False, 0
    while not complete:
        host = after(before)
        complete = host.play(wanted, stop_after)
        stop_after += 1
        assert host.answers_at(before.address) or host.answers_at(wanted.address)
        assert_settled(host, wanted)


CHANGES = [("systemd", "supervisor"), ("supervisor", "systemd"), ("podman", "supervisor"), ("supervisor", "docker")]


def under(manager: str) -> Release:
    return release(manager=manager) if manager in ("systemd", "supervisor") else contained(manager)


@pytest.mark.parametrize(("former", "manager"), CHANGES)
def test_another_holder_of_the_port(former: str, manager: str) -> None:
    complete, stop_after = False, 0
    while not complete:
        host = after(under(former))
        complete = host.play(under(manager), stop_after)
        stop_after += 1
        if stop_after % 2:
            assert_settled(host, under(manager))
            left = host.supervisor if manager != "supervisor" else [path for path in host.texts if "/systemd/" in path]
            assert not left
        else:
            assert_settled(host, under(former))


def test_what_is_said_of_another_service_manager() -> None:
    todo = after(release()).planned(release(manager="supervisor"))
    assert "service manager: was systemd, is supervisor" in said(todo)
    assert (todo.replaces, todo.rebind, todo.opens_first) == (True, False, False)
    todo = after(release(manager="supervisor")).planned(release())
    assert "service manager: was supervisor, is systemd" in said(todo)
    assert (todo.replaces, todo.rebind) == (True, False)
    assert after(release()).planned(contained("podman")).replaces is False


LAYOUTS = st.sampled_from([LAYOUT, *(replace(LAYOUT, **folders) for folders in [*PLACES.values(), EVERYTHING])])
RELEASES = st.sampled_from(
    [
        release(),
        release(config="# another\n"),
        release(port=4001),
        release(user="gateway", group="gateway"),
        contained("podman"),
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(LAYOUTS, RELEASES, st.integers(0, 60)), min_size=1, max_size=4), LAYOUTS, RELEASES)
def test_whatever_was_begun_before(begun: list[tuple[Layout, Release, int]], layout: Layout, wanted: Release) -> None:
    host = SimulatedHost(LAYOUT)
    for place, each, stop_after in begun:
        moved(host, place, each, stop_after)
    host.layout = layout
    assert_settled(host, wanted, *(place for place, _each, _stop_after in begun))


def test_what_an_interrupted_move_started_is_found_again() -> None:
    host = SimulatedHost(LAYOUT)
    places = [replace(LAYOUT, config="/srv/etc"), replace(LAYOUT, state="/srv/state"), LAYOUT]
    for place, stop_after in zip(places, (24, 22, 2), strict=True):
        moved(host, place, release(), stop_after)
    host.layout = LAYOUT
    assert_settled(host, release(), *places)


def opened_after(count: int) -> SimulatedHost | None:
    """A host that had *count* steps of its first deployment, where the port is open by then."""
    host = SimulatedHost(LAYOUT)
    moved(host, LAYOUT, release(), count)
    return host if host.opened else None


@pytest.mark.parametrize("serves", [False, True], ids=["a first deployment", "a change"])
@pytest.mark.parametrize("wanted", [release(), release(port=4001)], ids=["the old port", "the new port"])
def test_a_port_that_was_opened_by_a_run_that_ended_early(serves: bool, wanted: Release) -> None:
    # So far that the port is open, and no further.
    begun = next(count for count in range(100) if opened_after(count))
    complete, stop_after = False, 0
    while not complete:
        host = after(release()) if serves else opened_after(begun)
        assert host
        complete = host.play(release(port=4001), stop_after)
        stop_after += 1
        assert_settled(host, wanted)


def test_units_of_root_are_nobody_elses() -> None:
    layout = replace(LAYOUT, config="/srv/etc")
    texts = {LAYOUT.service_unit(2): service_unit(release(), layout, 2).content}
    assert known_places(LAYOUT, True, texts.get, lambda _place: ()) == (layout,)
    assert known_places(LAYOUT, False, texts.get, lambda _place: ()) == ()
    assert stale_units(LAYOUT, texts, 1) == [LAYOUT.service_unit(2)]
    assert stale_units(LAYOUT, texts, 2) == stale_units(layout, texts, 1) == []


def test_only_the_newest_records_say_where_it_was() -> None:
    places = [replace(LAYOUT, config=f"/srv/{number}") for number in range(4)]
    records = [record_of(release(), place, SLOTS[0], number, AT, []) for number, place in enumerate(places, start=1)]
    assert known_places(LAYOUT, True, lambda _path: None, lambda _place: records) == tuple(places[2:])
    assert place_of(LAYOUT, records[0]) == places[0]
    assert place_of(LAYOUT, replace(records[0], folders={})) == place_of(LAYOUT, None) == LAYOUT
