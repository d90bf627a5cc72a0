"""What a run knows of Redis from a slot's workers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host.redis import known_of_redis

NONE = {"state": "none", "sentence": ""}


def write(folder: Path, name: str, state: str, sentence: str = "") -> None:
    (folder / "redis").mkdir(exist_ok=True)
    (folder / "redis" / name).write_text(json.dumps({"state": state, "sentence": sentence, "at": "2026-11-21"}))


def test_the_worst_of_the_workers_counts(tmp_path: Path) -> None:
    assert known_of_redis(str(tmp_path)) == NONE
    write(tmp_path, "10", "up")
    assert known_of_redis(str(tmp_path)) == {"state": "up", "sentence": ""}
    write(tmp_path, "9", "away", "it is away")
    write(tmp_path, "11.new", "refused", "not yet told")
    assert known_of_redis(str(tmp_path)) == {"state": "away", "sentence": "it is away"}
    write(tmp_path, "12", "refused", "it refuses")
    assert known_of_redis(str(tmp_path)) == {"state": "refused", "sentence": "it refuses"}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"state": "well", "sentence": ""}', "\u00e9"])
def test_a_damaged_file_says_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "redis").mkdir()
    (tmp_path / "redis" / "1").write_text(text)
    assert known_of_redis(str(tmp_path)) == NONE
