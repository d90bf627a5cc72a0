"""The page of findings is what the table of rules says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[4]


def test_the_page_is_up_to_date() -> None:
    specification = importlib.util.spec_from_file_location(
        "generate_findings", ROOT / "scripts" / "generate_findings.py"
    )
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    assert module.PAGE.read_text() == module.page()
