"""What makes a service of a container, under each engine."""

from __future__ import annotations

import shlex
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._managers import MANAGERS
from ansible_collections.llmops.litellm.plugins.module_utils._release.container_units import (
    attended_sections,
    podman_sections,
    quote_word,
)
from ansible_collections.llmops.litellm.plugins.module_utils._release.containers import Account

from tests.unit.plugins.module_utils.releases import PLACE, container

GATEWAY = ["/opt/litellm/slots/2/gateway", "--workers=2"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain", "plain"),
        ("two words", '"two words"'),
        ("", '""'),
        ('say "x"', '"say \\"x\\""'),
        ("back\\slash", '"back\\\\slash"'),
        ("50% of $HOME", '"50%% of $$HOME"'),
    ],
)
def test_a_word_of_a_unit_file(text: str, written: str) -> None:
    assert quote_word(text) == written


def test_podman_passes_the_socket_itself() -> None:
    sections = podman_sections(container(), PLACE, MANAGERS["podman"], Account("litellm", "litellm"), GATEWAY)
    quadlet = sections["Container"]
    assert quadlet["Image"] == "ghcr.io/berriai/litellm:v1.106.2"
    assert quadlet["Notify"] is True
    assert str(quadlet["Exec"]).split() == ["-I", *GATEWAY, "--fd=3", "--environment-file=/run/secrets/litellm-2"]


def test_podman_runs_as_a_user_of_the_host() -> None:
    quadlet = podman_sections(container(), PLACE, MANAGERS["podman"], Account("gateway", "gateways"), GATEWAY)[
        "Container"
    ]
    assert quadlet["User"] == "gateway"
    assert "--hostuser=gateway" in t.cast("list[str]", quadlet["PodmanArgs"])


def test_podman_has_the_secrets_from_start_to_end() -> None:
    service = podman_sections(container(), PLACE, MANAGERS["podman"], Account("litellm", "litellm"), GATEWAY)["Service"]
    forget = "-/usr/bin/podman secret rm litellm-2"
    create = "/usr/bin/podman secret create litellm-2 /etc/litellm/slots/2/litellm.env"
    assert t.cast("list[str]", service["ExecStartPre"])[1:] == [forget, create]
    assert forget in t.cast("list[str]", service["ExecStopPost"])


def test_podman_s_folder_is_the_container_s_from_start_to_end() -> None:
    service = podman_sections(container(), PLACE, MANAGERS["podman"], Account("gateway", "gateways"), GATEWAY)[
        "Service"
    ]
    make = "/usr/bin/install --directory --mode=0750 --owner=gateway --group=gateways /run/litellm/2"
    assert t.cast("list[str]", service["ExecStartPre"])[0] == make
    assert t.cast("list[str]", service["ExecStopPost"])[-1] == "/usr/bin/rm --recursive --force /run/litellm/2"
    assert "RuntimeDirectory" not in service


def test_docker_is_handed_the_socket_and_the_secrets() -> None:
    service = attended_sections(container(), PLACE, MANAGERS["docker"], Account("litellm", "gateways"), GATEWAY)[
        "Service"
    ]
    words = shlex.split(str(service["ExecStart"]))
    program = "/opt/litellm/slots/2/container/handover.py"
    assert words[:4] == ["/usr/bin/python3", "-I", program, "run"]
    before = words[: words.index("--")]
    assert "--engine=/usr/bin/docker" in before
    assert {"--user=litellm", "--group=gateways", "--secrets=/etc/litellm/slots/2/litellm.env"} <= set(before)
    inside = words[words.index("ghcr.io/berriai/litellm:v1.106.2") + 1 :]
    assert inside[:5] == ["-I", program, "receive", "--folder=/run/litellm/2", "--"]
    assert inside[5:] == ["/app/.venv/bin/python", "-I", *GATEWAY, "--fd=3", "--environment-file=/dev/fd/4"]


def test_docker_mounts_no_secrets() -> None:
    service = attended_sections(container(), PLACE, MANAGERS["docker"], Account("litellm", "litellm"), GATEWAY)[
        "Service"
    ]
    assert not [word for word in shlex.split(str(service["ExecStart"])) if "litellm.env" in word and "--volume" in word]


def test_what_attends_a_docker_container_is_sandboxed() -> None:
    service = attended_sections(container(), PLACE, MANAGERS["docker"], Account("litellm", "litellm"), GATEWAY)[
        "Service"
    ]
    assert service["ProtectSystem"] == "strict"
    assert service["CapabilityBoundingSet"] == "CAP_CHOWN"


def test_rootless_podman_is_run_by_the_user_and_lets_it_be_itself() -> None:
    account = Account("gateway", "gateway", 1007)
    sections = attended_sections(container(), PLACE, MANAGERS["rootless-podman"], account, GATEWAY)
    service = sections["Service"]
    assert (service["User"], service["Group"]) == ("gateway", "gateway")
    assert service["Environment"] == "XDG_RUNTIME_DIR=/run/user/1007"
    assert "user-runtime-dir@1007.service" in str(sections["Unit"]["After"])
    words = shlex.split(str(service["ExecStart"]))
    assert {"--engine=/usr/bin/podman", "--userns=keep-id"} <= set(words)
    assert "--engine=/usr/bin/podman" in str(service["ExecStopPost"])
    # newuidmap gains what a sandbox takes away.
    assert "NoNewPrivileges" not in service
