"""The slot's program with the real LiteLLM, which starts without a guardrail that it cannot build: the slot does not."""

from __future__ import annotations

import os
import socket
import subprocess
import typing as t

from ansible_collections.llmops.litellm.plugins.plugin_utils._options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import render

from tests.door.conftest import WORDS, program_words
from tests.routing.gateway import KEY, LONGEST_START, production_settings

if t.TYPE_CHECKING:
    from pathlib import Path

SECRETS = {"LITELLM_MASTER_KEY": KEY, "OPENAI_API_KEY": "sk-none"}


def test_a_guardrail_that_litellm_leaves_out_is_refused(python: str, tmp_path: Path) -> None:
    """Its moment is misspelt, forced past the checker."""
    content = render(
        RenderOptions(
            models={"hello": {"upstream": "gpt-4o-mini", "reasoning_effort": "none", "mock_response": "Hello."}},
            extra_config={"guardrails": [{"guardrail_name": "words", "litellm_params": WORDS}]},
            environment=SECRETS,
        )
    ).content
    (tmp_path / "config.yaml").write_text(content.replace("mode: pre_call", "mode: precall"))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        done = subprocess.run(  # noqa: S603 - whoever runs the tests names the interpreter
            program_words(python, tmp_path, listener),
            env={"PATH": os.defpath, "HOME": str(tmp_path), **production_settings(), **SECRETS},
            cwd=tmp_path,
            pass_fds=[listener.fileno()],
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST_START,
        )
    assert done.returncode == 3, done.stdout + done.stderr
    assert "it left out guardrails: words" in (tmp_path / "state").read_text()
