"""What a run says of keys, teams, users and budgets."""

from __future__ import annotations

import json
import typing as t
from pathlib import Path

import pytest

from tests.unit.ansible_programs import TOP, ansible

PLAY = [
    {
        "hosts": "localhost",
        "gather_facts": False,
        "connection": "local",
        "tasks": [
            {"ansible.builtin.include_tasks": str(TOP / "roles" / "litellm" / "tasks" / "keys" / "tell_keys.yml")}
        ],
    }
]
SAME: dict[str, t.Any] = {
    "changed": False,
    "counted": {"budget": 0, "team": 1, "user": 0, "key": 2},
    "differences": [],
    "notices": [],
}
CHANGED = {
    **SAME,
    "differences": ["create key ci"],
    "handed_over": ["ci"],
    "unmanaged": ["key ad-hoc"],
    "notices": ["key nb has expired"],
}
HEAD = "declared are keys: 2, teams: 1, users: 0, budgets: 0"


@pytest.mark.parametrize(
    ("result", "place", "lines"),
    [
        (SAME, {}, [f"{HEAD}; nothing to change"]),
        (
            CHANGED,
            {"file": "keys.yml"},
            [
                HEAD,
                "create key ci",
                "handed over to keys.yml: ci",
                "nobody declares key ad-hoc",
                "notice: key nb has expired",
            ],
        ),
        (
            {**SAME, "handed_over": ["ci"]},
            {"program": ["keep", "it"]},
            [f"{HEAD}; nothing to change", "handed over to keep: ci"],
        ),
    ],
)
def test_what_is_told(tmp_path: Path, result: dict[str, t.Any], place: dict[str, t.Any], lines: list[str]) -> None:
    (tmp_path / "play.json").write_text(json.dumps(PLAY))
    (tmp_path / "result.json").write_text(json.dumps({"__litellm_access": result, "litellm_key_handover": place}))
    words = ("-i", "localhost,", "play.json", "-e", "@result.json")
    done = ansible("playbook", *words, cwd=tmp_path, ANSIBLE_CALLBACK_RESULT_FORMAT="json")
    start = done.stdout.index("ok: [localhost] => ") + len("ok: [localhost] => ")
    assert json.JSONDecoder().raw_decode(done.stdout, start)[0]["msg"] == lines
