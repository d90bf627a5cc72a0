"""The virtual environment for tools is made as hosts make it: from the program's text, with pip and nothing from a network."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).parents[5] / "roles" / "litellm" / "files" / "install" / "make_tools.py"


def test_a_new_environment_has_pip_and_no_trace_of_an_older_one(tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    (tools / "left").mkdir(parents=True)
    command = [sys.executable, "-I", "-c", PROGRAM.read_text(encoding="utf-8"), str(tools)]
    subprocess.run(command, check=True)  # noqa: S603 - this Python
    told = subprocess.check_output([tools / "bin/python", "-I", "-m", "pip", "--version"], text=True)  # noqa: S603
    assert str(tools) in told
    assert sorted(path.name for path in tools.iterdir() if path.name in ("left", "unpacked")) == []
