"""The page of a model's fields is what their table says."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
generator = runpy.run_path(str(ROOT / "scripts" / "generate_models.py"))
PAGE = (ROOT / "docs" / "models.md").read_text(encoding="utf-8")
HEADINGS = {
    re.sub(r"[^\w-]", "", heading.lower().replace(" ", "-")) for heading in re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)
}


@pytest.mark.parametrize("name", generator["FIELDS"])
def test_a_field_says_what_it_is_and_what_it_becomes(name: str) -> None:
    field = generator["FIELDS"][name]
    assert field.type in generator["TYPES"]
    assert field.help.endswith(".")
    assert field.becomes or field.params or field.info


def test_every_type_is_one_of_a_field() -> None:
    assert set(generator["TYPES"]) == {field.type for field in generator["FIELDS"].values()}


def test_the_fields_of_providers_are_on_the_page() -> None:
    of_providers = PAGE.partition("## Providers")[2]
    assert [name for name in generator["providers"].FIELDS if f"[`{name}`](#" not in of_providers] == []


def test_links_lead_to_headings_that_stand_once() -> None:
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= HEADINGS
    assert len(HEADINGS) == len(re.findall(r"^#+ ", PAGE, re.MULTILINE))
