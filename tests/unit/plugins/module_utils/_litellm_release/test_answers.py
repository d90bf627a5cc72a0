"""From options to a result: which hosts are refused, what a second look finds."""

from __future__ import annotations

import json
import os
import pwd
import re
import socket
import typing as t
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.module_utils._host import pythons
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release import answers, refusals
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release import result as result_of_plan
from ansible_collections.llmops.litellm.plugins.module_utils._release.content import record_of, slot_files
from ansible_collections.llmops.litellm.plugins.module_utils._release.desired import Tls, text_digest
from ansible_collections.llmops.litellm.plugins.module_utils._release.layout import Layout
from ansible_collections.llmops.litellm.plugins.module_utils._release.observed import published
from ansible_collections.llmops.litellm.plugins.module_utils._release.plan import Plan
from ansible_collections.llmops.litellm.plugins.module_utils._release.records import record_text
from ansible_collections.llmops.litellm.plugins.modules import litellm_release

from tests.certificates import NOW, issue
from tests.unit.plugins.module_utils.conftest import FOLDERS, SECRETS, reasons
from tests.unit.plugins.module_utils.releases import AT, PROGRAMS, contained, release, text_of


@pytest.fixture(autouse=True)
def open_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every account enter the folder that pytest closes to all but its own."""
    monkeypatch.setattr(refusals, "folder_faults", lambda *_arguments: [])


def carry_out(options: dict[str, t.Any], result: dict[str, t.Any], write: t.Callable[..., None]) -> None:
    """What the role's tasks do to the files of a host."""
    todo, paths = result["plan"], result["host"]["paths"]
    texts = {name: options[name] for name in ("config", "service_environment")}
    texts |= {f"gateway/{name}": PROGRAMS[digest] for name, digest in options["gateway"].items()}
    for folder in todo["folders"]:
        os.makedirs(folder["path"], exist_ok=True)
        os.chmod(folder["path"], int(folder["mode"], 8))
    for file in todo["files"] + todo["manager_files"] + todo["handover_files"] + todo["records"]:
        write(file["path"], file["content"] if "content" in file else texts[file["source"]], file["mode"])
    write(todo["secrets"]["path"], SECRETS, "0600")
    write(todo["stamp"]["path"], todo["stamp"]["content"])
    write(f"{paths['installation']}/bin/python", "", "0755")
    os.symlink(paths["installation"], paths["installation_link"])
    for name, origin in published(Layout(*[paths[each] for each in FOLDERS]), todo["slot"]).items():
        os.link(origin, name)


def test_what_a_plan_asks_for_is_what_the_next_one_finds(
    options: dict[str, t.Any],
    write: t.Callable[..., None],
    process: t.Callable[..., int],
    gateway: t.Callable[..., int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # One that nothing serves: a gateway may run on the usual port of whoever runs the tests.
    with socket.create_server(("127.0.0.1", 0)) as listener:
        options["port"] = listener.getsockname()[1]
    first = answers.plan_release(options)
    assert first["changed"]
    what = "the first one here (LiteLLM 1.106.2 under supervisor)"
    assert first["differences"] == [f"release: is none, will be {what}"]
    assert first["changes"] == [f"release: was none, is {what}"]
    assert first["notices"] == []
    assert first["release"] == {"number": 1, "at": "", "version": "1.106.2", "version_before": ""}
    assert len(first["diff"]) > len(first["differences"]), "the files are shown nevertheless"
    assert first["plan"]["start_supervisor"]
    assert first["host"]["python"]
    assert first["host"]["target"] == answers.tell_target(options)["host"]["target"]
    assert first["host"]["target"]["python"].startswith("3.")
    assert (first["host"]["create_user"], first["host"]["create_group"]) == (False, False)
    assert SECRETS not in str(first)

    # The port is served by the test, so its process stands for the slot.
    options["port"] = gateway()
    monkeypatch.setattr(refusals, "port_fault", lambda *_arguments: "")
    result = answers.plan_release(options)
    carry_out(options, result, write)
    layout = Layout(*[result["host"]["paths"][name] for name in FOLDERS])
    write(layout.state_file(1), f"ready {process(layout.state_file(1))}")
    write(layout.supervisor_pid_file(), str(process(layout.supervisor_config())))

    died = {"count": 1, "signal": "SIGSEGV", "at": AT}
    write(layout.deaths_file(1), json.dumps(died))

    second = answers.plan_release(options)
    assert second["differences"] == []
    assert (second["changed"], second["diff"]) == (False, [])
    assert second["notices"] == [f"1 worker of slot 1 died since its start, of SIGSEGV at {AT}."]
    assert second["plan"] | {"handover_files": []} == {
        **second["plan"],
        "slot": 1,
        "serving": 1,
        "others": [2, 3],
        "install": False,
        "release": False,
        "rebind": False,
        "start_supervisor": False,
        "port_closes_file": layout.port_closes_file(1),
        "stage": False,
        "files": [],
        "manager_files": [],
        "handover_files": [],
        "records": [],
        "obsolete": [],
    }
    assert second["host"]["url"] == f"http://127.0.0.1:{options['port']}"
    assert second["host"]["python"] == ""
    assert second["release"] == {**first["release"], "at": second["release"]["at"], "version_before": "1.106.2"}
    assert second["release"]["at"]

    options["config"] = "model_list: [{}]\n"
    third = answers.plan_release(options)
    name = f"{layout.config}/config.yaml ({layout.configuration(1)}/config.yaml)"
    assert third["differences"] == [f"{name}: will be changed (comments, order or spacing)"]
    assert (third["plan"]["slot"], third["plan"]["serving"], third["plan"]["start_supervisor"]) == (2, 1, False)


def test_a_refused_host_says_why(options: dict[str, t.Any], listener: t.Callable[..., int]) -> None:
    options["port"] = listener()
    (problem,) = reasons(lambda: answers.plan_release(options))
    assert "is already in use" in problem
    options["directories"]["state"] = "relative"
    (problem,) = reasons(lambda: answers.plan_release(options))
    assert problem.startswith("litellm_state_dir is 'relative'")


def test_url_of_an_ipv6_gateway(options: dict[str, t.Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "resolve_release", lambda *_: release(host="::", port=4001, manager="supervisor"))
    monkeypatch.setattr(answers, "find_python", lambda *_, **__: pythons.Python("/usr/bin/python3", ()))
    assert answers.plan_release(options)["host"]["url"] == "http://[::1]:4001"


def test_https(options: dict[str, t.Any], write: t.Callable[..., None], tmp_path: Path) -> None:
    issued = issue("host", names=["llm.example.com"], days=4.5, begins=NOW - timedelta(days=80))
    write(tmp_path / "fullchain.pem", issued.pem)
    write(tmp_path / "privkey.pem", issued.key_pem, "0600")
    options |= {"tls_certificate": str(tmp_path / "fullchain.pem"), "host": "0.0.0.0"}  # noqa: S104 - not bound
    (problem,) = reasons(lambda: answers.plan_release({**options, "tls_key": f"{tmp_path}/missing"}))
    assert problem == f"litellm_tls_key is {tmp_path}/missing, which is not on the host (bad-certificate)."
    with socket.create_server(("127.0.0.1", 0)) as listener:
        options["port"] = listener.getsockname()[1]
    result = answers.plan_release({**options, "tls_key": str(tmp_path / "privkey.pem")})
    host, key = result["host"], result["plan"]["key"]
    layout = Layout(**options["directories"])
    assert (host["url"], host["certificate"]) == (f"https://127.0.0.1:{options['port']}", layout.certificate_file(1))
    assert host["urls"] == [f"https://llm.example.com:{options['port']}"]
    assert host["certified"] == f"certificate for llm.example.com, until {NOW + timedelta(days=4.5):%Y-%m-%d}"
    assert (key["path"], key["mode"], key["source"]) == (layout.key_file(1), "0600", str(tmp_path / "privkey.pem"))
    (notice,) = result["notices"]
    assert notice.endswith("in 4 days; renew it.")
    assert issued.key_pem.splitlines()[1] not in str(result)


@pytest.mark.parametrize("days", [90, -2])
def test_rollback_to_a_certificate_that_has_ended(
    options: dict[str, t.Any], write: t.Callable[..., None], layout: Layout, install: t.Callable[..., str], days: int
) -> None:
    issued = issue("host", names=["llm.example.com"], days=days)
    tls = Tls(issued.pem, text_digest(issued.key_pem))
    wanted = release(manager="supervisor", version="1.105.0", port=4001, secrets_digest=text_digest(SECRETS), tls=tls)
    write(layout.record(1), record_text(record_of(wanted, layout, 1, 1, AT, [])))
    write(layout.record(2), record_text(record_of(replace(wanted, config="# 2", tls=None), layout, 2, 2, AT, [])))
    install("1.105.0")
    for file in slot_files(wanted, layout, 1):
        write(file.path, text_of(file), file.mode)
    write(layout.key_file(1), issued.key_pem, "0600")
    os.symlink(layout.installation("1.105.0"), layout.installation_link(1))
    write(f"{layout.configuration(1)}/litellm.env", SECRETS)
    if days > 0:
        assert answers.plan_rollback(options)["host"]["url"] == "https://127.0.0.1:4001"
    else:
        (problem,) = reasons(lambda: answers.plan_rollback(options))
        assert problem.startswith("Release 1 cannot be gone back to: its certificate ended on ")


def test_rollback_where_nothing_was_before(options: dict[str, t.Any]) -> None:
    (problem,) = reasons(lambda: answers.plan_rollback(options))
    assert problem.startswith("There is no release to go back to: ")


def test_rollback_to_the_release_before(
    options: dict[str, t.Any], write: t.Callable[..., None], layout: Layout, install: t.Callable[..., str]
) -> None:
    for number, slot, version in ((1, 1, "1.105.0"), (2, 2, "1.106.2")):
        wanted = release(manager="supervisor", version=version, port=4001, secrets_digest=text_digest(SECRETS))
        write(layout.record(number), record_text(record_of(wanted, layout, slot, number, AT, [])))
    (problem,) = reasons(lambda: answers.plan_rollback(options))
    assert problem == (
        "Release 1 cannot be gone back to: slot 1 is not whole any more (LiteLLM 1.105.0 is missing, "
        "config.yaml is missing, service.env is missing, __main__.py is missing, litellm.env is missing) (no-way-back)."
    )

    install("1.105.0")
    for file in slot_files(release(manager="supervisor", version="1.105.0", port=4001), layout, 1):
        write(file.path, text_of(file), file.mode)
    os.symlink(layout.installation("1.105.0"), layout.installation_link(1))
    write(f"{layout.configuration(1)}/litellm.env", SECRETS)
    result = answers.plan_rollback(options)
    assert result["release"] == {"number": 1, "at": AT, "version": "1.105.0"}
    assert (result["plan"]["slot"], result["plan"]["serving"], result["plan"]["others"]) == (1, 2, [2, 3])
    assert result["host"]["url"] == "http://127.0.0.1:4001"
    assert result["changed"]
    assert "python" not in result["host"]


def test_rollback_is_where_the_gateway_is(options: dict[str, t.Any], write: t.Callable[..., None]) -> None:
    layout = Layout(**options["directories"])
    there = replace(layout, config=f"{layout.config}-before")
    for number in (1, 2):
        wanted = release(manager="supervisor", version=f"1.10{number}.0", port=4001)
        write(layout.record(number), record_text(record_of(wanted, there, number, number, AT, [])))
    (problem,) = reasons(lambda: answers.plan_rollback(options))
    assert problem.startswith(
        "Release 1 cannot be gone back to: slot 1 is not whole any more (LiteLLM 1.101.0 is missing"
    )


def test_rollback_without_root_is_the_acting_users(options: dict[str, t.Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: pwd.getpwnam("nobody").pw_uid)
    assert reasons(lambda: answers.plan_rollback(options))


def test_removal_of_nothing(options: dict[str, t.Any], monkeypatch: pytest.MonkeyPatch) -> None:
    nobody = pwd.getpwnam("nobody")
    monkeypatch.setattr(os, "geteuid", lambda: nobody.pw_uid)
    result = answers.plan_removal(options)
    assert (result["changed"], result["differences"]) == (False, [])
    nothing: dict[str, t.Any] = {name: [] for name in ("units", "installers", "paths", "accounts", "images")}
    assert result["removal"] == {**nothing, "supervisor": False, "group": False}
    assert set(result["host"]) == {"supervisor"}


def test_removal_of_what_is_there(options: dict[str, t.Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "config" / "slots").mkdir(parents=True)
    account = pwd.getpwuid(os.getuid())
    options["directories"]["state"] = account.pw_dir
    result = answers.plan_removal({**options, "user": account.pw_name})
    assert f"{tmp_path}/config is there" in result["differences"]
    assert f"user {account.pw_name} is there" in result["differences"]
    assert account.pw_dir not in result["removal"]["paths"]
    assert result["changed"]


def test_a_plan_for_containers_names_the_image(
    options: dict[str, t.Any], engine: t.Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine()
    monkeypatch.setattr(answers, "resolve_release", lambda *_: contained("podman"))
    monkeypatch.setattr(answers, "layout_faults", lambda *_: [])
    monkeypatch.setattr(refusals, "port_fault", lambda *_: "")
    answer = answers.plan_release(options)
    todo = answer["plan"]
    assert (todo["image"]["engine"], todo["image"]["user"]) == (["/usr/bin/podman"], "root")
    assert todo["image"]["registry"] == "ghcr.io"
    assert todo["image"]["certificates"] == "/etc/containers/certs.d/ghcr.io"
    assert todo["boot_link"] == {
        "path": "/etc/systemd/system/multi-user.target.wants/litellm@1.service",
        "target": "/run/systemd/generator/litellm@1.service",
    }
    assert todo["other_boot_links"] == []
    documented = yaml.safe_load(litellm_release.RETURN)
    assert {*answer} - {"changed", "diff"} <= {*documented}
    told = set(re.findall(r"``(\w+)``(?=[^.]*:)", Path(result_of_plan.__file__).read_text())) | {
        *Plan.__dataclass_fields__
    }
    assert {*todo, *answer["host"]} <= told
    assert {*documented["host"]["contains"]} - {*answer["host"]} == {"target"}, "a container has its own Python"
