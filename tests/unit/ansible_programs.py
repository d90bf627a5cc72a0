"""Ansible's programs, with the settings of the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[2]


def ansible(program: str, *words: str | Path, cwd: Path = TOP, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a program that must succeed: ``playbook``, ``doc``, …; *settings* are variables of its environment.

    Coverage is not measured in it: that would double its time, and what runs there has unit tests of its own.
    """
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run(  # noqa: S603 - the command is the line below
        [sys.executable, "-m", "ansible", program, *words],
        cwd=cwd,
        env={**inherited, "ANSIBLE_CONFIG": str(TOP / "ansible.cfg"), "ANSIBLE_NOCOLOR": "1", **settings},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done
