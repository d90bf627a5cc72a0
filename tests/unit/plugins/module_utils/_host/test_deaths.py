"""What a run says of workers that died."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host.deaths import death_notices
from ansible_collections.llmops.litellm.plugins.module_utils._release.layout import Layout

AT = "2026-11-21T09:30:00+00:00"


def layout_below(folder: Path) -> Layout:
    return Layout(install="/opt/litellm", config="/etc/litellm", state="/var/lib/litellm", runtime=str(folder))


def write(layout: Layout, slot: int, text: str) -> None:
    file = Path(layout.deaths_file(slot))
    file.parent.mkdir()
    file.write_text(text)


def test_each_slot_has_a_sentence_of_its_own(tmp_path: Path) -> None:
    layout = layout_below(tmp_path)
    assert death_notices(layout) == []
    write(layout, 1, json.dumps({"count": 2, "signal": "SIGSEGV", "at": AT}))
    write(layout, 3, json.dumps({"count": 1, "signal": "SIGKILL", "at": AT}))
    assert death_notices(layout) == [
        f"2 workers of slot 1 died since its start, the last of SIGSEGV at {AT}.",
        f"1 worker of slot 3 died since its start, of SIGKILL at {AT}.",
    ]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"count": "many", "signal": "SIGSEGV", "at": ""}', "\u00e9"])
def test_a_damaged_file_says_nothing(tmp_path: Path, text: str) -> None:
    layout = layout_below(tmp_path)
    write(layout, 2, text)
    assert death_notices(layout) == []
