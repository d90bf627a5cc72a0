"""``LITELLM_PYTHON=… python -m tests.differential``: run every case through LiteLLM and keep what it did."""

from __future__ import annotations

import argparse
import collections
import dataclasses
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for

from .cases import all_cases
from .configuration import Case
from .judge import Judgement, Outcome, judge

ROOT = Path(__file__).resolve().parent.parent.parent
OUTCOMES = Path(__file__).with_name("outcomes.json")
DEFAULTS = ROOT / "roles" / "litellm" / "defaults" / "main.yml"
VERSION = re.findall(r"^litellm_version: (.*)$", DEFAULTS.read_text(), re.MULTILINE)[0]
"""The version that the kept outcomes are of: the one that the collection installs."""


def main() -> int:
    """Run cases (all, or those that are named) and keep what LiteLLM does; then say how the checker agrees."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.differential", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("words", nargs="*", metavar="WORD", help="run only cases whose name holds one of these again")
    parser.add_argument("--new", action="store_true", help="run only cases without an outcome")
    parser.add_argument("--report", action="store_true", help="run nothing; judge the outcomes that are there")
    parser.add_argument("--version", default=VERSION, help="the version of LITELLM_PYTHON, if not %(default)s")
    parser.add_argument("--outcomes", type=Path, default=OUTCOMES, help="where the outcomes of that version are kept")
    arguments = parser.parse_args()
    vocabulary = vocabulary_for(arguments.version)
    cases = all_cases(vocabulary)
    if not arguments.report:
        known = load(arguments.outcomes) if arguments.words or arguments.new else {}
        chosen = [case for case in cases if not known or any(word in case.name for word in arguments.words)]
        chosen += [case for case in cases if arguments.new and case.name not in known]
        save({**known, **run([cases[0], *chosen])}, cases, arguments.outcomes)
    return report(judge(cases, load(arguments.outcomes), vocabulary), cases)


def load(file: Path = OUTCOMES) -> dict[str, Outcome]:
    """The outcomes that are kept in *file*, whole."""
    kept: dict[str, Outcome] = json.loads(file.read_text())
    right = kept["right"]
    for outcome in kept.values():
        if not outcome["start"]:
            answers = {**right["answers"], **outcome.get("answers", {})}
            outcome.update({**right, **outcome, "answers": answers})
    return kept


def save(outcomes: dict[str, Outcome], cases: list[Case], file: Path = OUTCOMES) -> None:
    """Keep outcomes, one line each, as what differs from the right configuration's."""
    right = outcomes["right"]
    lines = []
    for case in cases:
        outcome = outcomes[case.name]
        if case.name != "right":
            answers = {
                model: answer
                for model, answer in outcome.get("answers", {}).items()
                if answer != right["answers"].get(model)
            }
            outcome = {
                key: value
                for key, value in outcome.items()
                if key != "probes" and (key == "start" or value != right.get(key))
            }
            outcome |= {"answers": answers} if answers else {}
        lines.append(f"{json.dumps(case.name, ensure_ascii=False)}: {json.dumps(outcome, ensure_ascii=False)}")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n")


def report(judgements: list[Judgement], cases: list[Case]) -> int:
    """Print the agreement, and every case that is not agreed on; the exit code says whether there is one."""
    count = collections.Counter(each.verdict for each in judgements)
    for verdict in ("missed", "false alarm", "advised"):
        for each in judgements:
            if each.verdict == verdict:
                print(f"{verdict}: {each.name}\n    LiteLLM: {'; '.join(each.faults) or 'works'}")
                print(f"    checker: {'; '.join(each.findings) or 'accepts it'}")
    judged = {each.name for each in judgements}
    print("not judged, since LiteLLM shows no effect of the value, or cannot start with it:")
    print("\n".join(f"    {case.name}" for case in cases if case.name not in judged))
    print(json.dumps({"cases": len(cases), "judged": len(judgements), **count}))
    return 1 if count["missed"] or count["false alarm"] else 0


def run(cases: list[Case]) -> dict[str, Outcome]:
    """What LiteLLM does with each case, by name."""
    interpreter = os.environ.get("LITELLM_PYTHON")
    if not interpreter:
        sys.exit("LITELLM_PYTHON is not set: the path of a Python that has litellm[proxy] installed")
    outcomes: dict[str, Outcome] = {}
    with tempfile.TemporaryFile("w+") as lines:
        lines.writelines(json.dumps(dataclasses.asdict(case)) + "\n" for case in cases)
        lines.seek(0)
        command = [interpreter, "-m", "tests.differential.proxy"]
        with subprocess.Popen(  # noqa: S603  (the tests' own program, in the interpreter that was asked for)
            command, stdin=lines, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT
        ) as proxy:
            for line in proxy.stdout or ():
                outcome = json.loads(line)
                outcomes[outcome.pop("name")] = outcome
                print(f"\r{len(outcomes)}/{len(cases)}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    if missing := [case.name for case in cases if case.name not in outcomes]:
        sys.exit(f"LiteLLM's side ended before it had played {len(missing)} of the cases; the first is {missing[0]}")
    return outcomes


if __name__ == "__main__":
    sys.exit(main())
