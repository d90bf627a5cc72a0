"""What a plan says of each thing that may differ."""

from __future__ import annotations

import re
import typing as t
from dataclasses import replace

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._release.content import slot_files
from ansible_collections.llmops.litellm.plugins.module_utils._release.desired import Release
from ansible_collections.llmops.litellm.plugins.module_utils._release.differences import difference_view
from ansible_collections.llmops.litellm.plugins.module_utils._release.observed import Observed
from ansible_collections.llmops.litellm.plugins.module_utils._release.plan import Plan, plan
from ansible_collections.llmops.litellm.plugins.module_utils._release.records import parse_record

from tests.unit.plugins.module_utils.releases import AT, CONTAINER, LAYOUT, contained, programs, release
from tests.unit.plugins.module_utils.simulated_host import SimulatedHost, after, said


def deployed(wanted: Release) -> Observed:
    host = SimulatedHost(LAYOUT)
    assert host.play(wanted)
    return host.observe()


def planned(wanted: Release | None = None, **changes: t.Any) -> Plan:
    """The plan for a host that serves, with something of it changed."""
    wanted = wanted or release()
    return plan(wanted, LAYOUT, replace(deployed(wanted), **changes), AT)


def without(mapping: t.Mapping[str, str], key: str) -> dict[str, str]:
    assert key in mapping
    return {name: value for name, value in mapping.items() if name != key}


def test_nothing_differs() -> None:
    todo = planned()
    assert (todo.differences, todo.slot, todo.install, todo.release, todo.files, todo.manager_files) == (
        (),
        1,
        False,
        False,
        (),
        (),
    )
    assert (todo.rebind, todo.reconfigure) == (False, False)


def test_an_empty_host_needs_everything() -> None:
    todo = plan(release(), LAYOUT, Observed(), AT)
    assert (todo.slot, todo.install, todo.release, todo.rebind) == (1, True, True, False)
    assert said(todo) == ["release: was none, is the first one here (LiteLLM 1.106.2 under systemd)"]
    view = difference_view(todo.differences)
    assert [each.get("before_header", "prepared") for each in view] == [
        "/etc/litellm/slots/1/config.yaml",
        "/etc/litellm/slots/1/service.env",
        "/etc/systemd/system/litellm@1.service",
        "/etc/systemd/system/litellm.socket",
        "prepared",
    ]
    assert view[-1]["prepared"].splitlines() == [
        "user litellm with group litellm: is missing, will be there",
        "LiteLLM 1.106.2 in /opt/litellm/1.106.2: is not installed as required, will be installed",
        "release: is none, will be the first one here (LiteLLM 1.106.2 under systemd)",
        "program of the slot, 1 of 1 files (__main__.py): is missing, will be sha256:b3024c5c2bd16536",
    ]
    assert {file.path for file in (*todo.announced, *todo.files, *todo.manager_files)} == {
        "/opt/litellm/slots/1/gateway/__main__.py",
        "/etc/litellm/slots/1/config.yaml",
        "/etc/litellm/slots/1/service.env",
        "/etc/systemd/system/litellm@1.service",
        "/etc/systemd/system/litellm.socket",
    }
    assert [file.path for file in (*todo.handover_files, *todo.records)] == ["/var/lib/litellm/releases/1.json"]
    assert (todo.others, todo.obsolete) == ((), ())


@pytest.mark.parametrize(
    "path",
    ["/etc/litellm/slots/1/config.yaml", "/etc/litellm/slots/1/service.env", "/etc/systemd/system/litellm@1.service"],
)
def test_a_file_of_the_serving_slot_needs_the_free_slot(path: str) -> None:
    texts = deployed(release()).texts
    missing, changed = planned(texts=without(texts, path)), planned(texts={**texts, path: "theirs"})
    name = f"/etc/litellm/config.yaml ({path})" if path.endswith("config.yaml") else path
    assert said(missing) == [f"{name}: was missing, is written"]
    assert said(changed)[0] == f"{name}: was edited by hand, is as declared"
    assert changed.differences[0].texts == (name, "theirs", texts[path])
    for todo in (missing, changed):
        assert (todo.release, todo.slot, todo.install) == (True, 2, False)
        assert not [file for file in (*todo.files, *todo.manager_files) if "1/" in file.path or "@1" in file.path]


def test_secrets_are_compared_by_digest_and_never_shown() -> None:
    path = LAYOUT.secrets_file(1)
    todo = planned(digests={path: "another"})
    name = f"/etc/litellm/litellm.env ({path})"
    assert said(todo) == [f"secrets in {name}: changed (values are not shown)"]
    assert (todo.differences[0].texts, todo.release) == (None, True)
    assert said(planned(digests={})) == [f"secrets in {name}: was missing, is written"]


def test_the_program_is_one_difference_with_a_digest_and_is_never_shown() -> None:
    names = ["__main__.py", *(f"file{number}.py" for number in range(1, 5))]
    wanted = release(gateway=programs(dict.fromkeys(names, "print('SOURCE')\n")))
    before = deployed(wanted)
    folder = LAYOUT.gateway(1)
    todo = planned(wanted, texts={**before.texts, f"{folder}/file3.py": "theirs"})
    (only,) = said(todo)
    assert re.fullmatch(
        r"program of the slot, 1 of 5 files \(file3\.py\): was sha256:[0-9a-f]{16}, is sha256:[0-9a-f]{16}", only
    )
    assert "SOURCE" not in str(difference_view(todo.differences))
    gone = planned(wanted, texts={path: text for path, text in before.texts.items() if not path.startswith(folder)})
    assert said(gone)[0].startswith(
        "program of the slot, 5 of 5 files (__main__.py, file1.py, file2.py and 2 more): was missing"
    )
    assert (todo.release, gone.release) == (True, True)


def test_what_was_declared_otherwise_is_told_by_name() -> None:
    before = release(config="model_list:\n  - model_name: mini\n    litellm_params:\n      model: openai/mini\n")
    after = replace(
        before,
        config=before.config.replace("openai/mini", "openai/mini-2"),
        service_environment='LITELLM_MODE="PRODUCTION"\nLITELLM_LOG="INFO"\n',
        workers=3,
        drain_timeout=30,
        secrets_digest="rotated",
    )
    assert said(plan(after, LAYOUT, deployed(before), AT)) == [
        "model mini: changed (model)",
        "LITELLM_LOG in service.env: added",
        "TimeoutStopSec of the service: was 75, is 45",
        "workers of the service: was 2, is 3",
        "drain timeout of the service: was 60, is 30",
        "secrets in /etc/litellm/litellm.env (/etc/litellm/slots/1/litellm.env): changed (values are not shown)",
    ]
    reordered = replace(before, config="# new\n" + before.config)
    (path,) = said(plan(reordered, LAYOUT, deployed(before), AT))
    assert path == "/etc/litellm/config.yaml (/etc/litellm/slots/1/config.yaml): changed (comments, order or spacing)"


def test_a_file_under_its_fixed_name_is_named_so_only_while_it_is_the_same() -> None:
    before, path = deployed(release()), "/etc/litellm/slots/1/config.yaml"
    todo = planned(texts={**before.texts, path: "theirs"}, links={**before.links, "/etc/litellm/config.yaml": ""})
    assert f"{path}: was edited by hand, is as declared" in said(todo)
    assert f"/etc/litellm/config.yaml: was another file than the serving slot's, is {path} again" in said(todo)


def test_a_record_that_names_a_slot_whose_folder_is_gone() -> None:
    before = deployed(release())
    gone = "/slots/1/"
    todo = planned(
        texts={path: text for path, text in before.texts.items() if gone not in path},
        links={path: target for path, target in before.links.items() if gone not in path and gone not in target},
        digests={},
    )
    assert (todo.slot, todo.release) == (2, True)
    assert "installation of slot 1: was missing, is 1.106.2" in said(todo)
    assert "/etc/litellm/slots/1/service.env: was missing, is written" in said(todo)


def test_another_version_is_installed_and_released() -> None:
    todo = plan(release(version="1.107.0"), LAYOUT, deployed(release()), AT)
    assert (todo.install, todo.release, todo.slot) == (True, True, 2)
    assert said(todo) == ["LiteLLM: was 1.106.2, is 1.107.0"]


def bill_in(todo: Plan) -> str:
    """The digest of the bill of materials in the record that a plan writes."""
    record = parse_record(todo.records[0].content)
    assert record
    return record.bill


def test_a_record_names_the_bill_of_materials_of_an_installation_that_is_there() -> None:
    there, bill = deployed(release()), LAYOUT.bill("1.106.2")
    assert there.served
    seen = replace(there, digests={**there.digests, bill: "as it is"})
    assert bill_in(plan(release(port=4001), LAYOUT, seen, AT)) == "as it is"
    served = replace(there.served, bill="as it was released")
    assert bill_in(plan(release(port=4001), LAYOUT, replace(seen, records=(served,)), AT)) == "as it was released"


def test_a_record_names_no_bill_of_what_is_not_installed_yet() -> None:
    there = deployed(release())
    assert there.served
    served = replace(there.served, bill="of another version")
    assert bill_in(plan(release(version="1.108.0"), LAYOUT, replace(there, records=(served,)), AT)) == ""


def test_other_packages_of_the_same_version_are_released_too() -> None:
    todo = plan(release(requirements_digest="more"), LAYOUT, deployed(release()), AT)
    assert (todo.install, todo.release, todo.slot) == (True, True, 2)
    todo = plan(release(requirements_digest="more", installation="1.106.2-ab12"), LAYOUT, deployed(release()), AT)
    assert said(todo) == ["packages of LiteLLM 1.106.2: changed"]


@pytest.mark.parametrize(
    ("changes", "differences"),
    [
        ({"running": frozenset()}, ["slot 1: was stopped, is running"]),
        ({"running": frozenset({1, 2})}, ["slot 2: was running, is stopped"]),
        ({"enabled": frozenset({"litellm.socket"})}, ["start of litellm@1.service at boot: was off, is on"]),
        ({"enabled": frozenset({"litellm@1.service"})}, ["start of litellm.socket at boot: was off, is on"]),
        (
            {"enabled": frozenset({"litellm.socket", "litellm@1.service", "litellm@2.service"})},
            ["start of litellm@2.service at boot: was on, is off"],
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
    again = "is /etc/litellm/slots/1/config.yaml again"
    assert said(todo) == [f"/etc/litellm/config.yaml: was another file than the serving slot's, {again}"]
    assert not todo.release
    todo = planned(links=without(links, "/etc/litellm/config.yaml"))
    assert said(todo) == [f"/etc/litellm/config.yaml: was missing, {again}"]


def test_supervisor_that_does_not_run() -> None:
    todo = planned(release(manager="supervisor"), supervisor=False, running=frozenset(), listens=False, answers=False)
    assert said(todo) == ["slot 1: was stopped, is running", "supervisor: was stopped, is running"]
    assert (todo.release, todo.rebind) == (False, False)


def test_a_gateway_that_hangs_is_released_anew() -> None:
    todo = planned(answers=False)
    assert said(todo) == ["slot 1: was running without an answer on 127.0.0.1:4000, is replaced"]
    assert (todo.slot, todo.release, todo.rebind) == (2, True, False)


def test_a_port_that_is_closed_is_opened_again() -> None:
    assert planned(answers=False, listens=False).rebind


def test_a_new_address_moves_the_port() -> None:
    todo = plan(release(port=4001), LAYOUT, deployed(release()), AT)
    assert said(todo) == ["address: was 127.0.0.1:4000, is 127.0.0.1:4001"]
    assert (todo.opens_first, todo.rebind, todo.release, todo.reconfigure) == (True, False, True, True)
    assert LAYOUT.socket_unit() in {file.path for file in todo.manager_files}, (
        "the new port opens before the slot starts"
    )


@pytest.mark.parametrize(
    ("wanted", "changes"),
    [
        (release(host="127.0.0.2"), {}),
        (release(port=4001), {"running": frozenset()}),
        (release(port=4001), {"listens": False}),
    ],
    ids=["another address with the same port", "nothing serves the old port", "the old port is closed"],
)
def test_an_address_that_cannot_be_opened_beside_the_old_one(wanted: Release, changes: dict[str, t.Any]) -> None:
    todo = plan(wanted, LAYOUT, replace(deployed(release()), **changes), AT)
    assert (todo.opens_first, todo.rebind, todo.release) == (False, True, True)


def test_another_setting_of_the_port_opens_it_again() -> None:
    wanted = release(unit_overrides={"socket": {"Socket": {"Backlog": 64}}})
    assert plan(wanted, LAYOUT, deployed(release()), AT).rebind


def test_the_ports_unit_waits_for_the_hand_over_while_something_serves() -> None:
    todo = planned(digests={})
    path = LAYOUT.socket_unit()
    assert path not in {file.path for file in todo.manager_files}
    (waiting,) = [file for file in todo.handover_files if file.path == path]
    assert "Service=litellm@2.service" in waiting.content
    assert [file.path for file in todo.records] == [LAYOUT.record(2)], "the record ends the hand-over"
    assert not todo.rebind


def test_manager_that_did_not_take_up_its_files() -> None:
    wanted = release(manager="supervisor")
    (record,) = deployed(wanted).records
    todo = planned(wanted, records=(replace(record, manager="older"),))
    assert said(todo) == ["supervisor: was started before its files changed, is started with them"]
    assert (todo.release, todo.reconfigure) == (True, True)


@pytest.mark.parametrize(("running", "slot"), [(frozenset(), 1), ({1}, 2), ({2}, 1), ({1, 2}, 3), ({1, 2, 3}, 1)])
def test_without_a_record_what_runs_is_left_alone(running: frozenset[int], slot: int) -> None:
    todo = planned(records=(), running=frozenset(running))
    assert (todo.slot, todo.release) == (slot, True)
    assert said(todo)[0].startswith("release: was none")


# --- What is installed ------------------------------------------------------------------------------

ENVIRONMENT, TOOLS = "/opt/litellm/1.106.2", "/opt/litellm/tools"


def test_an_environment_that_the_account_cannot_use_is_opened_without_a_release() -> None:
    todo = planned(closed=frozenset({ENVIRONMENT, TOOLS}))
    assert said(todo) == [f"{ENVIRONMENT}: was closed to litellm, is open to it"]
    assert (todo.closed, todo.install, todo.release, todo.slot) == ((ENVIRONMENT,), False, False, 1)
    under_supervisor = planned(release(manager="supervisor"), closed=frozenset({ENVIRONMENT, TOOLS}))
    assert under_supervisor.closed == (ENVIRONMENT, TOOLS)


def test_an_environment_that_was_only_begun_is_made_anew() -> None:
    left = frozenset({ENVIRONMENT, "/opt/litellm/requirements-1.106.2.txt", TOOLS})
    todo = plan(release(), LAYOUT, Observed(unfinished=left), AT)
    assert (todo.install, todo.disposable, todo.begun) == (True, True, (ENVIRONMENT, TOOLS))
    assert not [what for what in said(todo) if "is left" in what]
    assert not {*todo.obsolete} & left


def test_an_environment_that_a_slot_runs_is_not_removed_before_it_is_whole() -> None:
    host = deployed(release())
    stampless = {path: text for path, text in host.texts.items() if path != LAYOUT.stamp("1.106.2")}
    todo = plan(
        release(),
        LAYOUT,
        replace(host, texts=stampless, installations=frozenset(), unfinished=frozenset({ENVIRONMENT})),
        AT,
    )
    assert (todo.install, todo.disposable, todo.begun) == (True, False, ())
    assert ENVIRONMENT not in todo.obsolete


def test_what_an_installation_left_is_removed_without_a_release() -> None:
    left = ("/opt/litellm/9.9.9", "/opt/litellm/requirements-9.9.9.txt")
    todo = planned(unfinished=frozenset(left))
    assert said(todo) == [f"{path}: was left of an installation that was not finished, is removed" for path in left]
    assert (todo.obsolete, todo.release) == (left, False)


def test_broken_tools_matter_where_supervisor_is_among_them() -> None:
    assert planned(unfinished=frozenset({TOOLS})).differences == ()
    todo = planned(release(manager="supervisor"), unfinished=frozenset({TOOLS}))
    assert said(todo) == [f"supervisor in {TOOLS}: was not installed as required, is installed"]
    assert (todo.install, todo.begun) == (True, (TOOLS,))


def test_an_environment_goes_with_its_requirements_and_unused_downloads_with_a_release() -> None:
    host = after(*(release(version=version) for version in ("1.104.0", "1.105.0")))
    observed = replace(host.observe(), downloads=frozenset({"/opt/litellm/tools/cache/archive-v0/x"}))
    todo = plan(release(version="1.106.2"), LAYOUT, observed, AT)
    assert todo.obsolete == (
        "/opt/litellm/1.104.0",
        "/opt/litellm/requirements-1.104.0.txt",
        "/opt/litellm/tools/cache/archive-v0/x",
    )
    assert plan(release(version="1.105.0"), LAYOUT, observed, AT).differences == (), "they are no difference"


# --- Slots, records and going back ------------------------------------------------------------------


def test_the_release_before_is_kept_and_the_third_slot_takes_the_next() -> None:
    versions = ("1.104.0", "1.105.0", "1.106.2", "1.107.0")
    host = after(*(release(version=version) for version in versions))
    assert [(record.number, record.slot, record.version) for record in host.records()] == [
        (1, 1, "1.104.0"),
        (2, 2, "1.105.0"),
        (3, 3, "1.106.2"),
        (4, 1, "1.107.0"),
    ]
    assert host.observe().installations == {"/opt/litellm/1.106.2", "/opt/litellm/1.107.0"}
    assert host.records()[1].changes[-1] == "LiteLLM: was 1.104.0, is 1.105.0"


def test_a_slot_gets_what_it_does_not_have() -> None:
    host = after(release(), release(config="# second\n"), release(config="# third\n"))
    todo = host.planned(release(config="# fourth\n"))
    assert [file.path for file in todo.files] == ["/etc/litellm/slots/1/config.yaml"]
    todo = host.planned(release(config="# fourth\n", group="other"))
    assert {file.path for file in (*todo.announced, *todo.files, *todo.manager_files)} >= {
        file.path for file in slot_files(release(), LAYOUT, 1)
    }


def test_old_records_go() -> None:
    host = after(*(release(config=f"# {number}\n") for number in range(30)))
    assert [record.number for record in host.records()] == list(range(11, 31))


def test_putting_a_service_right_is_no_release() -> None:
    host = after(release())
    host.stop(1)
    assert host.play(release())
    assert [record.number for record in host.records()] == [1]


@pytest.mark.parametrize("engine", ["podman", "rootless-podman", "docker"])
def test_containers_are_released_like_processes(engine: str) -> None:
    first, second = contained(engine), contained(engine, "ghcr.io/berriai/litellm:v1.106.2-other")
    host = after(first)
    todo = host.planned(second)
    assert said(todo)[0] == "image: changed (ghcr.io/berriai/litellm:v1.106.2-other)"
    assert host.play(second)
    assert host.planned(second).differences == ()
    assert host.go_back(engine)
    assert host.planned(first).differences == ()
    third = contained(engine, "ghcr.io/berriai/litellm:v1.106.2-third")
    todo = host.planned(third)
    assert todo.obsolete == (LAYOUT.installation(second.installation),)


@pytest.mark.parametrize(("pull", "fetched"), [("missing", False), ("always", True)])
def test_an_image_is_fetched_for_each_release_where_that_is_wanted(pull: str, fetched: bool) -> None:
    wanted = contained("podman")
    wanted = replace(wanted, container=replace(CONTAINER, pull=pull))
    host = after(wanted)
    assert not host.planned(wanted).install, "nothing is released"
    assert host.planned(replace(wanted, config="# other\n")).install == fetched


def test_an_image_that_the_engine_lost_is_fetched_again() -> None:
    wanted = contained("podman")
    observed = after(wanted).observe()
    texts = {path: text for path, text in observed.texts.items() if path != LAYOUT.stamp(wanted.installation)}
    todo = plan(wanted, LAYOUT, replace(observed, texts=texts, installations=frozenset()), AT)
    assert said(todo) == ["image ghcr.io/berriai/litellm:v1.106.2: was not fetched, is fetched and checked"]


def test_service_managers_of_systemd_hand_over_to_each_other() -> None:
    managers = [release(), contained("podman"), contained("docker"), release(), contained("podman")]
    host = SimulatedHost(LAYOUT)
    for number, wanted in enumerate(managers, start=1):
        assert host.play(wanted)
        assert host.serving() == (number - 1) % 3 + 1
        assert host.planned(wanted).differences == ()
        [unit] = [path for path in LAYOUT.service_units(host.serving()) if path in host.texts]
        assert unit == LAYOUT.service_unit(host.serving(), wanted.manager.uses_quadlets)


def test_what_another_service_manager_made_of_a_slot_goes() -> None:
    host = after(release(), release(config="# second\n"), release(config="# third\n"))
    todo = host.planned(contained("podman"))
    assert (todo.slot, todo.foreign) == (1, (LAYOUT.service_unit(1),))
