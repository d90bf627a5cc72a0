"""Take in a version of LiteLLM: its lock, its facts, what it does with every case, and what it changes, in words.

    make version VERSION=1.109.1
    make version VERSION=1.99.5 TESTS="loader routing"       without the differential test, which takes longest

It takes the place of the version of its line that is known, or is another line. The newest version becomes the default.
What was done for a version is not done otherwise when it is done again; a run that was ended goes on where it was.
"""

# ruff: noqa: E402  (path above)

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import typing as t
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / ".collections")]

from ansible_collections.llmops.litellm.plugins.module_utils._litellm_names import SUPPORTED_PYTHONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.lines import LINES, line_of
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.releases import UnknownVersion, denial_of, parsed
from generate_vocabulary import DATA, unpacked, wheel_of
from generate_vocabulary_packages import LOCKS, stated_extras
from known_version import known_version
from version_report import fragment, report

WHEELS = ROOT / ".cache" / "wheels"
DEFAULTS = ROOT / "roles" / "litellm" / "defaults" / "main.yml"
PAGES = (ROOT / "docs" / "operations.md", ROOT / "docs" / "containers.md")
"""Pages with commands and variables for the default version."""
OUTCOMES = ROOT / "tests" / "differential" / "outcomes.json"
LOWEST_PYTHON = SUPPORTED_PYTHONS[0]
"""What LiteLLM runs on: locks are made for it and everything above."""
LONG = "differential"


class Refused(Exception):
    """The version cannot be taken in; the message is one sentence that says why."""


def main() -> int:
    """Take in one version; the exit code says whether every test agrees."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("version", metavar="VERSION", help="the version, such as 1.109.1")
    parser.add_argument(
        "--tests", default=f"loader routing {LONG}", help="targets of the Makefile (default: %(default)s)"
    )
    arguments = parser.parse_args()
    version, tests = arguments.version, arguments.tests.split()
    try:
        check(version)
        with tempfile.TemporaryDirectory() as scratch:
            text = lock_text(version, Path(scratch))
            return take_in(version, text, Path(scratch), tests)
    except (Refused, UnknownVersion) as refused:
        print(f"{refused}.", file=sys.stderr)
        return 1


def check(version: str) -> None:
    """Look whether *version* is one that can be taken in.

    :raises Refused: nobody should run it, or a newer one of its line is known.
    :raises UnknownVersion: it is none.
    """
    denial = denial_of(version)
    if denial:
        raise Refused(f"LiteLLM {version} {denial.reason} ({denial.source})")
    wanted, there = parsed(version), LINES.get(line_of(version), version)
    if parsed(there) > wanted:
        raise Refused(f"LiteLLM {there} is known, which is of the same line as {version} and newer")


def lock_text(version: str, scratch: Path) -> str:
    """The lock of *version*: the one that there is, where it still holds.

    :raises Refused: the registry lacks the version, or packages that it needs.
    """
    target = LOCKS / f"{version}.txt"
    stated = (LOCKS / "requirements.in").read_text(encoding="utf-8")
    wanted = re.sub(r"^litellm\[proxy\]$", rf"\g<0>=={version}", stated, flags=re.MULTILINE)
    written = scratch / "lock.txt"
    if target.is_file():
        written.write_text(target.read_text(encoding="utf-8"), encoding="utf-8")
    options = ["--universal", "--generate-hashes", "--no-annotate", "--no-header", f"--output-file={written}"]
    done = compiled(wanted, *options)
    if done.returncode:
        lacking = lacking_packages(version)
        reason = (
            f"the registry lacks {_listed(lacking)}, which litellm[proxy] needs" if lacking else _cause(done.stderr)
        )
        raise Refused(f"LiteLLM {version} cannot be installed: {reason}")
    lines = written.read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join([f"# litellm=={version}; python>={LOWEST_PYTHON}\n", *(line for line in lines if line[0] != "#")])


def compiled(requirements: str, *options: str) -> subprocess.CompletedProcess[str]:
    """What ``uv pip compile`` makes of *requirements*."""
    command = ["uv", "pip", "compile", "-", "--quiet", f"--python-version={LOWEST_PYTHON}", *options]
    return subprocess.run(command, input=requirements, capture_output=True, text=True, check=False)  # noqa: S603  (uv of this environment)


def lacking_packages(version: str) -> list[str]:
    """The packages that ``litellm[proxy]`` needs in one version, and that the registry does not have in it.

    :raises Refused: the registry has no such LiteLLM.
    """
    try:
        file = wheel_of(f"litellm=={version}", WHEELS)
    except subprocess.CalledProcessError as error:
        raise Refused(f"The registry has no LiteLLM {version}") from error
    with zipfile.ZipFile(file) as wheel:
        metadata = wheel.read(f"litellm-{version}.dist-info/METADATA").decode()
    pinned = [each for each in stated_extras(metadata)["proxy"].values() if "==" in each]
    return sorted(each for each in pinned if compiled(each, "--no-deps", "--universal").returncode)


def take_in(version: str, lock: str, scratch: Path, tests: t.Sequence[str]) -> int:
    """Do all of it, and say what changed.

    :param lock: the text of its lock.
    :return: 0 when every test agrees.
    """
    newest = all(parsed(version) >= parsed(each) for each in VERSIONS)
    replaced = LINES.get(line_of(version), version)
    if replaced != version:
        (LOCKS / f"{replaced}.txt").unlink(missing_ok=True)
    (LOCKS / f"{version}.txt").write_text(lock, encoding="utf-8")
    environment = ROOT / ".cache" / "litellm"
    make(f".cache/litellm/{version}/.complete", f"LITELLM_VERSION={version}")
    run("scripts/generate_vocabulary.py", version, f"--wheels={WHEELS}")
    if newest:
        before = default_version()
        for path in (DEFAULTS, *PAGES):
            path.write_text(path.read_text(encoding="utf-8").replace(before, version), encoding="utf-8")
        run("scripts/generate_options.py")
        run("scripts/generate_model_catalog.py", f"--wheels={WHEELS}")
    make(f".cache/litellm/{default_version()}/.complete")
    run("scripts/generate_installed_modules.py", str(environment / default_version() / "bin" / "python"))
    run("-m", "tests.differential.shipped_examples", version, str(unpacked(version, WHEELS, scratch)))
    outcomes = OUTCOMES if newest else ROOT / ".cache" / "outcomes" / f"{version}.json"
    agreed = LONG not in tests or played(version, outcomes)
    before, after = known_before(version, scratch), known_version(ROOT, version, outcomes)
    paragraphs = report(before, after)
    if paragraphs:
        told = ROOT / "changelogs" / "fragments" / f"version-{version}.yml"
        told.write_text(fragment(before.version, version, paragraphs), encoding="utf-8")
    # The differential test compares kept outcomes, which are those of the default version.
    asked = [target for target in tests if target != LONG or newest]
    passed = [make(target, f"LITELLM_VERSION={version}", check=False) for target in asked]
    print(f"\nLiteLLM {version}, beside {before.version}:\n")
    print("\n".join(f"* {paragraph}" for paragraph in paragraphs) or "Nothing changed since the last commit.")
    print(
        f"\nRun: {', '.join(tests) or 'no test'}. {'All agree.' if agreed and all(passed) else 'Not all agree; see above.'}"
    )
    return 0 if agreed and all(passed) else 1


def played(version: str, outcomes: Path) -> bool:
    """Whether the checker says of every case what LiteLLM *version* did with it; all are played, and kept in *outcomes*."""
    python = ROOT / ".cache" / "litellm" / version / "bin" / "python"
    options = [f"--version={version}", f"--outcomes={outcomes}"]
    return run("-m", "tests.differential", *options, check=False, LITELLM_PYTHON=str(python))


def known_before(version: str, scratch: Path) -> t.Any:
    """What the last commit knows of *version*, or of the version that it takes the place of, or of the next older one."""
    tree = scratch / "before"
    tree.mkdir()
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, check=True, capture_output=True)  # noqa: S607  (git of whoever calls)
    subprocess.run(["tar", "--extract"], cwd=tree, input=archive.stdout, check=True)  # noqa: S607  (likewise)
    names = [path.stem[1:].replace("_", ".") for path in (tree / DATA.relative_to(ROOT)).glob("v*.py")]
    known = sorted(names, key=parsed)
    same = [each for each in known if line_of(each) == line_of(version)]
    older = [each for each in known if parsed(each) < parsed(version)]
    return known_version(tree, (same or older[-1:] or known[:1])[0], tree / OUTCOMES.relative_to(ROOT))


def default_version() -> str:
    """The version that the role installs."""
    found: list[str] = re.findall(r"^litellm_version: (.*)$", DEFAULTS.read_text(), re.MULTILINE)
    return found[0]


def make(target: str, *options: str, check: bool = True) -> bool:
    """Whether a target of the Makefile could be made."""
    # What the Makefile was told for the whole run is not meant for every part of it.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    command = ["make", "--no-print-directory", target, *options]
    return not subprocess.run(command, cwd=ROOT, env=environment, check=check).returncode  # noqa: S603  (the project's own targets)


def run(*arguments: str, check: bool = True, **environment: str) -> bool:
    """Whether Python could do what *arguments* say, with the collection where it can be imported from."""
    path = {"PYTHONPATH": str(ROOT / ".collections")}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=ROOT, check=check, env={**os.environ, **path, **environment})  # noqa: S603  (own scripts)
    return not done.returncode


def _listed(names: t.Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _cause(errors: str) -> str:
    """The first line of uv's reasons."""
    causes = re.findall(r"(?:cause|error|Because): *(.*)", errors)
    return (causes[-1] if causes else errors.strip().splitlines()[-1]).rstrip(".")


if __name__ == "__main__":
    sys.exit(main())
