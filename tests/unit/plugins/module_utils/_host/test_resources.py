"""How much a host has."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host import resources


def test_free_space_of_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    there = resources.free_megabytes(str(tmp_path))
    assert resources.free_megabytes(str(tmp_path / "a" / "b")) == pytest.approx(there, abs=500)


@pytest.mark.parametrize(("cores", "megabytes", "workers"), [(2, 24000, 2), (8, 4096, 4), (4, 512, 1), (2, 0, 1)])
def test_workers(monkeypatch: pytest.MonkeyPatch, cores: int, megabytes: int, workers: int) -> None:
    text = f"MemTotal:       {megabytes * 1024} kB\nMemFree: 1 kB\n" if megabytes else None
    monkeypatch.setattr(resources, "text_of", lambda _path: text)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(cores)))
    assert resources.default_workers() == workers
