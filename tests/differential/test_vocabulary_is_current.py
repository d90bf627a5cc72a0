"""The vocabulary in the repository is what LiteLLM's own packages say, read again."""

from __future__ import annotations

import types
from pathlib import Path


def test_the_files_are_what_the_packages_say(generator: types.ModuleType, packages: dict[str, Path]) -> None:
    facts = {version: generator.facts_of(package) for version, package in packages.items()}
    assert {path.name: path.read_text() for path in generator.DATA.glob("*.py")} == generator.files(facts)


def test_what_features_need_is_what_the_packages_say(generator: types.ModuleType, packages: dict[str, Path]) -> None:
    needs = {version: generator.packages_of(package) for version, package in packages.items()}
    assert generator.NEEDS.read_text() == generator.packages_file(needs)
