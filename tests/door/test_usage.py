"""What a real gateway has counted, beside what its clients were told."""

from __future__ import annotations

import re
import typing as t
from collections import Counter
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.served_model import served_model

from tests.door.traffic import FILE, Counted, counted


@pytest.fixture(scope="module")
def found(python: str, tmp_path_factory: pytest.TempPathFactory) -> Counted:
    return counted(python, tmp_path_factory.mktemp("usage"))


def test_every_answer_is_counted_once(found: Counted) -> None:
    answered: Counter[tuple[str, str]] = Counter()
    for each in found.usage["requests"]:
        if each["status"] == "200":
            answered[each["asked_for"], each["deployment"]] += each["count"]
    assert answered == found.said.by


def test_every_refusal_is_counted(found: Counted) -> None:
    refused = Counter({key: count for key, count in found.said.statuses.items() if key[1] != "200"})
    told: Counter[tuple[str, str]] = Counter()
    for each in found.usage["requests"]:
        if each["status"] != "200":
            told[each["asked_for"], each["status"]] += each["count"]
    # LiteLLM calls every name that it does not serve the same, so that nobody can make series without end.
    assert told == Counter(
        {(("other" if name == "nobody" else name), status): count for (name, status), count in refused.items()}
    )


def test_cost_and_tokens(found: Counted) -> None:
    cost: dict[str, float] = {}
    for each in found.usage["work"]:
        cost[each["asked_for"]] = cost.get(each["asked_for"], 0) + each["cost"]
    for name in ("writer", "broken", "vectors"):
        assert cost[name] == pytest.approx(found.said.cost[name])
    dear = [each for each in found.usage["work"] if each["deployment"] == "dear"]
    asked = sum(each["answered"] for each in dear)
    assert sum(each["input_tokens"] for each in dear) == 1000 * asked
    assert sum(each["cached_input_tokens"] for each in dear) == 800 * asked
    assert sum(each["output_tokens"] for each in dear) == 100 * asked
    assert all(each["seconds"]["count"] == each["answered"] for each in found.usage["work"])


def test_failures_have_their_deployment_and_kind(found: Counted) -> None:
    failures = {(each["deployment"], each["status"]) for each in found.usage["failures"]}
    assert {("broken", "500"), ("busy", "429")} <= failures


def test_weights_are_told(found: Counted) -> None:
    weights = {model.id: model.weight for model in map(served_model, found.models)}
    assert (weights["dear"], weights["cheap"], weights["backup"]) == (3, 1, None)


def test_the_recorded_metrics_are_still_such(found: Counted) -> None:
    def series(text: str) -> set[str]:
        return set(re.findall(r"^(litellm_\w+)\{", text, re.M))

    kept: t.Final = FILE.read_text()
    assert series(kept) == series(found.text), f"python -m tests.door.traffic writes {Path(FILE).name} anew"
