"""LiteLLM's own example configurations pass, or the finding is right: ``shipped_examples.json`` holds those that are.

Each of them was looked at: keys that everybody knows, a model list entry without parameters, a provider that LiteLLM does
not have, prices for one side, parameters that the version does not know, settings that nothing reads, guardrails in the wrong place.
"""

from __future__ import annotations

import json
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS

from .shipped_examples import KEPT, PATTERNS, found_in

if t.TYPE_CHECKING:
    from pathlib import Path

RIGHT = json.loads(KEPT.read_text())


@pytest.mark.parametrize("version", VERSIONS)
def test_only_right_findings(version: str, packages: dict[str, Path]) -> None:
    files = {file for pattern in PATTERNS for file in (packages[version] / "proxy").glob(pattern)}
    assert len(files) > 25
    assert found_in(packages[version], version) == RIGHT[version]
