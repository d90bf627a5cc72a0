# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that a release consists of."""

from __future__ import annotations

import configparser
import typing as t
from dataclasses import replace

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._managers import MANAGERS
from ansible_collections.llmops.litellm.plugins.module_utils._release import desired
from ansible_collections.llmops.litellm.plugins.module_utils._release.records import parse_record, record_text
from ansible_collections.llmops.litellm.plugins.module_utils._release.units import SANDBOX, supervisor_file, unit
from supervisor import options as supervisor_options

from tests.unit.plugins.module_utils.releases import AT, LAYOUT, contained, release, text_of


def settings(text: str) -> dict[tuple[str, str], list[str]]:
    """A unit file as section and key to values, in order."""
    found: dict[tuple[str, str], list[str]] = {}
    section = ""
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            key, _equals, value = line.partition("=")
            found.setdefault((section, key), []).append(value)
    return found


def test_unit_values() -> None:
    text = unit({"Service": {"On": True, "Off": False, "Number": 3, "Twice": ["a", "b"], "None": []}}, {})
    assert text.splitlines()[2:] == ["[Service]", "On=yes", "Off=no", "Number=3", "Twice=a", "Twice=b"]
    assert text.endswith("\n")


def test_overrides_replace_a_key_add_a_key_and_add_a_section() -> None:
    sections = {"Unit": {"Description": "d"}, "Service": {"UMask": "0077", "Restart": "always"}}
    text = unit(sections, {"Service": {"UMask": "0027", "MemoryMax": "2G"}, "Install": {"WantedBy": ["a", "b"]}})
    assert settings(text) == {
        ("Unit", "Description"): ["d"],
        ("Service", "UMask"): ["0027"],
        ("Service", "Restart"): ["always"],
        ("Service", "MemoryMax"): ["2G"],
        ("Install", "WantedBy"): ["a", "b"],
    }


def test_address_brackets_ipv6() -> None:
    assert release(host="::1").address == "[::1]:4000"
    assert release().address == "127.0.0.1:4000"


@pytest.mark.parametrize(
    ("manager", "privileged", "owner", "secrets_owner"),
    [
        ("systemd", True, "root", "root"),
        ("supervisor", True, "root", "litellm"),
        ("supervisor", False, "litellm", "litellm"),
    ],
)
def test_who_owns_what(manager: str, privileged: bool, owner: str, secrets_owner: str) -> None:
    wanted = release(manager=manager, privileged=privileged)
    assert (wanted.owner, wanted.secrets_owner) == (owner, secrets_owner)
    assert {file.owner for file in desired.slot_files(wanted, LAYOUT, 1)} == {owner}


def test_systemd_command_hands_the_socket_over_and_names_no_secrets() -> None:
    words = desired.gateway_command(release(), LAYOUT, 2).split()
    assert words == [
        "/opt/litellm/slots/2/environment/bin/python",
        "-I",
        "/opt/litellm/slots/2/gateway",
        "--config=/etc/litellm/slots/2/config.yaml",
        "--state-file=/run/litellm/2/state",
        "--backlog=4096",
        "--workers=2",
        "--max-requests-before-restart=0",
        "--max-worker-memory=0",
        "--max-body=100",
        "--start-timeout=180",
        "--drain-timeout=60",
        "--keepalive-timeout=75",
        "--fd=3",
    ]


def test_supervisor_command_reads_the_environment_itself() -> None:
    words = desired.gateway_command(release(manager="supervisor"), LAYOUT, 1).split()
    assert words[-3:] == [
        "--fd=0",
        "--environment-file=/etc/litellm/slots/1/service.env",
        "--environment-file=/etc/litellm/slots/1/litellm.env",
    ]


def test_the_files_of_a_slot() -> None:
    files = {file.path: file for file in desired.slot_files(release(), LAYOUT, 2)}
    assert {path: (text_of(file), file.mode) for path, file in files.items() if not path.endswith(".service")} == {
        "/opt/litellm/slots/2/gateway/__main__.py": ("print('gateway')\n", "0644"),
        "/etc/litellm/slots/2/config.yaml": ("model_list: []\n", "0640"),
        "/etc/litellm/slots/2/service.env": ('LITELLM_MODE="PRODUCTION"\n', "0640"),
    }
    assert [path for path in files if path.endswith(".service")] == ["/etc/systemd/system/litellm@2.service"]
    assert len(desired.slot_files(release(manager="supervisor"), LAYOUT, 2)) == 3


def test_service_unit() -> None:
    found = settings(desired.service_unit(release(), LAYOUT, 1).content)
    service = {key: values for (section, key), values in found.items() if section == "Service"}
    assert service["User"] == ["litellm"]
    assert service["Sockets"] == ["litellm.socket"]
    assert service["RestartPreventExitStatus"] == ["3"]
    assert int(found["Unit", "StartLimitBurst"][0]) * 180 < int(found["Unit", "StartLimitIntervalSec"][0])
    assert service["TimeoutStartSec"] == ["180"]
    assert int(service["TimeoutStopSec"][0]) > 60
    assert service["EnvironmentFile"] == ["/etc/litellm/slots/1/service.env", "/etc/litellm/slots/1/litellm.env"]
    assert service["ExecStart"] == [desired.gateway_command(release(), LAYOUT, 1)]
    assert service.keys() >= SANDBOX.keys()
    assert "%" not in desired.service_unit(release(), LAYOUT, 1).content


def test_the_service_may_write_where_it_is_told_to() -> None:
    default = settings(desired.service_unit(release(), LAYOUT, 1).content)
    assert default["Service", "RuntimeDirectory"] == ["litellm/1"]
    assert default["Service", "StateDirectory"] == ["litellm"]
    chosen = replace(LAYOUT, state="/srv/gateway", runtime="/run/team/gateway")
    moved = settings(desired.service_unit(release(), chosen, 1).content)
    assert moved["Service", "RuntimeDirectory"] == ["team/gateway/1"]
    assert moved["Service", "ReadWritePaths"] == ["/srv/gateway"]
    assert ("Service", "StateDirectory") not in moved
    assert "--state-file=/run/team/gateway/1/state" in moved["Service", "ExecStart"][0]


def test_socket_unit() -> None:
    file = desired.socket_unit(release(host="::"), LAYOUT, 2)
    found = settings(file.content)
    assert found["Socket", "ListenStream"] == ["[::]:4000"]
    assert found["Socket", "Service"] == ["litellm@2.service"]
    assert (file.path, file.owner, file.mode) == ("/etc/systemd/system/litellm.socket", "root", "0644")


def test_a_service_leaves_no_core_file_unless_it_is_asked_to() -> None:
    allowed = {"service": {"Service": {"LimitCORE": "infinity"}}}
    for overrides, limit in (({}, "0"), (allowed, "infinity")):
        found = settings(desired.service_unit(release(overrides=overrides), LAYOUT, 1).content)
        assert found["Service", "LimitCORE"] == [limit]


def test_operators_overrides_reach_their_unit() -> None:
    overrides = {"service": {"Service": {"MemoryMax": "2G"}}, "socket": {"Socket": {"Backlog": 64}}}
    wanted = release(overrides=overrides)
    assert "MemoryMax=2G\n" in desired.service_unit(wanted, LAYOUT, 1).content
    socket = desired.socket_unit(wanted, LAYOUT, 1).content
    assert "Backlog=64\n" in socket
    assert "Backlog=4096" not in socket
    assert "MemoryMax" not in socket


@pytest.mark.parametrize("privileged", [True, False])
def test_supervisor_takes_its_configuration(tmp_path: t.Any, privileged: bool) -> None:
    layout = replace(LAYOUT, config=str(tmp_path), state=str(tmp_path), runtime=str(tmp_path))
    wanted = release(manager="supervisor", privileged=privileged, user="root")
    (file,) = desired.manager_files(wanted, layout, 1)
    (tmp_path / "supervisord.conf").write_text(file.content)

    options = supervisor_options.ServerOptions()
    options.realize(["-c", file.path])

    (group,) = options.process_group_configs
    assert group.socket_config.url == "tcp://127.0.0.1:4000"
    assert {process.name: process.command for process in group.process_configs} == {
        str(slot): desired.gateway_command(wanted, layout, slot) for slot in (1, 2, 3)
    }
    assert {process.autostart for process in group.process_configs} == {False}
    assert {tuple(process.exitcodes) for process in group.process_configs} == {(3,)}
    assert bool(options.user) is privileged


def test_supervisor_file_is_an_ini_file() -> None:
    parser = configparser.RawConfigParser()
    parser.read_string(supervisor_file({"a": {"flag": True, "number": 2}}, "a note"))
    assert dict(parser["a"]) == {"flag": "yes", "number": "2"}


def test_record() -> None:
    record = desired.record_of(release(), LAYOUT, 2, 5, AT, ["one thing"])
    (socket,) = record.manager_files
    assert (record.number, record.at, record.slot, record.version) == (5, AT, 2, "1.106.2")
    assert (record.address, record.service_manager, record.changes) == ("127.0.0.1:4000", "systemd", ("one thing",))
    assert record.manager == desired.manager_digest(release(), LAYOUT)
    assert desired.File(**socket) == desired.socket_unit(release(), LAYOUT, 2)
    assert parse_record(record_text(record)) == record
    assert record.run_by == MANAGERS["systemd"]
    assert parse_record(record_text(replace(record, service_manager="runit"))) is None


@pytest.mark.parametrize("manager", ["systemd", "supervisor"])
def test_digest_of_the_managers_files_changes_with_them(manager: str) -> None:
    usual = desired.manager_digest(release(manager=manager), LAYOUT)
    assert usual != desired.manager_digest(release(manager=manager, port=4001), LAYOUT)
    assert usual == desired.manager_digest(release(manager=manager, config="other"), LAYOUT)


def test_a_quadlet_makes_the_same_service() -> None:
    wanted = contained("podman")
    file = desired.service_unit(wanted, LAYOUT, 2)
    assert file.path == "/etc/containers/systemd/litellm@2.container"
    found = settings(file.content)
    assert found[("Container", "Image")] == ["ghcr.io/berriai/litellm:v1.106.2"]
    assert found[("Service", "Sockets")] == ["litellm.socket"]
    assert (
        "--volume=/etc/litellm/slots/2/config.yaml:/etc/litellm/slots/2/config.yaml:ro,Z"
        in found[("Container", "PodmanArgs")]
    )
    [inside] = found[("Container", "Exec")]
    assert inside.startswith("-I /opt/litellm/slots/2/gateway --config=/etc/litellm/slots/2/config.yaml ")
    assert "--environment-file=/etc/litellm/slots/2/service.env" in inside
    assert ("Service", "ExecStart") not in found


def test_docker_s_unit_waits_for_docker() -> None:
    file = desired.service_unit(contained("docker"), LAYOUT, 2)
    assert file.path == "/etc/systemd/system/litellm@2.service"
    found = settings(file.content)
    assert found[("Unit", "Requires")] == ["docker.service"]
    assert found[("Service", "Type")] == ["notify"]
    assert ("Service", "User") not in found
    assert ("Container", "Image") not in found


@pytest.mark.parametrize("engine", ["podman", "rootless-podman", "docker"])
def test_overrides_reach_the_unit_of_a_container(engine: str) -> None:
    wanted = replace(contained(engine), overrides={"service": {"Service": {"Restart": "no"}}})
    assert settings(desired.service_unit(wanted, LAYOUT, 1).content)[("Service", "Restart")] == ["no"]


@pytest.mark.parametrize("engine", ["podman", "rootless-podman", "docker"])
def test_a_container_has_programs_of_its_own(engine: str) -> None:
    paths = [file.path for file in desired.slot_files(contained(engine), LAYOUT, 1)]
    assert "/opt/litellm/slots/1/container/health.py" in paths
    assert "/opt/litellm/slots/1/gateway/__main__.py" in paths
    assert contained(engine).secrets_owner == ("litellm" if engine == "rootless-podman" else "root")


@pytest.mark.parametrize(
    ("host", "url"),
    [("127.0.0.1", "http://127.0.0.1:4000"), ("::", "http://[::1]:4000"), ("0.0.0.0", "http://127.0.0.1:4000")],  # noqa: S104 - compared, not bound
)
def test_where_the_host_reaches_its_gateway(host: str, url: str) -> None:
    assert desired.client_url(host, 4000) == url
