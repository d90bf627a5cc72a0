"""Writes ``docs/findings.md`` from the tables of rules; ``--check`` only says whether it is up to date."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / ".collections"), str(ROOT / "scripts")]

# ruff: noqa: E402  (path above)
import generated_files
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.rules import RULES as CHECKER
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.rules import RULES as LANGUAGE
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.rules import Rule, Rules
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.host_rules import HOST
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.rules import OWN as VARIABLES

PAGE = ROOT / "docs" / "findings.md"
HEAD = """\
# Findings

What a run reports, by the name of its rule: the name stands in brackets behind the message, also in results; that of
`litellm_model_config` has it under `rule`. An *error* refuses the input; a *warning* and a *notice* do not.
Rules marked with `strict` give errors that `strict: false` turns into warnings, except for keys that guard access, money
or secrets. What LiteLLM does was observed, see `tests/differential`.

<!-- Written by scripts/generate_findings.py from common_rules.py, host_rules.py and the rules.py of rooms in plugins/plugin_utils. -->
"""
TABLES = {
    "Of the inventory and its files (options by the names of the module)": LANGUAGE,
    "Of the variables of services, beside those above that are not of models": VARIABLES,
    "Of a host that is to take a release, with what to write about it": HOST,
    "Of LiteLLM's configuration and the variables of its service": CHECKER,
}


def page() -> str:
    """The whole page."""
    tables = [line for title, rules in TABLES.items() for line in table(title, rules)]
    sections = [section(rule) for rules in TABLES.values() for rule in rules.values()]
    return "\n".join([HEAD, *tables, *sections])


def table(title: str, rules: Rules) -> list[str]:
    """The lines of one table."""
    rows = [
        f"| [{rule.name}](#{rule.name}) | {rule.severity} | {'`strict`' if rule.negotiable else ''} |"
        for rule in rules.values()
    ]
    return [f"{title}:", "", "| Rule | Severity | |", "| --- | --- | --- |", *rows, ""]


def section(rule: Rule) -> str:
    """One rule."""
    return f"## {rule.name}\n\n{rule.meaning}\n\n```yaml\n{rule.example}\n```\n"


def main() -> int:
    """Write the page, or compare it."""
    return generated_files.write(lambda: {PAGE: page()})


if __name__ == "__main__":
    sys.exit(main())
