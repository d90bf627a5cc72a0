"""Before a pod ends it serves on for a while, and then the gateway may close its port."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).parents[5] / "roles" / "litellm" / "files" / "pod" / "leave.py"


def test_the_gateway_is_told_that_the_port_is_its_own(tmp_path: Path) -> None:
    file = tmp_path / "port-closes"
    command = [sys.executable, "-I", str(PROGRAM), "--seconds=0.01", f"--port-closes-file={file}"]
    subprocess.run(command, check=True, timeout=60)  # noqa: S603 - this Python
    assert file.exists()
