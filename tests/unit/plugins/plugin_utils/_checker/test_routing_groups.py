"""Groups of models with a strategy of their own: what ends LiteLLM's start, what does nothing, and what is right."""

from __future__ import annotations

import pytest

from tests.unit.plugins.plugin_utils._checker.test_nested_settings import of
from tests.unit.plugins.plugin_utils._checker.test_words import OLD, found

AT = "router_settings.routing_groups"
QUICK = "group_name: quick, models: [a], routing_strategy: latency-based-routing"
PRIORITY = "group_name: first, models: [a], routing_strategy: priority"


@pytest.mark.parametrize(
    ("groups", "findings"),
    [
        (f"{{{QUICK}}}", []),
        (f"{{{QUICK}, routing_strategy_args: {{ttl: 10}}}}", []),
        (f"{{{PRIORITY}, model_priorities: {{a: 1}}}}", []),
        (f"{{{QUICK}}}, {{{PRIORITY}, model_priorities: {{a: 1}}}}", []),
        (
            "{name: quick, model: [a], strategy: least-busy}",
            [
                *(f"error missing-key {AT}[0].{key}" for key in ("group_name", "models", "routing_strategy")),
                *(f"error unknown-key {AT}[0].{key}" for key in ("name", "model", "strategy")),
            ],
        ),
        ("{group_name: '', models: [a], routing_strategy: least-busy}", [f"error wrong-type {AT}[0].group_name"]),
        ("{group_name: default, models: [a], routing_strategy: least-busy}", [f"error wrong-type {AT}[0].group_name"]),
        (
            f"{{{QUICK}}}, {{group_name: quick, models: [], routing_strategy: lar1}}",
            [f"error wrong-type {AT}[1].group_name"],
        ),
        (
            f"{{{QUICK}}}, {{group_name: slow, models: [a], routing_strategy: least-busy}}",
            [f"error wrong-type {AT}[1].models[0]"],
        ),
        (
            "{group_name: g, models: [a], routing_strategy: latency-based}",
            [f"error unknown-word {AT}[0].routing_strategy"],
        ),
        ("{group_name: g, models: [a], routing_strategy: [x]}", [f"error unknown-word {AT}[0].routing_strategy"]),
        ("{group_name: g, models: a, routing_strategy: least-busy}", [f"error wrong-type {AT}[0].models"]),
        ("{group_name: g, models: [5], routing_strategy: least-busy}", [f"error wrong-type {AT}[0].models[0]"]),
        (
            "{group_name: g, models: [a, b], routing_strategy: least-busy}",
            [f"warning router-target-missing {AT}[0].models[1]"],
        ),
        (f"{{{PRIORITY}}}", [f"error wrong-type {AT}[0].model_priorities"]),
        (f"{{{PRIORITY}, model_priorities: {{b: 1}}}}", [f"error wrong-type {AT}[0].model_priorities"]),
        (f"{{{QUICK}, model_priorities: {{a: 1}}}}", [f"error wrong-type {AT}[0].model_priorities"]),
    ],
)
def test_groups(groups: str, findings: list[str]) -> None:
    assert of(f"router_settings: {{routing_groups: [{groups}]}}") == findings


def test_priorities_are_nothing_to_an_earlier_version() -> None:
    group = {"group_name": "first", "models": ["a"], "routing_strategy": "priority", "model_priorities": {"a": 1}}
    assert found({"router_settings": {"routing_groups": [group]}}, OLD) == [
        f"error unknown-key {AT}[0].model_priorities",
        f"error unknown-word {AT}[0].routing_strategy",
    ]
