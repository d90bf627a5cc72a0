"""The checker says of every case what LiteLLM did with it, and LiteLLM still does it."""

from __future__ import annotations

import collections
import os
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for

from .__main__ import VERSION, load, run
from .cases import all_cases
from .judge import Judgement, judge

VOCABULARY = vocabulary_for(VERSION)
CASES = all_cases(VOCABULARY)
HEALTH_CHECK = 16
"""The ``max_tokens`` of LiteLLM's own health checks."""


@pytest.fixture(scope="module")
def judgements() -> list[Judgement]:
    """What the kept outcomes say, beside the checker."""
    return judge(CASES, load(), VOCABULARY)


def test_every_case_has_an_outcome() -> None:
    assert set(load()) == {case.name for case in CASES}


def test_whatever_litellm_mishandles_is_reported(judgements: list[Judgement]) -> None:
    assert [judgement for judgement in judgements if judgement.verdict == "missed"] == []


def test_whatever_works_is_accepted(judgements: list[Judgement]) -> None:
    assert [judgement for judgement in judgements if judgement.verdict == "false alarm"] == []


def test_a_look_at_what_is_right_that_sees_nothing_is_told() -> None:
    name, outcomes = "entry provider_budget", load()
    outcomes[name]["effective"] = "absent"
    verdicts = {judgement.name: judgement.verdict for judgement in judge(CASES, outcomes, VOCABULARY)}
    assert verdicts[name] == "missed"
    assert f"{name}.time_period: left out" not in verdicts


def test_the_cases_are_many_and_of_every_kind(judgements: list[Judgement]) -> None:
    verdicts = collections.Counter(judgement.verdict for judgement in judgements)
    assert verdicts["reported"] > 450
    assert verdicts["accepted"] > 200
    assert len(CASES) - len(judgements) < len(CASES) // 20
    kinds = {"misspelt", "misplaced", "type", "null", "missing target", "duplicate", "routing", "reference", "shape"}
    assert kinds <= {case.kind for case in CASES}


def test_litellm_still_does_what_is_kept() -> None:
    assert os.environ.get("LITELLM_PYTHON"), "LITELLM_PYTHON is not set: the path of a Python with litellm[proxy]"
    kept = load()
    sample = [CASES[0], *CASES[7::25]]
    for name, outcome in run(sample).items():
        known = kept[name]
        assert outcome["start"] == known["start"], name
        for key in ("alive", "keyless", "routes", "served", "deployments", "effective") if not known["start"] else ():
            assert outcome[key] == known[key], (name, key)
        for model, answer in outcome.get("answers", {}).items():
            assert of_client(answer) == of_client(known["answers"][model]), (name, model)


def of_client(answer: dict[str, t.Any]) -> dict[str, t.Any]:
    """*answer* without LiteLLM's own health checks, which come when they come; by their ``max_tokens`` they are known."""
    return {
        **answer,
        "upstream": [each for each in answer["upstream"] if each["body"].get("max_tokens") != HEALTH_CHECK],
    }
