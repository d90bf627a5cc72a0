"""The command that serves a slot."""

from __future__ import annotations

from ansible_collections.llmops.litellm.plugins.module_utils._release import programs

from tests.unit.plugins.module_utils.releases import LAYOUT, release


def test_systemd_command_hands_the_socket_over_and_names_no_secrets() -> None:
    words = programs.gateway_command(release(), LAYOUT, 2).split()
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
    words = programs.gateway_command(release(manager="supervisor"), LAYOUT, 1).split()
    assert words[-3:] == [
        "--fd=0",
        "--environment-file=/etc/litellm/slots/1/service.env",
        "--environment-file=/etc/litellm/slots/1/litellm.env",
    ]
