"""What would be installed is judged on the controller, in one result."""

from __future__ import annotations

import types
import typing as t

import pytest
import yaml
from ansible.errors import AnsibleError
from ansible.plugins.action import ActionBase
from ansible_collections.llmops.litellm.plugins.action import litellm_packages
from ansible_collections.llmops.litellm.plugins.modules import litellm_packages as documentation

Run = t.Callable[..., dict[str, t.Any]]

HOST = {"python": "3.11.2", "machine": "x86_64", "libc": "2.36"}
LOCK = """\
# litellm==1.106.2; python>=3.10
fastapi==0.165.0 --hash=sha256:bb
gunicorn==23.0.0 --hash=sha256:cc
litellm==1.106.2 --hash=sha256:dd
uvicorn==0.54.0 --hash=sha256:ff
"""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the action and return its result."""

    def run_action(**args: object) -> dict[str, t.Any]:
        monkeypatch.setattr(ActionBase, "run", lambda *_arguments, **_named: {})
        action = object.__new__(litellm_packages.ActionModule)
        given = {"version": "1.106.2", "targets": [HOST], **args}
        action._task = types.SimpleNamespace(args=given, action="litellm_packages")
        return action.run()

    return run_action


def test_a_lock_that_fits(run: Run) -> None:
    assert run(lock=LOCK, lock_file="my.txt") == {"changed": False, "unlocked": [], "notices": []}


def test_what_has_no_lock_is_told(run: Run) -> None:
    result = run(lock=LOCK, extra_packages=["boto3"])
    assert result["unlocked"] == ["boto3"]
    assert result["notices"][0].startswith("installed without a lock: boto3. ")


def test_every_problem_is_told_at_once(run: Run) -> None:
    result = run(
        lock=LOCK, lock_file="my.txt", version="1.99.4", requirements=["prisma==0.11.0"], extra_packages=["boto3"]
    )
    assert result["failed"]
    assert len(result["problems"]) == 3
    assert result["msg"].endswith("Nothing was changed.")
    assert all(problem in result["msg"] for problem in result["problems"])


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("1.82.8", "litellm_version: LiteLLM 1.82.8 was published by an attacker"),
        ("newest", "litellm_version: 'newest' is not a LiteLLM version"),
    ],
)
def test_a_version_that_nobody_should_run_is_refused(run: Run, version: str, said: str) -> None:
    (problem,) = run(version=version)["problems"]
    assert problem.startswith(said)
    assert "failed" not in run(version="1.82.8", allow_insecure_version="1.82.8")


def test_what_a_new_lock_changes_is_shown(run: Run) -> None:
    assert run(lock=LOCK, lock_file="my.txt", former_lock=LOCK)["changed"] is False
    result = run(lock=LOCK, lock_file="my.txt", former_lock=LOCK.replace("0.165.0", "0.160.0"))
    assert result["changed"] is True
    before, after = (set(result["diff"][side].splitlines()) for side in ("before", "after"))
    assert (before - after, after - before) == ({"fastapi 0.160.0, hashes: 1"}, {"fastapi 0.165.0, hashes: 1"})
    assert run(lock=LOCK, lock_file="my.txt", former_lock="")["diff"]["before"] == ""


def test_needs_a_host(run: Run) -> None:
    with pytest.raises(AnsibleError, match="python"):
        run(lock=LOCK, targets=[{}])


def test_what_is_documented_is_what_is_taken() -> None:
    def facts(options: dict[str, dict[str, t.Any]], below: str) -> dict[str, t.Any]:
        return {
            name: {
                **{fact: option.get(fact) for fact in ("type", "elements", "default")},
                "required": bool(option.get("required")),
                "below": facts(option.get(below, {}), below),
            }
            for name, option in options.items()
        }

    documented = yaml.safe_load(documentation.DOCUMENTATION)["options"]
    assert facts(documented, "suboptions") == facts(litellm_packages.ActionModule.OPTIONS, "options")
