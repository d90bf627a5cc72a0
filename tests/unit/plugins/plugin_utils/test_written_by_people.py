"""Reduced inputs of the kinds that people write: what the checker finds in each stands at its top, or nothing does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.source_files import read_source
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import render
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report

FILES = sorted(Path(__file__).with_name("written_by_people").glob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_found(file: Path) -> None:
    try:
        found = render(
            RenderOptions(config_file=read_source(str(file), Report(RULES).at("config_file"), file.name))
        ).problems
    except InputError as refused:
        found = [*refused.problems, *refused.remarks]
    expected = re.findall(r"^# finds: (.*)$", file.read_text(), re.MULTILINE)
    assert sorted(f"{problem.rule} {problem.path}".strip() for problem in found) == expected
