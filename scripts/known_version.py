"""What a checkout of the collection knows of a version of LiteLLM; asked in a process of its own, since there may be two."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import typing as t
from pathlib import Path

from version_report import Known

_QUESTION = """
import json, sys
from pathlib import Path
from ansible_collections.llmops.litellm.plugins.plugin_utils._known import vocabulary
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.lock import Lock
from tests.differential import __main__ as differential
from tests.differential.cases import all_cases
from tests.differential.judge import judge

version, lock, differential.OUTCOMES = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
entries = Lock.parse(lock.read_text()).entries if lock.is_file() else ()
packages = {}
for entry in entries:
    packages.setdefault(entry.name, []).append(entry.version)
known = vocabulary.vocabulary_for(version)
verdicts = {}
if differential.OUTCOMES.is_file():
    played = differential.load(differential.OUTCOMES)
    cases = [case for case in all_cases(known) if {case.name, case.control} <= set(played)]
    for each in judge(cases, played, known):
        verdicts[each.name] = f"{each.verdict} ({each.faults[0]})" if each.faults else each.verdict
print(json.dumps({
    "tables": vocabulary.tables(version), "packages": vocabulary.packages(version), "lock": packages, "verdicts": verdicts,
}))
"""


def known_version(tree: Path, version: str, outcomes: Path) -> Known:
    """All that the checkout in *tree* knows of *version*.

    :param outcomes: what LiteLLM did with the cases of the differential test; nothing is known of it where there is none.
    """
    lock = tree / "roles" / "litellm" / "files" / "locks" / f"{version}.txt"
    environment = {**os.environ, "PYTHONPATH": str(tree / ".collections")}
    command = [sys.executable, "-c", _QUESTION, version, str(lock), str(outcomes)]
    asked = subprocess.run(  # noqa: S603  (the question above)
        command, cwd=tree, env=environment, check=True, capture_output=True, text=True
    )
    answer: dict[str, t.Any] = json.loads(asked.stdout)
    return Known(version, **answer)
