"""The scheduled workflow calls targets of the Makefile, and no text from outside becomes a command of its shells."""

from __future__ import annotations

import re
from pathlib import Path

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
