"""What a look at the host finds: files, links, processes, ports, Pythons."""

from __future__ import annotations

import grp
import hashlib
import json
import os
import pwd
import typing as t
from dataclasses import replace
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host import observe
from ansible_collections.llmops.litellm.plugins.module_utils._release.content import record_of, slot_files
from ansible_collections.llmops.litellm.plugins.module_utils._release.desired import Release
from ansible_collections.llmops.litellm.plugins.module_utils._release.layout import Layout
from ansible_collections.llmops.litellm.plugins.module_utils._release.observed import Observed
from ansible_collections.llmops.litellm.plugins.module_utils._release.records import record_text

from tests.unit.plugins.module_utils.releases import AT, contained, release, text_of

Write = t.Callable[..., None]
Process = t.Callable[..., int]


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
    layout: Layout, write: Write, process: Process, gateway: t.Callable[..., int], install: t.Callable[..., str]
) -> None:
    wanted = release(port=gateway(), **this_user())
    for file in slot_files(wanted, layout, 1):
        write(file.path, text_of(file), file.mode)
    write(layout.secrets_file(1), "KEY=1\n", "0600")
    os.symlink("/opt/litellm/1.106.2", layout.installation_link(1))
    os.link(layout.secrets_file(1), f"{layout.config}/litellm.env")
    write(f"{layout.config}/config.yaml", "another file")
    write(layout.record(1), recorded(layout, wanted))
    install("1.106.2")
    write(layout.bill("1.106.2"), "bill")
    write(layout.state_file(1), f"ready {process('--state-file=' + layout.state_file(1))}\n")
    write(f"{layout.units}/multi-user.target.wants/litellm@1.service", "")
    write(f"{layout.units}/sockets.target.wants/litellm.socket", "")
    write(f"{layout.units}/multi-user.target.wants/another.service", "")

    observed = observe.observe(layout, wanted)

    files = slot_files(wanted, layout, 1)
    assert {file.path: text_of(file) for file in files}.items() <= observed.texts.items()
    assert {file.path: file.mode for file in files}.items() <= observed.modes.items()
    assert observed.texts[layout.stamp("1.106.2")] == "complete"
    assert layout.secrets_file(1) not in observed.texts
    assert set(observed.owners.values()) == {":".join(this_user().values())}
    assert observed.modes[layout.secrets_file(1)] == "0600"
    secrets = {layout.secrets_file(1): hashlib.sha256(b"KEY=1\n").hexdigest()}
    assert observed.digests == {**secrets, layout.bill("1.106.2"): hashlib.sha256(b"bill").hexdigest()}
    assert observed.links == {
        layout.installation_link(1): "/opt/litellm/1.106.2",
        f"{layout.config}/litellm.env": layout.secrets_file(1),
        f"{layout.config}/config.yaml": "",
    }
    assert observed.enabled == {"litellm@1.service", "litellm.socket"}
    assert observed.served
    assert (observed.serving, observed.served.address, observed.running) == (1, wanted.address, frozenset({1}))
    assert observed.installations == {layout.installation("1.106.2")}
    assert (observed.listens, observed.answers, observed.supervisor) == (True, True, False)
    assert observed.served.requirements == "requirements"
    seen_without_a_release = observe.observe(layout, None)
    assert seen_without_a_release.digests == secrets
    assert layout.stamp("1.106.2") not in seen_without_a_release.texts


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


def test_a_gateway_that_is_elsewhere_is_seen_there(layout: Layout, write: Write, process: Process) -> None:
    there = replace(layout, config=f"{layout.config}-before", runtime=f"{layout.runtime}-before")
    wanted = release(port=4001, privileged=True, **this_user())
    for file in slot_files(wanted, there, 1):
        write(file.path, text_of(file), file.mode)
    write(there.secrets_file(1), "KEY=1\n", "0600")
    os.link(there.secrets_file(1), f"{there.config}/litellm.env")
    write(there.record(1), record_text(record_of(wanted, there, 1, 1, AT, [])))
    write(there.state_file(1), f"ready {process('--state-file=' + there.state_file(1))}\n")
    write(f"{layout.units}/litellm@.service.d/theirs.conf", "")

    observed = observe.observe(layout, wanted)

    assert observed.places == (there,)
    assert (observed.serving, observed.running) == (1, frozenset({1}))
    assert f"{there.configuration(1)}/config.yaml" in observed.texts
    assert observed.links[f"{there.config}/litellm.env"] == there.secrets_file(1)
    assert observed.modes[there.configuration(1)] == "0755"
    assert observed.drop_ins == (f"{layout.units}/litellm@.service.d",)
    assert observe.observe(layout, replace(wanted, privileged=False)).drop_ins == ()


@pytest.mark.parametrize("before", ["systemd", "podman", "supervisor", ""])
@pytest.mark.parametrize("wanted", ["systemd", "supervisor", ""])
def test_systemd_is_asked_once_for_the_port_that_it_has_to_hold(
    layout: Layout, write: Write, monkeypatch: pytest.MonkeyPatch, before: str, wanted: str
) -> None:
    asked = []

    def open_at() -> str:
        asked.append(True)
        return "127.0.0.1:4000"

    monkeypatch.setattr(observe, "open_at", open_at)
    monkeypatch.setattr(observe, "systemd_holds_port", lambda address: address != "127.0.0.1:4000")
    if before:
        write(layout.record(1), recorded(layout, contained(before) if before == "podman" else release(manager=before)))
    observed = observe.observe(layout, release(manager=wanted) if wanted else None)
    if (wanted or before) in ("systemd", "podman"):
        assert (observed.held, observed.opened, len(asked)) == (False, "127.0.0.1:4000", 1)
    else:
        assert (observed.held, observed.opened, len(asked)) == (True, "", 0)


def test_what_a_release_to_go_back_to_has_is_hashed(layout: Layout, write: Write) -> None:
    first, second = release(version="1.105.0"), release()
    for number, wanted in enumerate((first, second), start=1):
        write(layout.record(number), record_text(record_of(wanted, layout, number, number, AT, [])))
    path = f"{layout.configuration(1)}/config.yaml"
    write(path, first.config)
    assert observe.observe(layout, None).digests == {path: hashlib.sha256(first.config.encode()).hexdigest()}


def test_a_link_that_starts_another_unit_at_boot(layout: Layout, write: Write) -> None:
    wants = Path(layout.boot_link(1)).parent
    wants.mkdir(parents=True)
    (wants / "litellm@1.service").symlink_to("/dev/null")
    (wants / "litellm@2.service").symlink_to("/run/systemd/generator/litellm@2.service")
    assert observe.observe(layout, release()).enabled == {"litellm@2.service"}
