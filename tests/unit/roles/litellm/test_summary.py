"""What a run says at its end: where, by whose choice, what, what changed, and what to do about it."""

from __future__ import annotations

import json
import typing as t
from pathlib import Path

import pytest

from tests.unit.ansible_programs import TOP, ansible

ROLE = TOP / "roles" / "litellm"
PLAY = [
    {
        "hosts": "localhost",
        "gather_facts": False,
        "connection": "local",
        "vars_files": [str(ROLE / "vars" / "main.yml")],
        "tasks": [{"ansible.builtin.include_tasks": str(ROLE / "tasks" / "report" / "summary.yml")}],
    }
]
CONFIG = {"choice": "no group chose models: serving all 1", "models": [{"alias": "mini", "model": "openai/mini"}]}
RELEASE = {"number": 3, "at": "2026-11-21T09:30:00+00:00", "version": "1.106.2", "version_before": "1.106.2"}
SAME: dict[str, t.Any] = {
    "changed": False,
    "changes": [],
    "differences": [],
    "notices": [],
    "release": RELEASE,
    "host": {"url": "http://127.0.0.1:4000", "urls": []},
}
MOVED = {
    **SAME,
    "changed": True,
    "changes": ["address: was A, is B"],
    "differences": ["address: is A, will be B"],
    "release": {**RELEASE, "number": 4, "at": "", "version": "1.106.12"},
    "host": {"url": "http://127.0.0.1:4000", "urls": ["http://gateway1.example.com:4000", "http://192.0.2.7:4000"]},
}


def told(folder: Path, release: dict[str, t.Any], *arguments: str, version: str = "1.106.2") -> list[str]:
    """The lines that a run prints whose host gave the result *release*, with *version* in the inventory."""
    (folder / "play.json").write_text(json.dumps(PLAY))
    result = {"__litellm_release": release, "__litellm_config": CONFIG}
    (folder / "result.json").write_text(json.dumps(result))
    (folder / "hosts.json").write_text(json.dumps({"all": {"hosts": {"localhost": {"litellm_version": version}}}}))
    words = ("-i", "hosts.json", "play.json", "-e", "@result.json", *arguments)
    done = ansible("playbook", *words, cwd=folder, ANSIBLE_CALLBACK_RESULT_FORMAT="json")
    start = done.stdout.index("ok: [localhost] => ") + len("ok: [localhost] => ")
    return t.cast("list[str]", json.JSONDecoder().raw_decode(done.stdout, start)[0]["msg"])


@pytest.mark.parametrize(
    ("release", "arguments", "lines"),
    [
        (
            SAME,
            [],
            [
                "LiteLLM 1.106.2, release 3 of 2026-11-21T09:30:00+00:00, at http://127.0.0.1:4000, which only this host reaches",
                "no group chose models: serving all 1",
                "mini -> openai/mini",
                "as declared: nothing to change",
            ],
        ),
        (
            MOVED,
            ["-e", "litellm_version=1.106.12"],
            [
                "LiteLLM 1.106.12, release 4, at http://gateway1.example.com:4000 and http://192.0.2.7:4000",
                "no group chose models: serving all 1",
                "mini -> openai/mini",
                "changed: address: was A, is B",
                "notice: the version was chosen outside the inventory; write litellm_version: 1.106.12 into the inventory, "
                "or the next deploy without that choice refuses",
            ],
        ),
    ],
)
def test_lines(tmp_path: Path, release: dict[str, t.Any], arguments: list[str], lines: list[str]) -> None:
    assert told(tmp_path, release, *arguments) == lines


def test_check_mode_says_what_would_be(tmp_path: Path) -> None:
    lines = told(tmp_path, MOVED, "--check", version="1.106.12")
    assert lines[0].endswith(", as it would be")
    assert lines[3:] == ["would change: address: is A, will be B"], (
        "the inventory chose the version, so nothing is reminded of"
    )


def test_notices_are_told(tmp_path: Path) -> None:
    assert told(tmp_path, {**SAME, "notices": ["a worker died"]})[-1] == "notice: a worker died"
