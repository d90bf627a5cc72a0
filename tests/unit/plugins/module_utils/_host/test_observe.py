# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a look at the host finds: files, links, processes, ports, Pythons."""

from __future__ import annotations

import errno
import grp
import hashlib
import json
import os
import pwd
import socket
import sys
import typing as t
from dataclasses import replace
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host import observe
from ansible_collections.llmops.litellm.plugins.module_utils._release.desired import Release, record_of, slot_files
from ansible_collections.llmops.litellm.plugins.module_utils._release.layout import Layout
from ansible_collections.llmops.litellm.plugins.module_utils._release.observed import Observed, secrets_path
from ansible_collections.llmops.litellm.plugins.module_utils._release.records import record_text

from tests.unit.plugins.module_utils.releases import AT, release, text_of

Write = t.Callable[..., None]
Process = t.Callable[..., int]
Listener = t.Callable[..., int]


def this_user() -> dict[str, str]:
    return {"user": pwd.getpwuid(os.getuid()).pw_name, "group": grp.getgrgid(os.getgid()).gr_name}


def recorded(layout: Layout, wanted: Release, slot: int = 1) -> str:
    return record_text(record_of(wanted, layout, slot, 1, AT, []))


def test_an_empty_host(layout: Layout) -> None:
    assert observe.observe(layout, release(user="no-such-user")) == Observed()


def test_a_user_without_the_group_is_missing(layout: Layout) -> None:
    account = this_user()
    assert observe.observe(layout, release(**account)).user
    assert not observe.observe(layout, release(**{**account, "group": "no-such-group"})).user


def test_a_host_that_serves(
    layout: Layout,
    write: Write,
    process: Process,
    gateway: t.Callable[..., int],
    install: t.Callable[..., str],
) -> None:
    wanted = release(port=gateway(), **this_user())
    for file in slot_files(wanted, layout, 1):
        write(file.path, text_of(file), file.mode)
    write(secrets_path(layout, 1), "KEY=1\n", "0600")
    os.symlink("/opt/litellm/1.106.2", f"{layout.code(1)}/environment")
    os.link(secrets_path(layout, 1), f"{layout.config}/litellm.env")
    write(f"{layout.config}/config.yaml", "another file")
    write(layout.record(1), recorded(layout, wanted))
    install("1.106.2")
    write(layout.state_file(1), f"ready {process('--state-file=' + layout.state_file(1))}\n")
    write(f"{layout.units}/multi-user.target.wants/litellm@1.service", "")
    write(f"{layout.units}/sockets.target.wants/litellm.socket", "")
    write(f"{layout.units}/multi-user.target.wants/another.service", "")

    observed = observe.observe(layout, wanted)

    files = slot_files(wanted, layout, 1)
    assert {file.path: text_of(file) for file in files}.items() <= observed.texts.items()
    assert {file.path: file.mode for file in files}.items() <= observed.modes.items()
    assert observed.texts[layout.stamp("1.106.2")] == "complete"
    assert secrets_path(layout, 1) not in observed.texts
    assert set(observed.owners.values()) == {":".join(this_user().values())}
    assert observed.modes[secrets_path(layout, 1)] == "0600"
    assert observed.digests == {secrets_path(layout, 1): hashlib.sha256(b"KEY=1\n").hexdigest()}
    assert observed.links == {
        f"{layout.code(1)}/environment": "/opt/litellm/1.106.2",
        f"{layout.config}/litellm.env": secrets_path(layout, 1),
        f"{layout.config}/config.yaml": "",
    }
    assert observed.enabled == {"litellm@1.service", "litellm.socket"}
    assert observed.served
    assert (observed.serving, observed.served.address, observed.running) == (1, wanted.address, {1})
    assert observed.environments == {layout.environment("1.106.2")}
    assert (observed.listens, observed.answers, observed.supervisor) == (True, True, False)
    assert observed.served.requirements == "requirements"
    seen_without_a_release = observe.observe(layout, None)
    assert seen_without_a_release.digests == observed.digests
    assert layout.stamp("1.106.2") not in seen_without_a_release.texts


def test_an_owner_without_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_number: int) -> t.NoReturn:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", nobody)
    assert observe._owner(str(tmp_path)) == f"{os.getuid()}:{os.getgid()}"


def test_a_slot_that_rests_is_not_woken(layout: Layout, write: Write, gateway: t.Callable[..., int]) -> None:
    write(layout.record(1), recorded(layout, release(port=gateway())))
    observed = observe.observe(layout, release())
    assert (observed.listens, observed.answers) == (True, False)


def test_a_record_that_cannot_be_read_is_none(layout: Layout, write: Write) -> None:
    whole = json.loads(recorded(layout, release()))
    for text in (
        "",
        "{",
        "[1]",
        *(json.dumps({**whole, **bad}) for bad in ({"slot": 4}, {"slot": "1"}, {"number": "1"})),
    ):
        write(layout.record(1), text)
        observed = observe.observe(layout, release())
        assert (observed.serving, observed.listens, observed.answers) == (0, False, False)


def test_a_running_process_is_known_by_its_command_line(layout: Layout, write: Write, process: Process) -> None:
    number = process("-c", layout.supervisor_config())
    write(layout.supervisor_pid_file(), f"{number}\n")
    assert observe.running_supervisor(layout) == number
    write(layout.supervisor_pid_file(), f"{os.getpid()}\n")
    assert observe.running_supervisor(layout) == 0


@pytest.mark.parametrize("text", ["", "refused: 1", "ready", "ready x", "ready 99999999", "1"])
def test_a_slot_is_running_only_when_it_says_so(layout: Layout, write: Write, text: str) -> None:
    write(layout.state_file(1), text)
    assert observe.running_slot(layout, 1) == 0


def test_own_processes(layout: Layout, write: Write, process: Process) -> None:
    assert observe.own_processes(layout) == frozenset()
    slot = process(layout.state_file(2))
    write(layout.state_file(2), f"ready {slot}")
    assert observe.own_processes(layout) == {slot}
    write(layout.socket_unit(), "")
    assert observe.own_processes(layout) == {slot, 1}


@pytest.mark.parametrize(
    ("host", "client"),
    [("0.0.0.0", "127.0.0.1"), ("::", "::1"), ("10.0.0.1", "10.0.0.1")],  # noqa: S104 - compared
)
def test_where_a_client_on_the_host_connects(host: str, client: str) -> None:
    assert observe.client_host(host) == client


@pytest.mark.parametrize(("status", "ready"), [(200, True), (503, False), (404, False)])
def test_readiness(gateway: t.Callable[..., int], status: int, ready: bool) -> None:
    assert observe.answers("127.0.0.1", gateway(status)) is ready


def test_silence_is_no_readiness(listener: Listener) -> None:
    assert not observe.answers("127.0.0.1", listener(), seconds=0.1)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "0.0.0.0"])  # noqa: S104 - a test's own port
def test_listening_is_seen_at_its_address_only(listener: Listener, host: str) -> None:
    port = listener(host)
    assert observe.listens(host, port)
    assert not observe.listens("127.0.0.2", port)
    assert not observe.listens("no.such.host.invalid", port)


def test_a_free_port(listener: Listener) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert observe.port_problem("127.0.0.1", port) == ""
    assert observe.port_problem("::1", port) == ""


def test_a_taken_port_names_who_has_it(listener: Listener) -> None:
    port = listener()
    name = Path("/proc/self/comm").read_text().strip()
    expected = f"127.0.0.1:{port} is already in use by {name} (process {os.getpid()})"
    assert observe.port_problem("127.0.0.1", port) == expected
    assert observe.port_problem("0.0.0.0", port).startswith(f"0.0.0.0:{port} is already in use")  # noqa: S104 - refused


def test_a_port_that_the_gateway_itself_has(listener: Listener) -> None:
    assert observe.port_problem("127.0.0.1", listener(), own={os.getpid()}) == ""


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.host.invalid", "[::1]"])
def test_an_address_of_another_host(host: str) -> None:
    assert observe.port_problem(host, 4000) == f"{host} is not an address of this host"


def test_a_port_that_only_root_may_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_socket: socket.socket, _address: object) -> t.NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", refuse)
    assert observe.port_problem("127.0.0.1", 80) == "127.0.0.1:80 needs root, because the port is below 1024"


def test_free_space_of_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    there = observe.free_megabytes(str(tmp_path))
    assert observe.free_megabytes(str(tmp_path / "a" / "b")) == pytest.approx(there, abs=500)


def program(folder: Path, name: str, answer: str, shebang: str = "#!/bin/sh") -> str:
    path = folder / name
    path.write_text(f"{shebang}\n{answer}\n")
    path.chmod(0o755)
    return str(path)


def says(path: str, venv: int) -> str:
    return f"printf '%s\\n%s\\n' '{path}' {venv}"


@pytest.mark.parametrize(("cores", "megabytes", "workers"), [(2, 24000, 2), (8, 4096, 4), (4, 512, 1), (2, 0, 1)])
def test_workers(monkeypatch: pytest.MonkeyPatch, cores: int, megabytes: int, workers: int) -> None:
    text = f"MemTotal:       {megabytes * 1024} kB\nMemFree: 1 kB\n" if megabytes else None
    monkeypatch.setattr(observe, "_text", lambda _path: text)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(cores)))
    assert observe.default_workers() == workers


def test_this_python_by_its_path() -> None:
    usable = sys.version_info >= (3, 10)
    assert observe.find_python(sys.executable, shared=False).path == (sys.executable if usable else "")


def test_a_python_without_venv_is_named_with_the_packages_to_install(tmp_path: Path) -> None:
    bare = program(tmp_path, "python3", says("/usr/bin/python3", 0))
    assert observe.find_python(bare, shared=False) == observe.Python(bare, ())


@pytest.mark.parametrize(
    "answer", ["exit 1", says("", 1), "echo", "kill -9 $$"], ids=["fails", "too old", "says nothing", "dies"]
)
def test_a_choice_that_is_no_usable_python(tmp_path: Path, answer: str) -> None:
    assert observe.find_python(program(tmp_path, "python3", answer), shared=False) == observe.Python("", ())


def test_a_choice_that_cannot_even_start(tmp_path: Path) -> None:
    broken = program(tmp_path, "python3", "", shebang="#!/no/such/interpreter")
    assert observe.find_python(broken, shared=False) == observe.Python("", ())
    assert observe.find_python("/no/such/python", shared=False) == observe.Python("", ())


def test_a_python_behind_a_closed_folder_is_not_for_another_user(tmp_path: Path) -> None:
    closed = tmp_path / "home"
    closed.mkdir(mode=0o700)
    found = program(tmp_path, "python3", says(f"{closed}/python3", 1))
    assert observe.find_python(found, shared=False).path == found
    assert observe.find_python(found, shared=True).path == ""


def test_the_search_prefers_one_with_venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "python3", says("/usr/bin/python3", 0))
    program(tmp_path, "python3.13", says("/usr/bin/python3.13", 0))
    whole = program(tmp_path, "python3.12", says("/usr/bin/python3.12", 1))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(observe, "PYTHONS", observe.PYTHONS[1:])
    assert observe.find_python("", shared=False) == observe.Python(whole, ())
    Path(whole).unlink()
    packages = observe.find_python("/no/such/python3-venv", shared=False).packages
    assert packages == ()
    assert observe.find_python("", shared=False).path == str(tmp_path / "python3")


@pytest.mark.parametrize(
    ("text", "packages"),
    [
        ("ID=debian\n", ("python3-venv",)),
        ('NAME="Rocky Linux"\nID="rocky"\nID_LIKE="rhel centos fedora"\n', ("python3.12",)),
        ("ID=linuxmint\nID_LIKE=ubuntu\n", ("python3-venv",)),
        ("ID=arch\n", ()),
        ("", ()),
    ],
)
def test_packages_of_the_distribution(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, packages: tuple[str, ...]
) -> None:
    path = tmp_path / "os-release"
    path.write_text(text)
    monkeypatch.setattr(observe, "OS_RELEASE", str(path))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(observe, "PYTHONS", ("python3",))
    assert observe.find_python("", shared=True) == observe.Python("", packages)
    # A name that the packages bring may be chosen before it is there.
    assert observe.find_python("python3.12", shared=True).packages == (packages if "python3.12" in packages else ())


def test_a_slot_in_a_container_is_running_as_long_as_it_says_so(layout: Layout, write: Write) -> None:
    write(layout.state_file(1), "ready 1\n")
    assert not observe.contained_slot(layout, 1)
    os.makedirs(layout.code(1))
    os.symlink(layout.environment("podman-0123456789ab"), f"{layout.code(1)}/environment")
    assert observe.contained_slot(layout, 1)
    write(layout.state_file(1), "refused: no\n")
    assert not observe.contained_slot(layout, 1)
    os.unlink(layout.state_file(1))
    assert not observe.contained_slot(layout, 1)


def test_a_gateway_that_is_elsewhere_is_seen_there(layout: Layout, write: Write, process: Process) -> None:
    there = replace(layout, config=f"{layout.config}-before", runtime=f"{layout.runtime}-before")
    wanted = release(port=4001, privileged=True, **this_user())
    for file in slot_files(wanted, there, 1):
        write(file.path, text_of(file), file.mode)
    write(secrets_path(there, 1), "KEY=1\n", "0600")
    os.link(secrets_path(there, 1), f"{there.config}/litellm.env")
    write(there.record(1), record_text(record_of(wanted, there, 1, 1, AT, [])))
    write(there.state_file(1), f"ready {process('--state-file=' + there.state_file(1))}\n")
    write(f"{layout.units}/litellm@.service.d/theirs.conf", "")

    observed = observe.observe(layout, wanted)

    assert observed.places == (there,)
    assert (observed.serving, observed.running) == (1, {1})
    assert f"{there.settings(1)}/config.yaml" in observed.texts
    assert observed.links[f"{there.config}/litellm.env"] == secrets_path(there, 1)
    assert observed.modes[there.settings(1)] == "0755"
    assert observed.drop_ins == (f"{layout.units}/litellm@.service.d",)
    assert observe.observe(layout, replace(wanted, privileged=False)).drop_ins == ()


def test_what_a_release_to_go_back_to_has_is_hashed(layout: Layout, write: Write) -> None:
    first, second = release(version="1.105.0"), release()
    for number, wanted in enumerate((first, second), start=1):
        write(layout.record(number), record_text(record_of(wanted, layout, number, number, AT, [])))
    path = f"{layout.settings(1)}/config.yaml"
    write(path, first.config)
    assert observe.observe(layout, None).digests == {path: hashlib.sha256(first.config.encode()).hexdigest()}


def test_a_link_that_starts_another_unit_at_boot(layout: Layout, write: Write) -> None:
    wants = Path(layout.boot_link(1)).parent
    wants.mkdir(parents=True)
    (wants / "litellm@1.service").symlink_to("/dev/null")
    (wants / "litellm@2.service").symlink_to("/run/systemd/generator/litellm@2.service")
    assert observe.observe(layout, release()).enabled == {"litellm@2.service"}
