"""The table of supported lines, the facts, the locks and the default version are of the same versions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_names import SUPPORTED_PYTHONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.lines import LINES
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.lock import Lock

ROOT = Path(__file__).parents[3]
LOCKS = ROOT / "roles/litellm/files/locks"


def test_the_page_lists_every_line() -> None:
    page = (ROOT / "docs/versions.md").read_text(encoding="utf-8")
    assert dict(re.findall(r"^\| ([\d.]+) \| ([\d.]+) \| 3", page, re.MULTILINE)) == LINES


def test_every_version_has_a_lock_that_is_its_own() -> None:
    assert {path.stem for path in LOCKS.glob("[0-9]*.txt")} == set(VERSIONS)
    for version in VERSIONS:
        lock = Lock.parse((LOCKS / f"{version}.txt").read_text(encoding="utf-8"))
        assert lock.header.litellm == version
        assert {entry.version for entry in lock.entries if entry.name == "litellm"} == {version}


@pytest.mark.parametrize(
    ("page", "pattern"),
    [("operations", r"upgrade -e litellm_version=(\S+)"), ("containers", r"^litellm_version: (\S+)$")],
)
def test_commands_and_variables_are_for_the_default(page: str, pattern: str) -> None:
    text = (ROOT / f"docs/{page}.md").read_text(encoding="utf-8")
    assert set(re.findall(pattern, text, re.MULTILINE)) == {VERSIONS[-1]}


def test_the_default_is_the_newest_version() -> None:
    assert (
        yaml.safe_load((ROOT / "roles/litellm/defaults/main.yml").read_text(encoding="utf-8"))["litellm_version"]
        == VERSIONS[-1]
    )


@pytest.mark.parametrize(
    "file", ["README.md", "roles/litellm/meta/argument_specs.yml", "roles/litellm/tasks/installation/install.yml"]
)
def test_texts_name_the_pythons_that_litellm_is_installed_for(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert set(re.findall(r"\b(3\.\d+) to (3\.\d+)\b", text)) == {SUPPORTED_PYTHONS}
