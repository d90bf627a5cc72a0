"""The module as Ansible runs it: options in, one result or one failure out, and nothing changed."""

from __future__ import annotations

import functools
import getpass
import grp
import json
import os
import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.modules import litellm_release as module

from tests.ports import free_port
from tests.unit.plugins.modules.conftest import Run

DIGEST = "5" * 64


@pytest.fixture
def run(run_module: Run) -> Run:
    """Run the module and return its result."""
    return functools.partial(run_module, module, _ansible_check_mode=True)


@pytest.fixture
def options(tmp_path: Path) -> dict[str, t.Any]:
    """Options of a release that this machine could run below *tmp_path*."""
    return {
        "version": "1.106.2",
        "config": "model_list: []\n",
        "requirements_digest": "requirements",
        "service_environment": "",
        "secrets_digest": DIGEST,
        "gateway": {"__main__.py": ""},
        "service_manager": "supervisor",
        "host": "127.0.0.1",
        "port": free_port(),
        # Nobody else may enter pytest's folders.
        "user": getpass.getuser(),
        "group": grp.getgrgid(os.getgid()).gr_name,
        "directories": {name: str(tmp_path / name) for name in ("install", "config", "state", "runtime")},
        "start_timeout": 180,
        "drain_timeout": 60,
        "keepalive_timeout": 75,
    }


def test_says_what_differs_and_changes_nothing(run: Run, options: dict[str, t.Any], tmp_path: Path) -> None:
    result = run(**options)
    assert result["changed"]
    assert result["differences"] == ["release: is none, will be the first one here (LiteLLM 1.106.2 under supervisor)"]
    assert result["plan"]["files"]
    assert "diff" not in result
    assert run(**options, _ansible_diff=True)["diff"]
    assert set(os.listdir(tmp_path)) <= {"remote"}


def test_the_digest_of_the_secrets_is_not_repeated(run: Run, options: dict[str, t.Any]) -> None:
    assert DIGEST not in json.dumps(run(**options))


def test_every_reason_of_a_refusal(run: Run, options: dict[str, t.Any]) -> None:
    options |= {"port": 70000, "host": "::1"}
    result = run(**options)
    assert result["failed"]
    assert len(result["problems"]) == 2
    assert result["msg"] == " ".join([*result["problems"], "Nothing was changed."])


@pytest.mark.parametrize("name", sorted(module.DESCRIBES_RELEASE))
def test_a_release_is_described_whole(run: Run, options: dict[str, t.Any], name: str) -> None:
    del options[name]
    result = run(**options)
    assert result["msg"] == f"state is present but all of the following are missing: {name}"


def test_absent_needs_no_release(run: Run, options: dict[str, t.Any], tmp_path: Path) -> None:
    (tmp_path / "config" / "slots").mkdir(parents=True)
    result = run(state="absent", user="no-such-user", directories=options["directories"])
    assert f"{tmp_path}/config" in result["removal"]["paths"]
    assert (tmp_path / "config" / "slots").is_dir()


def test_tells_what_packages_are_chosen_for(run: Run) -> None:
    result = run(state="target", user="no-such-user")
    assert result["changed"] is False
    assert result["host"]["target"]["machine"] == os.uname().machine
    assert {*result["host"]["target"]} == {"python", "machine", "libc"}


def test_what_a_slot_died_of(run: Run, options: dict[str, t.Any]) -> None:
    asked = {
        name: options[name] for name in ("service_manager", "host", "port", "user", "directories", "start_timeout")
    }
    result = run(state="failed", slot=2, **asked)
    assert result["failure"] == {
        "reason": "it was not ready within litellm_start_timeout, 180 seconds",
        "log": f"{options['directories']['state']}/slot-2.log",
        "standing": f"Nothing is serving, and port {options['port']} is closed.",
    }
    assert (result["changed"], result["differences"]) == (False, [])


def test_the_record_is_returned_whole(run: Run, options: dict[str, t.Any]) -> None:
    """Ansible blackens the value of an option that is hidden wherever it stands in a result."""
    record = json.loads(run(**options)["plan"]["records"][0]["content"])
    assert [path for path, digest in record["files"].items() if len(digest) != len(DIGEST)] == []
