"""Since when a slot is ready."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host.serving import serving_since


def test_since_it_said_so(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("ready 4711\n")
    os.utime(tmp_path / "state", (1763717400, 1763717400))
    assert serving_since(str(tmp_path)) == "2025-11-21T09:30:00+00:00"


@pytest.mark.parametrize("text", [b"", b"refused: the port is taken", b"\xff"])
def test_a_slot_that_is_not_ready(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "state").write_bytes(text)
    assert serving_since(str(tmp_path)) == ""


def test_no_slot(tmp_path: Path) -> None:
    assert serving_since(str(tmp_path)) == ""
