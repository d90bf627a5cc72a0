"""The scheduled workflow calls targets of the Makefile, and no text from outside becomes a command of its shells."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[3]
JOBS = yaml.safe_load((ROOT / ".github/workflows/versions.yml").read_text(encoding="utf-8"))["jobs"]
COMMANDS = [step["run"] for job in JOBS.values() for step in job["steps"] if "run" in step]


def test_it_calls_targets_that_there_are() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    called = {name for command in COMMANDS for name in re.findall(r"\bmake (?:--silent )?([a-z-]+)", command)}
    assert called == {"due", "version"}
    assert called <= targets


def test_values_reach_a_shell_as_variables_only() -> None:
    assert not [command for command in COMMANDS if "${{" in command]


def test_only_the_job_that_proposes_may_write() -> None:
    assert {name for name, job in JOBS.items() if "write" in job.get("permissions", {}).values()} == {"version"}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with an origin, beside a folder `runner` with what `make version` said and one `bin` with a GitHub that says
    what it is asked.
    """
    for name in ("runner", "bin"):
        (tmp_path / name).mkdir()
    (tmp_path / "runner/run.txt").write_text(
        "Installing\nLiteLLM 1.109.1, beside 1.108.7: nothing new\n", encoding="utf-8"
    )
    gh = tmp_path / "bin/gh"
    gh.write_text('#!/bin/sh\n[ "$2" = create ] && echo "$@" && cat "$RUNNER_TEMP/body.txt"\n', encoding="utf-8")
    gh.chmod(0o755)
    there = tmp_path / "checkout"
    for command in (
        f"git init --quiet --bare {tmp_path}/origin.git",
        f"git clone --quiet {tmp_path}/origin.git {there}",
        f"git -C {there} -c user.name=a -c user.email=a@example.com commit --quiet --allow-empty --message=Begin",
    ):
        subprocess.run(command.split(), check=True, capture_output=True)  # noqa: S603 - git, and words of this file
    return there


def propose(checkout: Path, agreed: str) -> subprocess.CompletedProcess[str]:
    """Run the step that proposes, as a runner does."""
    command = next(step["run"] for step in JOBS["version"]["steps"] if step.get("name") == "Propose what changed")
    given = {"VERSION": "1.109.1", "AGREED": agreed, "RUNNER_TEMP": str(checkout.parent / "runner")}
    path = f"{checkout.parent / 'bin'}:{os.environ['PATH']}"
    return subprocess.run(  # noqa: S603 - a command of this repository
        ["/bin/bash", "-e", "-c", command],
        cwd=checkout,
        env={**os.environ, **given, "PATH": path, "GIT_CONFIG_GLOBAL": "/dev/null"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("agreed", "status"), [("success", 0), ("failure", 1)])
def test_without_a_change_nothing_is_proposed_and_a_failure_fails(checkout: Path, agreed: str, status: int) -> None:
    done = propose(checkout, agreed)
    assert (done.returncode, "pr create" in done.stdout) == (status, False)


def test_what_changed_is_proposed_with_the_report_of_the_run(checkout: Path) -> None:
    (checkout / "1.109.1.txt").write_text("litellm==1.109.1\n", encoding="utf-8")
    done = propose(checkout, "failure")
    assert done.returncode == 0, done.stderr
    assert "pr create --head litellm-1.109.1 --title LiteLLM 1.109.1" in done.stdout
    assert done.stdout.endswith("LiteLLM 1.109.1, beside 1.108.7: nothing new\n")
    pushed = ["git", "-C", f"{checkout.parent}/origin.git", "show", "litellm-1.109.1:1.109.1.txt"]
    shown = subprocess.run(pushed, check=True, capture_output=True, text=True)  # noqa: S603 - git, and words of this file
    assert shown.stdout == "litellm==1.109.1\n"
