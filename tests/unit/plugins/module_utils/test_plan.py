# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a plan says of each thing that may differ."""

from __future__ import annotations

import typing as t
from dataclasses import replace

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._plan import Observed, Plan, plan, secrets_path
from ansible_collections.llmops.litellm.plugins.module_utils._release import Release

from tests.unit.plugins.module_utils.releases import LAYOUT, release
from tests.unit.plugins.module_utils.simulated_host import SimulatedHost


def deployed(wanted: Release) -> Observed:
    host = SimulatedHost(LAYOUT)
    assert host.play(wanted)
    return host.observe()


def planned(wanted: Release | None = None, **changes: t.Any) -> Plan:
    """The plan for a host that serves, with something of it changed."""
    wanted = wanted or release()
    return plan(wanted, LAYOUT, replace(deployed(wanted), **changes))


def said(todo: Plan) -> list[str]:
    return [each.what for each in todo.differences]


def without(mapping: t.Mapping[str, str], key: str) -> dict[str, str]:
    assert key in mapping
    return {name: value for name, value in mapping.items() if name != key}


def test_nothing_differs() -> None:
    todo = planned()
    assert (todo.differences, todo.slot, todo.install, todo.release, todo.files) == ((), 1, False, False, ())
    assert (todo.rebind, todo.reconfigure) == (False, False)


def test_an_empty_host_needs_everything() -> None:
    todo = plan(release(), LAYOUT, Observed())
    assert (todo.slot, todo.install, todo.release, todo.rebind) == (1, True, True, False)
    assert said(todo)[:3] == [
        "user litellm or group litellm is missing",
        "LiteLLM 1.106.2 is not installed as required in /opt/litellm/1.106.2",
        "no release is serving",
    ]
    assert {file.path for file in todo.files} == {
        "/opt/litellm/slots/1/litellm_gateway.py",
        "/etc/litellm/slots/1/config.yaml",
        "/etc/litellm/slots/1/service.env",
        "/etc/systemd/system/litellm@1.service",
        "/etc/systemd/system/litellm.socket",
    }
    assert [file.path for file in todo.handover_files] == [
        "/etc/systemd/system/litellm@2.service",
        "/var/lib/litellm/release.json",
    ]


@pytest.mark.parametrize(
    "path",
    [
        "/etc/litellm/slots/1/config.yaml",
        "/etc/litellm/slots/1/service.env",
        "/opt/litellm/slots/1/litellm_gateway.py",
        "/etc/systemd/system/litellm@1.service",
    ],
)
def test_a_file_of_the_serving_slot_needs_the_free_slot(path: str) -> None:
    texts, modes = deployed(release()).texts, deployed(release()).modes
    missing, changed, opened = (
        planned(texts=without(texts, path)),
        planned(texts={**texts, path: "theirs"}),
        planned(modes={**modes, path: "0666"}),
    )
    assert said(missing) == [f"{path} is missing"]
    assert said(changed) == [f"{path} differs"]
    assert said(opened) == [f"{path} has mode 0666 instead of {modes[path]}"]
    assert said(planned(modes=without(modes, path))) == [f"{path} has mode unknown instead of {modes[path]}"]
    assert (changed.differences[0].before, changed.differences[0].after) == ("theirs", texts[path])
    for todo in (missing, changed, opened):
        assert (todo.release, todo.slot, todo.install) == (True, 2, False)
        assert not [file for file in todo.files if "1/" in file.path or "@1" in file.path]


def test_secrets_are_compared_by_digest_and_never_shown() -> None:
    path = secrets_path(LAYOUT, 1)
    todo = planned(digests={path: "another"})
    assert said(todo) == [f"{path} differs (values are not shown)"]
    assert (todo.differences[0].before, todo.differences[0].after, todo.release) == ("", "", True)
    assert said(planned(modes={**deployed(release()).modes, path: "0644"})) == [f"{path} has mode 0644 instead of 0600"]
    assert said(planned(modes=without(deployed(release()).modes, path))) == [f"{path} has mode unknown instead of 0600"]


def test_a_record_that_names_a_slot_whose_folder_is_gone() -> None:
    before = deployed(release())
    gone = "/slots/1/"
    todo = planned(
        texts={path: text for path, text in before.texts.items() if gone not in path},
        links={path: target for path, target in before.links.items() if gone not in path and gone not in target},
        digests={},
    )
    assert (todo.slot, todo.release) == (2, True)
    assert "slot 1 runs nothing instead of LiteLLM 1.106.2" in said(todo)
    assert "/etc/litellm/slots/1/config.yaml is missing" in said(todo)


def test_another_version_is_installed_and_released() -> None:
    todo = plan(release(version="1.107.0"), LAYOUT, deployed(release()))
    assert (todo.install, todo.release, todo.slot) == (True, True, 2)
    assert "slot 1 runs 1.106.2 instead of LiteLLM 1.107.0" in said(todo)


def test_other_packages_of_the_same_version_are_released_too() -> None:
    todo = plan(release(requirements_digest="more"), LAYOUT, deployed(release()))
    assert (todo.install, todo.release, todo.slot) == (True, True, 2)


@pytest.mark.parametrize(
    ("changes", "differences"),
    [
        ({"running": frozenset()}, ["slot 1 is not running"]),
        ({"running": frozenset({1, 2})}, ["slot 2 is still running"]),
        ({"enabled": frozenset({"litellm.socket"})}, ["litellm@1.service does not start at boot"]),
        ({"enabled": frozenset({"litellm@1.service"})}, ["litellm.socket does not start at boot"]),
        (
            {"enabled": frozenset({"litellm.socket", "litellm@1.service", "litellm@2.service"})},
            ["litellm@2.service starts at boot"],
        ),
    ],
)
def test_a_state_is_put_right_where_it_is(changes: dict[str, t.Any], differences: list[str]) -> None:
    todo = planned(**changes)
    assert said(todo) == differences
    assert (todo.slot, todo.release, todo.install, todo.files) == (1, False, False, ())


def test_published_files_are_put_right_where_they_are() -> None:
    links = deployed(release()).links
    todo = planned(links={**links, "/etc/litellm/config.yaml": ""})
    assert said(todo) == ["/etc/litellm/config.yaml is not the serving slot's"]
    assert not todo.release


def test_supervisor_that_does_not_run() -> None:
    todo = planned(release(manager="supervisor"), supervisor=False, running=frozenset(), listens=False, answers=False)
    assert said(todo) == ["slot 1 is not running", "supervisor is not running"]
    assert (todo.release, todo.rebind) == (False, False)


def test_a_gateway_that_hangs_is_released_anew() -> None:
    todo = planned(answers=False)
    assert said(todo) == ["slot 1 is running but does not answer on 127.0.0.1:4000"]
    assert (todo.slot, todo.release, todo.rebind) == (2, True, False)


def test_a_port_that_is_closed_is_opened_again() -> None:
    assert planned(answers=False, listens=False).rebind


def test_a_new_address_moves_the_port() -> None:
    todo = plan(release(port=4001), LAYOUT, deployed(release()))
    assert "listens on 127.0.0.1:4000 instead of 127.0.0.1:4001" in said(todo)
    assert (todo.rebind, todo.release, todo.reconfigure) == (True, True, True)


def test_another_setting_of_the_port_opens_it_again() -> None:
    wanted = release(overrides={"socket": {"Socket": {"Backlog": 64}}})
    assert plan(wanted, LAYOUT, deployed(release())).rebind


def test_the_ports_unit_waits_for_the_hand_over_while_something_serves() -> None:
    todo = planned(digests={})
    path = LAYOUT.socket_unit()
    assert path not in {file.path for file in todo.files}
    (waiting,) = [file for file in todo.handover_files if file.path == path]
    assert "Service=litellm@2.service" in waiting.content
    assert todo.handover_files[-1].path == LAYOUT.record(), "the record ends the hand-over"
    assert not todo.rebind


def test_manager_that_did_not_take_up_its_files() -> None:
    todo = planned(release(manager="supervisor"), manager="older")
    assert said(todo) == ["supervisor has not taken up its files since they changed"]
    assert (todo.release, todo.reconfigure) == (True, True)


@pytest.mark.parametrize(("running", "slot"), [(frozenset(), 1), ({1}, 2), ({2}, 1), ({1, 2}, 1)])
def test_without_a_record_what_runs_is_left_alone(running: frozenset[int], slot: int) -> None:
    todo = planned(serving=0, address="", running=frozenset(running))
    assert (todo.slot, todo.release) == (slot, True)
    assert said(todo)[0] == "no release is serving"
