"""Guesses are for slips of the hand: a name that is right and only missing is not taken for another one."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._nearest import key_slip_of, nearest, slip_of


@pytest.mark.parametrize(
    ("word", "candidates", "meant"),
    [
        ("opnai", ["openai", "azure"], "openai"),
        ("num_retry", ["num_retries", "timeout"], "num_retries"),
        ("REASONING", ["reasoning_effort", "alias"], "reasoning_effort"),
        ("enforce_rate_limits", ["enforce_model_rate_limits"], "enforce_model_rate_limits"),
        ("max_", ["max_budget", "max_retries"], ""),
        ("DEEPSEEK_API_KEY", ["OPENAI_API_KEY"], ""),
        ("deepseek", ["deepinfra"], ""),
        ("anything", [], ""),
    ],
)
def test_nearest(word: str, candidates: list[str], meant: str) -> None:
    assert nearest(word, candidates) == meant


@pytest.mark.parametrize(
    ("word", "candidates", "meant"),
    [
        ("DEEPSEK_API_KEY", ["OPENAI_API_KEY", "DEEPSEEK_API_KEY"], "DEEPSEEK_API_KEY"),
        ("OPENAI_APIKEY", ["OPENAI_API_KEY"], "OPENAI_API_KEY"),
        ("OPNEAI_API_KEY", ["OPENAI_API_KEY"], "OPENAI_API_KEY"),
        ("TEAM_A_KEY", ["TEAM_B_KEY"], ""),
        ("KEY_1", ["KEY_2"], ""),
        ("XAI_API_KEY", ["OPENAI_API_KEY"], ""),
        ("default-on", ["mode", "default_on"], "default_on"),
        ("openai_api_key", ["OPENAI_API_KEY"], "OPENAI_API_KEY"),
    ],
)
def test_slips(word: str, candidates: list[str], meant: str) -> None:
    assert slip_of(word, candidates) == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("default_om", "default_on"),
        ("default_ok_", "default_ok"),
        ("top_k", ""),
        ("defaultxyz", ""),
        ("TEAM_A_KEY_1", ""),
    ],
)
def test_slips_of_keys(word: str, meant: str) -> None:
    assert key_slip_of(word, ["top_p", "default_on", "default_ok", "TEAM_B_KEY_2"]) == meant
