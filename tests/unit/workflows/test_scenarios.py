"""Every scenario runs by itself: with each change, or once a week."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from tests.unit.makefile import recipe_of

ROOT = Path(__file__).parents[3]
SCENARIOS = {path.parent.name for path in (ROOT / "molecule").glob("*/molecule.yml")}
JOBS = yaml.safe_load((ROOT / ".github/workflows/scenarios.yml").read_text(encoding="utf-8"))["jobs"]
WEEKLY = JOBS["scenario"]["strategy"]["matrix"]["target"]


def with_each_change() -> set[str]:
    (names,) = re.findall(r"^SCENARIOS \?= (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return set(names.split())


def once_a_week() -> set[str]:
    return set(re.findall(r"--scenario-name (\w+)", recipe_of(*WEEKLY)))


def test_every_scenario_runs_in_one_of_both() -> None:
    assert with_each_change() | once_a_week() == SCENARIOS
    assert not with_each_change() & once_a_week()


def test_nothing_else_than_running_targets_is_done() -> None:
    assert [step["run"].split(" make ")[1] for step in JOBS["scenario"]["steps"] if "run" in step] == [
        "${{ matrix.target }}"
    ]
