"""Code of the operator's own beside the configuration, with the real LiteLLM: it is loaded, and it acts."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import time
import typing as t
from pathlib import Path

import httpx
import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.source_files import SourceFile
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import render

from tests.door.conftest import program_words
from tests.routing.gateway import KEY, LONGEST_START, production_settings

TEAM = "sk-key-of-the-team"
SECRETS = {"LITELLM_MASTER_KEY": KEY, "OPENAI_API_KEY": "sk-none"}
MODEL = {"upstream": "gpt-4o-mini", "alias": "hello", "reasoning_effort": "none", "mock_response": "Hello."}

FILES = {
    "my_words.py": 'FORBIDDEN = "forbidden"\n',
    "my_hooks.py": """\
from litellm.integrations.custom_guardrail import CustomGuardrail
from litellm.integrations.custom_logger import CustomLogger
from my_words import FORBIDDEN


class Counter(CustomLogger):
    async def async_log_success_event(self, kwargs, response_obj, start_time, end_time):
        print("counted", kwargs["model"], flush=True)


class Words(CustomGuardrail):
    async def async_pre_call_hook(self, user_api_key_dict, cache, data, call_type):
        if FORBIDDEN in str(data["messages"]):
            raise ValueError("not this word")
        return data


counter = Counter()
""",
    "my_auth.py": f"""\
from litellm.proxy._types import UserAPIKeyAuth


async def user_api_key_auth(request, api_key):
    if api_key != "{TEAM}":
        raise ValueError("not of the team")
    return UserAPIKeyAuth(api_key=api_key)
""",
}


def rendered(environment: dict[str, str]) -> t.Any:
    guardrail = {"guardrail": "my_hooks.Words", "mode": "pre_call", "default_on": True}
    return render(
        RenderOptions(
            models={"hello": MODEL},
            environment=environment,
            service_manager="systemd",
            python_files=[SourceFile(name, text) for name, text in FILES.items()],
            litellm_settings={"callbacks": ["my_hooks.counter"]},
            general_settings={"custom_auth": "my_auth.user_api_key_auth"},
            extra_config={"guardrails": [{"guardrail_name": "words", "litellm_params": guardrail}]},
        )
    )


@contextlib.contextmanager
def program(python: str, folder: Path, environment: dict[str, str]) -> t.Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The program, which may be starting: its address and its process."""
    release = rendered(environment)
    for name, text in {"config.yaml": release.content, **release.python_files}.items():
        (folder / name).write_text(text)
    with socket.create_server(("127.0.0.1", 0), backlog=100) as listener, (folder / "log").open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - whoever runs the tests names the interpreter
            program_words(python, folder, listener),
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


def wait_for(said: t.Callable[[], bool], log: Path) -> None:
    deadline = time.monotonic() + LONGEST_START
    while not said():
        assert time.monotonic() < deadline, log.read_text()[-3000:]
        time.sleep(0.1)


def state(folder: Path) -> str:
    file = folder / "state"
    return file.read_text() if file.exists() else ""


def test_a_callback_a_guardrail_and_an_auth_function_act(python: str, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with program(python, tmp_path, {**SECRETS, "LITELLM_PROOF_KEY": TEAM}) as (url, process):
        wait_for(lambda: state(tmp_path).startswith("ready") or process.poll() is not None, log)
        assert process.poll() is None, log.read_text()[-3000:]

        def status(key: str, text: str) -> int:
            body = {"model": "hello", "messages": [{"role": "user", "content": text}]}
            headers = {"Authorization": f"Bearer {key}"}
            return httpx.post(f"{url}/v1/chat/completions", json=body, headers=headers, timeout=60).status_code

        assert status(TEAM, "hello") == 200
        assert status(TEAM, "something forbidden") >= 400
        assert status(KEY, "hello") == 401
        wait_for(lambda: "counted" in log.read_text(), log)


def test_a_function_that_refuses_the_master_key_needs_a_key_for_the_proof(python: str, tmp_path: Path) -> None:
    with program(python, tmp_path, SECRETS) as (_url, process):
        assert process.wait(timeout=LONGEST_START) == 3, (tmp_path / "log").read_text()[-3000:]
    assert state(tmp_path) == (
        "refused: /v1/models answers 401 instead of 200 to the master key; custom_auth does not take it: "
        "set litellm_proof_key to a key that it takes\n"
    )


@pytest.mark.parametrize("key", ["sk-nobody", KEY])
def test_the_key_of_the_proof_must_open(python: str, tmp_path: Path, key: str) -> None:
    with program(python, tmp_path, {**SECRETS, "LITELLM_PROOF_KEY": key}) as (_url, process):
        assert process.wait(timeout=LONGEST_START) == 3, (tmp_path / "log").read_text()[-3000:]
    assert "answers 401 instead of 200 to litellm_proof_key" in state(tmp_path)
