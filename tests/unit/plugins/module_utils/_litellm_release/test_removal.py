"""What goes when a gateway is taken away: all of its own, nothing of anybody else's."""

from __future__ import annotations

import grp
import os
import pwd
import types
import typing as t
from dataclasses import replace
from pathlib import Path
from pwd import struct_passwd

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host import accounts
from ansible_collections.llmops.litellm.plugins.module_utils._host.systemd import Unit
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release import removal
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release.removal import (
    Image,
    Removal,
    find_left,
    find_removal,
)
from ansible_collections.llmops.litellm.plugins.module_utils._release.layout import Layout

from tests.unit.plugins.module_utils.releases import release

Write = t.Callable[..., None]

OURS = {
    "install": ("slots/1/gateway/__main__.py", "tools/pyvenv.cfg", "requirements-1.106.2.txt", "1.106.2/pyvenv.cfg"),
    "config": ("slots/1/config.yaml", "config.yaml", "litellm.env", "supervisord.conf"),
    "state": ("releases/1.json", "supervisord.log", "supervisord.log.1", "slot-1.log"),
    "runtime": ("1/state", "2/state", "supervisor.sock", "supervisord.pid"),
}
FOLDERS = tuple(OURS)


@pytest.fixture
def filled(layout: Layout, write: Write) -> Layout:
    """A layout with everything that a deploy leaves."""
    for folder, names in OURS.items():
        for name in names:
            write(f"{getattr(layout, folder)}/{name}", "")
    for path in (layout.service_unit(1), layout.service_unit(2), layout.socket_unit()):
        write(path, "")
    return layout


def test_containers_leave_quadlets_links_and_images(
    layout: Layout, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    quadlet, link = layout.service_unit(2, True), layout.boot_link(2)
    write(quadlet, "")
    write(link, "")
    write(layout.image("podman-0123456789ab"), "ghcr.io/berriai/litellm:v1.106.2\n")
    write(f"{layout.install}/theirs/pyvenv.cfg", "")
    write(layout.image("rootless-podman-0123456789ab"), "ghcr.io/berriai/litellm:v1.106.2\n")
    monkeypatch.setattr(removal, "image_command", lambda _layout, name: [] if "rootless" in name else ["podman"])
    found = find_removal(layout, layout, ["no-such-user"], True)
    assert found.units == ["litellm@2.service"]
    assert found.paths[:2] == [quadlet, link]
    assert f"{layout.install}/podman-0123456789ab" in found.paths
    assert found.images == [Image(["podman"], "ghcr.io/berriai/litellm:v1.106.2")]


def elsewhere(layout: Layout) -> Layout:
    return replace(layout, state="/var/lib/litellm")


def test_nothing_is_there(layout: Layout) -> None:
    assert find_removal(layout, layout, ["no-such-user"], True) == Removal([], False, [], [], [], False, [])


def test_folders_that_hold_only_ours_go_as_a_whole(filled: Layout) -> None:
    found = find_removal(filled, elsewhere(filled), ["no-such-user"], True)
    assert found.paths == [
        filled.socket_unit(),
        filled.service_unit(1),
        filled.service_unit(2),
        filled.install,
        filled.config,
        filled.runtime,
        filled.state,
    ]
    assert found.units == ["litellm.socket", "litellm@1.service", "litellm@2.service"]


def test_only_units_that_are_there_can_be_stopped(layout: Layout, write: Write) -> None:
    write(layout.service_unit(1), "")
    assert find_removal(layout, layout, ["no-such-user"], True).units == ["litellm@1.service"]


def test_units_whose_files_are_gone_are_stopped_too(
    layout: Layout, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(layout.service_unit(2), "")
    ghosts = [Unit("litellm.socket", "active"), Unit("litellm@1.service", "failed")]
    monkeypatch.setattr(removal, "loaded_units", lambda: ghosts)
    found = find_removal(layout, layout, ["no-such-user"], True)
    assert found.units == ["litellm.socket", "litellm@1.service", "litellm@2.service"]
    assert find_removal(layout, layout, ["no-such-user"], False).units == []


def test_without_root_no_units_and_no_account(filled: Layout) -> None:
    found = find_removal(replace(filled, state=pwd.getpwuid(os.getuid()).pw_dir), filled, ["root"], False)
    assert (found.units, found.accounts) == ([], [])
    assert filled.socket_unit() not in found.paths


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_somebody_else_put_beside_ours_stays(filled: Layout, write: Write, folder: str) -> None:
    root = Path(getattr(filled, folder))
    for name in ("theirs/pyvenv.cfg", "theirs.txt", ".hidden"):
        write(root / name, "")
    found = find_removal(filled, elsewhere(filled), ["no-such-user"], True)
    assert str(root) not in found.paths
    below = sorted(Path(path).relative_to(root).parts[0] for path in found.paths if Path(path).parent == root)
    assert below == sorted({Path(name).parts[0] for name in OURS[folder]})


def test_the_default_state_folder_goes_with_all_that_the_service_wrote(filled: Layout, write: Write) -> None:
    write(f"{filled.state}/.cache/anything", "")
    write(f"{filled.state}/anything", "")
    assert filled.state in find_removal(filled, filled, ["no-such-user"], True).paths
    assert filled.state not in find_removal(filled, elsewhere(filled), ["no-such-user"], True).paths


def test_an_installation_that_was_only_begun(layout: Layout, write: Write) -> None:
    for name in ("requirements-1.99.4.txt", "1.99.4/bin/python", ".ansible_tmpx1requirements-1.99.4.txt", "theirs"):
        write(f"{layout.install}/{name}", "")
    found = find_removal(layout, layout, ["no-such-user"], True)
    ours = (".ansible_tmpx1requirements-1.99.4.txt", "1.99.4", "requirements-1.99.4.txt")
    assert found.paths == [f"{layout.install}/{name}" for name in ours]


def test_an_environment_whose_requirements_are_gone_already(layout: Layout, write: Write) -> None:
    for name in ("1.99.4/pyvenv.cfg", "1.99.4-0123abcd/pyvenv.cfg", "theirs-1.0/pyvenv.cfg"):
        write(f"{layout.install}/{name}", "")
    found = find_removal(layout, layout, ["no-such-user"], True)
    assert found.paths == [f"{layout.install}/1.99.4", f"{layout.install}/1.99.4-0123abcd"]


def test_an_installation_that_goes_on_without_its_play(layout: Layout, process: t.Callable[..., int]) -> None:
    makes = process("venv", f"{layout.install}/1.99.4")
    process("list", f"{layout.install}/1.99.4")
    process("venv", "/elsewhere")
    assert find_removal(layout, layout, ["no-such-user"], False).installers == [makes]


def test_a_program_of_an_environment_that_is_no_slot_installs(
    layout: Layout, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = {
        "7": f"{layout.tools()}/bin/uv\0pip\0install\0",
        "8": f"{layout.install}/1.99.4/bin/python\0/var/cache/uv/compile.py\0",
        "9": f"{layout.installation_link(1)}/bin/python\0-I\0{layout.gateway(1)}\0",
        "10": f"{layout.tools()}/bin/python\0supervisord\0-c\0{layout.supervisor_config()}\0",
    }
    for number, words in lines.items():
        write(f"{layout.state}/{number}/cmdline", words)
    monkeypatch.setattr(removal, "PROCESSES", layout.state)
    assert removal._installers(layout) == [7, 8]


@pytest.mark.parametrize(
    ("members", "number", "begun"), [((), 999, True), (("somebody",), 999, False), ((), 1000, False)]
)
def test_a_group_without_its_account(
    layout: Layout, monkeypatch: pytest.MonkeyPatch, members: tuple[str, ...], number: int, begun: bool
) -> None:
    group = types.SimpleNamespace(gr_mem=list(members), gr_gid=number)
    monkeypatch.setattr(grp, "getgrnam", lambda _name: group)
    monkeypatch.setattr(pwd, "getpwall", list)
    assert find_removal(layout, layout, ["no-such-user"], True).group is begun
    assert not find_removal(layout, layout, ["root"], True).group
    assert not find_removal(layout, layout, ["no-such-user"], False).group


def test_supervisor_that_runs(layout: Layout, write: Write, process: t.Callable[..., int]) -> None:
    write(layout.supervisor_pid_file(), str(process(layout.supervisor_config())))
    assert find_removal(layout, layout, ["no-such-user"], False).supervisor


def test_the_account_is_ours_when_its_home_is_the_state_folder(layout: Layout) -> None:
    account = pwd.getpwuid(os.getuid())
    users = [account.pw_name, "no-such-user"]
    assert find_removal(replace(layout, state=account.pw_dir), layout, users, True).accounts == [account.pw_name]
    assert find_removal(layout, layout, users, True).accounts == []


def test_the_account_is_ours_when_it_says_so(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    made = struct_passwd(("litellm", "x", 999, 999, accounts.MADE, "/nonexistent", "/usr/sbin/nologin"))
    monkeypatch.setattr(accounts, "account_of", {"litellm": made}.get)
    assert find_removal(layout, layout, ["litellm"], True).accounts == ["litellm"]


def test_other_places_go_as_well(filled: Layout, layout: Layout, tmp_path: Path) -> None:
    now = Layout(**{name: str(tmp_path / "new" / name) for name in (*FOLDERS, "units", "quadlets")})
    found = find_removal(now, now, ["no-such-user"], False, [filled])
    assert {filled.install, filled.config, filled.runtime, filled.state} <= set(found.paths)


def test_what_is_left_of_another_place(filled: Layout, write: Write, tmp_path: Path) -> None:
    write(f"{filled.config}/theirs", "")
    now = replace(filled, config=str(tmp_path / "etc"), state=f"{filled.state}/inside")
    left = find_left(now, [filled], elsewhere(filled), release(manager="supervisor", privileged=False))
    assert left == [
        f"{filled.config}/config.yaml",
        f"{filled.config}/litellm.env",
        f"{filled.config}/slots",
        f"{filled.config}/supervisord.conf",
        f"{filled.state}/releases",
        f"{filled.state}/slot-1.log",
        f"{filled.state}/supervisord.log",
        f"{filled.state}/supervisord.log.1",
    ]


def test_nothing_goes_that_has_a_wanted_folder_in_it(filled: Layout) -> None:
    now = replace(filled, config=f"{filled.config}/slots/new", install=filled.state, state=filled.install)
    left = find_left(now, [filled], elsewhere(filled), release(manager="supervisor", privileged=False))
    assert left == [f"{filled.config}/{name}" for name in ("config.yaml", "litellm.env", "supervisord.conf")]


def test_what_another_service_manager_leaves(filled: Layout, write: Write) -> None:
    write(filled.boot_link(1), "")
    units = [filled.socket_unit(), filled.service_unit(1), filled.service_unit(2)]
    assert find_left(filled, [], filled, release(manager="supervisor")) == [filled.boot_link(1), *units]
    assert find_left(filled, [], filled, release(manager="supervisor", privileged=False)) == []
    assert sorted(find_left(filled, [], filled, release())) == sorted(
        [
            f"{filled.config}/supervisord.conf",
            *(f"{filled.runtime}/supervisor{name}" for name in (".sock", "d.pid")),
            *(f"{filled.state}/{name}" for name in ("slot-1.log", "supervisord.log", "supervisord.log.1")),
        ]
    )
