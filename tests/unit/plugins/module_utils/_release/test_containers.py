"""Which images are taken, and what a slot's container is started with."""

from __future__ import annotations

import shlex
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._release.containers import (
    container_faults,
    container_name,
    run_options,
)

from tests.unit.plugins.module_utils.releases import PLACE, container


def options(**changes: t.Any) -> list[str]:
    return run_options(container(**changes), PLACE)


def test_a_sound_container_has_no_problems() -> None:
    sound = container(memory="2.5G", cpus="1.5", volumes=("/etc/ssl/certs:/etc/ssl/certs:ro", "cache:/cache"))
    assert container_faults(sound) == []


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
    [problem] = container_faults(container(**changes))
    assert str(problem).startswith(variable)


def test_all_problems_are_named_at_once() -> None:
    assert len(container_faults(container(python="", memory="x", cpus="x", volumes=("a", "b")))) == 5


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


def test_what_other_options_need_of_the_host_comes_before_that() -> None:
    added = options(mounts=("/run/r:/run/r",), volumes=("/a:/b",))
    assert added[-2:] == ["--volume=/run/r:/run/r", "--volume=/a:/b"]


def test_names_of_containers() -> None:
    assert [container_name(slot) for slot in (1, 2)] == ["litellm-1", "litellm-2"]
