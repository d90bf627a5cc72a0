"""Writes what LiteLLM versions know (keys, types, providers, models, packages) as facts that the collection carries.

    python scripts/generate_vocabulary.py 1.109.1     add a version in place of the one of its line, or read it again
    python scripts/generate_vocabulary.py --check     read all known versions again and compare

A version is read from its wheel, which pip downloads (or finds in ``--wheels``); LiteLLM is never imported.
"""

# ruff: noqa: E402  (path above)

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import textwrap
import typing as t
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / ".collections")]

from ansible_collections.llmops.litellm.plugins.plugin_utils._known import vocabulary
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.lines import line_of
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.releases import parsed
from generate_vocabulary_facts import facts_of
from generate_vocabulary_packages import Packages, packages_of

DATA = ROOT / "plugins" / "plugin_utils" / "_known" / "data"
NEEDS = DATA.parent / "packages.py"
HEADER = """\
# SPDX-License-Identifier: GPL-3.0-or-later
"""


def main() -> int:
    """Add versions, or check the known ones; the exit code says whether the data is what LiteLLM says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("versions", nargs="*", metavar="VERSION", help="LiteLLM versions to read")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file would change")
    parser.add_argument("--wheels", type=Path, help="folder of downloaded wheels; missing ones are added to it")
    arguments = parser.parse_args()
    known = list(VERSIONS)
    read = arguments.versions or known
    with tempfile.TemporaryDirectory() as scratch:
        wheels = arguments.wheels or Path(scratch)
        folders = {version: unpacked(version, wheels, Path(scratch)) for version in read}
        fresh = {version: facts_of(folder) for version, folder in folders.items()}
        fresh_needs = {version: packages_of(folder) for version, folder in folders.items()}
    lines = {line_of(version): version for version in (*known, *read)}
    every = sorted(lines.values(), key=parsed)
    facts = {version: fresh[version] if version in fresh else vocabulary.tables(version) for version in every}
    needs = {
        version: fresh_needs[version] if version in fresh_needs else vocabulary.packages(version) for version in every
    }
    wanted = {**{DATA / name: text for name, text in files(facts).items()}, NEEDS: packages_file(needs)}
    return write(wanted, check=arguments.check)


def unpacked(version: str, wheels: Path, scratch: Path) -> Path:
    """The package folder of LiteLLM *version*, beside that of the enterprise package that its proxy needs."""
    target = scratch / version
    unpack(f"litellm=={version}", wheels, target)
    metadata = (target / f"litellm-{version}.dist-info" / "METADATA").read_text()
    for requirement in re.findall(r"^Requires-Dist: (litellm-enterprise==[\w.]+)", metadata, re.MULTILINE):
        unpack(requirement, wheels, target)
    return target / "litellm"


def unpack(requirement: str, wheels: Path, target: Path) -> None:
    """Unpack source, data, examples and metadata of the wheel of *requirement*, downloaded unless it lies in *wheels*."""
    with zipfile.ZipFile(wheel_of(requirement, wheels)) as wheel:
        wheel.extractall(
            target, [each for each in wheel.namelist() if each.endswith((".py", ".json", ".yaml", "/METADATA"))]
        )


def wheel_of(requirement: str, wheels: Path) -> Path:
    """The wheel of *requirement*, downloaded unless it lies in *wheels*.

    :raises subprocess.CalledProcessError: the registry has none.
    """
    name = f"{requirement.replace('-', '_').replace('==', '-')}-*.whl"
    if not list(wheels.glob(name)):
        # Only the source is read, so the wheel of any one platform will do.
        platform = [
            "--python-version=3.11",
            "--platform=manylinux_2_28_x86_64",
            "--platform=any",
            "--implementation=cp",
        ]
        options = ["--quiet", "--no-deps", "--only-binary=:all:", *platform, f"--dest={wheels}"]
        command = [sys.executable, "-m", "pip", "download", *options, requirement]
        subprocess.run(command, check=True, timeout=600)  # noqa: S603  (the requirement is the caller's own)
    return next(wheels.glob(name))


def files(facts: t.Mapping[str, t.Mapping[str, t.Mapping[str, str]]]) -> dict[str, str]:
    """File name to content for all versions, oldest first; every file says what changed since the one before."""
    names = "".join(f'    "{version}",\n' for version in facts)
    head = '"""The LiteLLM versions with facts, oldest first. Written by scripts/generate_vocabulary.py."""\n\n'
    written = {"__init__.py": f"{HEADER}{head}VERSIONS = (\n{names})\n"}
    before: t.Mapping[str, t.Mapping[str, str]] = {}
    since = "an empty vocabulary"
    for version, tables in facts.items():
        doc = (
            f'"""What LiteLLM {version} knows: the difference to {since}. Written by scripts/generate_vocabulary.py."""'
        )
        added = {
            name: [f"{key}={value}" for key, value in table.items() if before.get(name, {}).get(key) != value]
            for name, table in tables.items()
        }
        removed = {name: [key for key in table if key not in tables.get(name, {})] for name, table in before.items()}
        written[f"v{version.replace('.', '_')}.py"] = (
            f"{HEADER}{doc}\n\nREMOVED = {literal(removed)}\n\nADDED = {literal(added)}\n"
        )
        before, since = tables, version
    return written


def packages_file(packages: t.Mapping[str, Packages]) -> str:
    """The file that holds what features need, each with the versions since which it does; None where it needs nothing more."""
    since: dict[str, dict[str, dict[str, list[str] | None]]] = {}
    before: Packages = {}
    for version, kinds in packages.items():
        for kind, features in kinds.items():
            for name in {**before.get(kind, {}), **features}:
                if before.get(kind, {}).get(name) != features.get(name):
                    since.setdefault(kind, {}).setdefault(name, {})[version] = features.get(name)
        before = dict(kinds)
    lines = []
    for kind, changes in since.items():
        lines.append(f'    "{kind}": {{')
        for name, changed in sorted(changes.items()):
            versions = [f"            {version!r}: {needed!r}," for version, needed in changed.items()]
            lines += [f"        {name!r}: {{", *versions, "        },"]
        lines.append("    },")
    body = "\n".join(lines).replace("'", '"')
    return (
        f'{HEADER}"""What features need beside ``litellm[proxy]``: kind, name, and since which version what. Written by\n'
        f'scripts/generate_vocabulary.py."""\n\n'
        f"SINCE: dict[str, dict[str, dict[str, list[str] | None]]] = {{\n{body}\n}}\n"
    )


def literal(table: dict[str, list[str]]) -> str:
    """The words of each table as a Python dict of wrapped strings."""
    lines = []
    for name, words in sorted(table.items()):
        if words:
            text = textwrap.wrap(" ".join(sorted(words)), 112, break_long_words=False, break_on_hyphens=False)
            body = "".join(f"\n        {line}" for line in text)
            lines.append(f'    {name!r}: r"""{body}\n    """,\n'.replace("'", '"'))
    return f"{{\n{''.join(lines)}}}" if lines else "{}"


def write(wanted: dict[Path, str], *, check: bool) -> int:
    """Bring the data to *wanted*, or say how it differs from it."""
    DATA.mkdir(exist_ok=True)
    present = {path: path.read_text() for path in (*DATA.glob("*.py"), NEEDS) if path.is_file()}
    stale = sorted(path for path in wanted.keys() | present.keys() if wanted.get(path) != present.get(path))
    for path in stale:
        done = "differs" if check else "wrote" if path in wanted else "removed"
        print(f"{done}: {path.relative_to(ROOT)}")
        if check:
            continue
        if path in wanted:
            path.write_text(wanted[path])
        else:
            path.unlink()
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
