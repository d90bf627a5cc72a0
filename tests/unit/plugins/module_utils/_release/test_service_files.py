"""The services of slots, the port, and what overrides change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._release import programs, service_files
from ansible_collections.llmops.litellm.plugins.module_utils._unit_lines import SANDBOX
from supervisor import options as supervisor_options

from tests.unit.plugins.module_utils.releases import LAYOUT, contained, release, settings


def test_service_unit() -> None:
    found = settings(service_files.service_unit(release(), LAYOUT, 1).content)
    service = {key: values for (section, key), values in found.items() if section == "Service"}
    assert service["User"] == ["litellm"]
    assert service["Sockets"] == ["litellm.socket"]
    assert service["RestartPreventExitStatus"] == ["3"]
    assert int(found["Unit", "StartLimitBurst"][0]) * 180 < int(found["Unit", "StartLimitIntervalSec"][0])
    assert service["TimeoutStartSec"] == ["180"]
    assert int(service["TimeoutStopSec"][0]) > 60
    assert service["EnvironmentFile"] == ["/etc/litellm/slots/1/service.env", "/etc/litellm/slots/1/litellm.env"]
    assert service["ExecStart"] == [programs.gateway_command(release(), LAYOUT, 1)]
    assert service.keys() >= SANDBOX.keys()
    assert "%" not in service_files.service_unit(release(), LAYOUT, 1).content


def test_the_service_may_write_where_it_is_told_to() -> None:
    default = settings(service_files.service_unit(release(), LAYOUT, 1).content)
    assert default["Service", "RuntimeDirectory"] == ["litellm/1"]
    assert default["Service", "StateDirectory"] == ["litellm"]
    chosen = replace(LAYOUT, state="/srv/gateway", runtime="/run/team/gateway")
    moved = settings(service_files.service_unit(release(), chosen, 1).content)
    assert moved["Service", "RuntimeDirectory"] == ["team/gateway/1"]
    assert moved["Service", "ReadWritePaths"] == ["/srv/gateway"]
    assert ("Service", "StateDirectory") not in moved
    assert "--state-file=/run/team/gateway/1/state" in moved["Service", "ExecStart"][0]


def test_socket_unit() -> None:
    file = service_files.socket_unit(release(host="::"), LAYOUT, 2)
    found = settings(file.content)
    assert found["Socket", "ListenStream"] == ["[::]:4000"]
    assert found["Socket", "Service"] == ["litellm@2.service"]
    assert (file.path, file.owner, file.mode) == ("/etc/systemd/system/litellm.socket", "root", "0644")


def test_a_service_leaves_no_core_file_unless_it_is_asked_to() -> None:
    allowed = {"service": {"Service": {"LimitCORE": "infinity"}}}
    for overrides, limit in (({}, "0"), (allowed, "infinity")):
        found = settings(service_files.service_unit(release(unit_overrides=overrides), LAYOUT, 1).content)
        assert found["Service", "LimitCORE"] == [limit]


def test_operators_overrides_reach_their_unit() -> None:
    overrides = {"service": {"Service": {"MemoryMax": "2G"}}, "socket": {"Socket": {"Backlog": 64}}}
    wanted = release(unit_overrides=overrides)
    assert "MemoryMax=2G\n" in service_files.service_unit(wanted, LAYOUT, 1).content
    socket = service_files.socket_unit(wanted, LAYOUT, 1).content
    assert "Backlog=64\n" in socket
    assert "Backlog=4096" not in socket
    assert "MemoryMax" not in socket


@pytest.mark.parametrize("privileged", [True, False])
def test_supervisor_takes_its_configuration(tmp_path: Path, privileged: bool) -> None:
    layout = replace(LAYOUT, config=str(tmp_path), state=str(tmp_path), runtime=str(tmp_path))
    wanted = release(manager="supervisor", privileged=privileged, user="root")
    (file,) = service_files.manager_files(wanted, layout, 1)
    (tmp_path / "supervisord.conf").write_text(file.content)

    options = supervisor_options.ServerOptions()
    options.realize(["-c", file.path])

    (group,) = options.process_group_configs
    assert group.socket_config.url == "tcp://127.0.0.1:4000"
    assert {process.name: process.command for process in group.process_configs} == {
        str(slot): programs.gateway_command(wanted, layout, slot) for slot in (1, 2, 3)
    }
    assert {process.autostart for process in group.process_configs} == {False}
    assert {tuple(process.exitcodes) for process in group.process_configs} == {(3,)}
    assert bool(options.user) is privileged


@pytest.mark.parametrize("manager", ["systemd", "supervisor"])
def test_digest_of_the_managers_files_changes_with_them(manager: str) -> None:
    usual = service_files.manager_digest(release(manager=manager), LAYOUT)
    assert usual != service_files.manager_digest(release(manager=manager, port=4001), LAYOUT)
    assert usual == service_files.manager_digest(release(manager=manager, config="other"), LAYOUT)


def test_a_quadlet_makes_the_same_service() -> None:
    wanted = contained("podman")
    file = service_files.service_unit(wanted, LAYOUT, 2)
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
    file = service_files.service_unit(contained("docker"), LAYOUT, 2)
    assert file.path == "/etc/systemd/system/litellm@2.service"
    found = settings(file.content)
    assert found[("Unit", "Requires")] == ["docker.service"]
    assert found[("Service", "Type")] == ["notify"]
    assert ("Service", "User") not in found
    assert ("Container", "Image") not in found


@pytest.mark.parametrize("engine", ["podman", "rootless-podman", "docker"])
def test_overrides_reach_the_unit_of_a_container(engine: str) -> None:
    wanted = replace(contained(engine), unit_overrides={"service": {"Service": {"Restart": "no"}}})
    assert settings(service_files.service_unit(wanted, LAYOUT, 1).content)[("Service", "Restart")] == ["no"]
