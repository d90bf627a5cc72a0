"""What is generated is what its one place says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
RECIPE = re.search(r"^documents:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
SCRIPTS = re.findall(r"scripts/generate_\w+\.py", RECIPE[1]) if RECIPE else []


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_a_script_writes_is_up_to_date(script: str) -> None:
    done = subprocess.run([sys.executable, ROOT / script, "--check"], check=False)  # noqa: S603 - this Python
    assert done.returncode == 0, "run make documents"


def test_make_documents_writes_all_that_needs_only_the_checkout() -> None:
    told = re.findall(r"^\| .* \| `(scripts/.*)` \|$", (ROOT / "docs/architecture.md").read_text(), re.MULTILINE)
    known = {script for cell in told for script in re.findall(r"scripts/generate_\w+\.py", cell)}
    needing_litellm = ("vocabulary", "installed_modules", "model_catalog")
    assert known - set(SCRIPTS) == {f"scripts/generate_{each}.py" for each in needing_litellm}
