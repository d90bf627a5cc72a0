"""Writes which modules a gateway has, from an environment that LiteLLM is installed in.

python scripts/generate_installed_modules.py .cache/litellm/1.108.7/bin/python
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "plugins" / "plugin_utils" / "_known" / "installed_modules.py"
LOCKS = ROOT / "roles" / "litellm" / "files" / "locks"

HEADER = '''\
# SPDX-License-Identifier: GPL-3.0-or-later
# Written by scripts/generate_installed_modules.py; not to be changed by hand.
"""The top-level modules of LiteLLM's packages, for every Python that they are installed for."""

from __future__ import annotations

MODULES = frozenset(
    (
'''

QUESTION = "import importlib.metadata as m; print(*m.packages_distributions(), sep='\\n')"


def modules_text(python: str) -> str:
    """The file, as the environment of *python* and the lock files say.

    A package that another Python needs is in the lock and not in the environment; its module is taken to have its name.
    """
    names = modules_of(python)
    for lock in LOCKS.glob("[0-9]*.txt"):
        names.update(name.replace("-", "_") for name in re.findall(r"^([\w.-]+)==", lock.read_text(), re.MULTILINE))
    lines = "".join(f'        "{name}",\n' for name in sorted(names))
    return f"{HEADER}{lines}    )\n)\n"


def modules_of(python: str) -> set[str]:
    """The top-level modules of the packages in the environment of *python*."""
    asked = [python, "-I", "-c", QUESTION]
    there = subprocess.run(  # noqa: S603 - whoever calls names the interpreter
        asked, check=True, capture_output=True, text=True
    )
    return {name for name in there.stdout.split() if name.isidentifier()}


if __name__ == "__main__":
    TARGET.write_text(modules_text(sys.argv[1]))
