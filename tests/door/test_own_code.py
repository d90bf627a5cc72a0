"""Code of the operator's own beside the configuration, with the real LiteLLM: it is loaded, and it acts."""

from __future__ import annotations

import typing as t
from pathlib import Path

import httpx
import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.source_files import SourceFile

from tests.door.conftest import SECRETS, Started, refusal, rendered, started, wait_until, wait_until_ready
from tests.routing.gateway import KEY

TEAM = "sk-key-of-the-team"

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


def program(python: str, folder: Path, environment: t.Mapping[str, str]) -> Started:
    """The program with the code in ``FILES``, which may be starting: its address and its process."""
    guardrail = {"guardrail": "my_hooks.Words", "mode": "pre_call", "default_on": True}
    release = rendered(
        environment,
        service_manager="systemd",
        python_files=[SourceFile(name, text) for name, text in FILES.items()],
        litellm_settings={"callbacks": ["my_hooks.counter"]},
        general_settings={"custom_auth": "my_auth.user_api_key_auth"},
        extra_config={"guardrails": [{"guardrail_name": "words", "litellm_params": guardrail}]},
    )
    for name, text in {"config.yaml": release.content, **release.python_files}.items():
        (folder / name).write_text(text)
    return started(python, folder, environment)


def test_a_callback_a_guardrail_and_an_auth_function_act(python: str, tmp_path: Path) -> None:
    with program(python, tmp_path, {**SECRETS, "LITELLM_PROOF_KEY": TEAM}) as (url, process):
        wait_until_ready(process, tmp_path)

        def status(key: str, text: str) -> int:
            body = {"model": "hello", "messages": [{"role": "user", "content": text}]}
            headers = {"Authorization": f"Bearer {key}"}
            return httpx.post(f"{url}/v1/chat/completions", json=body, headers=headers, timeout=60).status_code

        assert status(TEAM, "hello") == 200
        assert status(TEAM, "something forbidden") >= 400
        assert status(KEY, "hello") == 401
        wait_until(lambda: "counted" in (tmp_path / "log").read_text(), tmp_path)


def test_a_function_that_refuses_the_master_key_needs_a_key_for_the_proof(python: str, tmp_path: Path) -> None:
    with program(python, tmp_path, SECRETS) as (_url, process):
        assert refusal(process, tmp_path) == (
            "refused: /v1/models answers 401 instead of 200 to the master key; custom_auth does not take it: "
            "set litellm_proof_key to a key that it takes\n"
        )


@pytest.mark.parametrize("key", ["sk-nobody", KEY])
def test_the_key_of_the_proof_must_open(python: str, tmp_path: Path, key: str) -> None:
    with program(python, tmp_path, {**SECRETS, "LITELLM_PROOF_KEY": key}) as (_url, process):
        assert "answers 401 instead of 200 to litellm_proof_key" in refusal(process, tmp_path)
