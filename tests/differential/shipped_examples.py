"""What the checker finds in LiteLLM's own example configurations: ``python -m tests.differential.shipped_examples VERSION PACKAGE``.

PACKAGE is the folder of that version's package; what is found is kept for a person to look at.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.check import check_config
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._report import yaml_text
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report

KEPT = Path(__file__).with_name("shipped_examples.json")
PATTERNS = ("*.yaml", "example_config_yaml/*.yaml", "guardrails/**/example_config.yaml")


def found_in(package: Path, version: str) -> dict[str, list[str]]:
    """File of the proxy to ``severity rule path`` of every error and warning in it, of all files that have some.

    :param package: the folder of the unpacked ``litellm`` package.
    """
    proxy = package / "proxy"
    files = sorted({file for pattern in PATTERNS for file in proxy.glob(pattern)})
    found = {file.relative_to(proxy).as_posix(): _findings(file, version) for file in files}
    return {name: findings for name, findings in found.items() if findings}


def _findings(file: Path, version: str) -> list[str]:
    report = Report(RULES)
    config = yaml_text.load(file.read_text(), report.at("config_file"))
    problems = [*report.problems, *check_config(config, vocabulary=vocabulary_for(version), lines=report.lines)]
    return [f"{each.severity} {each.rule} {each.path}" for each in problems if each.severity != "notice"]


def main() -> None:
    """Keep what is found in the examples of one version, beside that of the other versions that are known."""
    version, package = sys.argv[1:]
    kept = {**json.loads(KEPT.read_text()), version: found_in(Path(package), version)}
    KEPT.write_text(json.dumps({each: kept[each] for each in VERSIONS if each in kept}, indent=1) + "\n")


if __name__ == "__main__":
    main()
