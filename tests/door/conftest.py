"""LiteLLM is loaded once, for everything that is asked of it."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import time
import typing as t
from pathlib import Path
from types import MappingProxyType

from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import Rendered, render

from tests.routing.gateway import KEY, LONGEST_START, ROLE, production_settings

SECRETS: t.Mapping[str, str] = MappingProxyType({"LITELLM_MASTER_KEY": KEY, "OPENAI_API_KEY": "sk-none"})
MODEL = {"upstream": "gpt-4o-mini", "alias": "hello", "reasoning_effort": "none", "mock_response": "Hello."}

Started = contextlib.AbstractContextManager[tuple[str, subprocess.Popen[bytes]]]

WORDS: dict[str, t.Any] = {
    "guardrail": "litellm_content_filter",
    "mode": "pre_call",
    "default_on": True,
    "blocked_words": [{"keyword": "forbidden", "action": "BLOCK"}],
}
"""The parameters of a guardrail that asks nobody."""


HOOKS = """
from litellm.integrations.custom_logger import CustomLogger

class Handler(CustomLogger):
    pass

handler, settings = Handler(), {}

async def on_success(kwargs, response, start, end):
    pass
"""
"""Code of the operator's own, in ``hooks.py``."""


def rendered(environment: t.Mapping[str, str] = SECRETS, **options: t.Any) -> Rendered:
    """A configuration of one model and *options* that the checker accepts."""
    return render(RenderOptions(models={"hello": MODEL}, environment=environment, **options))


@contextlib.contextmanager
def started(
    python: str, folder: Path, environment: t.Mapping[str, str] = SECRETS, **words: object
) -> t.Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The slot's program with the configuration in *folder*, which may be starting: its address and its process.

    :param words: further options of its command line.
    """
    with socket.create_server(("127.0.0.1", 0), backlog=100) as listener, (folder / "log").open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - whoever runs the tests names the interpreter
            [
                *_words(python, folder, listener.fileno()),
                *(f"--{name}" if value is None else f"--{name}={value}" for name, value in words.items()),
            ],
            env={"PATH": os.defpath, "HOME": str(folder), **production_settings(), **environment},
            cwd="/",
            pass_fds=[listener.fileno()],
            stdout=output,
            stderr=output,
        )
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}", process
        finally:
            process.terminate()
            process.wait(timeout=60)


def _words(python: str, folder: Path, descriptor: int) -> list[str]:
    options = {
        "config": folder / "config.yaml",
        "state-file": folder / "state",
        "workers": 1,
        "fd": descriptor,
        "backlog": 100,
        "max-requests-before-restart": 0,
        "max-worker-memory": 0,
        "max-body": 1,
        "start-timeout": LONGEST_START,
        "drain-timeout": 5,
        "keepalive-timeout": 75,
    }
    return [python, "-I", str(ROLE / "files" / "gateway"), *(f"--{name}={value}" for name, value in options.items())]


def state(folder: Path) -> str:
    """What the program in *folder* says of itself."""
    file = folder / "state"
    return file.read_text() if file.exists() else ""


def wait_until(said: t.Callable[[], bool], folder: Path) -> None:
    """Wait, not for ever."""
    deadline = time.monotonic() + LONGEST_START
    while not said():
        assert time.monotonic() < deadline, (folder / "log").read_text()[-3000:]
        time.sleep(0.1)


def wait_until_ready(process: subprocess.Popen[bytes], folder: Path) -> None:
    """Wait until the program serves. One that ends fails the test, with the end of its log."""
    wait_until(lambda: state(folder).startswith("ready") or process.poll() is not None, folder)
    assert process.poll() is None, (folder / "log").read_text()[-3000:]


def refusal(process: subprocess.Popen[bytes], folder: Path) -> str:
    """What a program says that refuses to serve."""
    assert process.wait(timeout=LONGEST_START) == 3, (folder / "log").read_text()[-3000:]
    return state(folder)
