"""CI calls the Makefile's targets, all parts of `make test` among them, and tools have the versions that they should."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from tests.unit.makefile import MAKEFILE, TARGETS

ROOT = Path(__file__).parents[3]
JOBS = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))["jobs"]


def called() -> set[str]:
    """The targets that CI calls."""
    lines = [step["run"] for job in JOBS.values() for step in job["steps"] if "run" in step]
    found = {found for line in lines for found in re.findall(r"\bmake ([a-z-]+)", line)}
    return found | set(JOBS["check"]["strategy"]["matrix"]["target"])


def test_every_step_is_a_target() -> None:
    steps = [step["run"] for job in JOBS.values() for step in job["steps"] if "run" in step]
    assert all(re.search(r"\bmake ", step) for step in steps)
    assert called() <= TARGETS


def test_no_file_can_stand_for_a_target() -> None:
    (benches,) = re.findall(r"^BENCHES := (.*)$", MAKEFILE, flags=re.MULTILINE)
    lines = re.findall(r"^\.PHONY:(.*)$", MAKEFILE, flags=re.MULTILINE)
    phony = {name for names in lines for name in names.replace("$(BENCHES)", benches).split()}
    assert phony == TARGETS


def test_no_part_of_make_test_is_left_out() -> None:
    help_text = re.search(r"everything that CI runs: (.*?)'\n.*?' +(.*?)'\n", MAKEFILE)
    recipe = re.search(r"^test:.*\n((?:\t.*\n)+)", MAKEFILE, flags=re.MULTILINE)
    assert help_text
    assert recipe
    parts = set(" ".join(help_text.groups()).split())
    assert parts <= set(re.findall(r"[a-z]+", recipe[1]))
    assert called() == parts | {"unit-core"}


def pins(name: str) -> dict[str, set[str]]:
    """The versions that a requirements file has of each package; `=` when it has none."""
    found: dict[str, set[str]] = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        matched = re.match(r"([a-zA-Z][\w.-]*)(?:\[.*?\])?(?:==([^\s;]+))?", line)
        if matched:
            found.setdefault(matched[1].lower(), set()).add(matched[2] or "=")
    return found


def test_every_tool_has_a_version() -> None:
    assert not [name for file in ("dev", "unit") for name, of in pins(f"requirements-{file}.txt").items() if "=" in of]


def test_what_runs_on_hosts_is_tested_in_the_version_that_they_get() -> None:
    version = re.search(
        r"^litellm_version: (.*)$", (ROOT / "roles/litellm/defaults/main.yml").read_text(), re.MULTILINE
    )
    assert version
    locks = "roles/litellm/files/locks"
    hosts, tests = {**pins(f"{locks}/{version[1]}.txt"), **pins(f"{locks}/tools.txt")}, pins("requirements-unit.txt")
    assert {name: tests[name] for name in ("gunicorn", "httpx", "starlette", "supervisor", "uvicorn")} == {
        name: hosts[name] for name in ("gunicorn", "httpx", "starlette", "supervisor", "uvicorn")
    }
