"""LiteLLM's own example configurations pass, or the finding is right: ``shipped_examples.json`` holds those that are.

Each of them was looked at: keys that everybody knows, a model list entry without parameters, a provider that LiteLLM does
not have, prices for one side, parameters that the version does not know, settings that nothing reads, guardrails in the wrong place.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.check import check_config
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._report import yaml_text
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report

RIGHT = json.loads(Path(__file__).with_name("shipped_examples.json").read_text())
EXAMPLES = ("*.yaml", "example_config_yaml/*.yaml", "guardrails/**/example_config.yaml")


@pytest.mark.parametrize("version", VERSIONS)
def test_only_right_findings(version: str, packages: dict[str, Path]) -> None:
    proxy = packages[version] / "proxy"
    files = sorted({file for pattern in EXAMPLES for file in proxy.glob(pattern)})
    assert len(files) > 25
    found = {file.relative_to(proxy).as_posix(): findings(file, version) for file in files}
    assert {name: reported for name, reported in found.items() if reported} == RIGHT[version]


def findings(file: Path, version: str) -> list[str]:
    """``severity rule path`` of every error and warning in *file*."""
    report = Report(RULES)
    config = yaml_text.load(file.read_text(), report.at("config_file"))
    problems = [*report.problems, *check_config(config, vocabulary=vocabulary_for(version), lines=report.lines)]
    return [f"{each.severity} {each.rule} {each.path}" for each in problems if each.severity != "notice"]
