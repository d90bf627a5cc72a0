"""LiteLLM's own example configurations pass, or the finding is right: ``shipped_examples.json`` holds those that are.

What passes comes back from the inventory variables that are printed for it.

Each of them was looked at: keys that everybody knows, a model list entry without parameters, a provider that LiteLLM does
not have, prices for one side, parameters that the version does not know, settings that nothing reads, guardrails in the wrong place.
"""

from __future__ import annotations

import json
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS

from tests.unit.plugins.plugin_utils.adopting import assert_comes_back, taken

from .shipped_examples import KEPT, PATTERNS, found_in

if t.TYPE_CHECKING:
    from pathlib import Path

RIGHT = json.loads(KEPT.read_text())


@pytest.mark.parametrize("version", VERSIONS)
def test_only_right_findings(version: str, packages: dict[str, Path]) -> None:
    files = {file for pattern in PATTERNS for file in (packages[version] / "proxy").glob(pattern)}
    assert len(files) > 25
    assert found_in(packages[version], version) == RIGHT[version]


@pytest.mark.parametrize("version", VERSIONS)
def test_what_passes_comes_back(version: str, packages: dict[str, Path]) -> None:
    files = {file for pattern in PATTERNS for file in (packages[version] / "proxy").glob(pattern)}
    found = [taken(file.read_text(), litellm_version=version) for file in sorted(files)]
    with_models = [config for config in found if config and config.get("model_list")]
    assert len(with_models) > 10
    for config in with_models:
        assert_comes_back(config, litellm_version=version)
