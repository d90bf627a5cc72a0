"""Who deploys how, and which options no host can take."""

from __future__ import annotations

import os
import pwd
import typing as t
from dataclasses import replace

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release import resolve
from ansible_collections.llmops.litellm.plugins.module_utils._release.layout import Layout

from tests.unit.plugins.module_utils.conftest import reasons
from tests.unit.plugins.module_utils.releases import release


@pytest.mark.parametrize(
    ("asked", "privileged", "systemd", "manager"),
    [
        ("auto", True, True, "systemd"),
        ("auto", True, False, "supervisor"),
        ("auto", False, True, "supervisor"),
        ("systemd", True, True, "systemd"),
        ("supervisor", True, True, "supervisor"),
    ],
)
def test_who_runs_the_service(
    options: dict[str, t.Any], asked: str, privileged: bool, systemd: bool, manager: str
) -> None:
    options["service_manager"] = asked
    assert resolve.resolve_release(options, privileged, systemd).manager.name == manager


@pytest.mark.parametrize(
    ("privileged", "systemd", "reason"), [(True, False, "systemd does not run here"), (False, True, "need root")]
)
def test_systemd_where_it_cannot_be_had(
    options: dict[str, t.Any], privileged: bool, systemd: bool, reason: str
) -> None:
    options["service_manager"] = "systemd"
    (problem,) = reasons(lambda: resolve.resolve_release(options, privileged, systemd))
    assert reason in problem
    assert "litellm_service_manager" in problem


def test_without_root_the_acting_user_runs_it(options: dict[str, t.Any]) -> None:
    options |= {"user": "litellm", "group": "litellm"}
    as_root = resolve.resolve_release(options, True, False)
    assert (as_root.user, as_root.group) == ("litellm", "litellm")
    unprivileged = resolve.resolve_release(options, False, False)
    assert unprivileged.user == pwd.getpwuid(os.geteuid()).pw_name
    assert unprivileged.group != "litellm"


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_a_number_that_is_no_port(options: dict[str, t.Any], port: int) -> None:
    options |= {"port": port, "host": "::1"}
    assert reasons(lambda: resolve.resolve_release(options, True, False)) == [
        f"litellm_port is {port}, and ports are from 1 to 65535 (field-range).",
        "litellm_host is ::1, and supervisor takes only an IPv4 address or a name (bad-address).",
    ]


def test_counts_and_times_cannot_be_negative(options: dict[str, t.Any]) -> None:
    options |= {"workers": -1, "max_requests_before_restart": -2, "max_worker_memory": -3, "max_body": -4}
    options |= {"start_timeout": -5, "drain_timeout": -6, "keepalive_timeout": -7}
    assert reasons(lambda: resolve.resolve_release(options, True, False)) == [
        "litellm_start_timeout is -5, and it cannot be negative (field-range).",
        "litellm_drain_timeout is -6, and it cannot be negative (field-range).",
        "litellm_keepalive_timeout is -7, and it cannot be negative (field-range).",
        "litellm_workers is -1, and it cannot be negative (field-range).",
        "litellm_max_requests_before_restart is -2, and it cannot be negative (field-range).",
        "litellm_max_worker_memory is -3, and it cannot be negative (field-range).",
        "litellm_max_body is -4, and it cannot be negative (field-range).",
    ]


def test_metrics_that_cannot_be_served(options: dict[str, t.Any]) -> None:
    options |= {"metrics_port": 65536, "metrics_host": "gateway1"}
    assert reasons(lambda: resolve.resolve_release(options, True, False)) == [
        "litellm_metrics_port is 65536, and ports are up to 65535 (field-range).",
        "litellm_metrics_host is gateway1, and it has to be an IP address (bad-address).",
    ]
    options |= {"metrics_port": options["port"], "metrics_host": "127.0.0.1"}
    (problem,) = reasons(lambda: resolve.resolve_release(options, True, False))
    assert problem.endswith("and so is litellm_port; metrics have a port of their own (same-port).")
    options |= {"service_manager": "podman", "metrics_port": 9464}
    options["container"].update(image="registry.example.com/litellm@sha256:" + "0" * 64, network="inner")
    (problem,) = reasons(lambda: resolve.resolve_release(options, True, True))
    assert problem.startswith("litellm_container_network is inner, and metrics of their own need the host's network")


def test_workers_by_choice_or_by_the_host(options: dict[str, t.Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resolve, "default_workers", lambda _cpus: 7)
    assert resolve.resolve_release(options, True, False).workers == 7
    options["workers"] = 3
    assert resolve.resolve_release(options, True, False).workers == 3


@pytest.mark.parametrize("host", ["localhost", "[::1]", "", "*"])
def test_systemd_listens_on_addresses_only(options: dict[str, t.Any], host: str) -> None:
    options |= {"host": host, "service_manager": "systemd"}
    assert reasons(lambda: resolve.resolve_release(options, True, True)) == [
        f"litellm_host is {host}, and systemd takes only an IP address (bad-address)."
    ]
    options["host"] = "::1"
    assert resolve.resolve_release(options, True, True).address == "[::1]:4000"


@pytest.mark.parametrize("path", ["relative", "~/litellm", "/with blank", "/100%", "/$HOME", "/line\nbreak", "/", ""])
def test_a_folder_that_unit_files_would_misread(layout: Layout, path: str) -> None:
    (problem,) = resolve.layout_faults(release(manager="supervisor"), replace(layout, state=path))
    assert (problem.rule, problem.subject) == ("bad-path", "litellm_state_dir")


def test_folders_must_differ(layout: Layout) -> None:
    same = replace(layout, config=layout.install)
    problems = resolve.layout_faults(release(manager="supervisor"), same)
    assert [problem.subject for problem in problems] == ["litellm_install_dir", "litellm_config_dir"]


def test_systemd_makes_runtime_folders_below_run_only(layout: Layout) -> None:
    assert resolve.layout_faults(release(), replace(layout, runtime="/run/team/litellm")) == []
    (problem,) = resolve.layout_faults(release(), layout)
    assert str(problem) == f"litellm_runtime_dir is {layout.runtime}; under systemd it must be below /run."


@pytest.mark.parametrize("manager", ["podman", "rootless-podman", "docker"])
def test_a_release_of_containers(options: dict[str, t.Any], manager: str) -> None:
    options.update(service_manager=manager, workers=0, container_mounts=["/run/r:/run/r"])
    options["container"].update(volumes=["/a:/b"], cpus="0.5")
    found = resolve.resolve_release(options, True, True)
    assert found.container is not None
    assert (found.container.volumes, found.container.mounts) == (("/a:/b",), ("/run/r:/run/r",))
    assert found.installation == found.requirements_digest
    assert found.installation.startswith(f"{manager}-")
    assert (found.manager.uses_systemd, found.workers) == (True, 1)


@pytest.mark.parametrize("manager", ["podman", "rootless-podman", "docker"])
def test_containers_need_root_and_systemd(options: dict[str, t.Any], manager: str) -> None:
    options.update(service_manager=manager)
    assert "systemd does not run here" in reasons(lambda: resolve.resolve_release(options, True, False))[0]
    assert "need root" in reasons(lambda: resolve.resolve_release(options, False, True))[0]


def test_all_that_is_wrong_with_an_image_and_its_container(options: dict[str, t.Any]) -> None:
    options.update(service_manager="podman", port=0)
    options["container"].update(image="ghcr.io/berriai/litellm:latest", memory="much", cpus="some")
    assert len(reasons(lambda: resolve.resolve_release(options, True, True))) == 4
    options.update(port=4000)
    options["container"].update(moving_tags=["latest"], memory="", cpus="")
    assert resolve.resolve_release(options, True, True).container
