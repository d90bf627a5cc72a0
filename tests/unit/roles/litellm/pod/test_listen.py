"""The first process of a pod opens the port and becomes the command, with the socket at descriptor 3."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import typing as t
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[5] / "roles" / "litellm" / "files" / "pod" / "listen.py"
BECOMES = """
import os, socket
port = socket.socket(fileno=3)
print(port.getsockname()[1], port.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN), os.environ.get("URL", ""))
"""
SECRET = {"REDIS_PASSWORD": "p@ss/w:rd%"}
HOSTS = ["127.0.0.1", *(["::"] if socket.has_dualstack_ipv6() else [])]
COMPOSE = ("--compose", "URL", "redis://litellm:", "REDIS_PASSWORD", "@redis:6379/0")


def listen(*arguments: str, host: str = "127.0.0.1", **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", str(PROGRAM), f"--host={host}", "--port=0", "--backlog=5", *arguments]
    return subprocess.run(  # noqa: S603 - this Python
        [*command, "--", sys.executable, "-I", "-c", BECOMES],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, **environment},
    )


def words(done: subprocess.CompletedProcess[str]) -> t.Any:
    assert done.returncode == 0, done.stderr
    return done.stdout.rstrip("\n").split(" ")


@pytest.mark.parametrize("host", HOSTS)
def test_the_command_has_the_socket(host: str) -> None:
    port, listens, url = words(listen(host=host))
    assert int(port) > 0
    assert (listens, url) == ("1", "")


@pytest.mark.parametrize(
    ("address", "joined"), [("postgresql://db/litellm", "?"), ("postgresql://db/litellm?sslmode=require", "&")]
)
def test_an_address_in_a_secret_gets_more(address: str, joined: str) -> None:
    done = listen("--extend", "URL", "OUR_DATABASE", "connection_limit=5", OUR_DATABASE=address)
    assert words(done)[2] == f"{address}{joined}connection_limit=5"


def test_an_address_is_made_of_a_secret_that_stands_in_no_argument() -> None:
    assert words(listen(*COMPOSE, **SECRET))[2] == "redis://litellm:p%40ss%2Fw%3Ard%25@redis:6379/0"


def test_a_secret_that_is_not_there_is_said() -> None:
    done = listen(*COMPOSE)
    assert (done.returncode, done.stderr) == (1, "the pod has no variable REDIS_PASSWORD\n")
