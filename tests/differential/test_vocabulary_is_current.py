"""The vocabulary in the repository is what LiteLLM's own packages say: that of the default version, read again.

``make vocabulary`` reads every version again.
"""

from __future__ import annotations

import types
from pathlib import Path

from ansible_collections.llmops.litellm.plugins.plugin_utils._known import vocabulary
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS

NEWEST = VERSIONS[-1]


def test_the_facts_are_what_the_package_says(generator: types.ModuleType, packages: dict[str, Path]) -> None:
    assert generator.facts_of(packages[NEWEST]) == vocabulary.tables(NEWEST)


def test_what_features_need_is_what_the_package_says(generator: types.ModuleType, packages: dict[str, Path]) -> None:
    assert generator.packages_of(packages[NEWEST]) == vocabulary.packages(NEWEST)


def test_the_files_are_what_the_generator_writes(generator: types.ModuleType) -> None:
    facts = {version: vocabulary.tables(version) for version in VERSIONS}
    assert {path.name: path.read_text() for path in generator.DATA.glob("*.py")} == generator.files(facts)
    needs = {version: vocabulary.packages(version) for version in VERSIONS}
    assert generator.NEEDS.read_text() == generator.packages_file(needs)
