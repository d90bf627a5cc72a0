"""A program of a pod opens the port and becomes the command, with the socket at descriptor 3."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[5] / "roles" / "litellm" / "files" / "pod" / "listen.py"
BECOMES = """
import socket
port = socket.socket(fileno=3)
print(port.getsockname()[1], port.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
"""
HOSTS = ["127.0.0.1", *(["::"] if socket.has_dualstack_ipv6() else [])]


@pytest.mark.parametrize("host", HOSTS)
def test_the_command_has_the_socket(host: str) -> None:
    command = [sys.executable, "-I", str(PROGRAM), f"--host={host}", "--port=0", "--backlog=5"]
    done = subprocess.run(  # noqa: S603 - this Python
        [*command, "--", sys.executable, "-I", "-c", BECOMES],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    port, listens = done.stdout.split()
    assert int(port) > 0
    assert listens == "1"
