"""The program understands the command line that the release of a host writes for it."""

from __future__ import annotations

import runpy

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._release import programs, service_files
from ansible_collections.llmops.litellm.plugins.module_utils._serving import BACKLOG

from tests.unit.plugins.module_utils.releases import LAYOUT, release
from tests.unit.roles.litellm.gateway.conftest import PROGRAM

GATEWAY = runpy.run_path(str(PROGRAM / "__main__.py"), run_name="gateway")
KNOBS = {
    "workers": 2,
    "max_requests_before_restart": 3,
    "max_worker_memory": 4,
    "max_body": 5,
    "start_timeout": 6,
    "drain_timeout": 7,
    "keepalive_timeout": 8,
    "metrics_host": "127.0.0.2",
    "metrics_port": 9,
}


@pytest.mark.parametrize("manager", ["systemd", "supervisor"])
def test_every_knob_arrives_under_its_own_name(manager: str) -> None:
    words = programs.gateway_command(release(manager=manager, **KNOBS), LAYOUT, 1).split()
    arguments = vars(GATEWAY["parsed_arguments"](words[words.index(LAYOUT.gateway(1)) + 1 :]))
    assert {name: arguments[name] for name in KNOBS} == KNOBS
    assert arguments["backlog"] == BACKLOG


def test_service_managers_know_the_status_of_a_release_that_refuses() -> None:
    assert GATEWAY["REFUSED"] == service_files.REFUSED
