"""Operators read the names of tasks live: each says by itself what happens to what."""

from __future__ import annotations

import re
import typing as t
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[3]
FILES = sorted(
    file
    for file in [
        *ROOT.glob("roles/*/tasks/**/*.yml"),
        *ROOT.glob("playbooks/*.yml"),
        *ROOT.glob("playbooks/shared/**/*.yml"),
    ]
    if file.parent.name != "vars"
)
PRONOUN = re.compile(
    r"(?:.* \| )?\w+(?: (?:at|for|in|out|that|to|up|what|why)){0,2} (?:it|them|one|ones|its|their|theirs)\b.*"
)
"""A verb whose object only the sentence before would tell."""


def tasks(found: t.Any) -> t.Iterator[dict[str, t.Any]]:
    """The plays and tasks of a file, and those inside of them."""
    for each in found or ():
        yield each
        for inside in ("pre_tasks", "tasks", "post_tasks", "block", "rescue", "always"):
            yield from tasks(each.get(inside))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_task_is_named_by_a_verb_and_its_object(file: Path) -> None:
    names = [task.get("name", "") for task in tasks(yaml.safe_load(file.read_text(encoding="utf-8")))]
    assert [name for name in names if not name or PRONOUN.fullmatch(name)] == []


@pytest.mark.parametrize(
    "name", ["Database | Dump it", "Image | Let one read it", "Tools | Look at what their Python runs"]
)
def test_a_pronoun_is_no_object(name: str) -> None:
    assert PRONOUN.fullmatch(name)
