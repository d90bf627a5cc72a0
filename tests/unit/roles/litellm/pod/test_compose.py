"""A program of a pod puts addresses together with secrets, and becomes the command that has them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[5] / "roles" / "litellm" / "files" / "pod" / "compose.py"
SECRET = {"REDIS_PASSWORD": "p@ss/w:rd%"}
COMPOSE = ("--compose", "URL", "redis://litellm:", "REDIS_PASSWORD", "@redis:6379/0")
BECOMES = "import os, sys; print(os.environ['URL'], *sys.argv[1:])"


def compose(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", str(PROGRAM), *arguments, "--", sys.executable, "-I", "-c", BECOMES]
    return subprocess.run(  # noqa: S603 - this Python
        # A command may have such words of its own.
        [*command, "--", "--last"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize(
    ("address", "joined"), [("postgresql://db/litellm", "?"), ("postgresql://db/litellm?sslmode=require", "&")]
)
def test_an_address_in_a_secret_gets_more(address: str, joined: str) -> None:
    done = compose("--extend", "URL", "OUR_DATABASE", "connection_limit=5", OUR_DATABASE=address)
    assert (done.stdout, done.stderr) == (f"{address}{joined}connection_limit=5 -- --last\n", "")


def test_an_address_is_made_of_a_secret_that_stands_in_no_argument() -> None:
    done = compose(*COMPOSE, **SECRET)
    assert (done.stdout, done.stderr) == ("redis://litellm:p%40ss%2Fw%3Ard%25@redis:6379/0 -- --last\n", "")


def test_a_secret_that_is_not_there_is_said() -> None:
    done = compose(*COMPOSE)
    assert (done.returncode, done.stderr) == (1, "the pod has no variable REDIS_PASSWORD\n")
