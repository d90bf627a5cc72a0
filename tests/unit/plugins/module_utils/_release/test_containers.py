# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which images are taken, and what a slot's container is started with."""

from __future__ import annotations

import shlex
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._managers import MANAGERS
from ansible_collections.llmops.litellm.plugins.module_utils._release.containers import (
    Account,
    Container,
    Place,
    attended_sections,
    container_name,
    container_problems,
    engine_of,
    environment_name,
    image_problems,
    podman_sections,
    registry_of,
    run_options,
    word,
)

DIGEST = "@sha256:" + "0123456789abcdef" * 4
PLACE = Place(
    name="litellm-2",
    code="/opt/litellm/slots/2",
    settings=("/etc/litellm/slots/2/config.yaml", "/etc/litellm/slots/2/service.env"),
    secrets="/etc/litellm/slots/2/litellm.env",
    state="/var/lib/litellm",
    runtime="/run/litellm/2",
    url="http://127.0.0.1:4000/health/liveliness",
    start_timeout=180,
    stop_timeout=75,
)
GATEWAY = ["/opt/litellm/slots/2/gateway", "--workers=2"]


def container(**changes: t.Any) -> Container:
    settings = {"image": "ghcr.io/berriai/litellm:v1.106.2", "python": "/app/.venv/bin/python", **changes}
    return Container(**settings)


def options(**changes: t.Any) -> list[str]:
    return run_options(container(**changes), PLACE)


@pytest.mark.parametrize(
    "image",
    [
        "ghcr.io/berriai/litellm:v1.106.2",
        "docker.litellm.ai/berriai/litellm:main-v1.106.2-stable.patch1",
        "registry.example.com:5000/team/litellm:1.106.2",
        "localhost/litellm:1.106.2",
        f"ghcr.io/berriai/litellm{DIGEST}",
        f"ghcr.io/berriai/litellm:main-stable{DIGEST}",
        "registry.example.com/litellm:2026-11-21",
        "registry.example.com/litellm:sha-3fa2c1d",
        "ghcr.io/berriai/litellm:nightly",
    ],
)
def test_images_that_are_taken(image: str) -> None:
    assert image_problems(image, "1.106.2", ["nightly"]) == []


@pytest.mark.parametrize("tag", ["latest", "main", "main-stable", "main-latest", "stable", "v1", "v1.106", "dev-2"])
def test_a_moving_tag_is_refused_with_the_tag_to_write(tag: str) -> None:
    [problem] = image_problems(f"ghcr.io/berriai/litellm:{tag}", "1.106.2", [])
    assert f"the tag {tag} moves" in problem
    assert "write ghcr.io/berriai/litellm:v1.106.2, or name" in problem
    assert image_problems(f"ghcr.io/berriai/litellm:{tag}", "1.106.2", [tag]) == []


def test_an_image_without_a_tag_is_refused() -> None:
    [problem] = image_problems("ghcr.io/berriai/litellm", "1.106.2", [])
    assert "write ghcr.io/berriai/litellm:v1.106.2" in problem


@pytest.mark.parametrize(
    "image", ["", "litellm", "berriai/litellm:v1.106.2", "ghcr.io/BerriAI/litellm:v1.106.2", "a b"]
)
def test_what_is_no_reference_with_a_registry_is_refused(image: str) -> None:
    [problem] = image_problems(image, "1.106.2", [])
    assert problem.startswith(f"litellm_image is {image!r}")
    assert "ghcr.io/berriai/litellm:v1.106.2" in problem


def test_the_tag_and_the_version_that_is_checked_against_agree() -> None:
    [problem] = image_problems("ghcr.io/berriai/litellm:v1.99.4", "1.106.2", [])
    assert problem.endswith("set litellm_version to 1.99.4.")
    assert image_problems("ghcr.io/berriai/litellm:v1.108.0-rc.1", "1.108.0rc1", []) == []


@pytest.mark.parametrize(
    ("image", "registry"),
    [
        ("registry.example.com:5000/a/b:1.2.3", "registry.example.com:5000"),
        ("localhost/a:1.2.3", "localhost"),
        ("", ""),
    ],
)
def test_registry(image: str, registry: str) -> None:
    assert registry_of(image) == registry


def test_a_sound_container_has_no_problems() -> None:
    sound = container(memory="2.5G", cpus="1.5", volumes=("/etc/ssl/certs:/etc/ssl/certs:ro", "cache:/cache"))
    assert container_problems(sound) == []


@pytest.mark.parametrize(
    ("changes", "variable"),
    [
        ({"python": "python3"}, "litellm_image_python"),
        ({"memory": "2 GB"}, "litellm_container_memory"),
        ({"cpus": "many"}, "litellm_container_cpus"),
        ({"volumes": ("/etc/ssl",)}, "litellm_container_volumes"),
    ],
)
def test_what_no_engine_would_take(changes: dict[str, t.Any], variable: str) -> None:
    [problem] = container_problems(container(**changes))
    assert problem.startswith(variable)


def test_all_problems_are_named_at_once() -> None:
    assert len(container_problems(container(python="", memory="x", cpus="x", volumes=("a", "b")))) == 5


def test_a_container_is_hardened() -> None:
    assert {"--read-only", "--cap-drop=all", "--security-opt=no-new-privileges", "--tmpfs=/tmp"} <= set(options())


def test_the_entry_point_of_the_image_is_replaced() -> None:
    assert "--entrypoint=/app/.venv/bin/python" in options()


def test_a_container_writes_to_its_state_only() -> None:
    mounts = [option.partition("=")[2].split(":") for option in options() if option.startswith("--volume=")]
    assert [target for _source, target, mode in mounts if "ro" not in mode.split(",")] == [PLACE.state]
    assert all(source == target for source, target, _mode in mounts)


def test_no_option_carries_the_environment() -> None:
    assert [option for option in options() if option.startswith("--env")] == [f"--env=HOME={PLACE.state}"]


def test_the_health_check_asks_where_it_can() -> None:
    def check(network: str) -> list[str]:
        [found] = [option for option in options(network=network) if option.startswith("--health-cmd=")]
        return shlex.split(found.partition("=")[2])

    state = "--state-file=/run/litellm/2/state"
    assert check("host") == [
        "/app/.venv/bin/python",
        "-I",
        "/opt/litellm/slots/2/container/health.py",
        state,
        f"--url={PLACE.url}",
    ]
    assert check("podman")[-1] == state


def test_what_the_operator_adds_comes_last() -> None:
    added = options(memory="2g", cpus="1.5", volumes=("/a:/b",), options=("--dns=10.0.0.1",))
    assert added[-4:] == ["--memory=2g", "--cpus=1.5", "--volume=/a:/b", "--dns=10.0.0.1"]
    assert not any(option.startswith(("--memory", "--cpus")) for option in options())


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
    assert word(text) == written


def test_podman_passes_the_socket_itself() -> None:
    sections = podman_sections(container(), PLACE, MANAGERS["podman"], Account("litellm", "litellm"), GATEWAY)
    quadlet = sections["Container"]
    assert quadlet["Image"] == "ghcr.io/berriai/litellm:v1.106.2"
    assert quadlet["Notify"] is True
    assert str(quadlet["Exec"]).split() == [
        "-I",
        *GATEWAY,
        "--fd=3",
        "--environment-file=/run/secrets/litellm-2",
    ]


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


def test_an_environment_names_its_engine() -> None:
    image = "ghcr.io/berriai/litellm:v1.106.2"
    for engine in ("podman", "rootless-podman", "docker"):
        manager = MANAGERS[engine]
        name = environment_name(manager, image, "litellm")
        assert engine_of(name) == manager
        assert name != environment_name(manager, "ghcr.io/berriai/litellm:v1.106.1", "litellm")
        assert (name == environment_name(manager, image, "other")) == (engine != "rootless-podman")
    assert engine_of("1.106.2") == engine_of("1.106.2-0123abcd") is None


def test_names_of_containers() -> None:
    assert [container_name(slot) for slot in (1, 2)] == ["litellm-1", "litellm-2"]
