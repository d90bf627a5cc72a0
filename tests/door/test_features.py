"""The slot's program with the real LiteLLM, which starts without a guardrail that it cannot build: the slot does not."""

from __future__ import annotations

from pathlib import Path

from tests.door.conftest import HOOKS, WORDS, refusal, rendered, started


def refused(python: str, folder: Path, content: str) -> str:
    """What a slot says that refuses *content*."""
    (folder / "config.yaml").write_text(content)
    (folder / "hooks.py").write_text(HOOKS)
    with started(python, folder) as (_url, process):
        return refusal(process, folder)


def test_a_guardrail_that_litellm_leaves_out_is_refused(python: str, tmp_path: Path) -> None:
    """Its moment is misspelt, forced past the checker."""
    content = rendered(extra_config={"guardrails": [{"guardrail_name": "words", "litellm_params": WORDS}]}).content
    told = refused(python, tmp_path, content.replace("mode: pre_call", "mode: precall"))
    assert "it left out guardrails: words" in told


def test_routes_that_litellm_answers_itself_are_refused(python: str, tmp_path: Path) -> None:
    """LiteLLM has a route of its own at the one path, and one for all paths like the other."""
    away = {"target": "http://127.0.0.1:9"}
    taken = [
        {"path": "/v1/models", **away},
        {"path": "/v1/files/mine", "methods": ["GET"], **away},
        {"path": "/elsewhere", **away},
    ]
    told = refused(python, tmp_path, rendered(general_settings={"pass_through_endpoints": taken}).content)
    assert told.endswith(
        "it left out pass-through routes: /v1/models (LiteLLM answers GET there itself), "
        "/v1/files/mine (LiteLLM answers GET there itself)\n"
    )


def test_a_callback_that_litellm_does_not_start_without_is_told(python: str, tmp_path: Path) -> None:
    """Since 1.108 it ends over those that it makes at the start and cannot."""
    told = refused(python, tmp_path, rendered(litellm_settings={"callbacks": ["langfuse"]}).content)
    assert "LiteLLM does not start: ImportError: Could not build the 'langfuse' callback" in told


def test_callbacks_that_litellm_leaves_out_are_refused(python: str, tmp_path: Path) -> None:
    """Some it cannot make at the first request, and some of one's own are nothing that it could call."""
    settings = {
        "success_callback": ["lunary", "hooks.Handler", "hooks.settings", "hooks.on_success", "hooks.handler"],
        "failure_callback": ["supabase"],
    }
    told = refused(python, tmp_path, rendered(litellm_settings=settings).content)
    assert told.endswith(
        "it left out callbacks: lunary (the Python module lunary is not installed), "
        "hooks.Handler (it is a class, and LiteLLM calls an instance), "
        "hooks.settings (it is dict, which LiteLLM does not call), "
        "supabase (the Python module supabase is not installed)\n"
    )
