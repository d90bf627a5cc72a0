"""The page of what LiteLLM does otherwise is what the collection knows of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[3] / "scripts" / "generate_changes.py"


def test_the_page_is_up_to_date() -> None:
    done = subprocess.run([sys.executable, SCRIPT, "--check"], check=False)  # noqa: S603 - this Python
    assert done.returncode == 0, "run make documents"
