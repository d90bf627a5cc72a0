"""What drifts is found, and put right where it is as far as that is possible; a repair never costs the way back."""

from __future__ import annotations

import pytest

from tests.unit.plugins.module_utils.releases import LAYOUT, contained, release
from tests.unit.plugins.module_utils.simulated_host import SimulatedHost, after, said


def numbers(host: SimulatedHost) -> list[tuple[int, int, int]]:
    return sorted((record.number, record.slot, record.repairs) for record in host.records())


@pytest.mark.parametrize(
    ("manager", "path", "mode"),
    [
        ("systemd", "/etc/litellm", "0750"),
        ("systemd", "/etc/litellm/slots", "0750"),
        ("systemd", "/etc/litellm/slots/2", "0750"),
        ("systemd", "/opt/litellm", "0755"),
        ("systemd", "/opt/litellm/slots/2/gateway", "0755"),
        ("systemd", "/opt/litellm/slots/1/gateway/__main__.py", "0644"),
        ("systemd", "/var/lib/litellm", "0750"),
        ("systemd", "/var/lib/litellm/releases", "0750"),
        ("systemd", "/etc/litellm/slots/2/config.yaml", "0640"),
        ("systemd", "/etc/litellm/slots/1/litellm.env", "0600"),
        ("systemd", "/etc/litellm/slots/2/litellm.env", "0600"),
        ("systemd", "/etc/systemd/system/litellm.socket", "0644"),
        ("supervisor", "/etc/litellm/supervisord.conf", "0640"),
        ("supervisor", "/run/litellm", "0750"),
        ("supervisor", "/run/litellm/2", "0750"),
    ],
)
def test_modes_and_owners_are_put_right_where_they_are(manager: str, path: str, mode: str) -> None:
    wanted = release(manager=manager)
    host = after(release(manager=manager, config="# first\n"), wanted)
    owner = host.owners.setdefault(path, "root:root")
    host.modes[path] = "0777"
    todo = host.planned(wanted)
    assert said(todo) == [f"mode of {path}: was 0777, is {mode}"]
    assert (todo.slot, todo.release, todo.install, todo.rebind, todo.reconfigure) == (2, False, False, False, False)
    assert host.play(wanted)
    host.owners[path] = "nobody:nogroup"
    assert said(host.planned(wanted)) == [f"owner of {path}: was nobody:nogroup, is {owner}"]
    assert host.play(wanted)
    assert said(host.planned(wanted)) == []
    assert numbers(host) == [(1, 1, 0), (2, 2, 0)]


def test_a_slot_that_is_free_keeps_its_secrets_to_itself() -> None:
    host = after(*(release(config=f"# {number}\n") for number in range(3)), release())
    assert host.serving() == 1
    host.modes["/etc/litellm/slots/2/config.yaml"] = "0666"
    assert said(host.planned(release())) == []
    host.modes["/etc/litellm/slots/2/litellm.env"] = "0644"
    assert said(host.planned(release())) == ["mode of /etc/litellm/slots/2/litellm.env: was 0644, is 0600"]


def test_modes_are_put_right_beside_a_release() -> None:
    host = after(release())
    host.modes[LAYOUT.secrets_file(1)] = "0644"
    host.modes["/etc/litellm"] = "0777"
    assert host.play(release(config="# second\n"))
    assert (host.modes[LAYOUT.secrets_file(1)], host.modes["/etc/litellm"]) == ("0600", "0750")


@pytest.mark.parametrize("repairs", [1, 2, 3])
def test_a_repair_keeps_the_way_back(repairs: int) -> None:
    first, second = release(version="1.105.0"), release()
    host = after(first, second)
    for _each in range(repairs):
        host.texts[f"{LAYOUT.configuration(host.serving())}/config.yaml"] = "# by hand\n"
        assert host.play(second)
    before = host.observe().previous
    assert before
    assert (before.number, before.slot, before.version) == (1, 1, "1.105.0")
    assert "/opt/litellm/1.105.0" in host.observe().installations
    assert [repaired for _number, _slot, repaired in numbers(host)] == [0, 0, *[2] * repairs]
    assert host.go_back("systemd")
    assert said(host.planned(first)) == []
    # And forth again, to the last repair.
    assert host.go_back("systemd")
    assert said(host.planned(second)) == []


def test_the_release_after_a_repair_goes_back_to_the_repaired_one() -> None:
    host = after(release(version="1.105.0"), release())
    host.texts["/opt/litellm/slots/2/gateway/__main__.py"] = "broken"
    assert host.play(release())
    assert host.play(release(config="# third\n"))
    assert numbers(host) == [(1, 1, 0), (2, 2, 0), (3, 3, 2), (4, 2, 0)]
    assert host.go_back("systemd")
    assert said(host.planned(release())) == []


def test_a_change_that_comes_with_drift_is_no_repair() -> None:
    host = after(release())
    host.texts["/etc/litellm/slots/1/config.yaml"] = "# by hand\n"
    assert host.play(release(config="# second\n"))
    assert numbers(host) == [(1, 1, 0), (2, 2, 0)]


@pytest.mark.parametrize(
    "folder", ["/etc/systemd/system/litellm@2.service.d", "/run/systemd/system/litellm@.service.d"]
)
def test_a_drop_in_of_the_serving_slot_needs_a_start_without_it(folder: str) -> None:
    host = after(release(config="# first\n"), release())
    host.drop_ins.add(folder)
    todo = host.planned(release())
    assert said(todo) == [f"{folder}: removed (changing units is for litellm_unit_overrides)"]
    assert (todo.release, todo.slot, todo.drop_ins) == (True, 3, (folder,))
    assert host.play(release())
    assert not host.drop_ins
    assert said(host.planned(release())) == []
    assert numbers(host)[-1] == (3, 3, 2)


def test_a_drop_in_of_a_slot_that_rests_just_goes() -> None:
    host = after(contained("podman"))
    host.drop_ins.add("/etc/containers/systemd/litellm@2.container.d")
    todo = host.planned(contained("podman"))
    assert (todo.release, todo.rebind) == (False, False)
    assert host.play(contained("podman"))
    assert said(host.planned(contained("podman"))) == []


def test_a_drop_in_of_the_port_opens_it_again() -> None:
    host = after(release())
    host.drop_ins.add("/etc/systemd/system/litellm.socket.d")
    todo = host.planned(release())
    assert (len(todo.differences), todo.release, todo.rebind) == (1, False, True)
    assert host.play(release())
    assert said(host.planned(release())) == []
