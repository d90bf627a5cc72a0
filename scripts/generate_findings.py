# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes ``docs/findings.md`` from the checker's table of rules; ``--check`` only says whether it is up to date."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / ".collections"))

from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.rules import RULES, Rule  # noqa: E402  (path above)

PAGE = ROOT / "docs" / "findings.md"
HEAD = """\
# Findings

What the checker reports, by the name of its rule. An *error* refuses the configuration; a *warning* and a *notice* do not.
Rules marked with `strict` give errors that `strict: false` turns into warnings, except for keys that guard access, money
or secrets. What LiteLLM does was observed, see `tests/differential`.

<!-- Written by scripts/generate_findings.py from plugins/plugin_utils/_checker/rules.py. -->
"""


def page() -> str:
    """The whole page."""
    table = ["| Rule | Severity | |", "| --- | --- | --- |"]
    table += [
        f"| [{rule.name}](#{rule.name}) | {rule.severity} | {'`strict`' if rule.negotiable else ''} |"
        for rule in RULES.values()
    ]
    return "\n".join([HEAD, *table, "", *map(section, RULES.values())])


def section(rule: Rule) -> str:
    """One rule."""
    return f"## {rule.name}\n\n{rule.meaning}\n\n```yaml\n{rule.example}\n```\n"


def main() -> int:
    """Write the page, or compare it."""
    if "--check" in sys.argv[1:]:
        return int(not PAGE.is_file() or PAGE.read_text() != page())
    PAGE.write_text(page())
    return 0


if __name__ == "__main__":
    sys.exit(main())
